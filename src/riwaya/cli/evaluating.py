"""The command that measures what is found against annotated articles."""

from __future__ import annotations

import gzip
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from riwaya.cli.adding import ReaderOption, load_settings
from riwaya.cli.options import JsonOption
from riwaya.cli.output import clip, print_json, print_table

if TYPE_CHECKING:
    from riwaya.annotate.statements.evaluation import Difference, Evaluation
    from riwaya.annotate.statements.gold import BadLine, GoldArticle, GoldText
    from riwaya.annotate.statements.scoring import Counts, Judged
    from riwaya.config import Config

_OPENERS: dict[str, Any] = {".gz": gzip.open, ".xz": lzma.open}
_BAD_SHOWN = 10


class What(StrEnum):
    """What can be measured."""

    STATEMENTS = "statements"


def evaluate(  # noqa: PLR0913  (a parameter for each option)
    what: Annotated[What, typer.Argument(help="What to measure: statements.")],
    gold: Annotated[Path, typer.Argument(help="Annotated articles, JSON lines; .gz and .xz are read too.")],
    texts: Annotated[
        list[Path] | None, typer.Option(help="The texts (JSON lines with docno and text), if they are not in GOLD.")
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="List every difference beside its text.")] = False,
    errors: Annotated[Path | None, typer.Option(help="Write that list to a file; as JSON lines to a .jsonl.")] = None,
    score: Annotated[float, typer.Option(min=0, max=1, help="Count what is found from this score on.")] = 0.0,
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
    reader: ReaderOption = None,
    as_json: JsonOption = False,
) -> int:
    """Measure what is found against annotated articles: precision, recall, F1, by mode, outlet and least score.

    GOLD has one article a line, with its text and statements, or with offsets into texts that --texts gives
    (docs/evaluation.md has both forms). A line that cannot be used is named with its number and passed over.

    \b
    Examples:
      riwaya evaluate statements gold.jsonl --show
      riwaya evaluate statements offsets.jsonl --texts articles.jsonl.xz --errors differences.txt
    """
    from riwaya.annotate.statements.evaluation import evaluate as measure

    assert what is What.STATEMENTS
    settings = load_settings(config, reader=reader)
    articles, bad = _read(gold, texts or [])
    for line in bad[:_BAD_SHOWN]:
        print(f"{gold}:{line.line}: {line.reason}", file=sys.stderr)
    if len(bad) > _BAD_SHOWN:
        print(f"... and {len(bad) - _BAD_SHOWN} more lines that cannot be used", file=sys.stderr)
    if not articles:
        print(f"riwaya: no usable line in {gold}", file=sys.stderr)
        return 1
    found = measure(articles, _finder(settings, score), levels=_levels(score, settings.show.score))
    if errors is not None:
        _write(found.differences, errors)
    if as_json:
        print_json(_figures(found, bad=len(bad), differences=show))
        return 0
    _print_figures(found, usual=settings.show.score)
    if show:
        print("\n" + "\n\n".join(map(_told, found.differences)))
    return 0


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    from riwaya.errors import UsageError

    opener = _OPENERS.get(path.suffix, open)
    try:
        # What is no UTF-8 is kept as it is, so that its line can be named.
        with opener(path, "rt", encoding="utf-8", errors="surrogateescape") as lines:
            yield lines
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise UsageError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error


def _read(gold: Path, texts: list[Path]) -> tuple[list[GoldArticle], list[BadLine]]:
    """Return the articles of a gold file, and the lines that cannot be used."""
    from riwaya.annotate.statements.gold import GoldArticle, gold_names, read_gold, read_texts

    with _opened(gold) as stream:
        lines = stream.readlines()
    kept: dict[str, GoldText] = {}
    for path in texts:
        with _opened(path) as rows:
            kept.update(read_texts(rows, gold_names(lines)))
    articles: list[GoldArticle] = []
    bad: list[BadLine] = []
    for item in read_gold(lines, kept):
        if isinstance(item, GoldArticle):
            articles.append(item)
        else:
            bad.append(item)
    return articles, bad


def _finder(settings: Config, score: float) -> Any:
    """Return what finds an article's statements with the configured reader."""
    from riwaya.annotate import annotate
    from riwaya.model import Statement

    def find(article: Any) -> Iterator[Statement]:
        for record in annotate(article, settings.annotate):
            if isinstance(record, Statement) and record.score >= score:
                yield record

    return find


def _levels(score: float, usual: float) -> list[float]:
    """Return the scores from which on figures are printed: those asked about, and the one that is usual in showing."""
    from riwaya.annotate.statements.evaluation import LEVELS

    return sorted({score, *(level for level in (*LEVELS, usual) if level > score)})


