"""Quoted stretches of a text: shared words inside them may come from a common speech and not from copying."""

from __future__ import annotations

import re

from riwaya.model import Span

_QUOTED = re.compile(
    r"«[^«»\n]{1,2000}»|“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|„[^„“”\n]{1,2000}[“”]|”[^“”\n]{1,2000}[“”]"
)


def quoted_spans(text: str) -> list[Span]:
    """Return the spans between pairs of quotation marks, marks included, in order; no pair crosses a line."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]
