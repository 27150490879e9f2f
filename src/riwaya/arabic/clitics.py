"""Attached particles: و ف ب ك ل ال س before a word, pronouns behind it.

Which reading of a word is right is decided by how often its parts stand alone in news and how often the
whole word itself takes particles: «وقال» never does, «الوزير», «لوزير», «ووزير» show that «وزير» is one word. Names
that the counts do not know stay whole unless the caller knows them (`known`: names found elsewhere in the article).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.frequencies import load_frequencies, load_listed_names, load_name_counts, load_whole_words
from riwaya.arabic.normalise import fold

_PREFIXES = (
    "وبال", "فبال", "وكال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "وب", "ول", "وك", "فب", "فل",
    "ال", "و", "ف", "ب", "ك", "ل",
)  # fmt: skip
_FIRST_LETTERS = frozenset(prefix[0] for prefix in _PREFIXES)


def prefix_candidates(form: str) -> list[tuple[str, str]]:
    """Return every (prefix, rest) reading of a folded word, the bare word ("", form) first.

    A reading is only possible where at least two letters remain; `split_clitics` says which one is likely.
    «لل» leaves the article's rest («للوزير» gives «وزير»).
    """
    found = [("", form)]
    for prefix in _PREFIXES if form[:1] in _FIRST_LETTERS else ():
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            found.append((prefix, form[len(prefix) :]))
    return found


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A word's clitics.

    Attributes:
        prefixes: particles in order, «لل» as «ل» and «ال».
        stem: the word itself, folded, as it would stand alone («مدينته»: «مدينه», «مستواه»: «مستوي»).
        suffixes: the pronoun, if any.
        start, end: where the stem's letters stand in the folded form.
    """

    prefixes: tuple[str, ...]
    stem: str
    suffixes: tuple[str, ...]
    start: int
    end: int


# How much rarer a clitic makes a word, as a share; fitted by hand on one half of a segmented news sample.
_SHARES = {"و": 0.2, "ف": 0.015, "س": 0.3, "ب": 0.05, "ل": 0.06, "ك": 0.008}
_PRONOUNS = {
    "ها": 0.2, "هم": 0.08, "هما": 0.15, "ه": 0.12, "نا": 0.02, "هن": 0.005, "كم": 0.002, "ني": 0.002, "ك": 0.001,
}  # fmt: skip
# How readily an unknown word with this first letter is read whole.
_UNKNOWN_WHOLE = {"و": 0.02, "ف": 0.5, "س": 4.0, "ب": 0.2, "ل": 0.1, "ك": 1.0}
_KEPT = 0.007
_LISTED = 20  # times in lists of names from which on a form that is hardly a word is a name
# What the end of a stem becomes where no pronoun follows: «مدينته», «مستواه», «مؤيديه», «قتلوه», «زملائه».
_RESTORED = (("ت", "ه"), ("ا", "ي"), ("ي", "ين"), ("و", "وا"), ("و", "ون"), ("اي", "اء"), ("او", "اء"))
_ARTICLES = {"ال": "", "لل": "ل", "بال": "ب", "كال": "ك"}
_PREPOSITIONS = {"ل", "ب"}
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
_JOINED = re.compile("[وف][أإآ]")
_HAMZA = re.compile("[وفبكل]{0,2}[أإآ]ل")
# Words whose first letter «ل» takes the place of: «للذين».
_ELIDED = {"لله": "الله", "للذي": "الذي", "للتي": "التي", "للذين": "الذين", "للذان": "الذان", "للتين": "التين"}
_AS_IF = re.compile("([وف]?)كأن(ه|ها|هم|هما|هن|ني|نا|ك|كم)?$")
_VERB_PLURAL = re.compile("[يت].{2,}ون(?:ه|ها|هم|هما|هن|ني|نا|ك|كم)$")
_CONSTRUCT = 5  # letters of a plural without its ن, at least
_KNOWN = 5  # articles that must hold a word before it shows that a rarer one is made of it
# The words of two letters that take particles; other pairs of letters are rarely words.
_SHORT = frozenset({
    "اب", "ابن", "اخ", "اذ", "ام", "ان", "او", "اي", "حد", "حق", "رد", "سن", "عد", "عن", "في", "قد", "كل", "لا",
    "لم", "لن", "ما", "مع", "من", "ها", "هم", "هن", "هو", "هي",
})  # fmt: skip


