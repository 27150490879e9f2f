"""Stretches copied from an earlier page: their times stay those of the day they were written on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.model import Article, Page, Statement, Time, TimeFrom
from riwaya.pipeline import finish
from riwaya.pipeline.reading import forget_pages
from riwaya.store.contract import TABLES as STORED
from riwaya.store.contract import Changes
from riwaya.store.sqlite import open_store

# The valley and its people are invented.
STRETCH = (
    "وأعلن محافظ وادي السرو نادر الحداد أن ثمانية من عمال المنجم القديم قتلوا أمس في انهيار نفق، وأن وزير الطاقة سليم "
    "العتيق سيزور غدا أسر الضحايا في القرى الثلاث ثم يلتقي قادة فرق الإنقاذ."
)
LEAD = "تواصل فرق الإنقاذ في وادي السرو البحث عن مفقودين تحت ركام المنجم."
LATER = "خرج أهالي وادي السرو في مسيرة صامتة تطالب بإغلاق المناجم القديمة كلها."


def page(outlet: str, published: str, text: str) -> dict[str, str]:
    address = f"https://{published or 'undated'}.example/{outlet}"
    return {"url": address, "title": f"منجم السرو: {outlet}", "outlet": outlet, "published": published, "text": text}


EARLIER = page("الواحة", "2018-05-08", f"{LEAD}\n{STRETCH}")
COPY = page("النخلة", "2018-05-11", f"{LATER}\n{STRETCH}")


def add(path: Path, *rows: dict[str, str]) -> None:
    source = path.parent / f"{path.stem}-{len(list(path.parent.iterdir()))}.jsonl"
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    add_to(path, source)


def times(path: Path, outlet: str) -> list[tuple[str, str, str]]:
    """Return text, value and anchor of an outlet's times."""
    store = open_store(path)
    try:
        (article,) = store.select(Article, outlet=outlet)
        found = sorted(store.select(Time, article_id=article.id), key=lambda time: (time.field, time.span))
        return [(time.text, time.value, time.anchor) for time in found]
    finally:
        store.close()


def records(path: Path) -> dict[str, list[object]]:
    store = open_store(path)
    try:
        return {spec.name: list(store.select(spec.record_type)) for spec in STORED if spec.name != "settings"}
    finally:
        store.close()


FROM_EARLIER = [("أمس", "2018-05-07", "2018-05-08"), ("غدا", "2018-05-09", "2018-05-08")]


def test_a_copied_stretch_counts_from_the_day_it_was_written_on_whichever_page_came_first(tmp_path: Path) -> None:
    for number, order in enumerate(((EARLIER, COPY), (COPY, EARLIER))):
        for row in order:
            add(tmp_path / f"{number}.riwaya", row)
        assert times(tmp_path / f"{number}.riwaya", "النخلة") == FROM_EARLIER
        assert times(tmp_path / f"{number}.riwaya", "الواحة") == FROM_EARLIER
    add(tmp_path / "2.riwaya", COPY, EARLIER)
    assert records(tmp_path / "0.riwaya") == records(tmp_path / "1.riwaya") == records(tmp_path / "2.riwaya")


def test_what_the_stretch_tells_moves_with_it_and_what_the_copy_adds_stays(tmp_path: Path) -> None:
    path = tmp_path / "s.riwaya"
    own = "وقال رئيس نقابة المناجم كريم الهلالي إن المسيرة ستتكرر كل أسبوع حتى تغلق المناجم."
    add(path, EARLIER, page("النخلة", "2018-05-11", f"{LATER}\n{own}\n{STRETCH}"))
    store = open_store(path)
    (article,) = store.select(Article, outlet="النخلة")
    found = {
        (statement.speaker_text, statement.time, statement.time_from)
        for statement in store.select(Statement, article_id=article.id)
    }
    store.close()
    assert {one for one in found if one[0]} == {
        ("كريم الهلالي", "2018-05-11", TimeFrom.PUBLISHED),
        ("نادر الحداد", "2018-05-08", TimeFrom.WRITTEN),
    }


def test_a_source_that_was_itself_put_out_again_gives_the_day_its_words_tell(tmp_path: Path) -> None:
    path = tmp_path / "s.riwaya"
    again = f"اندلع أمس الأحد حريق في منجم السرو.\n{STRETCH}"
    add(path, page("الواحة", "2018-05-08", again), COPY)
    assert times(path, "النخلة") == [("أمس", "2018-05-06", "2018-05-07"), ("غدا", "2018-05-08", "2018-05-07")]


def test_when_the_source_goes_the_copy_counts_from_its_own_day_again(tmp_path: Path) -> None:
    path, alone = tmp_path / "s.riwaya", tmp_path / "alone.riwaya"
    add(path, EARLIER, COPY)
    add(alone, COPY)
    store = open_store(path, write=True)
    (article,) = store.select(Article, outlet="الواحة")
    changes = Changes()
    gone = list(store.select(Page, id=article.page_id))
    forget_pages(store, changes, gone)
    changes.remove(Page, "id", [one.id for one in gone])
    store.apply(changes)
    engine = LocalEngine(LocalConfig(workers=1))
    finish(store, engine)
    engine.close()
    store.close()
    assert times(path, "النخلة") == times(alone, "النخلة")
    assert times(path, "النخلة") == [("أمس", "2018-05-10", "2018-05-11"), ("غدا", "2018-05-12", "2018-05-11")]


@pytest.mark.parametrize(
    ("earlier", "copy", "values"),
    [
        # A weekday that fits the copy's day was looked at by whoever put it there.
        (STRETCH.replace("أمس", "يوم الجمعة"), STRETCH.replace("أمس", "يوم الجمعة"), ["2018-05-11", "2018-05-09"]),
        (STRETCH, STRETCH.replace("أمس", "الاثنين الماضي"), ["2018-05-07", "2018-05-09"]),
        (STRETCH, STRETCH.replace("غدا", "بعد غد"), ["2018-05-07", "2018-05-13"]),
        # A turn of a few words is no copied stretch.
        (
            "وقال محافظ وادي السرو نادر الحداد أمس إن الدواء وصل.",
            "وقال محافظ وادي السرو نادر الحداد أمس إن الطرق فتحت.",
            ["2018-05-10"],
        ),
    ],
)
def test_words_that_fit_the_copys_day_or_are_few_stay_the_copys(
    earlier: str, copy: str, values: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "s.riwaya"
    add(path, EARLIER | {"text": f"{LEAD}\n{earlier}"}, COPY | {"text": f"{LATER}\n{copy}"})
    assert [value for _, value, _ in times(path, "النخلة")] == values


@pytest.mark.parametrize("published", ["2035-05-08", "", "2018-05-11"])
def test_a_source_of_no_sure_earlier_day_gives_none(published: str, tmp_path: Path) -> None:
    path = tmp_path / "s.riwaya"
    add(path, EARLIER | {"published": published}, COPY)
    assert times(path, "النخلة") == [("أمس", "2018-05-10", "2018-05-11"), ("غدا", "2018-05-12", "2018-05-11")]


def test_of_several_sources_the_earliest_tells(tmp_path: Path) -> None:
    path = tmp_path / "s.riwaya"
    add(path, COPY, page("السنديان", "2018-05-09", f"شيعت قرى السرو ضحايا المنجم.\n{STRETCH}"), EARLIER)
    assert times(path, "النخلة") == times(path, "السنديان") == FROM_EARLIER
