"""Finite verbs by their written form, and the subject that stands before one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from riwaya.annotate.statements.lexicon import CueForms, cue_forms, narration_verbs, past_forms, words
from riwaya.annotate.statements.reading import Reading
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.tables import read_table

_NOT_PRESENT = frozenset(
    (
        "يناير",
        "يوليو",
        "يونيو",
        "يوليه",
        "يونيه",
        "يوميا",
        "يومين",
        "يورو",
        "يسارا",
        "يمينا",
        "يدا",
        "يده",
        "يديه",
        "يدها",
    )
)
_FEW = 20  # articles in which a word is part of a name
_NEGATIONS = frozenset(("لم", "ولم", "لن", "ولن", "فلم"))
# Past forms of the masculine singular that end in ت of their own.
_ROOT_T = frozenset(("بات", "مات", "فات", "لفت", "ثبت", "سكت", "صمت", "التفت", "افلت", "اثبت"))


class FiniteVerb(NamedTuple):
    """What the form of a finite verb tells: m, f or "" (unknown); s, d or p; an object pronoun is attached."""

    gender: str
    number: str
    pronoun: bool


def finite_verbs() -> dict[str, FiniteVerb]:
    """Return folded forms of the third person that are verbs wherever they stand."""
    return _finite_verbs(cue_forms())


@lru_cache(maxsize=8)
def _finite_verbs(cues: CueForms) -> dict[str, FiniteVerb]:
    """Return the finite verbs with the forms of these cues."""
    forms = {row["form"] for row in read_table("finite_verbs.tsv")}
    found = {form: _read(form, forms) for form in forms}
    for form, gender in narration_verbs().items():
        found[form] = FiniteVerb(gender, "s", False)
    for verb in words("turn_verb"):
        for form, gender, number in past_forms(verb):
            found[form] = FiniteVerb(gender, number, False)
    for form, item in cues.items():
        if item.third and item.part in ("past", "present"):
            found[form] = FiniteVerb(item.gender, item.number, item.pronoun)
    return found


def _read(form: str, forms: set[str]) -> FiniteVerb:
    pronoun = any(
        form.endswith(suffix) and len(form) - len(suffix) >= 3 and _stem(form, suffix) in forms
        for suffix in ("ه", "ها", "هم", "هما")
    )
    stem = form
    if pronoun:
        stem = next(form[: -len(end)] for end in ("هما", "هم", "ها", "ه") if form.endswith(end))
    return FiniteVerb(*_agreement(stem), pronoun)


def _stem(form: str, suffix: str) -> str:
    return form.removesuffix(suffix)


def _agreement(form: str) -> tuple[str, str]:
    """Return the (gender, number) that a bare verb form shows."""
    if form.startswith(("ي", "سي")):
        return "m", "p" if form.endswith(("ون", "وا")) else "s"
    if form.endswith("وا"):
        return "m", "p"
    if form.endswith("ت") and form not in _ROOT_T:
        return "f", "s"
    if form.startswith("ست"):
        return "f", "s"
    # «تسلم» may be past and masculine or present and feminine.
    return ("", "s") if form.startswith("ت") else ("m", "s")


@lru_cache(maxsize=20000)
def _is_present(form: str) -> bool:
    """Return whether a word that begins with ي is a verb: it is known, takes no article and is no name or month."""
    if form[:1] != "ي" or len(form) < 3 or form in _NOT_PRESENT or form not in load_frequencies():
        return False
    return "ال" + form not in load_frequencies() and load_name_counts().get(form, 0) < _FEW


def verb_at(reading: Reading, index: int) -> FiniteVerb | None:
    """Return the finite verb at a token, with or without an attached و or ف; a name is none."""
    if index in reading.names_by_token or not reading.is_word(index):
        return None
    form = reading.forms[index]
    verb = finite_verbs().get(form)
    if verb is None and form[0] in "وف" and len(form) > 3:
        verb = finite_verbs().get(form[1:])
    if verb is None and form[0] == "ل" and form[1:2] in ("ي", "ت") and len(form) > 4:
        verb = finite_verbs().get(form[1:])  # «لترد عليها»
    before = reading.forms[index - 1] if index else ""
    negated = (before in _NEGATIONS and form[0] in "يت") or (before in ("لا", "ولا") and form[0] == "ي")
    if verb is None and _is_present(form[1:] if form[0] == "و" else form):
        return FiniteVerb("m", "p" if form.endswith(("ون", "وا")) else "s", False)
    if verb is None and negated and len(form) > 2:
        return FiniteVerb("m" if form[0] == "ي" else "", "p" if form.endswith("وا") else "s", False)
    return verb
