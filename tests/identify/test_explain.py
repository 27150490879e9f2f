"""Why names are one person's, or two persons': what is said is what was decided."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.identify import Block, Chain, SeenRole, Surface
from riwaya.identify.causes import JOINED, Cause
from riwaya.identify.explain import Decided, Explanation, explain
from riwaya.identify.person import Person
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.resolve import find_persons
from riwaya.model import MentionKind


def make_chain(number: int, name: str, *, nation: str = "", office: str = "وزير الدفاع") -> Chain:
    roles = (SeenRole(office, "", " ".join(office.replace("ال", "").split()), nation, f"r{number}"),) if nation else ()
    return Chain(
        f"c{number:05}", f"a{number}", "الضفاف", "2031-05-04", MentionKind.PER, name, (f"m{number}",),
        (Surface(name, 1),), roles, f"PER {block_key(split_name(name))}",
    )  # fmt: skip


def persons_of(chains: list[Chain]) -> list[Person]:
    return find_persons(Block("PER", tuple(chains)))


def why(chains: list[Chain], one: str, other: str) -> Explanation:
    """Explain two names as the blocks of the chains have them."""
    persons = persons_of(chains)
    sides = [[chain for chain in chains if chain.name == name] for name in (one, other)]
    held = [{id(person) for person in persons for chain, _ in person.chains if chain in side} for side in sides]
    return explain(*sides, Decided(one=bool(held[0] & held[1]), judged=False, persons=persons))


def test_two_first_names_of_their_own_keep_apart_by_the_names() -> None:
    found = why([make_chain(1, "سليم ملدرسون"), make_chain(2, "سالم ملدرسون")], "سليم ملدرسون", "سالم ملدرسون")
    assert not found.one
    assert found.reason.cause in (Cause.NAMES_APART, Cause.DOUBT)
    assert found.differences == ("two first names, each a name of its own: سليم, سالم",)


def test_a_doubtful_likeness_joins_by_an_office_in_common_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.identify.persons.name_probability", lambda one, other: 0.99 if one == other else 0.45)
    names = ["ستيف غرشتاين", "ستيفن غرشتين"]
    apart = why([make_chain(1, names[0]), make_chain(2, names[1])], *names)
    assert (apart.one, apart.reason.cause, apart.reason.score) == (False, Cause.DOUBT, 0.45)
    chains = [make_chain(number, name, nation="france") for number, name in enumerate(names)]
    joined = why(chains, *names)
    assert (joined.one, joined.reason.cause, joined.reason.least) == (True, Cause.OFFICE, 0.15)


def test_alike_names_that_one_article_has_are_two_by_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.identify.persons.name_probability", lambda one, other: 0.99 if one == other else 0.7)
    one = make_chain(1, "ستيف غرشتاين")
    found = why(
        [one, replace(make_chain(2, "ستيفن غرشتين"), article_id=one.article_id)], "ستيف غرشتاين", "ستيفن غرشتين"
    )
    assert (found.one, found.reason.cause) == (False, Cause.ONE_ARTICLE)


def test_equal_names_of_a_doctor_and_a_minister_are_two_by_their_callings() -> None:
    minister = make_chain(1, "سامر نبيل", nation="morocco")
    doctor = make_chain(2, "سامر نبيل")
    doctor = replace(doctor, roles=(SeenRole("الطبيب", "", "طبيب", "", "r2"),))
    persons = persons_of([minister, doctor])
    found = explain([minister], [doctor], Decided(one=False, judged=False, persons=persons))
    assert found.probability == 0.99
    assert found.reason.cause is Cause.CALLINGS


def test_names_of_other_surnames_and_letters_were_never_compared() -> None:
    found = why([make_chain(1, "بيني غرشتاين"), make_chain(2, "يوآف ملدرسون")], "بيني غرشتاين", "يوآف ملدرسون")
    assert (found.one, found.reason.cause) == (False, Cause.NO_PAIR)


def test_the_step_names_the_form_through_which_a_spelling_was_joined() -> None:
    names = ["توريد غرشتاين", "توريد غرشتاين", "توريد غرشتين"]
    found = why([make_chain(number, name) for number, name in enumerate(names)], names[0], names[2])
    (step,) = [step for step in found.steps if step.form == "توريد غرشتين"]
    assert (step.reason.cause, step.reason.form) == (Cause.NAMES, "توريد غرشتاين")


NAMES = st.sampled_from([
    "نديم الكرمي", "هدى الكرمي", "الكرمي", "نديم سامر الكرمي", "نديم الكرامي", "لويد غرشتاين", "أويد لرشتاين",
    "غرشتاين", "غرشتين", "سامر ملدرسون", "سمير ملدرسون",
])  # fmt: skip


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "france", "spain"])), min_size=2, max_size=12))
@settings(max_examples=150)
def test_the_reason_is_always_one_for_what_was_decided(rows: list[tuple[str, str]]) -> None:
    chains = [make_chain(number, name, nation=nation) for number, (name, nation) in enumerate(rows)]
    persons = persons_of(chains)
    home = {chain.id: place for place, person in enumerate(persons) for chain, _ in person.chains}
    for one, other in combinations(chains, 2):
        same = home[one.id] == home[other.id]
        reason = explain([one], [other], Decided(one=same, judged=False, persons=persons)).reason
        assert reason.cause is not Cause.UNKNOWN
        assert (reason.cause in JOINED) is same
        if reason.score is not None and reason.least is not None:
            assert (reason.score >= reason.least) is same or reason.cause is Cause.BETTER
