"""Printing how an undated article was dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from riwaya.model import Dating


def print_dating(dating: Dating | None) -> None:
    """Print the derived interval and its evidence, a line each; nothing for a dated article."""
    from riwaya.serve.datings import dating_headline, evidence_line
    from riwaya.serve.words import WORDS

    if dating is None:
        return
    lines = [dating_headline(dating, WORDS["ar"])]
    lines += [f"  - {evidence_line(evidence, WORDS['ar'])}" for evidence in dating.evidence]
    print("\n".join(lines).replace("\u2068", "").replace("\u2069", "") + "\n")
