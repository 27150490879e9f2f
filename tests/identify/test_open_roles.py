"""Roles without a name beside them."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import read

from riwaya.model import MentionKind

PER, ROLE = MentionKind.PER, MentionKind.ROLE


def test_offices_listed_behind_a_name_are_all_that_persons() -> None:
    text = "قال نديم الكرمي نائب رئيس الجزيرة رئيس مجلس البحارة وحاكم الضفاف نعم"
    (chain,) = read(
        text,
        ("نديم الكرمي", PER), ("نائب رئيس الجزيرة", ROLE), ("رئيس مجلس البحارة", ROLE), ("حاكم الضفاف", ROLE),
        holders={"نائب رئيس الجزيرة": "نديم الكرمي"},
    )  # fmt: skip
    assert len(chain.mention_ids) == 4


def test_an_office_with_a_name_of_its_own_behind_it_is_nobody_elses() -> None:
    text = "التقى نديم الكرمي وزير الدفاع ووزير المالية فادي العلمي"
    chains = read(
        text,
        ("نديم الكرمي", PER), ("وزير الدفاع", ROLE), ("وزير المالية", ROLE), ("فادي العلمي", PER),
        holders={"وزير الدفاع": "نديم الكرمي"},
    )  # fmt: skip
    assert {chain.name: len(chain.mention_ids) for chain in chains} == {"نديم الكرمي": 2, "فادي العلمي": 1}


@pytest.mark.parametrize(
    ("text", "later", "mentions"),
    [
        ("قال وزير الدفاع الأميركي نديم الكرمي نعم. وأضاف الوزير لا", "الوزير", 3),
        ("قال وزير الدفاع الأميركي نديم الكرمي نعم. وأضاف الوزير الأميركي لا", "الوزير الأميركي", 3),
        ("قال وزير الدفاع الأميركي نديم الكرمي نعم. وأضاف الوزير الفرنسي لا", "الوزير الفرنسي", 2),
        ("قال وزير الدفاع الأميركي نديم الكرمي نعم. وأضاف السفير لا", "السفير", 2),
    ],
)
def test_an_office_in_short_is_the_one_holder_that_it_fits(text: str, later: str, mentions: int) -> None:
    names = (("وزير الدفاع الأميركي", ROLE), ("نديم الكرمي", PER), (later, ROLE))
    chains = read(text, *names, holders={"وزير الدفاع الأميركي": "نديم الكرمي"})
    assert len(chains[0].mention_ids) == mentions


@pytest.mark.parametrize(
    ("office", "later", "mentions"),
    [
        ("وزير الدفاع السابق", "الوزير السابق", 3),
        ("رئيس الوزراء السابق", "رئيس الوزراء السابق", 3),
        ("وزير الدفاع", "الوزير السابق", 2),
    ],
)
def test_a_former_office_in_short_is_its_one_former_holders(office: str, later: str, mentions: int) -> None:
    text = f"قال {office} نديم الكرمي نعم. وأضاف ثم {later} لا"
    chains = read(text, (office, ROLE), ("نديم الكرمي", PER), (later, ROLE), holders={office: "نديم الكرمي"})
    assert len(chains[0].mention_ids) == mentions


def test_an_office_in_short_is_nobodys_where_another_of_that_kind_is_named() -> None:
    text = "قال وزير الدفاع نديم الكرمي نعم. والتقى وزير المالية. وأضاف الوزير لا"
    names = (("وزير الدفاع", ROLE), ("نديم الكرمي", PER), ("وزير المالية", ROLE), ("الوزير", ROLE))
    (chain,) = read(text, *names, holders={"وزير الدفاع": "نديم الكرمي"})
    assert len(chain.mention_ids) == 2


def test_heads_of_two_states_are_not_both_the_one_whose_state_nothing_tells() -> None:
    text = "قال الرئيس نديم الكرمي نعم. والتقى الرئيس الأميركي الوفد. وقال الرئيس الفرنسي لا"
    names = (("الرئيس", ROLE), ("نديم الكرمي", PER), ("الرئيس الأميركي", ROLE), ("الرئيس الفرنسي", ROLE))
    (chain,) = read(text, *names, holders={"الرئيس": "نديم الكرمي"})
    assert len(chain.mention_ids) == 2


def test_what_somebody_is_made_is_not_who_has_the_office_before_him() -> None:
    text = "أعفي رئيس الأركان نديم الكرمي أمس. ويعين رئيسا للأركان"
    names = (("رئيس الأركان", ROLE), ("نديم الكرمي", PER), ("رئيسا للأركان", ROLE))
    (chain,) = read(text, *names, holders={"رئيس الأركان": "نديم الكرمي"})
    assert len(chain.mention_ids) == 2


def test_of_two_with_one_first_name_it_means_the_one_named_last() -> None:
    one, other = "نَديم الكرمي", "نَديم العلمي"  # with a vowel sign, so that the first name alone is found by its letters
    text = f"جاء {one} مرة ثم {one}. وغادر {other}. وقال نديم نعم"
    chains = read(text, (one, PER), (one, PER), (other, PER), ("نديم", PER))
    assert {chain.name: len(chain.mention_ids) for chain in chains} == {one: 2, other: 2}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("زار وزير النقل المصري الميناء. وقال الوزير نديم الكرمي نعم", {"وزير نقل", "وزير"}),
        ("قال الوزير نديم الكرمي نعم. وزار وزير النقل المصري الميناء", {"وزير"}),
        ("التقى وزير النقل المصري وزير العدل. وقال الوزير نديم الكرمي نعم", {"وزير"}),
        ("زار وزير النقل المصري الميناء. وقال نظيره اللبناني الوزير نديم الكرمي نعم", {"وزير", "نظيره"}),
    ],
)
def test_an_office_told_before_its_minister_is_named_is_the_ministers(text: str, offices: set[str]) -> None:
    roles = [role for role in ("وزير النقل المصري", "وزير العدل", "نظيره اللبناني", "الوزير ") if role in text]
    names = [(role.strip(), ROLE) for role in roles]
    if text.index("الوزير ") < text.find("وزير النقل"):
        names.reverse()
    holders = {"الوزير": "نديم الكرمي", "نظيره اللبناني": "نديم الكرمي"}
    (chain,) = read(text, *names, ("نديم الكرمي", PER), holders=holders)
    assert {role.key for role in chain.roles} == offices


@pytest.mark.parametrize(
    ("between", "offices"),
    [(" نديم الكرمي ", {("رييس", "algeria")}), (" نديم الكرمي. ورحب الوفد ب", {("نظيره", "algeria")})],
)
def test_a_counterpart_in_one_sentence_holds_the_same_office_of_the_other_state(
    between: str, offices: set[tuple[str, str]]
) -> None:
    text = f"استقبل الرئيس التونسي{between}نظيره الجزائري فادي العلمي أمس"
    names = (("الرئيس التونسي", ROLE), ("نديم الكرمي", PER), ("نظيره الجزائري", ROLE), ("فادي العلمي", PER))
    chains = read(text, *names, holders={"الرئيس التونسي": "نديم الكرمي", "نظيره الجزائري": "فادي العلمي"})
    (other,) = (chain for chain in chains if chain.name == "فادي العلمي")
    assert {(role.key, role.nation) for role in other.roles} == offices


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("كلف الرئيس نديم الكرمي القاضي فادي العلمي تشكيل الحكومة. وقال الرئيس المكلف نعم", "فادي العلمي"),
        ("لقاء الرئيس نديم الكرمي فادي العلمي الذي كلفه بتشكيل الحكومة. وقال الرئيس المكلف نعم", "فادي العلمي"),
        ("استقبل الرئيس نديم الكرمي صديقه فادي العلمي أمس. وقال الرئيس المكلف نعم", ""),
    ],
)
def test_whoever_is_called_to_govern_is_not_the_president_who_calls(text: str, called: str) -> None:
    names = (("الرئيس", ROLE), ("نديم الكرمي", PER), ("فادي العلمي", PER), ("الرئيس المكلف", ROLE))
    chains = {chain.name: chain for chain in read(text, *names, holders={"الرئيس": "نديم الكرمي"})}
    assert len(chains["نديم الكرمي"].mention_ids) == 2
    assert len(chains["فادي العلمي"].mention_ids) == 1 + bool(called)


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("وزير الخارجية والهجرة المصري", ["وزير الخارجية"]),
        ("وزير الصناعة المصري", ["وزير الصناعة"]),
        ("وزير الصناعة والتجارة المصري", []),
    ],
)
def test_a_counterpart_has_of_a_ministry_in_several_parts_foreign_affairs_alone(office: str, told: list[str]) -> None:
    text = f"استقبل {office} نديم الكرمي نظيره الجزائري فادي العلمي أمس"
    names = ((office, ROLE), ("نديم الكرمي", PER), ("نظيره الجزائري", ROLE), ("فادي العلمي", PER))
    chains = read(text, *names, holders={office: "نديم الكرمي", "نظيره الجزائري": "فادي العلمي"})
    (other,) = (chain for chain in chains if chain.name == "فادي العلمي")
    assert [role.office for role in other.roles if role.office.startswith("وزير")] == told


@pytest.mark.parametrize(
    ("text", "bare", "mentions"),
    [
        ("استقبل الوزير ضيفه وزير الدفاع الأميركي نديم الكرمي. وأكد الوزير نعم", 2, 2),
        ("وصل وزير الدفاع الأميركي نديم الكرمي. وأكد الوزير نعم", 1, 3),
    ],
)
def test_a_bare_office_told_before_a_foreign_bearer_is_not_his(text: str, bare: int, mentions: int) -> None:
    names = (("وزير الدفاع الأميركي", ROLE), ("نديم الكرمي", PER), *[("الوزير", ROLE)] * bare)
    chains = read(text, *names, holders={"وزير الدفاع الأميركي": "نديم الكرمي"})
    assert len(chains[0].mention_ids) == mentions


@pytest.mark.parametrize(("published", "mentions"), [("2018-05-23", 2), ("2024-03-03", 2), ("", 3)])
def test_a_states_office_is_nobodys_whom_the_table_knows_to_be_another(published: str, mentions: int) -> None:
    text = "قال الرئيس نديم الكرمي نعم. وبعد أن اعترف بها الرئيس الأميركي لا"
    names = (("الرئيس", ROLE), ("نديم الكرمي", PER), ("الرئيس الأميركي", ROLE))
    chains = read(text, *names, holders={"الرئيس": "نديم الكرمي"}, published=published)
    assert len(chains[0].mention_ids) == mentions


def test_a_states_office_is_nobodys_who_once_had_it() -> None:
    text = "في عهد رئيس الولايات المتحدة نديم الكرمي نعم. وقال الرئيس الأميركي أمس لا"
    names = (("رئيس الولايات المتحدة", ROLE), ("نديم الكرمي", PER), ("الرئيس الأميركي", ROLE))
    chains = read(text, *names, holders={"رئيس الولايات المتحدة": "نديم الكرمي"}, published="2018-04-12")
    assert len(chains[0].mention_ids) == 2
