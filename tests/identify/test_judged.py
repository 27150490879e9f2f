"""People's judgements as constraints on persons."""

from __future__ import annotations

from dataclasses import replace

from riwaya.identify import Block, Judged, resolve_block, settle
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.records import Chain, SeenRole, Surface
from riwaya.model import Entity, Link, MentionKind
from riwaya.model.judgements import Verdict

MERGE, SPLIT, RENAME, REJECT = Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME, Verdict.REJECT


def make_chain(number: int, name: str) -> Chain:
    return Chain(
        f"c{number}", f"a{number}", "الضفاف", "2031-05-04", MentionKind.PER, name, (f"m{number}",), (Surface(name, 1),),
        (), f"PER {block_key(split_name(name))}",
    )  # fmt: skip


def judged(number: int, verdict: Verdict, one: str, other: str = "", name: str = "") -> Judged:
    return Judged(f"j{number}", verdict, tuple(one.split()), tuple(other.split()), name)


def resolve(chains: list[Chain], *judgements: Judged) -> tuple[list[Entity], dict[str, str]]:
    records = list(resolve_block(Block(chains[0].block, tuple(chains), judged=judgements)))
    home = {record.mention_id: record.entity_id for record in records if isinstance(record, Link)}
    return [record for record in records if isinstance(record, Entity)], home


def test_two_names_that_were_judged_one_are_one_person_whatever_their_blocks() -> None:
    entities, home = resolve([make_chain(1, "نديم الكرمي"), make_chain(2, "رودي فالس")], judged(1, MERGE, "c1", "c2"))
    assert len(entities) == 1
    assert set(home) == {"m1", "m2"}


def test_chains_that_were_judged_apart_are_two_persons_and_a_new_one_joins_one_of_them() -> None:
    chains = [make_chain(number, "نديم الكرمي") for number in range(1, 5)]
    entities, home = resolve(chains, judged(1, SPLIT, "c1", "c2"))
    assert len(entities) == 2
    assert home["m1"] != home["m2"]
    assert {home["m3"], home["m4"]} <= {home["m1"], home["m2"]}


def test_a_new_article_goes_to_the_part_whose_calling_it_tells() -> None:
    told = (("called stage",), ("called letters",), ("called stage",), ("called letters",))
    chains = [replace(make_chain(number, "نديم الكرمي"), told=said) for number, said in enumerate(told, 1)]
    assert len(set(resolve(chains)[1].values())) == 1
    _, home = resolve(chains, judged(1, SPLIT, "c1", "c2"))
    assert home["m3"] == home["m1"] != home["m2"] == home["m4"]


def test_a_merge_does_not_bring_together_what_was_split() -> None:
    chains = [make_chain(1, "نديم الكرمي"), make_chain(2, "نديم الكرمي"), make_chain(3, "رودي فالس")]
    _, home = resolve(chains, judged(1, SPLIT, "c1", "c2"), judged(2, MERGE, "c1", "c3"))
    assert home["m1"] == home["m3"] != home["m2"]


def test_a_chosen_name_is_shown_and_a_rejected_person_is_gone() -> None:
    chains = [make_chain(1, "نديم الكرمي"), make_chain(2, "هدى الكرمي"), make_chain(3, "هدى الكرمي")]
    entities, home = resolve(chains, judged(1, RENAME, "c1", name="نديم ب. الكرمي"), judged(2, REJECT, "c2"))
    assert [entity.name for entity in entities] == ["نديم ب. الكرمي"]
    assert set(home) == {"m1"}


def test_judgements_that_contradict_each_other_are_all_left_out_and_the_rest_holds() -> None:
    settlement = settle(
        [
            judged(1, MERGE, "c1", "c2"),
            judged(2, MERGE, "c2", "c3"),
            judged(3, SPLIT, "c1", "c3"),
            judged(4, REJECT, "c9"),
        ]
    )
    assert [each.id for each in settlement.applied] == ["j4"]
    assert set(settlement.troubled) == {"j1", "j2", "j3"}


def test_two_names_for_one_person_contradict_each_other() -> None:
    settlement = settle(
        [judged(1, RENAME, "c1", name="أ"), judged(2, MERGE, "c1", "c2"), judged(3, RENAME, "c2", name="ب")]
    )
    assert set(settlement.troubled) == {"j1", "j3"}


