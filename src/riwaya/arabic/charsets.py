"""Pages put together from pieces in two character sets: an old archive's text inside a new UTF-8 template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

MIXED = "utf-8+windows-1256"
_RUNS = re.compile(rb"[\x80-\xff]+|[\x00-\x7f]+")
# What UTF-8 gives of a word in windows-1256 by accident lies elsewhere («ة،» reads as one phonetic sign).
_LIKELY = re.compile(
    "[\u00a0\u00ab\u00b0\u00b7\u00bb\u0600-\u06ff\u200b-\u203a\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]+"
)


def decode_page(data: bytes, charset: str) -> str:
    """Return the text of a page's bytes, word by word where the set is MIXED; an unknown set counts as UTF-8."""
    if charset == MIXED:
        # A list of a large page's millions of words would take many times its size.
        text = StringIO()
        text.writelines(run for run, _ in mixed_runs(data))
        return text.getvalue()
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def mixed_runs(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the text of each run of ASCII and of other bytes, and whether it needed windows-1256 to be read."""
    for match in _RUNS.finditer(data):
        run = match.group()
        if run[0] < 0x80:
            yield run.decode("ascii"), False
            continue
        try:
            text = run.decode("utf-8")
            fits = _LIKELY.fullmatch(text) is not None
        except UnicodeDecodeError:
            fits = False
        yield (text, False) if fits else (run.decode("cp1256"), True)