def split_clitics(word: str, *, known: Collection[str] = ()) -> Segmentation:
    """Return the most likely reading of a word, given as written or folded.

    Args:
        word: one word; written forms are better, since folding makes ة and ه one letter.
        known: folded words that are surely words here, as names that stand bare in the same article.
    """
    form = fold(word)
    if form in known:
        return Segmentation((), form, (), 0, len(form))
    if "كأن" in word and (as_if := _AS_IF.match(word)):  # folded it is «كان»
        head, pronoun = as_if.group(1), as_if.group(2) or ""
        start, end = len(head) + 1, len(head) + 3
        return Segmentation((*filter(None, (head,)), "ك"), "ان", (pronoun,) if pronoun else (), start, end)
    if known:
        for prefix, rest in prefix_candidates(form)[1:]:
            if rest in known:
                return Segmentation(_pieces(prefix), rest, (), len(prefix), len(form))
    feminine = word.rstrip(_VOWELS).endswith(("ة", "ۃ"))
    return _split(form, feminine, _HAMZA.match(word) is not None, _JOINED.match(word) is not None)


def bare_form(word: str) -> str:
    """Return a word folded and without clitics; its own endings stay, but ت before a pronoun becomes ه again."""
    return split_clitics(word).stem


def _pieces(prefix: str) -> tuple[str, ...]:
    """Return the particles of a prefix's letters."""
    head = prefix[0] if prefix[0] in "وف" else ""
    rest = prefix[len(head) :]
    if rest.startswith("لل"):
        return (*filter(None, (head,)), "ل", "ال")
    if rest.endswith("ال"):
        return (*filter(None, (head, rest[:-2])), "ال")
    return tuple(filter(None, (head, rest)))


@lru_cache(maxsize=1 << 16)
def _split(form: str, feminine: bool, hamza: bool, joined: bool) -> Segmentation:
    """Return the best reading of a folded form, one clitic after the other from outside in.

    `feminine`: the last letter is ة, so that no pronoun follows. `hamza`: «أل», «إل» stand where the article would.
    `joined`: a hamza behind «و» or «ف» says that neither belongs to a name («وأرين», no «وارين»).
    """
    if len(form) < 2 or not "ء" <= form[0] <= "ي" or (_is_name(form) and not joined):
        return Segmentation((), form, (), 0, len(form))
    pieces: list[str] = []
    rest = form
    if (joined and form in load_whole_words()) or _takes_off(rest, "وف", feminine):
        pieces.append(rest[0])
        rest = rest[1:]
    if rest in _ELIDED:
        return Segmentation((*pieces, "ل"), _ELIDED[rest], (), len(form) - len(rest) + 1, len(form))
    if _takes_off(rest, "س", feminine):
        pieces.append("س")
        rest = rest[1:]
    elif not hamza and (article := _article(rest, feminine=feminine)) is not None:
        pieces.extend((*filter(None, (_ARTICLES[article],)), "ال"))
        rest = rest[len(article) :]
        return Segmentation(tuple(pieces), rest, (), len(form) - len(rest), len(form))
    elif (pieces == ["ف"] and _is_order(rest)) or _takes_off(rest, "بلك", feminine):
        pieces.append(rest[0])
        rest = rest[1:]
    start = len(form) - len(rest)
    stem, pronoun = _take_pronoun(rest, feminine)
    suffixes = (pronoun,) if pronoun else ()
    return Segmentation(tuple(pieces), stem, suffixes, start, len(form) - len(pronoun))


def _is_name(form: str) -> bool:
    """Return whether lists of names hold a form often, and the press hardly ever but in names («كريستينا», «بيرك»).

    «بولي» and «الفرد» are more often particles and a word that is frequent by itself.
    """
    counts = load_frequencies()
    if load_listed_names().get(form, 0) < _LISTED or load_name_counts()[form] < counts.get(form, 0):
        return False
    return all(counts.get(rest, 0) <= counts.get(form, 0) for _, rest in prefix_candidates(form)[1:])


