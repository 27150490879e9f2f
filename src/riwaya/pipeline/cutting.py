"""Chains cut in two where people judged that one article means two persons by one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from riwaya.identify import Chain, Surface
from riwaya.model import Article, Field, Mention, MentionKind, content_id
from riwaya.store.contract import Store


@dataclass(frozen=True, slots=True)
class Cuts:
    """Which splits take which mentions out of a chain.

    Attributes:
        owners: by the chain's id and the mention's, the split that takes the mention; roles go with their holders.
        mentions: those of the chains that are cut, by id.
    """

    owners: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mentions: Mapping[str, Mention] = field(default_factory=dict)

    def splits(self) -> set[str]:
        """Return the splits that cut a chain."""
        return {split for taken in self.owners.values() for split in taken.values()}

    def piece_of(self, chain_id: str, mention_id: str) -> str:
        """Return the id of the chain in which a mention of a chain is then."""
        split = self.owners.get(chain_id, {}).get(mention_id, "")
        return piece_id(chain_id, split) if split else chain_id

    def pieces(self, chain: Chain) -> list[Chain]:
        """Return what a chain is cut into: itself where nothing is."""
        taken = self.owners.get(chain.id)
        if not taken:
            return [chain]
        parts = [_take(chain, self._of(taken, split), self.mentions, piece_id(chain.id, split))
                 for split in sorted(set(taken.values()))]  # fmt: skip
        left = [name for name in chain.mention_ids if name not in taken]
        return [*parts, *([_take(chain, left, self.mentions, chain.id)] if _persons(left, self.mentions) else [])]

    @staticmethod
    def _of(taken: Mapping[str, str], split: str) -> list[str]:
        return [name for name, owner in taken.items() if owner == split]


def piece_id(chain_id: str, split: str) -> str:
    """Return the id of the chain that a split makes of a part of another."""
    return content_id("chain", split, chain_id)


def find_cuts(
    store: Store, splits: Iterable[tuple[str, Collection[str], Collection[str]]], home: Mapping[str, str]
) -> Cuts:
    """Return what splits cut.

    Args:
        store: where the mentions are.
        splits: id, mentions of the one side, mentions of the other; the first made first.
        home: the chain of each mention.
    """
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for split, one, other in splits:
        left = {home[name] for name in other}
        for name in one:
            if home[name] in left:
                owners[home[name]][name] = split
    if not owners:
        return Cuts()
    own = [name for name, chain in home.items() if chain in owners]
    held = {mention.id: mention for mention in store.select(Mention, id=sorted(own))}
    chain_of = {name: home[name] for name in own}
    for name, mention in held.items():
        if mention.kind is MentionKind.ROLE and mention.holder_id in owners[chain_of[name]]:
            owners[chain_of[name]][name] = owners[chain_of[name]][mention.holder_id]
    return Cuts(owners, held)


def cut_by_passage(store: Store, chains: Sequence[Chain], passage: str) -> tuple[list[Chain], list[Chain]]:
    """Return the chains with those mentions parted that stand in a passage: what is in it, and what is left.

    White space in the passage may be any; a chain all of whose mentions stand in it goes wholly.
    """
    words = r"\s+".join(map(re.escape, passage.split()))
    articles = {article.id: article for article in store.select(Article, id=sorted({c.article_id for c in chains}))}
    inside: list[Chain] = []
    rest: list[Chain] = []
    for chain in chains:
        mentions = {mention.id: mention for mention in store.select(Mention, id=chain.mention_ids)}
        taken = {name for name, mention in mentions.items() if _stands_in(words, articles[chain.article_id], mention)}
        taken |= {name for name, mention in mentions.items() if mention.holder_id in taken}
        left = [name for name in chain.mention_ids if name not in taken]
        if not _persons(taken, mentions):
            rest.append(chain)
        elif not _persons(left, mentions):
            inside.append(chain)
        else:
            inside.append(_take(chain, [name for name in chain.mention_ids if name in taken], mentions, ""))
            rest.append(_take(chain, left, mentions, chain.id))
    return inside, rest


def _stands_in(words: str, article: Article, mention: Mention) -> bool:
    text = article.text if mention.field is Field.TEXT else article.title
    return mention.kind is MentionKind.PER and any(
        found.start() <= mention.span.start and mention.span.end <= found.end() for found in re.finditer(words, text)
    )


def _persons(names: Iterable[str], mentions: Mapping[str, Mention]) -> list[Mention]:
    held = (mentions[name] for name in names if name in mentions)
    return [mention for mention in held if mention.kind is MentionKind.PER]


def _take(chain: Chain, names: Sequence[str], mentions: Mapping[str, Mention], identity: str) -> Chain:
    """Return the chain of these mentions of a chain: only their words, roles and dates."""
    persons = sorted(_persons(names, mentions), key=lambda mention: (mention.field, mention.span))
    forms = Counter(" ".join(mention.text.replace("_", " ").replace("#", " ").split()) for mention in persons)
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    own = set(names)
    return replace(
        chain,
        id=identity,
        name=max(ranked, key=lambda form: len(form.split())),
        mention_ids=tuple(names),
        surfaces=tuple(Surface(form, forms[form]) for form in ranked),
        roles=tuple(role for role in chain.roles if role.mention_id in own),
        past=tuple(role for role in chain.past if role.mention_id in own),
        changes=tuple(change for change in chain.changes if change.mention_id in own),
        told=chain.told if identity == chain.id else (),
        homes=chain.homes if identity == chain.id else (),
    )
