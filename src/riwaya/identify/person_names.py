"""The parts of a person's name, and when two spellings can be one name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from riwaya.arabic.frequencies import load_given_names, load_listed_names
from riwaya.arabic.names import fold_name, skeleton
from riwaya.knowledge.people import known_people
from riwaya.tables import read_table

# A form that opens a compound part with the word behind it: «عبد الله», «أبو الغيط», «بن سلمان», «دي ميستورا».
_BOUND = frozenset((
    "ابا", "ابن", "ابو", "ابي", "ال", "ام", "بن", "بنت", "تير", "دا", "دل", "دو", "دي", "دير", "ديل", "ذو",
    "سان", "عبد", "فان", "فون", "ماك", "مك", "ولد",
))  # fmt: skip
_INNER_BOUND = frozenset(("لا", "لو", "او"))
# Those of foreign names, which are written apart or in one («دي ميستورا», «ديميستورا»), and what may follow one.
_PARTICLES = frozenset(("تير", "دا", "دل", "دو", "دي", "دير", "ديل", "فان", "فون", "ماك", "مك", "سان", "لو", "لا"))
_SECOND_PARTICLES = frozenset(("دير", "در", "دن", "دي", "لا", "لوس", "لاس"))
_ORDINALS = frozenset(
    ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الاب", "الابن")
)
_CLOSING = frozenset(("الدين", "الله", "الحق", "الاسلام", "الزمان", "الرحمن"))
# Family names of languages that put them first: «كيم جونغ أون» is «كيم» for short.
_FAMILY_FIRST = frozenset("كيم مون بارك شي لي وانغ تشانغ تشن يانغ هو نغوين ليو لو جيانغ تران".split())  # noqa: SIM905
# A title that is part of the name by which the bearer is known: «النبي محمد» is no محمد.
_REVERED = frozenset(("النبي", "المسيح", "القديس", "القديسه", "الصحابي", "الصحابيه", "الخليفه", "سيدنا", "الامام"))
_GLUED = re.compile(r"^(عبد|ابو)(ال\w{2,})$")
_GLUED_END = re.compile(r"^(\w{3,})(الله|الدين)$")
_SPELT = {"لله": "الله", "الرحمان": "الرحمن"}
_EQUAL_LETTERS = str.maketrans("غطصظةثڤ", "جتسضهتف")
_KUNYA = re.compile(r"^(ابو)(\w{3,})$")
# Slavic Г is written ه, غ or ج: «هريتساك» and «غريتساك»; ش and س both stand for a final s.
_BREATHED = re.compile(r"^ه(?=ر\w{3})")
_ENDINGS = frozenset(("اي", "يي"))  # of Persian names, which may be written apart («خامنه إي»)
_KNOWN = 20
_LISTED = 5
_PARTS = 8


@lru_cache(maxsize=1 << 14)
def split_name(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name, compound ones whole: («محمد», «بن سلمان»)."""
    words: list[str] = []
    for word in fold_name(name).split():
        glued = _GLUED.match(word) or _GLUED_END.match(word) or _split_kunya(word)
        words.extend(_SPELT.get(part, part) for part in (glued.groups() if glued else (word,)))
    if len(words) > 1 and words[-1] in _ENDINGS and words[-2].endswith("ه"):
        words[-2:] = [words[-2] + words[-1]]
    if words[:2] == ["ايه", "الله"] and len(words) > 2:
        words = words[3:] if words[2] == "العظمي" and len(words) > 3 else words[2:]  # a title, no first name
    if len(words) == 2 and words[0] in _REVERED:
        return (" ".join(words),)
    parts: list[str] = []
    opening: list[str] = []
    for word in words:
        if opening or not (word in _BOUND or (word in _INNER_BOUND and parts)):
            if word in _CLOSING and parts and not opening:
                parts[-1] += " " + word
                continue
            if opening and (word in _BOUND or (opening[0] in _PARTICLES and word in _SECOND_PARTICLES)):
                opening.append(word)
                continue
            parts.append(" ".join((*opening, word)))
            opening = []
        else:
            opening.append(word)
    if opening:
        parts.append(" ".join(opening))
    if len(parts) > 2 and parts[-1] == "جونيور":
        parts[-1] = "الابن"  # of two parts it may be all that a footballer is called by
    return _join_descent(parts)[:_PARTS]


