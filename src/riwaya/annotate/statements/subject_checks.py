"""What stands where a subject may and is none: a manner, a circumstance, a source, the object of the other gender."""

from __future__ import annotations

from riwaya.annotate.statements.complements import SELF
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.phrase_starts import Phrase, is_manner, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.arabic.frequencies import load_frequencies

_LEAST_OWNED = 5  # letters: «أعضاءها»
_KNOWN = 20  # articles in which a word stands
_TALK = frozenset(("كلام", "مداخله", "شهاده", "مرافعه"))
_SAYING = frozenset(("قايلا", "قايله", "قايلين", "بقوله", "بقولها", "بقولهم"))
_ACCORDING = frozenset(("وفق", "وفقا", "طبقا", "نقلا", "بحسب", "حسب", "حسبما"))  # «حيث قال وفقا للوكالة: "..."»


def is_no_subject(reading: Reading, hit: Hit, after: int) -> bool:
    """Return whether a source, a talk brought to its end, a circumstance or a quotation behind a manner stands there.

    «حيث قال وفقا للوكالة», «وختم حديثه بالقول», «وختمت حديثها قائلة», «قال والدموع في عينيه», «دان بسرعة "الهجوم"»,
    «حذر زملاءه من أن».
    """
    form, behind = reading.forms[after], reading.forms[after + 1] if after + 1 < len(reading.forms) else ""
    owned = without_owner(form) != form and not is_definite(form) and not reading.tokens[after].text.endswith("ة")
    talk = owned and (behind.startswith("بال") or (_is_talk(form) and behind in _SAYING))
    joined = form.startswith("وال") and after == hit.index + 1
    joined = joined and noun_of(form) is None and load_frequencies().get(form[1:], 0) >= _KNOWN
    quoted = form == '"' and after > hit.index + 1 and reading.forms[hit.index + 1] in words("manner")
    drawn = hit.form.cue.lemma == "لفت" and form in ("النظر", "الانتباه", "الانظار")
    return drawn or form in _ACCORDING or talk or joined or quoted or is_accusative(reading.tokens[after].text)


def _is_talk(form: str) -> bool:
    """Return whether somebody's words stand there, his or hers («حديثه», «كلمتها»)."""
    stem = without_owner(form)
    return stem in words("vessel") or stem in _TALK


def is_accusative(written: str) -> bool:
    """Return whether the hamza before an owner's pronoun is written as in an object («زملاءه», not «زملاؤه»)."""
    return len(written) > _LEAST_OWNED and written.endswith(("اءه", "اءها", "اءهم", "اءهما", "اءهن"))


def says_how(reading: Reading, phrase: Phrase) -> bool:
    """Return whether an accusative stands there («متهكما», «معرفا نفسه», «طالبا عدم كشف اسمه»), so no subject."""
    form = reading.forms[phrase.first]
    if phrase.end == phrase.first + 1:
        return is_manner(reading, phrase.first)
    behind = reading.forms[phrase.first + 1]
    if phrase.first in reading.names_by_token or not form.endswith("ا") or is_definite(behind):
        return False
    participle = behind in words("opener") or behind in SELF
    return participle and (is_manner(reading, phrase.first) or noun_of(form[:-1]) is not None)


def disagrees(reading: Reading, hit: Hit, after: int, phrase: Phrase) -> bool:
    """Return whether the noun right behind the cue is of the other gender, so that it is the object.

    A verb may stand in the masculine where something parts it from a feminine subject, and with any plural.
    """
    frames = hit.form.cue.frames
    if "that" in frames and not frames & {"target", "describe", "object"}:
        return False  # «لفتت المدير العام ليلى حداد إلى أن»
    if after > hit.index + 1 or phrase.kind not in ("person", "body", "document") or hit.form.gender not in ("m", "f"):
        return False
    if phrase.first in reading.names_by_token and phrase.kind != "person":
        return False
    return bool(phrase.gender) and phrase.gender != hit.form.gender and is_definite(reading.forms[phrase.first])


def without_owner(form: str) -> str:
    """Return «بيان» for «بيانها» and «كلمة» for «كلمته»."""
    stem = form.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return stem[:-1] + "ه" if stem.endswith("ت") and stem not in words("vessel") else stem
