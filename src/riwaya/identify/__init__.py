"""Mentions to entities and offices: a map part within each article, a group part over all articles of a name block."""

from riwaya.identify.chains import chain_mentions
from riwaya.identify.records import Block, Chain, SeenRole, Surface
from riwaya.identify.resolve import resolve_block
from riwaya.model import Entity, Link, Mention, Stage
from riwaya.stage import StageDefinition


def _name_block(block: Block) -> str:
    return block.key


RESOLVE_BLOCK: StageDefinition[Block, Entity | Link] = StageDefinition(
    name=Stage.IDENTIFY,
    version=1,
    kind="group",
    requires=(Mention,),
    adds=(Entity, Link),
    run=resolve_block,
    name_item=_name_block,
)
"""The group part of identify; its items are made of the chains of `chain_mentions`."""

__all__ = ["RESOLVE_BLOCK", "Block", "Chain", "SeenRole", "Surface", "chain_mentions", "resolve_block"]
