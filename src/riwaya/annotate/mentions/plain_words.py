"""Words that name nobody where a reader takes them for a person: «اقتبس كلاما», «قتل ليلاً», «قاض فيدرالي», «سيادته».

A name in one word that the text nowhere gives in full, of which neither lists of names nor the press know enough, is a
word where its form or the words beside it say so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import body_heads, nation_words, person_nouns, reviewed_names, role_words, words
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_listed_names, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

_TANWIN = re.compile("[\u064b-\u064d]")
# Articles that hold a noun with the article, and an adjective's feminine, from which on the press has the word itself.
_DEFINITE, _FEMININE = 3, 5
_OFTEN, _BOTH = 20, 10
_SELDOM, _SOMETIMES, _HARDLY = 0.06, 0.2, 0.35  # shares of a word's articles in which it is part of a name
_LISTED = 5  # times that lists of names hold one
_PRONOUNS = ("هما", "كما", "ها", "هم", "كم", "نا", "ه", "ك")
_HONOURS = frozenset(("سيادت", "سعادت", "فخامت", "جلالت", "عظمت", "قداست", "غبطت", "نيافت", "معالي", "سمو", "حضرت"))
_ABSOLUTES = frozenset(("اياي", "اياه", "اياها", "اياهم", "ايانا", "اياك"))
_OF_ME = "مني"
_NOUN_AND_ADJECTIVE = 2  # words
_SERVED = frozenset(("باعتباره", "بوصفه", "بصفته", "باعتبارها", "بوصفها", "بصفتها", "اعتبره", "اعتبرته"))
_PARTICLES = ("و", "ب", "ك", "ف", "ل")
_SHORTEST = 4
_MARKS = ' "«»“”'


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that is taken for a name: as it is folded and written, the whole token, and the forms beside it."""

    form: str
    written: str
    whole: str
    before: str
    behind: str
    titled: bool


