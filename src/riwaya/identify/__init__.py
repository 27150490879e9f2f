"""Mentions to entities and offices: a map part within each article, a group part over all articles of a name block."""

from riwaya.identify.chains import chain_mentions
from riwaya.identify.changes import add_office_news
from riwaya.identify.judged import Settlement, settle
from riwaya.identify.known import body_block, person_blocks
from riwaya.identify.metonyms import part_governments
from riwaya.identify.persons import are_one_name, full_name_key
from riwaya.identify.records import Bearer, Block, Chain, Judged, Lacking, NameCount, SeenRole, Surface, Thing
from riwaya.identify.resolve import Outcome, is_person_block, link_thing, name_thing, resolve_block, thing_id
from riwaya.model import Entity, Link, Mention, Stage
from riwaya.stage import StageDefinition


def _name_block(block: Block) -> str:
    return block.key


RESOLVE_BLOCK: StageDefinition[Block, Outcome] = StageDefinition(
    name=Stage.IDENTIFY,
    version=14,
    kind="group",
    requires=(Mention,),
    adds=(Entity, Link, Bearer),
    run=resolve_block,
    name_item=_name_block,
)
"""The group part of identify for persons; its items are made of the chains of `chain_mentions`."""


def _name_thing_key(thing: Thing) -> str:
    return thing.key or thing.identity


NAME_THING: StageDefinition[Thing, Entity] = StageDefinition(
    name=Stage.IDENTIFY,
    version=7,
    kind="group",
    requires=(Mention,),
    adds=(Entity,),
    run=name_thing,
    name_item=_name_thing_key,
)
"""The group part of identify for everything else; the links are made with the chains (`link_thing`)."""

__all__ = [
    "NAME_THING",
    "RESOLVE_BLOCK",
    "Bearer",
    "Block",
    "Chain",
    "Judged",
    "Lacking",
    "NameCount",
    "Outcome",
    "SeenRole",
    "Settlement",
    "Surface",
    "Thing",
    "add_office_news",
    "are_one_name",
    "body_block",
    "chain_mentions",
    "full_name_key",
    "is_person_block",
    "link_thing",
    "name_thing",
    "part_governments",
    "person_blocks",
    "resolve_block",
    "settle",
    "thing_id",
]
