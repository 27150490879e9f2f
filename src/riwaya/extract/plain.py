"""Pages saved as text, and the text of table rows, to drafts."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.extract.cleaning import Draft, Rules, judge, make_draft
from riwaya.extract.lines import Line
from riwaya.extract.masthead import masthead
from riwaya.extract.splitting import split_places
from riwaya.extract.tables import furniture, plain_form

# C0 and C1 controls but tab and line ends, lone surrogates and non-characters break display and offsets elsewhere.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")


def without_controls(text: str) -> str:
    """Return `text` without control characters, lone surrogates and byte order marks."""
    return _CONTROLS.sub("", text)


def plain_lines(text: str) -> list[Line]:
    """Return the lines of a saved text that hold anything, with whether a blank line stands before each."""
    lines: list[Line] = []
    gap = False
    for written in re.split(r"\r\n|[\n\r\u0085\u2028\u2029]", text):
        stripped = written.strip()
        if stripped:
            lines.append(Line(stripped, gap=gap))
        gap = not stripped
    return lines


def breadcrumb_outlet(text: str) -> str:
    """Return the site's name where a saved text begins with a breadcrumb («ميناء نيوز » أخبار » سياسة»), else ""."""
    first = next((line.strip() for line in text[:2000].split("\n") if line.strip()), "")
    parts = [part.strip() for part in re.split(r"\s[>»›]\s", first)]
    if len(parts) < 3 or plain_form(parts[0]) in furniture("whole") or not 1 <= len(parts[0].split()) <= 4:
        return ""
    return parts[0]


def read_plain(text: str, rules: Rules) -> list[Draft]:
    """Return the drafts of the articles in a page that was saved as text, in order."""
    lines = plain_lines(without_controls(text))
    if not lines:
        return []
    reasons = judge(lines, rules)
    above, name = masthead(lines, reasons)
    if name:
        reasons[above] = "navigation"
        rules = replace(rules, outlet=rules.outlet or name)
    places = split_places(lines, reasons, rules)
    drafts = []
    for start, end in zip([0, *places], [*places, len(lines)], strict=True):
        part = rules if start == 0 else replace(rules, title="")
        drafts.append(make_draft(lines[start:end], reasons[start:end], part))
    for draft in drafts if name else ():
        draft.finds.outlet = name
    return drafts


def read_row_text(text: str, rules: Rules) -> Draft:
    """Return the draft of a row's text: its characters as given but for whole lines that are plainly no text."""
    written = text.split("\n")
    lines = [Line(line) for line in written]
    filled = [index for index, line in enumerate(written) if line.strip()]
    inner = make_draft([lines[index] for index in filled], judge([lines[index] for index in filled], rules), rules)
    reasons = dict(zip(filled, inner.reasons, strict=True))
    if not any(inner.reasons):
        return Draft(lines, [""] * len(lines), inner.finds)
    # A blank line goes with the removed line that it set off, so that no hole is left.
    kept = [index for index, line in enumerate(written) if line.strip() or not (index and reasons.get(index - 1))]
    return Draft([lines[index] for index in kept], [reasons.get(index, "") for index in kept], inner.finds)
