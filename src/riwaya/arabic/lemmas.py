"""The form under which a word is found in search: without clitics and regular inflection.

Plurals, duals and the endings and first letters of verbs come off where the press itself shows that the rest is the
word: it takes the article as often, or stands with the other endings of its kind. A name stays as it is («يوسف»,
«البحرين»), so does what may as well be another word («عدوان» beside «عدو»). Broken plurals that the rules cannot know
are listed in `broken_plurals.tsv`. It is a key that inflections share, no analysis: «يعلنون», «أعلنت» and «أعلن» have
one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.arabic.clitics import prefix_candidates, split_clitics
from riwaya.arabic.frequencies import load_frequencies, load_listed_names, load_name_counts, load_whole_words
from riwaya.arabic.normalise import fold
from riwaya.arabic.numerals import LEXICON
from riwaya.arabic.perfect import is_perfect
from riwaya.tables import read_table

_LONG = 4
_OFTEN = 10
_SHORTEST = 3  # letters of a word without its ending
_LEAST = 2  # articles that must hold a form before it tells anything
_NAMED = 0.2  # share of a form's articles in which it is a name, from which it stays whole
_DUAL = 1.5  # so many times as often as a dual its singular is met
_OBLIQUE = 0.3  # the same of a dual on «ين», of an accusative
_RARE = 0.02  # share of a noun's articles in which it takes the article, at least
_SHARE = 0.05  # of a plural's or a present's articles, so many has the word itself at least
_SELDOM = 0.005  # the same of men's plurals: one «محتج» is met far more seldom than many
_OFTEN_NOUN = 0.1  # share of its articles in which a form takes the article, from which it is no verb
_WITH_KASRA = ("اخوه", "اناث", "اخوان")  # plurals on «إ»; else it begins a verb's noun («إنفاق», «إعلام»)
_DEFINITE = {"كتب": "كتاب", "صور": "صوره", "نسخ": "نسخه"}  # plurals that are verbs or a town without the article
_VERBAL_NOUN = 6  # letters of «انتخاب», «استثمار»
_LARGE, _TOWN = 200_000, 50_000  # inhabitants
_VERBAL = 0.005  # so many times as often as itself a verb is met with the feminine's ending, at least
_PRESENT = "يتن"


def search_form(word: str) -> str:
    """Return the form under which a word, as written or folded, is found in search."""
    word = _eastern(word)
    form = fold(word)
    if not word.endswith("ه") and (place := _place_in(form)):  # «ونقده» is rather a verb with «ه»
        return place
    found = split_clitics(word)
    bare = form[1:] if found.prefixes[:1] in (("و",), ("ف",)) else form
    if len(bare) >= _LONG and bare in _weak_verbs():  # «التقوا» has no article
        return _weak_verbs()[bare]
    if (found.stem, found.suffixes) == ("دعوا", ("نا",)):
        return form  # «دعونا» is rather «let us»
    if "إ" in word and found.stem[:1] == "ا" and found.stem.removesuffix("ا") in _broken_plurals():
        kasra = _broken_plurals().get(found.stem, "") if found.stem in _WITH_KASRA else ""
        return kasra or _from_accusative(found.stem) or found.stem
    if "ال" in found.prefixes and found.stem in _DEFINITE:
        return _DEFINITE[found.stem]
    return lemma(found.stem)


@lru_cache(maxsize=1 << 16)
def _place_in(form: str) -> str:
    """Return the place that a folded word names, with particles or without («بدهوك», «سامراء»); "" for other words.

    Most places are too rare in the press for its counts to tell their first letter from a particle. A word that the
    press has as often, that takes the article or is somebody's name is rather that («باكستر»).
    """
    if len(form) < _LONG or (form[0] not in "وفبلك" and form not in _towns()):
        return ""
    for _, rest in sorted(prefix_candidates(form), key=lambda reading: len(reading[0])):
        if rest in _towns():
            return rest if len(rest) >= _LONG and _is_town(rest) else ""
        often = _count(rest) > _LEAST and not (rest[0] == "و" and split_clitics(rest).prefixes)
        if often or _nominal(rest) >= _LEAST or load_listed_names().get(rest, 0) >= _LEAST:
            return ""
    return ""


def _is_town(form: str) -> bool:
    """Return whether a town's letters are more likely it than particles with another town or a frequent word."""
    split = split_clitics(form)
    particle = bool(split.prefixes) and split.prefixes != ("ال",)
    if split.prefixes[:1] == ("س",) and split.stem[0] not in _PRESENT:
        return True  # «سامراء» is no verb
    return not particle or (split.stem not in _towns() and not _is_often(split.stem, form))


def _is_often(stem: str, form: str) -> bool:
    """Return whether a word is so much more frequent than a town of its letters that particles are likelier."""
    return _strength(stem) > _OFTEN * max(_count(form), _LEAST)