def _split_kunya(word: str) -> re.Match[str] | None:
    """Return the two words of a kunya written as one («أبومازن»), None where the rest is no name («أبوظبي»)."""
    glued = _KUNYA.match(word)
    return glued if glued is not None and (is_known(glued[2]) or glued[2] in load_given_names()) else None


def _join_descent(parts: list[str]) -> tuple[str, ...]:
    """Return the parts, a family named behind «بن ...» dropped where it is a house («آل سعود»)."""
    if len(parts) > 2 and parts[-1].startswith("ال ") and any(part.startswith("بن ") for part in parts[1:]):
        parts = parts[:-1]
    descent = [index for index, part in enumerate(parts) if part.startswith(("بن ", "ابن ")) and index]
    if len(descent) > 1 and descent[-1] == len(parts) - 1:
        # «محمد بن سلمان بن عبد العزيز» is «محمد بن سلمان» for short.
        parts = parts[: descent[0] + 1]
    return tuple(parts)


def surname(parts: tuple[str, ...]) -> str:
    """Return the part that stands for the whole name when it stands alone."""
    if len(parts) > 1 and parts[0] in _FAMILY_FIRST and (len(parts) > 2 or parts[0] in ("كيم", "مون", "شي", "لو")):
        return parts[0]
    return parts[-2] if len(parts) > 1 and parts[-1] in _ORDINALS else parts[-1]


def is_kunya(part: str) -> bool:
    """Return whether a part is a kunya, in whatever case («أبو خالد», «أبي خالد», «أم علي»)."""
    return part.startswith(("ابو ", "ابي ", "ابا ", "ام "))


def nominative(part: str) -> str:
    """Return a kunya as it stands as a subject («أبي خالد» gives «ابو خالد»), another part as it is.

    «ابن سلمان», as one writes where nothing stands in front, gives «بن سلمان».
    """
    return f"ابو {part[4:]}" if part.startswith(("ابي ", "ابا ")) else part.removeprefix("ا" * part.startswith("ابن "))


