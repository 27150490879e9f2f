"""People of one name, and surnames alone, told apart by what else the articles say."""

from __future__ import annotations

import random
import time
import tracemalloc
from dataclasses import replace

import pytest

from riwaya.identify import Block, Chain, SeenRole, Surface, resolve_block
from riwaya.identify.callings import CALLED
from riwaya.identify.homonyms import log_odds_of_another, part_homonyms
from riwaya.identify.person_names import block_key, split_name
from riwaya.model import Entity, Link, MentionKind


def make_chain(number: int, name: str, company: str, role: str = "", nation: str = "") -> Chain:
    roles = (SeenRole(role, "", role, nation, f"r{number}"),) if role else ()
    return Chain(
        f"c{number:05}", f"a{number}", "الضفاف", "2031-05-04", MentionKind.PER, name, (f"m{number}",),
        (Surface(name, 1),), roles, f"PER {block_key(split_name(name))}",
        company=tuple(f"body {word}" for word in company.split()),
    )  # fmt: skip


def tell(chain: Chain, *told: str) -> Chain:
    return replace(chain, told=told)


def resolve(chains: list[Chain]) -> dict[str, str]:
    records = resolve_block(Block(chains[0].block, tuple(chains)))
    return {record.article_id: record.entity_id for record in records if isinstance(record, Link)}


MINISTER = "وزاره مجلس حزب لجنه"
PLAYER = "نادي دوري منتخب اتحاد"


@pytest.mark.parametrize("name", ["سامر نبيل", "سامر الحداد"])
def test_a_minister_and_a_player_of_one_name_are_two_people(name: str) -> None:
    chains = [make_chain(number, name, MINISTER, "وزير صحه", "jordan") for number in range(3)]
    chains += [make_chain(number, name, PLAYER, "لاعب", "kuwait") for number in range(3, 6)]
    home = resolve(chains)
    assert len({home[f"a{number}"] for number in range(3)}) == 1
    assert len({home[f"a{number}"] for number in range(3, 6)}) == 1
    assert home["a0"] != home["a3"]


def test_a_rare_name_stays_one_person_in_other_company() -> None:
    chains = [make_chain(1, "توريد غرشتاين", MINISTER, "وزير صحه", "jordan"), make_chain(2, "توريد غرشتاين", PLAYER)]
    assert len(set(resolve(chains).values())) == 1


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        (("وزير ماليه", "colombia"), ("وزير صحه", "spain"), 2),
        (("مدعي عام", "colombia"), ("لاعب", ""), 2),
        (("ممثل", ""), ("حاكم", "colombia"), 1),
        (("وزير ماليه", "colombia"), ("وزير صحه", "colombia"), 1),
    ],
)
def test_a_foreign_name_is_two_peoples_where_office_and_state_or_sport_differ(
    one: tuple[str, str], other: tuple[str, str], people: int
) -> None:
    chains = [make_chain(1, "توريد غرشتاين", "حزب", *one), make_chain(2, "توريد غرشتاين", "نادي", *other)]
    assert len(set(resolve(chains).values())) == people


def test_company_says_whom_a_surname_means() -> None:
    chains = [make_chain(number, "نديم الكرمي", MINISTER) for number in range(3)]
    chains += [make_chain(number, "هدى الكرمي", PLAYER) for number in range(3, 6)]
    chains += [make_chain(6, "الكرمي", PLAYER), make_chain(7, "الكرمي", MINISTER)]
    home = resolve(chains)
    assert home["a6"] == home["a3"]
    assert home["a7"] == home["a0"]


def test_strangers_of_one_common_surname_stay_apart_unless_their_articles_speak_for_one() -> None:
    chains = [make_chain(1, "الحداد", MINISTER), make_chain(2, "الحداد", PLAYER), make_chain(3, "الحداد", "")]
    assert len(set(resolve(chains).values())) == 3
    home = resolve([*chains, make_chain(4, "الحداد", MINISTER)])
    assert home["a4"] == home["a1"]
    assert len(set(home.values())) == 3


def test_a_rare_surname_alone_joins_with_a_score_that_says_how_little_is_known() -> None:
    def scores(company: str) -> set[float]:
        chains = [make_chain(1, "غرشتاين", MINISTER), make_chain(2, "غرشتاين", company)]
        links = [each for each in resolve_block(Block(chains[0].block, tuple(chains))) if isinstance(each, Link)]
        assert len({link.entity_id for link in links}) == 1
        return {link.score for link in links if link.article_id == "a2"}

    assert max(scores(PLAYER)) < 0.6 < min(scores(MINISTER))