@cache
def _towns() -> frozenset[str]:
    """Return the folded names, of one word, of states, capitals and towns that are no ordinary words besides."""
    names = [row["name"] for row in read_table("places.tsv") if int(row["population"] or 0) >= _TOWN]
    for row in read_table("nations.tsv"):
        names += [*row["country"].split("|"), *row["capital"].split("|")]
    folded = {fold(name) for name in names if " " not in name and not name.startswith("ال")}
    return frozenset(name for name in folded if _nominal(name) < _LEAST)


def _eastern(word: str) -> str:
    """Return a word with the hamza of «مسؤول», «شؤون» where Egypt writes «مسئول», «شئون»; «لاجئون» is a plural."""
    if "ئو" not in word:
        return word
    other = word.replace("ئو", "ؤو")
    written, eastern = _count(fold(word)), _count(fold(other))
    plural = word.endswith("ئون") and written == eastern
    return word if plural or written > eastern else other


@lru_cache(maxsize=1 << 16)
def lemma(stem: str) -> str:
    """Return a folded word without clitics less its inflection; the word itself where it has none that is sure."""
    if stem in _irregular():
        return _irregular()[stem]
    if stem.endswith("ا") and len(stem) > _LONG and stem[:-1] in _broken_plurals() and _is_bare(stem):
        # «ضباطا»; «مطالب» and the like have no such ending, «مطالبا» is who demands.
        return stem if len(stem) > _LONG + 1 and stem[2] == "ا" else _broken_plurals()[stem[:-1]]
    if len(stem) <= _SHORTEST or not "ء" <= stem[0] <= "ي" or _is_fixed(stem):
        return stem
    for reduce in (_from_feminine_plural, _from_plural, _from_dual, _from_construct, _from_accusative, _from_verb):
        if reduced := reduce(stem):
            return reduced
    return stem


@cache
def _broken_plurals() -> dict[str, str]:
    return {fold(row["plural"]): fold(row["singular"]) for row in read_table("broken_plurals.tsv")}


@cache
def _irregular() -> dict[str, str]:
    return _weak_verbs() | _broken_plurals()


@cache
def _weak_verbs() -> dict[str, str]:
    """Return the forms of verbs whose middle or end changes («قال»: «يقول», «تقولون»; «نفى»: «نفت», «نفوا»)."""
    forms: dict[str, str] = {}
    nouns = {*_broken_plurals(), *_broken_plurals().values()}
    for row in read_table("weak_verbs.tsv"):
        perfect, present, feminine = (fold(row[column]) for column in ("perfect", "present", "feminine"))
        plural = present[:-1] if present[-1] in "وي" else present
        many = perfect[:-1] if perfect[-1] in "اي" else perfect
        forms |= dict.fromkeys((perfect, feminine, feminine + "ا", many + "وا"), perfect)
        forms |= dict.fromkeys((letter + present[1:] + "ان" for letter in "يت"), perfect)
        for letter in _PRESENT:
            forms |= dict.fromkeys(
                (letter + present[1:], *(letter + plural[1:] + end for end in ("ون", "وا"))), perfect
            )
    # «نقود» is rather money, «نزيل» an inmate.
    return {
        form: perfect
        for form, perfect in forms.items()
        if form not in nouns and (form == perfect or _nominal(form) <= max(_LEAST, _OFTEN_NOUN * _count(form)))
    }


@cache
def _places() -> frozenset[str]:
    """Return the names of states, capitals and large towns («القريتين» is rather two villages), without the article."""
    names = [row["name"] for row in read_table("places.tsv") if int(row["population"] or 0) >= _LARGE]
    for row in read_table("nations.tsv"):
        names += [*row["country"].split("|"), *row["capital"].split("|")]
    return frozenset(fold(name).removeprefix("ال") for name in names)


def _is_fixed(stem: str) -> bool:
    """Return whether a form is a name, a numeral or a word that only looks inflected."""
    if stem in LEXICON or stem in _places() or stem in load_whole_words() or "ال" + stem in load_whole_words():
        return True
    return load_name_counts().get(stem, 0) > max(_LEAST, _NAMED * _strength(stem))


def _from_feminine_plural(stem: str) -> str:
    """«سيارات»: «سياره»; «انفجارات»: «انفجار»; «متظاهرات»: «متظاهره», as «متظاهرون» is its men's plural."""
    if not stem.endswith("ات"):
        return ""
    bare = stem[:-2]
    # «مفاوض» and «نفق» have plurals of their own («مفاوضون», «أنفاق»).
    has_other = _count(bare + "ون") >= _LEAST or bare in _broken_plurals().values()
    bases = [bare + "ه"] if has_other else [bare + "ه", bare]
    # One «انتخاب» is met far more seldom than many; such nouns of verbs have no other plural.
    verbal = len(bare) >= _VERBAL_NOUN and bare[0] == bare[-2] == "ا"
    least = max(_LEAST, (_SELDOM if verbal else _SHARE) * _strength(stem))
    return next((base for base in bases if len(base) >= _SHORTEST and _nominal(base) >= least), "")