def without_words(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without persons that are words; who held a role by such a name holds none.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    named = {part for person in persons if len(parts := _parts(person)) > 1 for part in parts}
    titles = {mention.span.end + 1 for mention in mentions if mention.kind is MentionKind.ROLE}
    places = [mention.span for mention in mentions if mention.kind is MentionKind.LOC]
    gone = set()
    for person in persons:
        parts = _parts(person)
        if len(parts) != 1 or parts[0] in named or not person.text[:1].isalpha():
            continue
        if _is_inside_place(document.text, person, places) or is_word(
            _place(document, person, titled=person.span.start in titles)
        ):
            gone.add(person.id)
    gone.update(one.id for one in mentions if one.kind is MentionKind.LOC and _is_described(one))
    if not gone:
        return list(mentions)
    kept = [mention for mention in mentions if mention.id not in gone]
    return [replace(mention, holder_id="") if mention.holder_id in gone else mention for mention in kept]


def _is_inside_place(text: str, person: Mention, places: Sequence[Span]) -> bool:
    """Return whether a name is the first half of a landmark's («مخيم | نور | شمس»), not whole («مطار خالد الدولي»)."""
    for place in places:
        if place.start < person.span.start and person.span.end < place.end:
            return not text[person.span.end : place.end].lstrip().startswith("ال")
    return False


def _is_described(place: Mention) -> bool:
    """Return whether a landmark's noun is only described («جبل جليدي»), not named («جبل علي»)."""
    parts, known = _parts(place), load_frequencies()
    if len(parts) != _NOUN_AND_ADJECTIVE or parts[1].startswith("ال"):
        return False
    seldom = load_name_counts().get(parts[1], 0) <= _SELDOM * known.get(parts[1], 0)
    return seldom and _is_nisba(parts[1]) and known.get(f"ال{parts[1]}ه", 0) >= _FEMININE


def _parts(person: Mention) -> list[str]:
    return fold(person.text.replace("_", " ")).split()


def _place(document: Document, person: Mention, *, titled: bool) -> _Place:
    tokens, text = document.tokens, document.text
    index = bisect_left(document.token_starts, person.span.start + 1) - 1
    before = tokens[index - 1] if index else None
    if before and before.form == '"' and index > 1:
        before = tokens[index - 2]  # «استقبال "ملكي"»
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return _Place(
        fold(person.text),
        person.text,
        tokens[index].form,
        before.form if before and not text[before.end : tokens[index].start].strip(_MARKS) else "",
        behind.form if behind and text[tokens[index].end : behind.start] == " " else "",
        titled,
    )


def is_word(place: _Place) -> bool:
    """Return whether a lone name is a word by its form or its place."""
    form = place.form
    if _TANWIN.search(place.written.rstrip("ا")[-1:] + place.written[-2:]):
        return form.removesuffix("ا") not in reviewed_names()
    if place.whole.endswith("لل" + form) or (place.before.startswith("ال") and place.before in nation_words()):
        return False  # «لل | حريري» is the surname with its article, «السنغالي بابا» one man
    if place.written == _OF_ME and place.behind == "ان":
        return True  # «طلب مني أن»; the woman is «منى»
    if form in _ABSOLUTES or _is_owned(form) or _is_calling(place) or _is_headed(place):
        return True
    if form in reviewed_names() or load_listed_names().get(form, 0) > _LISTED:
        return _is_modified(place)
    return _is_inflected(place) or _is_noun(place) or _is_adjective(place) or _is_modified(place)


def _is_owned(form: str) -> bool:
    """Return whether a form is a person's noun with a pronoun («سيادته», «زميلك»)."""
    if load_name_counts().get(form, 0):
        return False
    for ending in _PRONOUNS:
        stem = form.removesuffix(ending)
        if stem == form:
            continue
        noun = stem[:-1] + "ه" if stem.endswith("ت") else stem
        if stem in _HONOURS or (noun,) in role_words():
            return True
    return False


def _is_calling(place: _Place) -> bool:
    """Return whether a word that never stands in names is a noun for a person («نادل», «بواب»)."""
    known = load_name_counts().get(place.form, 0) or load_listed_names().get(place.form, 0)
    return place.form in person_nouns() and not known and not place.titled


def _is_inflected(place: _Place) -> bool:
    """Return whether a form is a noun in the accusative, a plural, or a verb («كلاما», «دبلوماسيون», «يليه»)."""
    form, known = place.form, load_frequencies()
    if load_name_counts().get(form, 0) > _SELDOM * known.get(form, 0):
        return False
    if len(form) >= _SHORTEST and _is_accusative(form):
        return True
    if form.endswith(("يون", "يين")) and _is_nisba(form[:-2]):
        return True
    if form.endswith("وا") and form[:-2] in finite_verbs():
        return True
    return form in finite_verbs() and form[0] in "يت" and not place.titled


def _is_accusative(form: str) -> bool:
    """Return whether a form in «ا» is a noun of the press in the accusative («كلاما»), no name like «أنوارا»."""
    known, stem = load_frequencies(), form[:-1]
    if not form.endswith("ا") or form.startswith("ال"):
        return False
    if form.endswith(("يا", "وا")) and known.get(stem, 0) <= known.get(form, 0):
        return False
    read = known.get(form, 0) and known.get("ال" + stem, 0) >= _OFTEN
    return bool(read) and load_name_counts().get(stem, 0) <= _HARDLY * known.get(stem, 0)


def _is_common(form: str) -> bool:
    """Return whether the press has a noun or adjective, and hardly as a name: it stands with the article as well."""
    known, named = load_frequencies(), load_name_counts().get(form, 0)
    seen, definite = known.get(form, 0), known.get("ال" + form, 0)
    if definite < _DEFINITE or form in reviewed_names():
        return False
    return named <= min(_SOMETIMES * seen, _SELDOM * (seen + definite))


def _is_nisba(form: str) -> bool:
    known = load_frequencies()
    definite = known.get("ال" + form, 0) + known.get(f"ال{form}ه", 0)
    return form.endswith("ي") and not form.endswith("يي") and definite >= _FEMININE


def _is_noun(place: _Place) -> bool:
    """Return whether an indefinite word is a noun of the press («إدانة», «نقاد»), or one is read with its particle."""
    form, known = place.form, load_frequencies()
    named = load_name_counts().get(form, 0)
    if place.titled:
        return False
    prefix = place.whole.removesuffix(form)
    if prefix in ("ل", "ول"):
        return False  # «لقديم» and «لمجرد» are whole names of the Maghreb
    attached = prefix and prefix in _PARTICLES and named <= _LISTED
    if attached and known.get(place.whole, 0) > max(_DEFINITE, known.get(form, 0)):
        return True  # «وشيكا»
    if form.startswith("ك") and not named and not known.get(form, 0) and _is_nisba(form[1:]):
        return True  # «كعلماني»
    return _is_common(form) and form not in load_given_names() and not form.endswith("ي")  # «صفوي» may be a surname


def _is_adjective(place: _Place) -> bool:
    """Return whether a word in -i is the adjective of the noun before it («قاض فيدرالي», «جواب روحاني»)."""
    if not _is_nisba(place.form) or place.titled or place.form in load_given_names():
        return False
    if place.form.startswith("ال"):
        return False
    noun = bool(place.before) and ((place.before,) in role_words() or _is_common(place.before))
    return noun and place.before not in finite_verbs() and not place.before.startswith("ال")


def _is_modified(place: _Place) -> bool:
    """Return whether a noun and an adjective in the accusative stand together («دينا جديدا», «ثمنا غاليا»)."""
    if place.before in _SERVED and (place.form,) in role_words():
        return True  # «باعتباره خليفة محتملا»
    if place.titled or not place.form.endswith("ا"):
        return False
    if _is_indefinite(place.form) and _is_indefinite_adjective(place.behind):
        return True
    known = load_frequencies()
    return _is_accusative(place.before) and known.get(place.form[:-1], 0) > known.get(place.form, 0)


def _is_indefinite(form: str) -> bool:
    """Return whether a form that may be a name is a noun in the accusative as well («دينا», «جينا»)."""
    known = load_frequencies()
    return not form.startswith("ال") and min(known.get(form[:-1], 0), known.get(f"ال{form[:-1]}", 0)) >= _DEFINITE


def _is_headed(place: _Place) -> bool:
    """Return whether a definite noun behind a word binds it («جمال الملعب», «وسام الاستحقاق»)."""
    if place.titled or strip_conjunction(place.before) in finite_verbs() or place.form.startswith("ال"):
        return False  # «نشرت أحلام الفيديو»
    known = load_frequencies()
    return known.get("ال" + place.form, 0) >= _BOTH and _is_definite_noun(place.behind)


@lru_cache(maxsize=1 << 12)
def _is_definite_noun(form: str) -> bool:
    """Return whether a form is a noun of the press with the article, no role, nation, day or adjective in -i."""
    bare, known = form.removeprefix("ال"), load_frequencies()
    if bare == form or form.endswith(("ي", "يه")) or form in nation_words() or form in words("time_words"):
        return False
    if (bare,) in role_words() or form in words("din") or form in words("ordinals") or bare in body_heads():
        return False
    if known.get(form + "ه", 0) >= _DEFINITE or (form.endswith("ه") and known.get(form[:-1], 0) >= _DEFINITE):
        return False  # «بيير المصنف أول», «مارين الفائزة»
    return known.get(form, 0) >= _OFTEN and load_name_counts().get(form, 0) <= _SELDOM * known.get(form, 0)


@lru_cache(maxsize=1 << 12)
def _is_indefinite_adjective(form: str) -> bool:
    """Return whether a form is an adjective in the indefinite accusative («جديدا»): all its forms are of the press."""
    if not form.endswith("ا") or len(form) < _SHORTEST or form in words("never") or form in nation_words():
        return False
    known, stem = load_frequencies(), form[:-1]
    return all(known.get(one, 0) >= _FEMININE for one in (stem, stem + "ه", f"ال{stem}", f"ال{stem}ه"))