def test_every_lonely_person_has_an_id_of_their_own() -> None:
    chains = [make_chain(number, "الحداد", f"نادي{number}") for number in range(30)]
    assert len(set(resolve(chains).values())) == 30
    assert resolve(chains[::-1]) == resolve(chains)


def test_the_order_of_chains_does_not_matter_for_namesakes() -> None:
    generator = random.Random(3)
    words = f"{MINISTER} {PLAYER}".split()
    chains = [make_chain(number, "سامر نبيل", " ".join(generator.sample(words, 3))) for number in range(40)]
    expected = part_homonyms(("سامر", "نبيل"), chains)
    generator.shuffle(chains)
    assert part_homonyms(("سامر", "نبيل"), chains) == expected
    assert sorted(chain.id for held in expected for chain in held) == sorted(chain.id for chain in chains)


def test_ten_thousand_mentions_of_one_common_name_are_bounded_in_time_and_memory() -> None:
    generator = random.Random(7)
    words = [f"هيءه{number}" for number in range(400)]
    names = ["سامر نبيل", "سامر نبيل", "سامر نبيل", "نبيل"]
    chains = [
        make_chain(number, generator.choice(names), " ".join(generator.sample(words, 12))) for number in range(10_000)
    ]
    chains = [chain for chain in chains if chain.block == chains[0].block]
    started = time.process_time()
    home = resolve(chains)
    assert time.process_time() - started < 15
    assert len(home) == len(chains)
    tracemalloc.start()
    resolve(chains)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.parametrize(
    ("role", "nation"), [("طبيب", "jordan"), ("لاعب", ""), ("مطرب", "jordan"), ("وزير صحه", "kuwait")]
)
def test_two_callings_of_one_arabic_name_are_two_people_though_nothing_else_is_known(role: str, nation: str) -> None:
    chains = [make_chain(1, "سامر الشجراوي", "", "نايب", "jordan"), make_chain(2, "سامر الشجراوي", "", role, nation)]
    assert len(set(resolve(chains).values())) == 2


def test_much_company_in_common_says_that_a_player_became_a_minister() -> None:
    chains = [
        make_chain(1, "سامر الشجراوي", PLAYER, "وزير رياضه", "jordan"),
        make_chain(2, "سامر الشجراوي", PLAYER, "لاعب"),
    ]
    assert len(set(resolve(chains).values())) == 1


def test_somebody_dead_young_or_of_a_trade_is_no_member_of_parliament_of_that_name() -> None:
    deputy = make_chain(1, "سامر الشجراوي", "", "نايب", "jordan")
    for told in ("dead", "age 19", "مزارع"):
        assert len(set(resolve([deputy, tell(make_chain(2, "سامر الشجراوي", ""), told)]).values())) == 2
    assert len(set(resolve([deputy, tell(make_chain(2, "سامر الشجراوي", ""), "age 50")]).values())) == 1


def test_ages_that_do_not_fit_are_two_people() -> None:
    one, other = make_chain(1, "سامر الشجراوي", ""), make_chain(2, "سامر الشجراوي", "")
    assert len(set(resolve([tell(one, "age 30"), tell(other, "age 31")]).values())) == 1
    assert len(set(resolve([tell(one, "age 30"), tell(other, "age 62")]).values())) == 2


def test_two_first_names_are_not_one_person_for_being_of_one_country() -> None:
    country = [replace(make_chain(number, "سامر نبيل", ""), company=("nation jordan",)) for number in (1, 2)]
    assert len(set(resolve(country).values())) == 2
    office = [replace(make_chain(n, "سامر نبيل", "", "وزير صحه", "jordan"), company=("nation jordan",)) for n in (1, 2)]
    assert len(set(resolve(office).values())) == 1


def test_articles_that_spell_a_name_otherwise_go_to_the_namesake_whom_they_fit() -> None:
    players = [make_chain(number, "سامر الحداد", PLAYER, "لاعب", "kuwait") for number in range(4)]
    ministers = [make_chain(number, "سامر الحداد", MINISTER, "وزير صحه", "jordan") for number in range(4, 6)]
    home = resolve([*players, *ministers, make_chain(6, "سامر حداد", MINISTER, "وزير صحه", "jordan")])
    assert home["a6"] == home["a4"] != home["a0"]