def _takes_off(form: str, particles: str, feminine: bool) -> bool:
    """Return whether the first letter of the form is one of the particles rather than its own."""
    first, rest = form[0], form[1:]
    if first not in particles or len(rest) < 2 or (first in "بل" and rest in _PRONOUNS) or form in load_whole_words():
        return False
    if any(len(stem) > 2 and stem in load_whole_words() for stem, _ in _pronoun_readings(form, feminine)):
        return False
    if first == "س" and (rest[0] not in "يتنا" or (len(rest) < 4 and not _is_short_verb(form))):
        return False
    if first in "بلك" and rest[:2] == "ال" and _article(rest) == "ال":
        return False
    if first in "فس" and not load_frequencies().get(form, 0) and _is_made_of(form):
        return True
    split = _SHARES[first] * _outer_strength(rest, feminine)
    whole = _KEPT * load_frequencies().get(form, 0) + _own_strength(form, feminine)
    if not split and not whole:
        return _UNKNOWN_WHOLE[first] < _SHARES[first]
    if not load_frequencies().get(form, 0):
        # A rest that hardly ever occurs is no sign that an unknown word has a particle: «برمت», a name.
        whole = max(whole, _UNKNOWN_WHOLE[first])
    return split > whole


def _is_made_of(form: str) -> bool:
    """Return whether an unknown word on ف or س is plainly one of them and more: «سيطردونه», «فالنازحون»."""
    first, rest = form[0], form[1:]
    if first == "س":
        years = any(_nominal(stem) >= _KNOWN for stem, _ in _pronoun_readings(form, feminine=False))  # «سنتهم»
        return not years and _is_present(rest)
    if rest[0] == "س" and len(rest) > 3 and (_is_present(rest[1:]) or load_frequencies().get(rest, 0) >= _KNOWN):
        return rest[1] in "يتن"
    if rest.startswith("ال"):
        return len(rest) > 5 and rest.endswith(("ون", "ين", "ات")) and load_frequencies().get(rest, 0) >= _KNOWN
    return _is_order(rest)


def _is_order(form: str) -> bool:
    """Return whether a form is «ل» and a present behind «ف»: «فليعلم»."""
    return form[0] == "ل" and not load_frequencies().get("ف" + form, 0) and _is_present(form[1:])


def _is_present(form: str) -> bool:
    """Return whether a form is a present, of which the press has another person or the plural with an object."""
    if len(form) < 4 or form[0] not in "يتن":
        return False
    if _VERB_PLURAL.match(form):
        return True
    stem = form[1:].removesuffix("وا").removesuffix("ون")
    counts = load_frequencies()
    stems = [stem, *(each for each, _ in _pronoun_readings(stem, feminine=False) if len(each) > 2)]
    return any(min(counts.get("ي" + each, 0), counts.get("ت" + each, 0)) >= _KNOWN for each in stems)


def _is_short_verb(form: str) -> bool:
    """Return whether a form of س and three letters is a verb: neither it nor its rest ever takes the article."""
    counts = load_frequencies()
    verb = counts.get(form[1:], 0)
    return form[1] in "يتن" and verb > counts.get(form, 0) > 50 * (_nominal(form) + _nominal(form[1:]))


def _own_strength(form: str, feminine: bool) -> float:
    """Return how often a form takes particles as one word; for «وصولها» also what «وصول» takes."""
    counts, names = load_frequencies(), load_name_counts()
    stems = [(form, 1.0)]
    stems += [(stem, 0.5) for stem, _ in _pronoun_readings(form, feminine) if len(stem) > 2]
    found = 0.0
    for stem, share in stems:
        own = _nominal(stem) + counts.get("ب" + stem, 0)
        if form[0] != "ل":  # «للعلاج» says nothing of «لعلاج»
            own += counts.get("ل" + stem, 0)
        if form[0] in "وف":
            own += counts.get("و" + stem, 0)
        # The counts of names are estimates: «ترامب وأكد» was read as one name now and then.
        own += 0.5 * names.get(stem, 0) if stem == form else 0
        found = max(found, share * own)
    if len(form) >= _CONSTRUCT and form[-1] in "وي" and form[0] != "س":  # «لاجئي المخيم» is «لاجئين» without its ن
        found = max(found, _nominal(form[:-1] + "ين"), _nominal(form[:-1] + "ون"))
    return found


