"""The tables behind statement finding, and every written form of each cue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.normalise import fold
from riwaya.tables import read_table

_SUFFIXES = ("ه", "ها", "هم", "هما", "نا")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of speech_cues.tsv.

    Attributes:
        frames: how the content may follow: that, quote, object, target, blame, claim, describe, ask, feeling, deem,
            colon or a folded preposition.
        prior: how likely a finite form in one of its frames is to attribute something.
    """

    lemma: str
    frames: frozenset[str]
    force: str
    prior: float


@dataclass(frozen=True, slots=True)
class CueForm:
    """A folded written form of a cue.

    Attributes:
        part: past, present, participle or noun.
        gender: m, f or "" (unknown).
        number: s, d, p or "".
        third: the third person (a first person speaks for itself inside a quotation).
        pronoun: an object or possessor pronoun is attached («أعلنته», «قوله»).
    """

    cue: Cue
    part: str
    gender: str
    number: str
    third: bool
    pronoun: bool


@cache
def words(kind: str) -> frozenset[str]:
    """Return the folded words of one class of speech_words.tsv."""
    return frozenset(_words_by_class()[kind])


@cache
def _words_by_class() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("speech_words.tsv"):
        found[row["class"]].add(fold(row["word"]))
    return found


@cache
def speaker_nouns() -> dict[str, tuple[str, str]]:
    """Return folded noun → (kind, gender): person, people, body or document."""
    return {fold(row["noun"]): (row["kind"], row["gender"]) for row in read_table("speaker_nouns.tsv")}


@cache
def narration_verbs() -> dict[str, str]:
    """Return folded third-person past forms of verbs of narration → gender, to find a sentence's subject."""
    found: dict[str, str] = {}
    for row in read_table("narration_verbs.tsv"):
        for form, gender, number in past_forms(fold(row["verb"])):
            if number in ("s", "d") and gender:
                found.setdefault(form, gender)
    return found


def past_forms(verb: str) -> list[tuple[str, str, str]]:
    """Return (form, gender, number) of the third person past of a folded verb."""
    if verb.endswith(("ي", "ا")) and len(verb) > 2:
        base = verb[:-1]
        dual = base + ("وا" if verb.endswith("ا") else "يا")
        return [
            (verb, "m", "s"),
            (base + "ت", "f", "s"),
            (base + "وا", "m", "p"),
            (base + "تا", "f", "d"),
            (dual, "m", "d"),
        ]
    return [
        (verb, "m", "s"),
        (verb + "ت", "f", "s"),
        (verb + "وا", "m", "p"),
        *([(_short(verb) + "ن", "f", "p")] if len(verb) > 2 else []),
        (verb + "ا", "m", "d"),
        (verb + "تا", "f", "d"),
    ]


def _short(verb: str) -> str:
    """Return the stem before an ending that begins with a consonant: a hollow verb loses its long vowel."""
    return verb[:-2] + verb[-1] if len(verb) >= 3 and verb[-2] == "ا" else verb


def _first_persons(verb: str) -> list[str]:
    """Return first-person past forms."""
    stem = verb[:-1] + ("و" if verb.endswith("ا") else "ي") if verb.endswith(("ي", "ا")) else _short(verb)
    return [stem + "نا"] if stem + "ت" == verb + "ت" else [stem + "ت", stem + "نا"]


def _present(verb: str) -> list[tuple[str, str, str, bool]]:
    """Return (form, gender, number, third) of the present of a folded verb in the third person masculine."""
    stem = verb[1:]
    weak = stem[:-1] if stem.endswith(("ي", "و")) else stem
    return [
        ("ي" + stem, "m", "s", True),
        ("ت" + stem, "f", "s", True),
        ("ن" + stem, "", "p", False),
        ("ا" + stem, "", "s", False),
        ("ي" + weak + "ون", "m", "p", True),
        ("ي" + stem + "ان", "m", "d", True),
        ("ت" + stem + "ان", "f", "d", True),
    ]


def _participle(base: str) -> list[tuple[str, str, str]]:
    weak = base[:-1] if base.endswith("ي") else base
    return [
        (base + "ا", "m", "s"),
        (base + "ه", "f", "s"),
        (weak + "ين", "", "p"),
    ]


def _forms_of(cue: Cue, row: dict[str, str]) -> list[tuple[str, CueForm]]:
    found: list[tuple[str, CueForm]] = []
    past, present, participle = fold(row["past"]), fold(row["present"]), fold(row["participle"])
    if past:
        found += [
            (form, CueForm(cue, "past", gender, number, True, False))
            for form, gender, number in past_forms(past)
            if (gender, number) != ("m", "d") or past in ("قال", "اكد") or (len(past) > 3 and past.startswith("ا"))
        ]
        found += [(form, CueForm(cue, "past", "", "", False, False)) for form in _first_persons(past)]
    if present:
        found += [(f, CueForm(cue, "present", g, n, third, False)) for f, g, n, third in _present(present)]
    finite = [(form, item) for form, item in found if item.third and item.number == "s"]
    for form, item in finite:
        stems = (form[:-1] + "ا", form) if form.endswith("ي") else (form,)  # «نفاه», «ينفيه»
        found += [
            (stem + suffix, CueForm(cue, item.part, item.gender, item.number, True, True))
            for stem in stems
            for suffix in _SUFFIXES
        ]
    if participle:
        found += [(form, CueForm(cue, "participle", g, n, True, False)) for form, g, n in _participle(participle)]
    for noun in filter(None, map(fold, row["nouns"].split())):
        found.append((noun, CueForm(cue, "noun", "", "", True, False)))
        for stem in _owned_stems(noun):
            found += [
                (stem + suffix, CueForm(cue, "noun", _OWNER[suffix][0], _OWNER[suffix][1], True, True))
                for suffix in _OWNER
            ]
    return found


