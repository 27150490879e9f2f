"""Why two names were taken for one person, or were not: what the score saw, and where the articles say it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.identify.name_model import FEATURES, features, name_probability
from riwaya.identify.person_names import name_behind, split_name
from riwaya.identify.records import Chain

_SHOWN = 5


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
    """

    form: str
    other: str
    probability: float
    features: dict[str, float]
    offices: dict[str, tuple[str, ...]]
    nations: tuple[str, str]
    articles: tuple[tuple[str, ...], tuple[str, ...]]


def explain(chains: Sequence[Chain], others: Sequence[Chain]) -> Explanation:
    """Return what speaks for and against chains of two names being one person's."""
    form, other = (_usual(side) for side in (chains, others))
    one, two = name_behind(split_name(form)), name_behind(split_name(other))
    seen = {name: round(value, 3) for name, value in zip(FEATURES, features(one, two), strict=True) if value}
    seen.pop("bias", None)
    return Explanation(
        form=form,
        other=other,
        probability=round(name_probability(one, two), 3),
        features=seen,
        offices=_shared_offices(chains, others),
        nations=_apart(chains, others),
        articles=(_articles(chains), _articles(others)),
    )


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