def _figures(found: Evaluation, *, bad: int, differences: bool) -> dict[str, Any]:
    from riwaya.annotate.statements.evaluation import figures, figures_by_mode

    return {
        "articles": found.articles, "bad_lines": bad, "all": figures(found.total),
        "by_mode": figures_by_mode(found.total),
        "by_outlet": {
            outlet: {**figures(counts), "by_mode": figures_by_mode(counts)}
            for outlet, counts in sorted(found.outlets.items())
        },
        "by_score": {f"{level:g}": figures(counts) for level, counts in found.levels.items()},
        **({"differences": found.differences} if differences else {}),
    }  # fmt: skip


def _print_figures(found: Evaluation, *, usual: float) -> None:
    from riwaya.annotate.statements.evaluation import figures

    total = found.total
    print(f"{found.articles} articles, {total.gold} statements in the gold, {total.found} found\n")
    all_of_it = figures(total)
    rows = [
        (*(f"{all_of_it[name][part]:.3f}" for part in ("precision", "recall", "f1")), label)
        for name, label in (
            ("detection", "detection: contents or cues meet"),
            ("content", "content: eight tenths of the longer one's words"),
            ("exact", "exact: the same words"),
        )
    ]
    print_table(rows, ("precision", "recall", "F1", "statements"))
    print()
    shares = (total.speaker, total.speaker_exact, total.chain, total.mode)
    labels = ("speaker", "speaker in the same words", "chain", "mode")
    right = [(f"{part / max(total.matched, 1):.3f}", part, label) for part, label in zip(shares, labels, strict=True)]
    print_table(right, ("right", "of", f"the {total.matched} matched contents"))
    print()
    modes = [
        (f"{r.precision:.3f}", f"{r.recall:.3f}", f"{r.f1:.3f}", r.gold, r.found, mode.value)
        for mode, r in total.modes.items()
    ]
    print_table(modes, ("precision", "recall", "F1", "gold", "found", "content by mode"))
    print()
    print_table([_outlet_line(name, counts) for name, counts in sorted(found.outlets.items())], _OUTLET_HEADINGS)
    print()
    levels = [_level_line(level, counts, usual) for level, counts in found.levels.items()]
    print_table(levels, ("precision", "recall", "F1", "found", "speaker", "content by least score"))


_OUTLET_HEADINGS = (
    "precision", "recall", "F1", "gold", "found", "speaker", "chain", "mode", "direct F1", "mixed F1", "indirect F1",
    "content by outlet",
)  # fmt: skip


def _level_line(level: float, counts: Counts, usual: float) -> tuple[Any, ...]:
    figures = (counts.precision, counts.recall, counts.f1)
    note = " (what is shown by default)" if level == usual else ""
    return (
        *(f"{figure:.3f}" for figure in figures), counts.found, f"{counts.share('speaker'):.3f}",
        f"from {level:g} on{note}",
    )  # fmt: skip


def _outlet_line(name: str, counts: Counts) -> tuple[Any, ...]:
    figures = (counts.precision, counts.recall, counts.f1)
    shares = (counts.share("speaker"), counts.share("chain"), counts.share("mode"))
    return (
        *(f"{figure:.3f}" for figure in figures), counts.gold, counts.found, *(f"{share:.3f}" for share in shares),
        *(f"{rates.f1:.3f}" if rates.gold or rates.found else "" for rates in counts.modes.values()),
        name or "(not given)",
    )  # fmt: skip


def _write(differences: list[Difference], path: Path) -> None:
    from riwaya.export.files import whole_file
    from riwaya.model.schema import dump_text

    if path.suffix == ".jsonl":
        text = "".join(f"{dump_text(each)}\n" for each in differences)
    else:
        text = "".join(f"{_told(each)}\n\n" for each in differences)
    with whole_file(path) as aside:
        aside.write_text(text, encoding="utf-8", errors="replace")


def _told(difference: Difference) -> str:
    """Return a difference as lines: what it is, either side, the words around it."""
    lines = [f"{difference.kind}  {difference.article}  {difference.outlet}".rstrip()]
    sides = (
        ("gold ", difference.gold, difference.gold_content), ("found", difference.found, difference.found_content)
    )  # fmt: skip
    for label, side, content in sides:
        if side is not None:
            lines.append(f"  {label}  {side.mode.value:8}  {_side(side, content)}")
    lines.append(f"  text   {difference.text}")
    return "\n".join(lines)


def _side(side: Judged, content: str) -> str:
    chain = " ← ".join([side.speaker or "(no speaker)", *reversed(side.via)])
    return f"{side.content.start}-{side.content.end}  {clip(chain)}: {clip(content, 160)}"