def _owned_stems(noun: str) -> list[str]:
    """Return a folded noun as it stands before a pronoun («دعوت», «ادعاي» beside «ادعاء»)."""
    if noun.endswith("ه"):
        return [noun[:-1] + "ت"]
    return [noun, noun[:-1] + "ي", noun[:-1] + "و"] if noun.endswith("اء") else [noun]


# «علق على القرار بالقول إن ...», «مضى للقول», as «قائلا».
_SAYING = ("بالقول", "للقول", "بقوله", "بقولها", "بقولهم", "بقولهما")
_OWNER = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d")}


@cache
def words_said() -> frozenset[str]:
    """Return the folded forms that open the words of the verb before them: «قائلا», «قائلة», «بالقول», «بقوله»."""
    return frozenset((*map(fold, ("قائلا", "قائلة", "قائلين")), *_SAYING))


class CueForms(dict[str, CueForm]):
    """Folded form → its cue; equal to itself alone, so that what follows from it can be cached."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


_ADDED: ContextVar[CueForms | None] = ContextVar("added_cues", default=None)


def cue_forms() -> CueForms:
    """Return folded form → its cue: the shipped ones, within `using_cues` the added ones too."""
    return _ADDED.get() or _make_cue_forms(())


@contextmanager
def using_cues(added: tuple[tuple[str, ...], ...]) -> Iterator[None]:
    """Find statements with further rows of the columns of speech_cues.tsv, which outrank the shipped ones."""
    token = _ADDED.set(_make_cue_forms(added))
    try:
        yield
    finally:
        _ADDED.reset(token)


@lru_cache(maxsize=8)
def _make_cue_forms(added: tuple[tuple[str, ...], ...]) -> CueForms:
    """Return folded form → its cue; the first row wins where two cues share a form."""
    table = CueForms()
    later: list[tuple[str, CueForm]] = []
    shipped = read_table("speech_cues.tsv")
    for row in [*(dict(zip(shipped[0], values, strict=True)) for values in added), *shipped]:
        cue = Cue(row["lemma"], frozenset(fold(row["frames"]).split()), row["force"], float(row["prior"]))
        for form, item in _forms_of(cue, row):
            if item.pronoun or not item.third:
                later.append((form, item))
            else:
                table.setdefault(form, item)
    said = table[fold("قائلا")]
    for form, item in [*later, *((form, said) for form in _SAYING)]:
        table.setdefault(form, item)
    return table


# Patterns of the verbal noun by its folded letters. The fourth form (إفعال) shares its skeleton with the broken
# plural (أفعال), so that one also asks the written hamza.
_VERBAL_NOUN = re.compile(
    r"(?:ا.ت.ا.|ات.ا.|ت.ا..|ان..ا.|است..?ا.|ت..ي.|م.ا..ت|ا.ت.ا.ت|است.ا.ت|ا.طر?ا.|اض..ا.|اص..ا.)(?:ه|ها|هم|هما|هن)?|م[^ا]?ا..ه"
)
_FOURTH_FORM = re.compile(r"ا..ا.[هت]?(?:ه|ها|هم|هما)?|ا.ا.[هت](?:ها|هم|هما)?|اي.ا.(?:ه|ها|هم|هما)?")


@lru_cache(maxsize=20000)
def opens_proposition(form: str, written: str) -> bool:
    """Return whether a bare noun may open a reported noun phrase («ضرورة ...», «انسحاب بلاده ...»).

    Args:
        form: folded word without clitics before it.
        written: the word as written, for its hamza.
    """
    openers = words("opener")
    if form in openers:
        return True
    for suffix in ("هما", "ها", "هم", "هن", "ه"):
        stem = form.removesuffix(suffix)
        if stem != form and (stem in openers or (stem.endswith("ت") and stem[:-1] + "ه" in openers)):
            return True
    if form.endswith("ا") and len(form) > 3 and form[:-1] in openers:
        return True  # «اقتراحا», «تدخلا»
    if form in speaker_nouns() or form in words("preposition"):
        return False
    if len(form) < 5:
        return False
    if _VERBAL_NOUN.fullmatch(form):
        return True
    return written.startswith("إ") and bool(_FOURTH_FORM.fullmatch(form))


# What a participle is the predicate of («كان لافتا»).
BEING = ("كان", "كانت", "يكون", "تكون", "يكن", "تكن", "بدا", "بدت", "يبدو", "تبدو", "بات", "باتت", "يعد", "تعد")
COMPLEMENTISERS = frozenset(
    particle + pronoun
    for particle in ("ان", "بان")
    for pronoun in ("", "ه", "ها", "هم", "هما", "هن", "ني", "ي", "نا", "ك", "كم")
) | {"انني", "اننا", "باننا", "بانني"}


def strip_conjunction(form: str) -> str:
    """Return a folded word without an attached و or ف, where something is left."""
    return form[1:] if form[:1] in ("و", "ف") and len(form) > 2 else form


def unowned(form: str, owners: tuple[str, ...] = ("هما", "هم", "ها", "ه")) -> str:
    """Return «زوجه» (زوجة) for «زوجته», «زيارات» for «زياراتهما», nothing where no owner's pronoun ends the word."""
    stem = next((form[: -len(end)] for end in owners if form.endswith(end)), "")
    return stem[:-1] + "ه" if stem.endswith("ت") and not stem.endswith("ات") else stem
