"""Names as they are written behind «لـ», with the article that is written together with it."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import speaker_nouns
from riwaya.arabic.normalise import fold
from riwaya.model import Span


def name_at(text: str, span: Span) -> str:
    """Return the name in a span with the article that «للقناة» writes together."""
    name = span.of(text)
    if not name.startswith("ل") or text[max(0, span.start - 1) : span.start] != "ل":
        return name
    head = fold(name.split()[0])  # «للجنة» is written for «لـ» with «اللجنة», «للقناة» for «القناة»
    return "ال" + name if head in speaker_nouns() else "ا" + name
