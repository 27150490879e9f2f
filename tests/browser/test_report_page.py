"""The report in a real browser; skipped where no Chromium is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from riwaya.model import Story
from riwaya.search.story_view import view_story
from riwaya.serve.report import render_report
from riwaya.store.sqlite import SQLiteStore

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1200,900",
)  # fmt: skip
# Written into a copy of the page: opens every claim, measures, and leaves the answer in the title.
PROBE = """<script>addEventListener('load', () => {
  document.querySelectorAll('details').forEach(part => part.open = true);
  const dots = [...document.querySelectorAll('svg.timeline circle')].map(dot => dot.getBoundingClientRect());
  const heads = [...document.querySelectorAll('.claim.head .cell')].map(cell => cell.getBoundingClientRect().left);
  const first = [...document.querySelectorAll('details .claim')[0].querySelectorAll('.cell')];
  document.title = JSON.stringify({
    wide: document.documentElement.scrollWidth - innerWidth,
    direction: getComputedStyle(document.body).direction,
    dots: dots.length,
    order: dots.map(dot => dot.left),
    columns: Math.max(...heads.map((left, i) => Math.abs(left - first[i].getBoundingClientRect().left))),
    broken: [...document.querySelectorAll('a[href^="#"]')].filter(a => !document.querySelector(a.getAttribute('href'))).length,
    hidden: [...document.querySelectorAll('blockquote')].filter(quote => quote.offsetHeight === 0).length,
  });
});</script>"""  # noqa: E501

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def measure(page: str, folder: Path) -> dict[str, object]:
    path = folder / "report.html"
    path.write_text(page.replace("</head>", f"{PROBE}</head>"), encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert title is not None
    found: dict[str, object] = json.loads(title[1])
    return found


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_report_fits_the_window_and_its_columns_stand_under_their_numbers(
    demo_store: SQLiteStore, tmp_path: Path, language: str, direction: str
) -> None:
    view = view_story(demo_store, max(demo_store.select(Story), key=lambda story: len(story.article_ids)))
    found = measure(render_report(view, language=language), tmp_path)
    assert found["direction"] == direction
    assert isinstance(found["wide"], int)
    assert found["wide"] <= 0
    assert found["dots"] == len(view.accounts)
    assert isinstance(found["columns"], (int, float))
    assert found["columns"] < 2
    assert found["broken"] == 0
    assert found["hidden"] == 0


def test_time_runs_from_the_right_in_arabic_and_from_the_left_in_english(
    demo_store: SQLiteStore, tmp_path: Path
) -> None:
    view = view_story(demo_store, max(demo_store.select(Story), key=lambda story: len(story.article_ids)))
    dated = [account for account in view.accounts if account.article.published]
    for language, sign in (("ar", -1), ("en", 1)):
        folder = tmp_path / language
        folder.mkdir()
        order = measure(render_report(view, language=language), folder)["order"]
        assert isinstance(order, list)
        assert sign * order[0] < sign * order[len(dated) - 1]
