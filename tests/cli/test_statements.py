"""Listing statements and marking them in their article, as a user sees them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cli.test_commands import riwaya
from riwaya.search.sureness import DEFAULT_SCORE


def test_statements_are_listed_with_arabic_in_the_last_column(demo_path: Path) -> None:
    done = riwaya("statements", "--speaker", "الرشواني", "--limit", "5", "--score", "0", "--store", demo_path)
    assert done.returncode == 0
    heading, *rows, more = done.stdout.decode().splitlines()
    assert heading.split()[:5] == ["published", "article", "score", "mode", "force"]
    assert len(rows) == 5
    assert more.endswith("--limit shows them")
    for row in rows:
        assert not re.search("[؀-ۿ]", row[: heading.index("outlet")])
        assert "⟦" in row


def test_json_gives_the_exported_fields_with_the_article(demo_path: Path) -> None:
    shown = json.loads(riwaya("statements", "--limit", "4", "--store", demo_path, "--json").stdout)
    exported = riwaya("export", "statements", "--store", demo_path).stdout.splitlines()
    by_id = {row["id"]: row for row in map(json.loads, exported)}
    assert len(shown) == 4
    for row in shown:
        assert by_id[row["id"]].items() <= row.items()
        assert row["outlet"]
        assert row["content"] in row["excerpt"]


def test_less_sure_statements_are_counted_and_shown_on_demand(demo_path: Path, tmp_path: Path) -> None:
    def listed(*arguments: str | Path, **environment: str) -> tuple[list[float], str]:
        done = riwaya("statements", "--limit", "9999", "--store", demo_path, "--json", *arguments, **environment)
        return [row["score"] for row in json.loads(done.stdout)], done.stderr.decode()

    everything, said = listed("--score", "0")
    assert said == ""
    usual, said = listed()
    assert usual == [score for score in everything if score >= DEFAULT_SCORE]
    missing = len(everything) - len(usual)
    assert missing > 1
    assert said == f"{missing} less sure statements (score below {DEFAULT_SCORE}) not shown; --score 0 shows all\n"
    on_terminal = riwaya("statements", "--limit", "1", "--store", demo_path).stdout.decode().splitlines()
    assert on_terminal[-1] == said.strip()
    settings = tmp_path / "riwaya.toml"
    settings.write_text("[show]\nscore = 0.95\n", encoding="utf-8")
    strict = [score for score in everything if score >= 0.95]
    assert listed("--config", settings)[0] == listed(RIWAYA_SHOW_SCORE="0.95")[0] == strict
    assert listed("--config", settings, "--score", "0")[0] == everything


def test_a_threshold_that_is_no_probability_is_refused(demo_path: Path, tmp_path: Path) -> None:
    settings = tmp_path / "riwaya.toml"
    settings.write_text("[show]\nscore = 7\n", encoding="utf-8")
    done = riwaya("statements", "--config", settings, "--store", demo_path)
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)


def test_articles_stories_people_and_timelines_count_what_is_less_sure(demo_path: Path) -> None:
    story = json.loads(riwaya("stories", "--accounts", "3", "--store", demo_path, "--json").stdout)[0]
    asked: list[tuple[str, str]] = [
        ("article", story["article_ids"][0]), ("story", story["id"]), ("timeline", story["id"]), ("person", "الرشواني")
    ]  # fmt: skip
    for command, about in asked:
        strict = riwaya(command, about, "--score", "1", "--store", demo_path).stdout.decode()
        assert re.search(r"^\d+ less sure statements? \(score below 1\) not shown; --score 0 shows all$", strict, re.M)
        assert "less sure" not in riwaya(command, about, "--score", "0", "--store", demo_path).stdout.decode()


def test_an_empty_result_is_one_line(demo_path: Path) -> None:
    asked = ("--speaker", "لا أحد بهذا الاسم", "--force", "deny", "--score", "0")
    done = riwaya("statements", *asked, "--store", demo_path)
    assert done.returncode == 0
    assert done.stdout.decode() == "no statement by لا أحد بهذا الاسم of force deny\n"
    assert json.loads(riwaya("statements", "--from", "2031-01-01", "--store", demo_path, "--json").stdout) == []


@pytest.mark.parametrize(
    "arguments",
    [("--force", "loud"), ("--mode", "x"), ("--occasion", "y"), ("--from", "2025"), ("--story", "zzzz"),
     ("--score", "7"), ("--order", "best")],
)  # fmt: skip
def test_a_wrong_choice_is_one_line_and_status_2(demo_path: Path, arguments: tuple[str, str]) -> None:
    done = riwaya("statements", *arguments, "--store", demo_path)
    assert done.returncode == 2
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_an_article_has_its_statements_numbered_in_the_text(demo_path: Path) -> None:
    row = json.loads(riwaya("statements", "--limit", "1", "--store", demo_path, "--json").stdout)[0]
    shown = riwaya("article", row["article_id"], "--store", demo_path).stdout.decode()
    assert "⟦1 " in shown
    assert f"‹{row['cue']}›" in shown
    assert re.search(r"^1 +0\.\d\d ", shown, re.MULTILINE)
    stripped = re.sub(r"⟦\d+ |[⟧‹›⦗⦘]", "", shown)
    assert row["content"] in stripped


def test_cues_named_in_the_configuration_are_used_and_wrong_lines_named(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.txt", tmp_path / "settings"
    folder.mkdir()
    page.write_text("العنوان\n\n" + "وجأر النائب سامر الحداد بأن الجسر مغلق أمام السيارات منذ يومين. " * 2, "utf-8")
    (folder / "my_cues.tsv").write_text(
        "lemma\tpast\tpresent\tparticiple\tnouns\tframes\tforce\tprior\n"
        "جأر\tجأر\tيجأر\t\t\tthat quote\tdemand\t0.9\nصاح\tصاح\n",
        encoding="utf-8",
    )
    (folder / "riwaya.toml").write_text('[annotate]\nreader = "rules"\ncues = "my_cues.tsv"\n', encoding="utf-8")
    done = riwaya("add", page, "--store", tmp_path / "s.riwaya", "--config", folder / "riwaya.toml")
    assert done.returncode == 0
    assert "annotate.cues, line 3 is left out: 2 columns, not 8" in done.stderr.decode()
    shown = json.loads(riwaya("statements", "--store", tmp_path / "s.riwaya", "--json").stdout)
    assert {(row["cue"], row["force"]) for row in shown} == {("جأر", "demand")}
    again = riwaya("add", page, "--store", tmp_path / "s.riwaya", "--reader", "rules")
    assert again.returncode == 0
    assert json.loads(riwaya("statements", "--store", tmp_path / "s.riwaya", "--json").stdout) == []
    (folder / "my_cues.tsv").unlink()
    missing = riwaya("add", page, "--store", tmp_path / "s.riwaya", "--config", folder / "riwaya.toml")
    assert missing.returncode == 2
    assert "my_cues.tsv" in missing.stderr.decode()
