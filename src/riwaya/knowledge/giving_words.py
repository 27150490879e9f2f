"""Words that give somebody an office, and those that say of the giving that it is wished, doubted, refused or over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.tables import read_table


class Tense(StrEnum):
    """What the form of a verb tells; a verbal noun or particle tells nothing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PURPOSE = "purpose"  # «ليصبح»
    THEN = "then"  # «لأصبح», what would be
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GivingWord:
    """A word of giving_words.tsv: its class there (a verb's, also for its nouns), and its tense."""

    sort: str
    tense: Tense


_NOUNS = "_nouns"
_WEAK = ("ي", "ا", "و")
_OWN = ("", "ه", "ها", "هم")  # pronouns behind a verb: «عينه»


def read_giving(word: str) -> GivingWord | None:
    """Return what a folded word is here, without its conjunction or, of a noun, its preposition; None for others."""
    known = _forms()
    bare = word[1:] if word[:1] in "وف" else word
    for form in (word, bare):
        if form in known:
            return known[form]
    for form in (word, bare):
        noun = f"ال{form[2:]}" if form.startswith("لل") else form[1:]  # «للمرشح»
        told = known.get(noun) if form[:1] in "بلك" else None
        if told is not None and told.tense is Tense.NONE:
            return told
    return None


@cache
def _forms() -> dict[str, GivingWord]:
    found: dict[str, GivingWord] = {}
    rows = read_table("giving_words.tsv")
    # «تسمية» is no form of «يسمي» with a pronoun.
    for row in sorted(rows, key=lambda row: not row["class"].endswith(_NOUNS)):
        sort = row["class"].removesuffix(_NOUNS)
        for told in row["words"].split():
            past, _, present = fold(told).partition("/")
            if not present:
                found.setdefault(past, GivingWord(sort, Tense.NONE))
                continue
            for form in _past(past):
                found.setdefault(form, GivingWord(sort, Tense.PAST))
                found.setdefault(f"ل{form}", GivingWord(sort, Tense.THEN))
            for form in _present(present, first=sort == "wanting"):
                found.setdefault(form, GivingWord(sort, Tense.PRESENT))
                found.setdefault(f"س{form}", GivingWord(sort, Tense.FUTURE))
                found.setdefault(f"ل{form}", GivingWord(sort, Tense.PURPOSE))
    return found


def _past(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith(_WEAK) else verb
    long = f"{stem}ا" if stem != verb else verb  # «أعفاه»
    persons = {verb, f"{stem}ت", f"{stem}وا", f"{stem}نا", f"{stem}تا", f"{verb}ن"}
    return persons | {f"{one}{own}" for one in (long, f"{stem}ت") for own in _OWN[1:]}


def _present(verb: str, *, first: bool) -> set[str]:
    """Return the present with its jussive («يكون», «يكن»), the first person where many speak so («نرفض تعيين»)."""
    rest = verb[1:]
    weak = rest[:-1] if rest.endswith(_WEAK) else ""
    hollow = f"{rest[:-2]}{rest[-1]}" if len(rest) > 2 and rest[-2] in "وي" else ""
    singular = {
        f"{person}{stem}" for person in ("يتنا" if first else "يت") for stem in filter(None, (rest, weak, hollow))
    }
    several = {f"{person}{weak or rest}{end}" for person in "يت" for end in ("ون", "وا", "ان")}
    owned = {f"{person}{rest}{own}" for person in "يت" for own in _OWN[1:]}
    return singular | several | owned
