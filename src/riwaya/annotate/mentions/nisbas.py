"""Adjectives of nations: «17 جنديا | سوريا» is no country, «ألف جنيه» and «الطلبة» are no nation.

The accusative of «سوري» is written like the country; a noun that is counted or means one person tells it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import gazetteer, nation_words, role_words
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.arabic.numerals import LEXICON
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, MentionKind

_TANWIN = ("\u064b", "\u064bا", "ا\u064b")
# Nouns that are never a participle with an object («مهاجما روسيا»), so that what agrees with them is an adjective.
_BEARERS = frozenset((
    "جنديا", "طفلا", "مواطنا", "لاجيا", "مدنيا", "صحافيا", "صحفيا", "دبلوماسيا", "ديبلوماسيا", "ضابطا", "مسلحا",
    "عسكريا", "طيارا", "طالبا", "شخصا", "رجلا", "ناشطا", "لاعبا", "شابا", "وزيرا", "جنرالا", "جاسوسا", "عميلا", "شرطيا",
    "مهندسا", "منتخبا", "فريقا", "صاروخا", "بنكا", "حزبا", "وفدا", "فيلما", "كاتبا", "شاعرا", "فنانا", "طبيبا",
    "ناديا", "رياضيا",
))  # fmt: skip
_TEEN = frozenset(("عشر", "عشره"))
_MONEY = frozenset((
    "جنيه", "جنيها", "الجنيه", "استرليني", "استرلينيا", "الاسترليني", "روبيه", "الروبيه", "ليره", "الليره", "يورو",
))  # fmt: skip
_PEOPLE = frozenset(("طلبه", "الطلبه", "روساء", "الروساء", "بلطجيه", "البلطجيه", "مرضي", "المرضي", "اطباء", "الاطباء"))
# Stems of words that name people of a land, a side or a party as well.
_HOMES = frozenset(("يسار", "يمين", "قبايل", "صعيد", "منشور", "متوسط", "جمهور", "ملك"))
_ENDINGS = ("يتان", "يتين", "يون", "يين", "يات", "يه", "يا", "ي")
_COMMON, _HARDLY = 20, 0.06  # articles that hold an ordinary noun, share of them in which it is part of a name
_SHORTEST = 3  # letters of a noun


def settle_nisbas(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with adjectives of nations for countries that are none, without nations that are words.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    countries = {one.span.start for one in mentions if one.kind is MentionKind.GPE}
    found = []
    for mention in mentions:
        if mention.kind is MentionKind.NORP and _is_ordinary(fold(mention.text)):
            continue
        if mention.kind is MentionKind.GPE and _is_accusative(document, mention, countries):
            identity = Mention.make_id(mention.article_id, mention.field, mention.span, MentionKind.NORP)
            mention = replace(mention, id=identity, kind=MentionKind.NORP)
        found.append(mention)
    return found


def _is_accusative(document: Document, mention: Mention, countries: Collection[int]) -> bool:
    """Return whether what was read as a country is its adjective in the indefinite accusative.

    A dual has the accusative's ending: «وفدا روسيا وأوكرانيا» are two, where a country is joined to the first one.
    """
    form = fold(mention.text)
    if not form.endswith("يا") or form[:-1] not in nation_words():
        return False
    if mention.text.endswith(_TANWIN):
        return True
    index = bisect_left(document.token_starts, mention.span.start + 1) - 1
    if index < 1 or document.tokens[index].start != mention.span.start:
        return False  # «وسوريا»
    noun = document.tokens[index - 1]
    if document.text[noun.end : mention.span.start] != " " or not noun.form.endswith("ا"):
        return False
    if index > 1 and _counts(document, document.tokens[index - 2], noun):
        return True
    return noun.form in _BEARERS and not _is_first_of_two(document, mention, countries)


def _is_first_of_two(document: Document, mention: Mention, countries: Collection[int]) -> bool:
    joined = document.text[mention.span.end : mention.span.end + 2] == " و"
    return joined and mention.span.end + 2 in countries


def _counts(document: Document, number: Token, noun: Token) -> bool:
    beside = document.text[number.end : noun.start] == " "
    form = strip_conjunction(number.form)
    numeral = form in _TEEN or LEXICON.get(form, ("",))[0] in ("ten", "hundred", "scale")
    return beside and (number.kind == "number" or numeral)


def _is_ordinary(form: str) -> bool:
    """Return whether a word that was read as a nation is money, people of a kind or an ordinary noun's adjective."""
    bare = form.removeprefix("ال")
    if " " in form or form in nation_words() or bare in nation_words() or bare.removesuffix("ا") in nation_words():
        return False
    if form in _MONEY or form in _PEOPLE:
        return True
    ending = next((one for one in _ENDINGS if bare.endswith(one) and len(bare) - len(one) >= _SHORTEST), "")
    stem = bare.removesuffix(ending)
    if bare in gazetteer() or form in gazetteer() or any(stem + end in gazetteer() for end in ("", "ا", "ه", "يا")):
        return False  # «اللندني», «البافاري»
    if (bare,) in role_words():
        return True
    if stem in _HOMES:
        return False  # «اليساري», «القبائلي»
    return bool(ending) and any(_is_noun(noun) for noun in (stem, stem + "ه"))


def _is_noun(word: str) -> bool:
    known = load_frequencies()
    seen, definite = known.get(word, 0), known.get("ال" + word, 0)
    if min(seen, definite) < _COMMON or word in nation_words():
        return False
    return load_name_counts().get(word, 0) <= _HARDLY * seen
