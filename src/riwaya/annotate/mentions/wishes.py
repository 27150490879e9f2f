"""Wishes behind a name («سالم طيب الله ثراه»), which are no part of it as «سالم فضل الله» is."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.mentions.lexicon import words

GOD = "الله"


def is_wish(forms: Sequence[str], index: int, text: str) -> bool:
    """Return whether a word behind a name opens a wish, or names God without a word that makes a name of it.

    Args:
        forms: folded words.
        index: which of them is asked for, not the name's first.
        text: that word as written: «رحمة الله» is a name, «رحمه الله» is none.
    """
    if forms[index] == GOD:
        return forms[index - 1].removeprefix("ال") not in words("god_heads")  # «الحمد الله» is a family
    followed = index + 1 < len(forms) and forms[index + 1] == GOD
    return followed and forms[index] in words("wishes") and not text.endswith("ة")


def is_by_god(form: str) -> bool:
    """Return whether a word before God's name, its particles on, makes no name with it («بعون الله»)."""
    return form in words("by_god")
