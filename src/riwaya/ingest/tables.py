"""Rows of comma-, semicolon-, tab- or bar-separated tables."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence

from riwaya.errors import BadItem, Reason
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.fields import pick_delimiter, resolve_columns
from riwaya.ingest.lines import Line, read_lines, to_narrow
from riwaya.ingest.rows import Row, require_columns, row_item
from riwaya.ingest.streams import Blob

_REPLAY = 4  # times the largest row: so many bytes of a table are read again behind quotation marks never closed


class _Source:
    """Lines for the csv reader, which remembers those of the current row and can read them again."""

    def __init__(self, lines: Iterator[Line], replay_budget: int) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()
        self._budget = replay_budget
        self.taken: list[Line] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line.text

    def read_again(self) -> None:
        """Give back all lines of the current row but its first, as long as the budget lasts."""
        rest = self.taken[1:]
        size = sum(len(line.text) for line in rest)
        if size <= self._budget:
            self._budget -= size
            self._again.extendleft(reversed(rest))


def read_table(blob: Blob, config: IngestConfig) -> Iterator[Row | BadItem]:
    """Yield the rows of a table with a header, a BadItem for each bad row.

    A quotation mark that is never closed costs its own row, not the rest of the table.

    Raises:
        BadItem: MISSING_FIELD, EMPTY; or what the stream raises.
        UsageError: a mapped column is missing.
    """
    csv.field_size_limit(max(csv.field_size_limit(), config.max_page_bytes))
    lines = read_lines(to_narrow(blob.stream), config.max_page_bytes)
    source = _Source(lines, _REPLAY * config.max_page_bytes)
    header, delimiter = _read_header(blob, source)
    require_columns(blob, resolve_columns(tuple(header), config.field_map), header)
    reader = csv.reader(source, delimiter=delimiter)
    number = 0
    while True:
        source.taken.clear()
        problem = ""
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            cells, problem = [], str(error)
        if not problem and not any(cells):
            continue
        number += 1
        problem = problem or _problem(cells, len(header), source.taken, delimiter)
        if not problem:
            yield Row(number, "row", dict(zip(header, cells, strict=False)))
            continue
        first, last = source.taken[0].number, source.taken[-1].number
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        detail = f"row {number} ({where}): {problem}"
        reason = Reason.TOO_LARGE if any(line.cut for line in source.taken) else Reason.BAD_ROW
        if len(source.taken) > 1:
            source.read_again()
            reader = csv.reader(source, delimiter=delimiter)
        yield BadItem(row_item(blob, number), reason, detail)
    if not number:
        raise blob.reject(Reason.EMPTY, "a table without rows")


def _read_header(blob: Blob, source: _Source) -> tuple[list[str], str]:
    """Return the column names, each once, and the delimiter."""
    first = next((line for line in source if line.strip()), "")
    delimiter = ""
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # a spreadsheet's own declaration
        delimiter = first[4]
        first = next((line for line in source if line.strip()), "")
    delimiter = delimiter or ("\t" if blob.extension in ("tsv", "tab") and "\t" in first else pick_delimiter(first))
    try:
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as error:
        raise blob.reject(Reason.MISSING_FIELD, f"no readable header: {error}") from error
    header: list[str] = []
    for name in (cell.strip() for cell in names):
        header.append(name if name not in header else f"{name} {len(header) + 1}")
    return header, delimiter


def _problem(cells: Sequence[str], width: int, lines: Sequence[Line], delimiter: str) -> str:
    """Return what is wrong with a row, "" for a good one."""
    if any(line.cut for line in lines):
        return "too long"
    if len(lines) > 1:  # on one line a stray quotation mark does no harm; across lines it runs rows together
        try:
            list(csv.reader((line.text for line in lines), delimiter=delimiter, strict=True))
        except csv.Error as error:
            return f"a quotation mark is not closed: {error}"
    if (len(cells) != width and any(cell.strip() for cell in cells[width:])) or len(cells) < width:
        return f"{len(cells)} cells where the header has {width}"
    return ""