def test_a_surname_that_opens_like_a_kunya_and_names_no_child_is_one_of_few() -> None:
    assert log_odds_of_another(("سامر", "ابو غرشتاين")) < log_odds_of_another(("سامر", "ابو زيد"))


def later(chain: Chain, day: str) -> Chain:
    return replace(chain, published=day)


@pytest.mark.parametrize("name", ["سامر الشجراوي", "توريد غرشتاين"])
def test_callings_that_years_lead_to_are_one_persons_after_years_and_twos_within_weeks(name: str) -> None:
    doctor = make_chain(1, name, "", "طبيب")
    minister = make_chain(2, name, "", "وزير صحه", "jordan")
    assert len(set(resolve([doctor, later(minister, "2036-05-04")]).values())) == 1
    accused = tell(make_chain(3, name, ""), "called crime")
    assert len(set(resolve([minister, later(accused, "2036-05-04")]).values())) == 2


def test_who_died_does_not_speak_a_year_later() -> None:
    dead = tell(make_chain(1, "سامر الشجراوي", "مستشفي"), "died")
    speaker = tell(make_chain(2, "سامر الشجراوي", "شركه"), "spoke")
    assert len(set(resolve([dead, later(speaker, "2033-05-04")]).values())) == 2
    assert len(set(resolve([dead, later(speaker, "2031-01-04")]).values())) == 1


def test_offices_of_one_person_of_the_table_do_not_part_however_many_years_lie_between() -> None:
    chains = [
        later(make_chain(1, "بيني غانتس", "", "وزير دفاع"), "2021-09-01"),
        later(make_chain(2, "بيني غانتس", "مجلس", "عضو مجلس حرب"), "2024-05-19"),
    ]
    assert len(set(resolve(chains).values())) == 1


def test_an_article_that_names_two_in_full_keeps_them_apart_from_a_spelling_between_theirs() -> None:
    chains = [make_chain(number, "راجيف كومار", "نهر") for number in range(3)]
    chains += [make_chain(3, "راجش كومار", "مناخ"), make_chain(4, "راجيش كومار", "مناخ")]
    both = replace(make_chain(5, "راجيش كومار", "نهر"), article_id="a0")
    home = {link.mention_id: link.entity_id for link in links([*chains, both])}
    assert home["m5"] != home["m0"]


def links(chains: list[Chain]) -> list[Link]:
    return [record for record in resolve_block(Block(chains[0].block, tuple(chains))) if isinstance(record, Link)]


def test_a_teacher_or_a_namesake_without_the_office_has_no_terms_of_the_table() -> None:
    secretary = make_chain(1, "حسن نصر الله", "حزب", "الامين العام لحزب الله", "")
    teacher = tell(make_chain(2, "حسن نصر الله", "مدرسه"), "called school")
    records = list(resolve_block(Block(teacher.block, (teacher,))))
    assert [record.name_en for record in records if isinstance(record, Entity)] == [""]
    both = list(resolve_block(Block(teacher.block, (secretary, teacher))))
    assert sum(bool(record.name_en) for record in both if isinstance(record, Entity)) <= 1


def test_whose_age_is_a_youths_is_no_historian_of_the_name() -> None:
    player = tell(make_chain(1, "سامر الشجراوي", "اتحاد"), "age 19")
    historian = tell(make_chain(2, "سامر الشجراوي", "قلعه"), "called scholar")
    assert len(set(resolve([player, historian]).values())) == 2
    student = tell(make_chain(2, "سامر الشجراوي", "قلعه"), "called school")
    assert len(set(resolve([player, student]).values())) == 1


def test_whoever_bears_a_presidents_name_and_another_calling_is_not_the_president_however_many_years_lie_between() -> (
    None
):
    president = replace(make_chain(1, "حسن روحاني", "حزب", "رييس", "iran"), published="2016-05-01")
    player = replace(tell(make_chain(2, "حسن روحاني", "نادي"), f"{CALLED}player"), published="2023-05-01")
    assert len(set(resolve([president, player]).values())) == 2
    assert len(set(resolve([president, replace(player, told=(f"{CALLED}state",))]).values())) == 1
