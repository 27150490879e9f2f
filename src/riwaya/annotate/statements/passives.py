"""Passives without written vowels: «الأنشطة التي وُصفت بالإرهابية», «الرجل الذي أُعلن مقتله» name nobody who speaks."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.phrase_starts import RELATIVES
from riwaya.annotate.statements.reading import Reading, is_definite

_CALLING = frozenset(("وصف", "اعتبر", "صنف", "عد", "اتهم"))
# What befalls one, with its owner's pronoun: nobody announces it of himself.
_SUFFERED = ("مقتل", "وفات", "اغتيال", "اعتقال", "توقيف", "خطف", "اختطاف", "اصابت", "اعدام", "مصرع", "احتجاز", "اختفاو")


def is_passive(reading: Reading, hit: Hit) -> bool:
    """Return whether a past cue in a relative clause is passive: what it is said of stands before it."""
    if hit.form.part != "past" or hit.form.pronoun or hit.form.number not in ("s", "") or hit.index == 0:
        return False
    if reading.forms[hit.index - 1] not in RELATIVES or hit.index + 1 >= len(reading.forms):
        return False
    following = reading.forms[hit.index + 1]
    if hit.form.cue.lemma in _CALLING:
        bare = not is_definite(following) and following not in ("ان", "انه", "انها")
        complement = following.startswith(("ب", '"')) or (reading.tokens[hit.index + 1].text.endswith(("ً", "اً", "ا")))
        return bare and (complement or following.endswith("ه")) and hit.index + 1 not in reading.names_by_token
    suffered = following.startswith(_SUFFERED) and following.endswith(("ه", "ها", "هم"))
    return hit.form.cue.lemma in ("أعلن", "أكد", "نفى") and suffered