def _outer_strength(form: str, feminine: bool) -> float:
    """Return how often a form stands in news as it is or after taking off what may still be attached."""
    if form in load_whole_words():
        return float(max(load_frequencies().get(form, 0), 50))
    article = _article(form)
    if article is not None:
        return max(1.0, _nominal(form[len(article) :]))
    best = _inner_strength(form, feminine)
    if form[0] in _SHARES and len(form) > 3 and form[0] not in "وف":
        best = max(best, _SHARES[form[0]] * _inner_strength(form[1:], feminine))
    return best


def _inner_strength(form: str, feminine: bool) -> float:
    strength = _strength(form)
    for stem, pronoun in _pronoun_readings(form, feminine):
        strength = max(strength, _PRONOUNS[pronoun] * _strength(stem))
    return strength


def _strength(stem: str) -> float:
    """Return how often a stem stands alone or behind the article."""
    strength = load_frequencies().get(stem, 0) + _nominal(stem)
    return strength / 20 if len(stem) < 3 and stem not in _SHORT else strength


def _nominal(stem: str) -> float:
    """Return how often a stem stands behind the article: only nouns and adjectives do."""
    counts = load_frequencies()
    definite = counts.get("ال" + stem, 0) + counts.get("وال" + stem, 0)
    return float(definite + counts.get("بال" + stem, 0) + counts.get("لل" + stem, 0))


def _article(form: str, *, feminine: bool = False) -> str | None:
    """Return the letters that hold the article («ال», «لل», «بال», «كال»), None where the form has none."""
    counts = load_frequencies()
    for letters in _ARTICLES:
        if not form.startswith(letters):
            continue
        stem = form[len(letters) :]
        if len(stem) < 2 or form in load_whole_words() or "ال" + stem in load_whole_words():
            continue
        if stem[0] == "ت" and not feminine and letters != "لل" and _begins_so_itself("ال" + stem):
            continue
        definite = counts.get("ال" + stem, 0)
        if letters == "ال":
            others = sum(counts.get(other + stem, 0) for other in ("لل", "بال"))
            # A frequent word that is never bare nor «لل...» is a verb or a foreign name: «التقى», «ألبرت».
            if form[2] in "تب" and definite >= 30 and not others and 50 * counts.get(stem, 0) < definite:
                continue
            return letters
        if letters == "لل" and counts.get("ل" + stem, 0) > 3 * (definite + counts.get(stem, 0)):
            continue
        if definite or counts.get(form, 0) < 10 * counts.get(form[1:], 1):
            return letters
    return None


def _begins_so_itself(form: str) -> bool:
    """Return whether «الت» begins a word with a pronoun, which none with the article has: «التزامها», «التقاه»."""
    counts = load_frequencies()
    for stem, pronoun in _pronoun_readings(form, feminine=False):
        if len(stem) < _KNOWN or pronoun == "ك":  # «التماسك» is cohesion
            continue
        if counts.get("ال" + stem, 0) >= _KNOWN or (counts.get(stem, 0) >= _KNOWN and _article(stem) is None):
            return True
    return False


def _take_pronoun(form: str, feminine: bool) -> tuple[str, str]:
    """Return (stem, pronoun), the form itself and "" where none is attached."""
    readings = list(_pronoun_readings(form, feminine))
    if not readings or form in load_whole_words():
        return form, ""
    best, best_strength = (form, ""), _KEPT * load_frequencies().get(form, 0) + _nominal(form)
    if not best_strength and _VERB_PLURAL.match(form):  # «يطردونه»
        cut = form.rindex("ون") + 2
        return form[:cut], form[cut:]
    for stem, pronoun in readings:
        if stem in _PREPOSITIONS:
            return stem, pronoun
        strength = _PRONOUNS[pronoun] * _strength(stem)
        if strength > best_strength:
            best, best_strength = (stem, pronoun), strength
    return best


def _pronoun_readings(form: str, feminine: bool) -> Iterator[tuple[str, str]]:
    """Yield every (stem, pronoun) that the letters allow, the stem as it would stand alone."""
    if feminine:
        return
    for length in (1, 2, 3):
        pronoun = form[-length:]
        if pronoun not in _PRONOUNS or length >= len(form):
            continue
        letters = form[:-length]
        if len(letters) >= 2 or (letters in _PREPOSITIONS and pronoun != "ني"):
            yield letters, pronoun
        if len(letters) >= 3:
            for ending, restored in _RESTORED:
                if letters.endswith(ending):
                    yield letters[: -len(ending)] + restored, pronoun
