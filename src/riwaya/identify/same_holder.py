"""Persons of one block whom the table of office-holders knows as one: two spellings, or two times of one life.

What names and articles leave apart («كيم يونغ أون» beside «كيم جونغ أون», «آية الله خامنئي» beside «علي خامنئي», the
minister of 2021 beside the member of another cabinet of 2024) is one where the table surely has both as one holder:
both would be shown with one name and the same terms.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.identify.causes import Cause, Reason
from riwaya.identify.known import agreeing, recognise
from riwaya.identify.name_model import name_probability
from riwaya.identify.person import FIRST, Person
from riwaya.identify.person_names import name_behind, split_name
from riwaya.knowledge.offices import Term

_SCORE = 0.85  # of the links: as sure as the table's own recognition is
_LEAST_IN_ARTICLE = 0.15  # of two names in one article, so likely must they be one


def join_known(persons: Sequence[Person]) -> list[Person]:
    """Return persons with those joined whom the table recognises as one; the order is kept."""
    kept: list[Person] = []
    homes: dict[str, Person] = {}
    for person in persons:
        terms = recognise([chain for chain, _ in person.chains])
        home = homes.get(terms[0].person) if terms else None
        if home is not None and _may_join(person, home, terms):
            _take(home, person, Reason(Cause.TABLE, terms[0].person))
            continue
        kept.append(person)
        if terms and home is None:
            homes[terms[0].person] = person
    return kept


def _may_join(person: Person, home: Person, terms: Sequence[Term]) -> bool:
    """Return whether nothing tells two bearers of one table name apart.

    Who was told from namesakes, and who stands in one article with the other, needs an office of the table's besides.
    """
    named_both = bool(person.full_in & home.full_in)
    if named_both and name_probability(person.canonical(), home.canonical()) < _LEAST_IN_ARTICLE:
        return False
    doubted = [one for one in (person, home) if one.discriminator or named_both]
    return all(agreeing([chain for chain, _ in one.chains], terms) for one in doubted)


def _take(home: Person, other: Person, reason: Reason) -> None:
    for chain, score in other.chains:
        why = other.reasons[chain.id]
        home.add(name_behind(split_name(chain.name)), [chain], min(score, _SCORE), reason if why is FIRST else why)
