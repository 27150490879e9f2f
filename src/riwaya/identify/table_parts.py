"""Which of the persons that people told apart the table of office-holders describes: one of them, never two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.identify.known import agreeing, recognise
from riwaya.identify.person import Person
from riwaya.identify.records import Judged
from riwaya.knowledge.offices import Term
from riwaya.knowledge.people import is_name_of
from riwaya.model.judgements import Verdict

Terms = tuple[Term, ...]


def terms_by_person(persons: Sequence[Person], judged: Iterable[Judged], known: Sequence[Term]) -> Mapping[int, Terms]:
    """Return the terms in the table of persons that splits told apart, by the person's `id`.

    Of two parts that the table knows as one, it describes the part that people gave its name; else that of which more
    articles give the office; else what was left when the other was taken out. The other part has none of its terms.
    """
    found: dict[int, Terms] = {}
    for split in judged:
        if split.verdict is Verdict.SPLIT:
            part, rest = (_holders(persons, side) for side in (split.one, split.other))
            for person in (*part, *rest):
                found.setdefault(id(person), recognise([chain for chain, _ in person.chains], known))
            for one in part:
                for other in rest:
                    _part_terms(one, other, found)
    return found


def _holders(persons: Iterable[Person], chains: Iterable[str]) -> list[Person]:
    wanted = set(chains)
    return [person for person in persons if any(chain.id in wanted for chain, _ in person.chains)]


def _part_terms(part: Person, rest: Person, found: dict[int, Terms]) -> None:
    """Take the terms of one person of the table from that one of two parts which it does not describe."""
    own, others = found[id(part)], found[id(rest)]
    if part is rest or not own or not others or own[0].person != others[0].person:
        return
    other = rest if _rank(part, own) > _rank(rest, others) else part
    found[id(other)] = ()


def _rank(person: Person, terms: Terms) -> tuple[bool, int]:
    named = bool(person.shown) and is_name_of(person.shown, terms[0].person)
    return named, agreeing([chain for chain, _ in person.chains], terms)
