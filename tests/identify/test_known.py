"""Whom of the table of office-holders an article names: nobody where a calling, a land or a vowel says another."""

from __future__ import annotations

import pytest

from riwaya.identify.callings import CALLED
from riwaya.identify.known import recognise
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.records import Chain, SeenRole, Surface
from riwaya.model import MentionKind


def make_chain(name: str, day: str, *, office: str = "", nation: str = "", told: str = "", near: str = "") -> Chain:
    roles = (SeenRole(office, "", office, nation, "role"),) if office else ()
    return Chain(
        id=name, article_id=day, outlet="الضفاف", published=day, kind=MentionKind.PER, name=name, mention_ids=(),
        surfaces=(Surface(name, 1),), roles=roles, block=f"PER {block_key(split_name(name))}",
        told=(told,) if told else (), company=(f"place @{near}",) if near else (),
    )  # fmt: skip


def known(chain: Chain) -> str:
    return next((term.person for term in recognise([chain])), "")


@pytest.mark.parametrize(
    ("name", "day", "calling", "near"),
    [
        ("حسن روحاني", "2016-05-01", "player", ""),
        ("حسن روحاني", "2016-05-01", "trade", "iran"),
        ("يوسف الشاهد", "2022-02-02", "stage", "tunisia"),  # who has been prime minister
        ("محمد اشتية", "2022-02-02", "crime", ""),
        ("محمد مرسي", "2020-02-02", "court", ""),
    ],
)
def test_a_calling_that_does_not_go_with_office_is_a_namesakes(name: str, day: str, calling: str, near: str) -> None:
    assert known(make_chain(name, day, told=f"{CALLED}{calling}", near=near)) == ""


@pytest.mark.parametrize(
    ("name", "day", "calling", "near"),
    [
        ("فولوديمير زيلينسكي", "2019-03-31", "stage", "ukraine"),  # who was to become president
        ("نيكولا ساركوزي", "2021-03-01", "crime", "france"),
        ("دونالد ترامب", "2014-06-20", "business", ""),
        ("يوسف الشاهد", "2022-02-02", "state", ""),
    ],
)
def test_a_calling_that_goes_with_office_or_leads_to_it_is_the_known_persons(
    name: str, day: str, calling: str, near: str
) -> None:
    assert known(make_chain(name, day, told=f"{CALLED}{calling}", near=near)) == name


@pytest.mark.parametrize(("near", "person"), [("sudan", ""), ("djibouti", "محمود علي يوسف")])
def test_a_shorter_name_with_an_office_of_no_nation_is_the_known_persons_in_a_text_on_the_land(
    near: str, person: str
) -> None:
    assert known(make_chain("علي يوسف", "2024-11-04", office="وزير خارجيه", near=near)) == person


def test_other_vowels_make_another_name_of_east_asia() -> None:
    assert known(make_chain("ليو تشينغ", "2018-03-21", near="china")) == ""


def test_a_name_that_the_father_bore_too_is_not_known_by_itself() -> None:
    assert known(make_chain("جورج بوش", "2018-04-23", near="united states")) == ""
    assert known(make_chain("جورج دبليو بوش", "2018-04-23", near="united states")) == "جورج بوش"
