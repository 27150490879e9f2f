"""Statements of an office: of whoever held it when the article appeared, of the nation asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import add_to
from riwaya.search.holders import is_titled_so, read_office
from riwaya.search.statements import StatementQuery, list_statements
from riwaya.store.sqlite import SQLiteStore, open_store

PAGES = {
    "2024-01-10": "قال وزير الخارجية الأميركي أنتوني بلينكن إن الطريق مفتوح. وأضاف بلينكن أن الجسر مغلق منذ الصباح.",
    "2024-05-16": "قال الأمين العام لجامعة الدول العربية أحمد أبو الغيط إن القمة ناجحة. وأضاف أبو الغيط أن الوفد عاد.",
    "2024-05-18": (
        "قال نائب وزير الخارجية الأميركي ساهر الكردلي إن الزيارة قصيرة. "
        "وقال وزير الخارجية النرويجي رامح زنكور إن الميناء هادئ."
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SQLiteStore:
    folder = tmp_path_factory.mktemp("holders")
    for day, text in PAGES.items():
        page = f'<html lang="ar"><head><meta property="article:published_time" content="{day}"></head><body><article>'
        (folder / f"{day}.html").write_text(
            f"{page}<h1>خبر</h1><p>{text}</p></article></body></html>", encoding="utf-8"
        )
    path: Path = folder / "s.riwaya"
    add_to(path, *sorted(folder.glob("*.html")))
    return open_store(path)


def speakers(store: SQLiteStore, office: str) -> set[str]:
    found = list_statements(store, StatementQuery(speaker=office))
    return {said.statement.speaker_text for said in found.shown}


def test_an_office_finds_its_holder_s_statements_also_under_the_name_alone(store: SQLiteStore) -> None:
    assert "بلينكن" in speakers(store, "وزير الخارجية الأميركي")
    assert "بلينكن" in speakers(store, "وزير خارجية الولايات المتحدة")


def test_whoever_held_an_office_at_another_time_is_not_meant(store: SQLiteStore) -> None:
    found = speakers(store, "وزير الخارجية")
    assert any("بلينكن" in name for name in found)
    assert any("زنكور" in name for name in found)
    assert not any("الغيط" in name for name in found)
    assert any("الغيط" in name for name in speakers(store, "وزير الخارجية المصري السابق"))


def test_the_nation_and_the_rank_are_respected(store: SQLiteStore) -> None:
    assert not speakers(store, "وزير الخارجية الروسي")
    assert not any("الكردلي" in name or "زنكور" in name for name in speakers(store, "وزير الخارجية الأميركي"))
    assert any("الكردلي" in name for name in speakers(store, "نائب وزير الخارجية الأميركي"))


@pytest.mark.parametrize(
    ("asked", "title", "same"),
    [
        ("وزير الدفاع الأميركي", "وزير دفاع الولايات المتحدة", True),
        ("وزير الدفاع الإسرائيلي", "وزير الجيش الإسرائيلي", True),
        ("وزير الدفاع", "وزير الدفاع الفرنسي", True),
        ("وزير الدفاع الأميركي", "وزير الدفاع", False),
        ("وزير الدفاع الأميركي", "وزير الدفاع الأميركي السابق", False),
        ("وزير الدفاع الأميركي", "نائب وزير الدفاع الأميركي", False),
    ],
)
def test_titles_of_an_office(asked: str, title: str, same: bool) -> None:
    office = read_office(asked)
    assert office is not None
    assert is_titled_so(office, title) is same


def test_a_name_is_no_office() -> None:
    assert read_office("غانتس") is None
