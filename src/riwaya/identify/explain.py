"""Why two names were taken for one person, or were not: what the score saw, and where the articles say it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import thing_key
from riwaya.identify.homonyms import weigh_bearers
from riwaya.identify.name_model import FEATURES, features, name_probability
from riwaya.identify.person_names import name_behind, split_name
from riwaya.identify.persons import POSSIBLE_NAMES, SURE_NAMES
from riwaya.identify.records import Chain
from riwaya.knowledge.bodies import body_aliases
from riwaya.knowledge.names import aliases

_SHOWN = 5
NAMES = f"the names; with an office in common {POSSIBLE_NAMES} joins"
WORDS = "what the articles say of one name, as log odds"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for and against two forms of a name being one person's.

    Attributes:
        form, other: the names compared, as written most often.
        probability: of the two names alone, nothing else being known.
        features: what the score saw, by name; noughts are left out.
        offices: offices that both bear, with articles of either side.
        nations: nations of the roles of either side that the other side does not share, "" sides where there are none.
        articles: some articles of each side.
        score, least: what decided, and the least of it that joins: of one full name the log odds of what the articles
            say (`WORDS`), of two names their probability (`NAMES`); `decided` says which.
    """

    form: str
    other: str
    probability: float
    features: dict[str, float]
    offices: dict[str, tuple[str, ...]]
    nations: tuple[str, str]
    articles: tuple[tuple[str, ...], tuple[str, ...]]
    score: float | None
    least: float
    decided: str


def explain(chains: Sequence[Chain], others: Sequence[Chain]) -> Explanation:
    """Return what speaks for and against chains of two names being one person's."""
    form, other = (_usual(side) for side in (chains, others))
    one, two = name_behind(split_name(form)), name_behind(split_name(other))
    seen = {name: round(value, 3) for name, value in zip(FEATURES, features(one, two), strict=True) if value}
    seen.pop("bias", None)
    probability = round(name_probability(one, two), 3)
    score, least, decided = probability, SURE_NAMES, NAMES
    if one == two and len(one) > 1 and chains and others:
        score, least = weigh_bearers(one, chains, others)
        decided = WORDS
    return Explanation(
        form=form,
        other=other,
        probability=probability,
        features=seen,
        offices=_shared_offices(chains, others),
        nations=_apart(chains, others),
        articles=(_articles(chains), _articles(others)),
        score=round(score, 2) if math.isfinite(score) else None,
        least=least,
        decided=decided,
    )


@dataclass(frozen=True, slots=True)
class NameReason:
    """Why a body or place is called so.

    Attributes:
        key: what the names of one thing have in common: words without articles and head noun, the nation.
        reason: how the form leads to the key.
    """

    form: str
    count: int
    key: str
    reason: str
    articles: tuple[str, ...]


def explain_names(chains: Sequence[Chain]) -> tuple[NameReason, ...]:
    """Return why the names of a body, place or other thing are one, the most used first."""
    counts: Counter[tuple[str, str]] = Counter()
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for chain in chains:
        for surface in chain.surfaces:
            counts[(surface.form, chain.block)] += surface.count
            articles[(surface.form, chain.block)].add(chain.article_id)
    keys = Counter(block for (_, block), count in counts.items() for _ in range(count))
    usual = min(keys, key=lambda key: (-keys[key], key), default="")
    return tuple(
        NameReason(
            form, count, key.partition(" ")[2], _reason(form, key, usual), tuple(sorted(articles[form, key])[:_SHOWN])
        )
        for (form, key), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )  # fmt: skip


def _reason(form: str, block: str, usual: str) -> str:
    if block != usual:
        return "a judgement"
    group, _, key = block.partition(" ")
    folded = fold_name(form)
    if folded in aliases() or folded in body_aliases():
        return f"the table of names: {aliases().get(folded) or body_aliases()[folded]}"
    if key.startswith("@") or group == "nation":
        return "the table of nations"
    if "/" in key:
        return "two places have the name; the company that the article names tells"
    if thing_key(form, place=group == "place") == key or key.startswith(fold_name(form)):
        return "the words without article, head noun and nation"
    return "what the sentence says of it (a capital for its state), or the words of another name in the article"


def _usual(chains: Sequence[Chain]) -> str:
    forms = Counter(chain.name for chain in chains)
    return min(forms, key=lambda form: (-forms[form], form))


def _articles(chains: Sequence[Chain]) -> tuple[str, ...]:
    return tuple(sorted({chain.article_id for chain in chains})[:_SHOWN])


def _shared_offices(chains: Sequence[Chain], others: Sequence[Chain]) -> dict[str, tuple[str, ...]]:
    held: list[dict[tuple[str, str], dict[str, str]]] = []
    for side in (chains, others):
        offices: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for chain in side:
            for role in chain.roles:
                offices[(role.key, role.nation)][chain.article_id] = f"{role.office} {role.of}".strip()
        held.append(offices)
    shared = sorted(held[0].keys() & held[1].keys())
    return {
        next(iter(held[0][key].values())): (*sorted(held[0][key])[:_SHOWN], *sorted(held[1][key])[:_SHOWN])
        for key in shared
    }


def _apart(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[str, str]:
    one, two = ({role.nation for chain in side for role in chain.roles if role.nation} for side in (chains, others))
    if not one or not two or one & two:
        return ("", "")
    return (", ".join(sorted(one)), ", ".join(sorted(two)))