def _from_plural(stem: str) -> str:
    """«مدرسون», «مدرسين»: «مدرس», a noun of which the press has both cases."""
    if not stem.endswith(("ون", "ين")) or len(stem) < _SHORTEST + 2:
        return ""
    base = stem[:-2]
    fewer, more = sorted((_strength(base + "ون"), _strength(base + "ين")))
    both = fewer >= max(_LEAST, _SHARE * more)
    # Of three letters a noun takes the article too («معاون» is one deputy).
    strength = _nominal(base) if len(base) <= _SHORTEST else _strength(base)
    return base if both and strength >= max(_LEAST, _SELDOM * _strength(stem)) else ""


def _from_dual(stem: str) -> str:
    """«قريتين»: «قريه»; «انفجاران»: «انفجار»."""
    if not stem.endswith(("ان", "ين")) or len(stem) < _SHORTEST + 2:
        return ""
    base = stem[:-2]
    bases = [base[:-1] + "ه"] if base.endswith("ت") else [base]
    least = max(_LEAST, (_DUAL if stem.endswith("ان") else _OBLIQUE) * _strength(stem))
    return next((base for base in bases if _nominal(base) >= least), "")


def _from_accusative(stem: str) -> str:
    """«قرارا»: «قرار»; «طائرتا العدو»: «طائره»: what never takes the article beside a noun that does."""
    if not stem.endswith("ا") or not _is_bare(stem):
        return ""
    base = stem[:-2] + "ه" if stem.endswith("تا") else stem[:-1]
    return base if _nominal(base) >= max(_LEAST, _OBLIQUE * _strength(stem)) else ""


def _from_construct(stem: str) -> str:
    """«مهندسو المشروع», «معلمي المدرسة», «سيارتي الوفد»: a plural or dual without its ن, which takes no article."""
    if stem[-1] not in "وي" or len(stem) < _SHORTEST + 1 or not _is_bare(stem):
        return ""
    base = stem[:-1]
    if base.endswith("ت"):
        base = base[:-1] + "ه"
        return base if _nominal(base) >= max(_LEAST, _DUAL * _strength(stem)) else ""
    both = min(_strength(base + "ون"), _strength(base + "ين")) >= _LEAST
    return base if both and _nominal(base) >= max(_LEAST, _SHARE * _strength(stem)) else ""


def _from_verb(stem: str) -> str:
    """«أعلنت», «أعلنوا», «يعلن», «تعلنون»: «اعلن», a perfect that the press also has with its feminine's ending."""
    if not _is_bare(stem):
        return ""
    if stem.endswith("تا") and is_perfect(stem[:-1]) and _perfect(stem[:-2]):
        return stem[:-2]
    rest = stem[:-2] if _is_verb_plural(stem) else stem
    if rest.endswith("ت") and len(rest) > _SHORTEST and is_perfect(rest) and _perfect(rest[:-1]):
        return rest[:-1]
    if rest[0] in _PRESENT and len(rest) > _SHORTEST:
        base = max((rest[1:], "ا" + rest[1:]), key=_perfect)
        if rest[1] == "و" and not _perfect(base) and _perfect("ا" + rest[2:]) >= _OFTEN:  # «يؤكد»
            base = "ا" + rest[2:]
        if _perfect(base) >= max(_LEAST, _SHARE * _count(rest)):
            return base
    return rest if rest != stem and (_perfect(rest) or _count(rest) >= _LEAST) else ""


def _is_verb_plural(stem: str) -> bool:
    """Return whether a verb's plural may end a form: «ون» is of the present alone («كانون» is a month)."""
    if len(stem) < _SHORTEST + 2:
        return False
    return stem.endswith("وا") or (stem.endswith("ون") and stem[0] in "يت")


def _perfect(form: str) -> int:
    """Return how many articles hold a form as a perfect: with the feminine's ending, and without it."""
    if len(form) < _SHORTEST:
        return 0
    feminine = _count(form + "ت")
    # «بين» has a feminine too, and is hardly ever a verb.
    return feminine if feminine >= max(_LEAST, _VERBAL * _count(form)) and _count(form) >= _LEAST else 0


def _is_bare(form: str) -> bool:
    """Return whether a form hardly ever takes the article: a verb, or a noun before what owns it."""
    return _nominal(form) <= _RARE * _count(form)


def _count(form: str) -> int:
    return load_frequencies().get(form, 0)


def _nominal(form: str) -> int:
    return sum(_count(prefix + form) for prefix in ("ال", "وال", "بال")) + _count("لل" + form)


def _strength(form: str) -> int:
    return _count(form) + _nominal(form)
