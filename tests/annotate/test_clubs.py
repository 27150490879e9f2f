"""Clubs that were read as people, and people who are called like clubs."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of, read_marked

from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.mentions.clubs import settle_clubs
from riwaya.annotate.mentions.sport import tells_of_sport
from riwaya.knowledge.bodies import known_clubs
from riwaya.model import MentionKind

SPORT = " وقال المدرب إن اللاعب أهدر هدفا في المباراة."


def settle(marked: str) -> dict[str, list[str]]:
    """Return the persons and bodies of a text in which each person's name that was read stands in brackets."""
    document, mentions = read_marked(marked)
    found = settle_clubs(document, mentions, find_mentions(document))
    assert all(mention.span.of(document.text) == mention.text for mention in found)
    return {
        kind.value: [mention.text for mention in found if mention.kind is kind]
        for kind in (MentionKind.PER, MentionKind.ORG)
    }


@pytest.mark.parametrize(
    ("marked", "clubs", "people"),
    [
        ("وفاز على [باوك] بهدفين.", ["باوك"], []),
        ("وتغلب على [ويست هام] بهدف.", ["ويست هام"], []),
        ("وتغلب على [سيسكا] موسكو بهدف.", ["سيسكا موسكو"], []),
        ("وسدد الكرة في يد حارس [غرشتاين] بعنف.", ["غرشتاين"], []),
        ("وحل ضيفا على فريق [غرشتاين]، ثم فاز [غرشتاين] بهدف.", ["غرشتاين", "غرشتاين"], []),
        ("وخاض النهائي أمام [شونبوك الكوري] أمس.", ["شونبوك"], []),
        ("وتصدى حارس [أولمبياكوس سالفاتوري غرشتاين] لها.", ["أولمبياكوس"], ["سالفاتوري غرشتاين"]),
        ("وفي المقابل [مني ألافيس] بهزيمة.", ["ألافيس"], []),
        ("وفاز باشاك شهير بهدف.", ["باشاك شهير"], []),
        ("وتغلب على سان [أنطونيو سبيرز] أمس.", ["سان أنطونيو سبيرز"], []),
        ("وتصدى حارس نفط [ميسان] لها.", ["نفط ميسان"], []),
    ],
)
def test_in_accounts_of_sport_a_club_is_no_person(marked: str, clubs: list[str], people: list[str]) -> None:
    assert settle(marked + SPORT) == {"PER": people, "ORG": clubs}


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("وسدد [سليم الحداد] في شباك [فالدير غرشتاين] هدفا.", ["سليم الحداد", "فالدير غرشتاين"]),
        ("وقال المدرب [بارما] إنه باق، وفاز [بارما] باللقب.", ["بارما", "بارما"]),
        ("وغاب [سليم غرشتاين] عن فريق [غرشتاين] أمس.", ["سليم غرشتاين", "غرشتاين"]),
        ("وعاد [ميلان باديج] إلى الملعب.", ["ميلان باديج"]),
        ("وسجل [سرجيو] ليون هدفا.", ["سرجيو"]),
        ("وفي صفوف [سليم] أمس.", ["سليم"]),
    ],
)
def test_who_is_named_in_full_or_titled_stays_a_person(marked: str, people: list[str]) -> None:
    assert settle(marked + SPORT) == {"PER": people, "ORG": []}


def test_a_singer_has_a_team_and_is_no_club() -> None:
    text = "وبقي سليم الحداد في فريق [غرشتاين]، وقال المدرب في المنتخب إن اللاعب فريد."
    assert settle(text) == {"PER": ["غرشتاين"], "ORG": []}


def test_elsewhere_nobody_becomes_a_club() -> None:
    assert settle("وقالت [تشيلسي مانينغ] للقاضي إن [تشيلسي] بريئة.")["PER"] == ["تشيلسي مانينغ", "تشيلسي"]


@pytest.mark.parametrize(("role", "left"), [("مدرب", ["مدرب باوك"]), ("نظيره", [])])
def test_a_role_before_a_club_is_the_role_in_it(role: str, left: list[str]) -> None:
    document, _ = read_marked(f"وتغلب على {role} باوك في النهاية." + SPORT)
    person = mention_of(document, "باوك", MentionKind.PER)
    found = settle_clubs(document, [mention_of(document, role, MentionKind.ROLE, person.id), person], [])
    assert [(one.text, one.holder_id) for one in found if one.kind is MentionKind.ROLE] == [(text, "") for text in left]


def test_its_homes_adjective_is_no_part_of_a_club() -> None:
    document, _ = read_marked("وتأهل العهد اللبناني والملعب التونسي، وبدأ العهد الجديد." + SPORT)
    clubs = [one.text for one in find_mentions(document) if one.kind is MentionKind.ORG]
    assert clubs == ["العهد", "الملعب التونسي"]


def test_a_title_is_of_sport_where_its_text_is() -> None:
    for text, sport in (("قال المدرب إن اللاعب أهدر هدفا في المباراة.", True), ("قال الوزير إنه باق.", False)):
        document, _ = read_marked(text)
        assert tells_of_sport(document) is sport


def test_the_table_has_clubs_of_every_arab_league_and_every_row_is_whole() -> None:
    clubs = known_clubs()
    arab = {
        "tunisia", "morocco", "algeria", "egypt", "saudi arabia", "united arab emirates", "qatar", "iraq", "jordan",
        "lebanon", "kuwait", "libya", "sudan", "syria", "oman", "bahrain",
    }  # fmt: skip
    assert len(clubs) >= 550
    assert arab <= {club.country for club in clubs}
    assert all(club.name and club.name_en and club.name not in club.names for club in clubs)
