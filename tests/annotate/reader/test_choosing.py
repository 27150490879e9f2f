from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.reader.choosing import THRESHOLD, Weighed, choose_names, choose_roles, settle_senses
from riwaya.annotate.reader.evidence import Candidate
from riwaya.model import MentionKind, Span

PER, ORG, NORP, ROLE = MentionKind.PER, MentionKind.ORG, MentionKind.NORP, MentionKind.ROLE


def one(start: int, end: int, kind: MentionKind, chance: float, *, nested: bool = False, found: bool = True) -> Weighed:
    return Weighed(Candidate(Span(start, end), kind, 0.5, 0.5, found, 0.0, nested), chance)


def chosen(*weighed: Weighed) -> list[tuple[int, int, MentionKind]]:
    return [(name.span.start, name.span.end, name.candidate.kind) for name in choose_names(weighed)]


def test_the_likelier_of_two_overlapping_names_stays() -> None:
    assert chosen(one(0, 5, PER, 0.7), one(3, 9, PER, 0.8)) == [(3, 9, PER)]
    assert chosen(one(0, 5, PER, 0.7), one(0, 5, ORG, 0.6)) == [(0, 5, PER)]


def test_a_nation_inside_a_body_counts_with_it() -> None:
    assert chosen(one(0, 9, ORG, 0.6), one(5, 9, NORP, 0.95)) == [(0, 9, ORG), (5, 9, NORP)]


def test_a_person_holds_nothing() -> None:
    assert chosen(one(0, 9, PER, 0.6), one(5, 9, NORP, 0.95)) == [(5, 9, NORP)]


def test_a_body_inside_a_body_needs_to_be_found_there() -> None:
    assert chosen(one(0, 9, ORG, 0.9), one(5, 9, ORG, 0.6)) == [(0, 9, ORG)]
    assert chosen(one(0, 9, ORG, 0.9), one(5, 9, ORG, 0.6, nested=True)) == [(0, 9, ORG), (5, 9, ORG)]


def test_what_is_unlikely_is_left_out() -> None:
    assert chosen(one(0, 5, PER, THRESHOLD - 0.01)) == []


def test_two_short_names_outweigh_one_over_both() -> None:
    assert chosen(one(0, 9, PER, 0.8), one(0, 4, PER, 0.7), one(5, 9, PER, 0.75)) == [(0, 4, PER), (5, 9, PER)]


def test_a_role_gives_way_to_a_person_over_it_but_may_hold_one() -> None:
    names = [one(10, 20, PER, 0.9)]
    assert choose_roles([one(5, 12, ROLE, 0.9)], names) == []
    assert choose_roles([one(5, 20, ROLE, 0.9, found=False)], names) == []
    assert len(choose_roles([one(5, 20, ROLE, 0.9)], names)) == 1
    assert len(choose_roles([one(0, 9, ROLE, 0.9)], names)) == 1


CANDIDATES = st.lists(
    st.builds(
        lambda start, length, kind, chance, nested: one(start, start + length, kind, chance, nested=nested),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from([PER, ORG, NORP, MentionKind.GPE, MentionKind.MISC]),
        st.floats(0, 1),
        st.booleans(),
    ),
    max_size=14,
)


@given(CANDIDATES)
def test_chosen_names_never_cross(weighed: list[Weighed]) -> None:
    names = choose_names(weighed)
    for first, second in pairwise(names):
        assert first.span != second.span
    for first in names:
        for second in names:
            if first is not second and first.span.overlaps(second.span):
                assert first.span.contains(second.span) or second.span.contains(first.span)


@given(CANDIDATES, st.randoms())
def test_the_order_of_the_candidates_changes_nothing_where_all_differ(weighed: list[Weighed], chance: object) -> None:
    distinct = list({(name.span, name.chance): name for name in weighed}.values())
    assert choose_names(distinct) == choose_names(distinct[::-1])


def test_many_candidates_are_chosen_from_in_good_time() -> None:
    many = [one(index * 3, index * 3 + 5, ORG, 0.9) for index in range(20_000)]
    assert len(choose_names(many)) == 10_000


def test_whoever_is_named_in_full_is_no_place_unless_a_table_knows_the_place() -> None:
    person, place = one(0, 5, PER, 0.5), one(0, 5, MentionKind.GPE, 0.7)
    in_full = replace(person, candidate=replace(person.candidate, longer=0.9, rule=0.0))
    unlisted = replace(place, candidate=replace(place.candidate, rule=0.0))
    assert chosen(*settle_senses([in_full, unlisted])) == [(0, 5, PER)]
    assert chosen(*settle_senses([in_full, place])) == [(0, 5, MentionKind.GPE)]
