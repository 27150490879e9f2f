"""Bodies, places and nations of the tables: complete, well-formed, one name for one thing."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import thing_key
from riwaya.identify.things import Facts, facts_of
from riwaya.knowledge.bodies import known_bodies, known_nations, known_outlets, named_bodies
from riwaya.tables import read_table

STATES = 195  # members of the United Nations, Palestine, the Vatican


def test_every_state_has_names_adjective_code_and_capital() -> None:
    rows = [row for row in read_table("nations.tsv") if row["iso"]]
    assert len(rows) >= STATES
    assert max(Counter(row["iso"] for row in rows).values()) == 1
    without = {row["nation"] for row in rows if not row["adjective"]}
    assert len(without) < 12, "small states whose adjective the press does not use"
    assert all(row["country"] and row["name_en"] for row in rows)
    assert len([row for row in rows if row["capital"]]) >= STATES


def test_there_are_bodies_and_outlets_enough_and_their_countries_are_nations() -> None:
    nations = known_nations()
    assert len(known_bodies()) >= 1_500
    assert len(named_bodies()) >= 500
    assert len(known_outlets()) >= 150
    for body in (*known_bodies(), *known_outlets()):
        assert body.name_en, body
        assert not body.country or body.country in nations, body


def test_no_name_stands_for_two_bodies() -> None:
    names = Counter(fold_name(name) for body in named_bodies() for name in (body.name, *body.names))
    assert not [name for name, count in names.items() if count > 1]
    outlets = Counter(fold_name(name) for body in known_outlets() for name in (body.name, *body.names))
    assert not [name for name, count in outlets.items() if count > 1]


def test_places_have_possible_coordinates() -> None:
    codes = {nation.iso for nation in known_nations().values()}
    for row in read_table("known_places.tsv"):
        assert -60 < float(row["latitude"]) < 80, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert not row["country"] or row["country"] in codes, row


@pytest.mark.parametrize(
    ("forms", "english", "country"),
    [
        (("وزارة الخارجية الأميركية", "الخارجية الأمريكية"), "United States Department of State", "US"),
        (("البنتاغون", "وزارة الدفاع الأميركية"), "United States Department of Defense", "US"),
        (("البيت الأبيض",), "White House", "US"),
        (("حماس", "حركة المقاومة الإسلامية"), "Hamas", "PS"),
        (("الخارجية المصرية", "وزارة الخارجية المصرية"), "Ministry of Foreign Affairs of Egypt", "EG"),
        (("جيش الاحتلال", "الجيش الإسرائيلي"), "Army of Israel", "IL"),
        (("منتخب مصر", "المنتخب المصري"), "Egypt national football team", "EG"),
        (("فرانس برس", "وكالة الصحافة الفرنسية"), "Agence France-Presse", "FR"),
    ],
)
def test_all_names_of_a_body_have_one_key_and_its_facts(forms: tuple[str, ...], english: str, country: str) -> None:
    keys = {thing_key(form) for form in forms}
    assert len(keys) == 1
    facts = facts_of(f"body {keys.pop()}", forms)
    assert (facts.name_en, facts.country) == (english, country)


def test_a_place_has_its_coordinates_and_a_country_its_code() -> None:
    paris = facts_of("place باريس", ("باريس",))
    assert (paris.country, paris.name_en) == ("FR", "Paris")
    assert paris.location == pytest.approx((48.86, 2.35), abs=0.1)
    assert facts_of("place @tunisia", ("تونس",)) == Facts("Tunisia", "", "TN")
    # Two cities of that name are as well known as each other.
    assert facts_of("place طرابلس", ("طرابلس",)).name_en == ""
    assert facts_of("place قدس", ("القدس",)).wikidata == "Q1218"


def test_regions_have_one_row_a_name_and_possible_coordinates() -> None:
    rows = read_table("known_regions.tsv")
    assert len(rows) >= 700
    codes = {nation.iso for nation in known_nations().values()}
    listed: dict[str, str] = {}
    for row in (*rows, *read_table("known_places.tsv")):
        assert row["name_en"], row
        assert not row["country"] or row["country"] in codes, row
        for name in (row["name"], *filter(None, row["names"].split("|"))):
            assert listed.setdefault(fold_name(name), row["name"]) == row["name"], row
    for row in rows:
        assert -60 < float(row["latitude"]) < 80, row
        assert -180 <= float(row["longitude"]) <= 180, row


@pytest.mark.parametrize(
    ("name", "english", "country"),
    [
        ("سيناء", "Sinai", "EG"),
        ("فرجينيا", "Virginia", "US"),
        ("ألاباما", "Alabama", "US"),
        ("شينغيانغ", "Xinjiang", "CN"),
        ("محافظة الأنبار", "Anbar", "IQ"),
        ("إقليم دارفور", "Darfur", "SD"),
        ("ولاية تكساس", "Texas", "US"),
        ("ولاية واشنطن", "Washington State", "US"),
        ("واشنطن", "Washington", "US"),
        ("قطاع غزة", "Gaza Strip", "PS"),
        ("مدينة غزة", "Gaza", "PS"),
        ("القدس الشرقية", "East Jerusalem", ""),
        ("القرم", "Crimea", ""),
        ("اسكتلندا", "Scotland", "GB"),
        ("قنا", "Qena", "EG"),
    ],
)
def test_a_region_has_its_own_country_and_coordinates(name: str, english: str, country: str) -> None:
    facts = facts_of(f"place {thing_key(name, place=True)}", (name,))
    assert (facts.name_en, facts.country) == (english, country)
    assert len(facts.location) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("الجولان", "هضبة الجولان", "مرتفعات الجولان"),
        ("باب المندب", "مضيق باب المندب"),
        ("سقطرى", "جزيرة سقطرى"),
        ("سيناء", "شبه جزيرة سيناء"),
        ("القرم", "شبه جزيرة القرم"),
        ("شينجيانغ", "شينغيانغ", "إقليم شينجيانغ"),
        ("حضرموت", "محافظة حضرموت"),
    ],
)
def test_all_listed_names_of_a_place_are_one_place(names: tuple[str, ...]) -> None:
    assert len({thing_key(name, place=True) for name in names}) == 1


@pytest.mark.parametrize("name", ["جين بينغ", "نانة", "كوانتان", "مضيق طهران", "عضلات البطن", "القدسي"])
def test_what_no_table_lists_has_neither_country_nor_coordinates(name: str) -> None:
    assert facts_of(f"place {thing_key(name, place=True)}", (name,)) == Facts()


@pytest.mark.parametrize(
    ("key", "country"), [("united states", "US"), ("france", "FR"), ("kurd", ""), ("catalonia", ""), ("islam", "")]
)
def test_a_people_has_the_country_of_its_nation_alone(key: str, country: str) -> None:
    assert facts_of(f"nation {key}", ()) == Facts(country=country)