def test_a_judgement_of_which_one_side_is_gone_dangles() -> None:
    settlement = settle([judged(1, MERGE, "c1"), judged(2, RENAME, "", name="أ"), judged(3, MERGE, "c1", "c2")])
    assert set(settlement.troubled) == {"j1", "j2"}
    assert [each.id for each in settlement.applied] == ["j3"]


def test_what_was_judged_of_a_part_rests_on_its_split_and_contradicts_nothing_without_it() -> None:
    of_part = Judged("j1", RENAME, ("c1",), (), "أ", rests_on=("j9",))
    alone = settle([of_part, judged(2, RENAME, "c1", name="ب")])
    assert ([each.id for each in alone.applied], set(alone.troubled)) == (["j2"], {"j1"})
    assert settle([of_part, judged(9, SPLIT, "c1", "c2")]).troubled == {}
    # A split that is itself met by a merge makes no part.
    both = settle([of_part, judged(9, SPLIT, "c1", "c2"), judged(3, MERGE, "c1", "c2")])
    assert set(both.troubled) == {"j1", "j9", "j3"}


def test_two_parts_cut_off_one_person_can_be_made_one_again() -> None:
    chains = [make_chain(number, "نديم الكرمي") for number in (1, 2, 3)]
    splits = [judged(1, Verdict.SPLIT, "c1", "c2 c3"), judged(2, Verdict.SPLIT, "c2", "c3")]
    merge = Judged("j3", Verdict.MERGE, ("c1",), ("c2",), "", rests_on=("j1", "j2"))
    settled = settle([*splits, merge])
    assert not settled.troubled
    _, home = resolve(chains, *settled.applied)
    assert home["m1"] == home["m2"] != home["m3"]
    # a part is never the rest that it was cut off from
    assert settle([*splits, Judged("j3", Verdict.MERGE, ("c1",), ("c3",), "", rests_on=("j1",))]).troubled


def austin(number: int, office: str = "وزير دفاع") -> Chain:
    role = SeenRole(office, "", office, "united states", f"r{number}")
    return replace(make_chain(number, "لويد أوستن"), published="2023-05-04", roles=(role,) if office else ())


def english(entities: list[Entity], home: dict[str, str]) -> dict[str, str]:
    latin = {entity.id: entity.name_en for entity in entities}
    return {mention: latin[entity] for mention, entity in home.items()}


def test_the_part_that_people_told_from_a_person_of_the_table_has_no_offices_of_it() -> None:
    entities, home = resolve([austin(1, ""), austin(2), austin(3)], judged(1, SPLIT, "c1", "c2 c3"))
    assert english(entities, home) == {"m1": "", "m2": "Lloyd Austin", "m3": "Lloyd Austin"}
    assert sorted(len(entity.offices) for entity in entities) == [0, 1]


def test_the_table_describes_the_part_that_articles_give_its_office() -> None:
    entities, home = resolve([austin(1), austin(2, "")], judged(1, SPLIT, "c1", "c2"))
    assert english(entities, home) == {"m1": "Lloyd Austin", "m2": ""}


def test_of_two_parts_of_one_office_the_table_describes_what_was_left_or_what_people_named_so() -> None:
    chains = [austin(1), austin(2)]
    assert english(*resolve(chains, judged(1, SPLIT, "c1", "c2"))) == {"m1": "", "m2": "Lloyd Austin"}
    named = judged(2, RENAME, "c1", name="لويد أوستن")
    assert english(*resolve(chains, judged(1, SPLIT, "c1", "c2"), named)) == {"m1": "Lloyd Austin", "m2": ""}


def test_a_name_given_to_a_person_made_of_two_is_not_both_s_when_they_are_two_again() -> None:
    chains = [make_chain(1, "نديم الكرمي"), make_chain(2, "نديم الكرمي"), make_chain(3, "رودي فالس")]
    entities, _ = resolve(chains, judged(1, RENAME, "c1 c2 c3", name="نديم ب. الكرمي"))
    assert sorted(entity.name for entity in entities) == ["رودي فالس", "نديم ب. الكرمي"]


def test_a_merge_with_one_who_was_taken_away_before_contradicts_that_and_one_before_does_not() -> None:
    merge, reject = judged(1, MERGE, "c1", "c2"), judged(2, REJECT, "c1")
    late = settle([replace(merge, made="2031-05-05"), replace(reject, made="2031-05-04")])
    assert set(late.troubled) == {"j1", "j2"}
    early = settle([replace(merge, made="2031-05-03"), replace(reject, made="2031-05-04")])
    assert not early.troubled
