"""The timeline command, as a user sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.test_commands import riwaya
from conftest import add_to


def _story(demo_path: Path) -> str:
    rows = json.loads(riwaya("stories", "--accounts", "3", "--store", demo_path, "--json").stdout)
    return str(rows[0]["id"])


def test_a_storys_timeline_is_printed_and_drawn(demo_path: Path, tmp_path: Path) -> None:
    story = _story(demo_path)
    done = riwaya("timeline", story[:8], "--store", demo_path)
    assert done.returncode == 0 and "known from" in done.stdout.decode()
    page = tmp_path / "timeline.html"
    drawn = riwaya("timeline", story, "--store", demo_path, "--html", page)
    assert drawn.returncode == 0 and "<svg" in page.read_text("utf-8")


def test_json_has_when_and_how_it_is_known(demo_path: Path) -> None:
    rows = json.loads(riwaya("timeline", _story(demo_path), "--store", demo_path, "--json").stdout)
    assert rows and all({"kind", "when", "time_from", "article_id", "excerpt"} <= row.keys() for row in rows)
    assert all(row["time_from"] for row in rows if row["when"])


def test_nobody_and_a_wrong_day_are_one_line(demo_path: Path) -> None:
    assert riwaya("timeline", "لا أحد هنا", "--store", demo_path).returncode == 1
    assert riwaya("timeline", "الورداني", "--from", "أمس", "--store", demo_path).returncode == 2


@pytest.mark.parametrize("command", [("timeline", "الورداني"), ("statements",), ("stories",), ("search", "سد")])
def test_days_the_wrong_way_round_are_refused_in_one_line(command: tuple[str, ...], demo_path: Path) -> None:
    done = riwaya(*command, "--from", "2023-05-20", "--to", "2023-05-01", "--store", demo_path)
    assert done.returncode == 2 and not done.stdout
    (line,) = done.stderr.decode().splitlines()
    assert "2023-05-20" in line and "2023-05-01" in line


AHEAD = {
    "title": "سوق السمك الجديد في الميناء", "outlet": "الواحة", "published": "2039-12-30T10:00:00Z",
    "text": "افتتحت بلدية المدينة سوق السمك الجديد في الميناء، وقال رئيسها سالم الوردي إن السوق يتسع لمئة بائع.",
}  # fmt: skip


def test_a_publication_in_the_future_is_flagged_in_story_and_timeline(tmp_path: Path) -> None:
    rows, store, page = tmp_path / "ahead.jsonl", tmp_path / "s.riwaya", tmp_path / "timeline.html"
    rows.write_text(json.dumps(AHEAD, ensure_ascii=False) + "\n", encoding="utf-8")
    add_to(store, rows)
    (story,) = json.loads(riwaya("stories", "--store", store, "--json").stdout)
    for command in ("story", "timeline"):
        assert "in the future" in riwaya(command, story["id"], "--store", store).stdout.decode()
        assert '"published_flag": "future"' in riwaya(command, story["id"], "--store", store, "--json").stdout.decode()
    listed = ("statements", "--score", "0", "--store", store)
    assert "in the future" in riwaya(*listed).stdout.decode()
    assert '"published_flag": "future"' in riwaya(*listed, "--json").stdout.decode()
    riwaya("timeline", story["id"], "--store", store, "--html", page, "--lang", "en")
    assert "in the future" in page.read_text("utf-8")