def given(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the other parts, in order."""
    if len(parts) < 2:
        return ()
    if parts[-1] in _ORDINALS:
        return (*parts[:-2], parts[-1])
    return parts[1:] if surname(parts) == parts[0] != parts[-1] else parts[:-1]


@lru_cache(maxsize=1 << 14)
def block_key(parts: tuple[str, ...]) -> str:
    """Return the key of the name's block: the skeleton of its surname, compound names whole."""
    words = surname(parts).split() if parts else [""]
    if words[0] in _PARTICLES:
        return _foreign_skeleton("".join(words))
    return " ".join(_foreign_skeleton(word) for word in words)


@lru_cache(maxsize=1 << 14)
def letters_key(name: tuple[str, ...]) -> str:
    """Return the consonants of a whole name in alphabetical order: one key however it is parted, ordered or slipped."""
    return "*" + "".join(sorted("".join(skeleton_of(part) for part in name).replace("ش", "س")))


def skeleton_of(part: str) -> str:
    """Return the consonants of a part by which its block is found, whatever stands between them."""
    return "".join(_foreign_skeleton(word) for word in part.split())


def _foreign_skeleton(word: str) -> str:
    """Return the skeleton, for a word that is no known name with the letters made one that transliterators exchange."""
    if len(word) < 5 or is_known(word):
        return skeleton(word)
    return skeleton(_BREATHED.sub("غ", word)).replace("ش", "س")


@lru_cache(maxsize=1 << 14)
def bare(part: str) -> str:
    """Return a part without the article and with the letters that transliterators exchange made one."""
    word = part[2:] if part.startswith("ال") and len(part) > 4 else part
    if word.endswith("ه") and len(word) > 3:
        word = word[:-1] + "ا"  # «سارة» and «سارا»
    if len(word) > 4:
        word = _BREATHED.sub("غ", word)
    return word.replace(" ال", " ").translate(_EQUAL_LETTERS)


@lru_cache(maxsize=1 << 15)
def are_near(one: str, other: str) -> bool:
    """Return whether two parts can be spellings of one name.

    Two names that are both well known («سالم» and «سليم») never are, however near they are written.
    """
    left, right = bare(one), bare(other)
    if left == right or one == other:
        return True
    if is_known(one) and is_known(other):
        return False
    short, long = sorted((one, other), key=len)
    if (long == f"{short}ه" and is_known(short)) or is_nisba(short, long):
        return False  # «كريم» and «كريمة»
    if min(len(one), len(other)) > 4 and is_one_slip(one, other):
        return True  # «إلينا» and «إيلينا»: what folds like an article opens the name itself
    if min(len(left), len(right)) < 4 or abs(len(left) - len(right)) > 2:
        return False
    distance = DamerauLevenshtein.distance(left, right, score_cutoff=2)
    if distance <= 1:
        return True
    return distance == 2 and min(len(left), len(right)) >= 6 and _foreign_skeleton(left) == _foreign_skeleton(right)


def is_nisba(one: str, other: str) -> bool:
    """Return whether one part is a name of the lists and the other a surname made of it: «باقر» and «باقري»."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}ي" and short[-1] != "ي" and load_listed_names().get(short, 0) >= _LISTED


def is_one_slip(one: str, other: str) -> bool:
    """Return whether one letter added, dropped, changed or exchanged with its neighbour makes one form the other."""
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=1 << 14)
def is_known(part: str) -> bool:
    """Return whether a part is a name of its own that lists of names hold («سالم»), not a transliteration."""
    counts = load_listed_names()
    word = part.split()[-1]
    return max(counts.get(word, 0), counts.get(word.removeprefix("ال"), 0)) >= _KNOWN


@lru_cache(maxsize=1 << 15)
def fits_given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether the shorter list of given names can be the longer one abridged.

    The first names agree («حسن» and «حسن علي»), or the longer one opens with محمد, which is often left out.
    """
    if not short or not long:
        return True
    if len(short) > len(long):
        short, long = long, short
    position = 0
    for part in short:
        while position < len(long) and not are_near(part, long[position]) and not is_short_for(part, long[position]):
            position += 1
        if position == len(long):
            return False
        position += 1
    return are_near(short[0], long[0]) or is_short_for(short[0], long[0]) or long[0] == "محمد"


@cache
def _short_names() -> frozenset[tuple[str, str]]:
    return frozenset((fold_name(row["short"]), fold_name(row["full"])) for row in read_table("short_names.tsv"))


def is_short_for(one: str, other: str) -> bool:
    """Return whether one first name is the usual short form of the other («بيل» and «وليام»)."""
    return (one, other) in _short_names() or (other, one) in _short_names()


@cache
def _aliases() -> dict[tuple[str, ...], tuple[str, ...]]:
    found = {split_name(row["alias"]): split_name(row["name"]) for row in read_table("person_aliases.tsv")}
    for person in known_people().values():
        # «نجيب رزاق» and «نجيب عبد الرزاق»: another surname, so that no likeness would bring them together.
        forms = [split_name(form) for form in person.names if form not in known_people()]
        name = split_name(person.name)
        found |= {form: name for form in forms if len(form) > 1 and block_key(form) != block_key(name)}
    return found


def name_behind(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of the person whom the press calls by a well-known kunya («أبو مازن»), or by another surname.

    The name itself of everybody else.
    """
    return _aliases().get(parts, parts)


def is_typing_error(part: str, other: str) -> bool:
    """Return whether one slip of the hand lies between two forms, at least one of which is no name by itself."""
    if min(len(part), len(other)) < 4 or (is_known(part) and is_known(other)):
        return False
    return DamerauLevenshtein.distance(part, other, score_cutoff=1) <= 1
