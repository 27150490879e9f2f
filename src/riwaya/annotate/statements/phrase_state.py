"""What a walk over a noun phrase knows: what has been taken, and what may still come."""

from __future__ import annotations

import re

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, opens_proposition, unowned, words
from riwaya.annotate.statements.phrase_starts import (
    ELATIVES,
    LONGEST_QUOTED_NAME,
    is_owned,
    may_be_name,
    noun_at,
    noun_of,
    without_l,
)
from riwaya.annotate.statements.ranks import RANKS
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.model import MentionKind

_LONGEST = 24
_PLACES = frozenset(
    ("قطاع", "مدينه", "محافظه", "منطقه", "ولايه", "اقليم", "شمال", "جنوب", "شرق", "غرب", "بلده", "البلاد", "المدينه")
)
_PLURAL = re.compile("الا..ا.")  # «الأعذار», «الأطراف»: such plurals are nouns
_COUNTS = frozenset(
    stem + ending for stem in ("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر", "بضع") for ending in ("", "ه")
) | {"عشرات", "ميات", "مايات", "الاف"}
_ELECTED = frozenset(("الرييس", "الرييسه", "النايب", "النايبه", "المجلس", "البرلمان", "الحكومه", "العمده", "المستشار"))
_KNOWN, _RARE = 20, 5  # articles in which a word stands, and in which it is part of a name
_COMMON_NAME = 50  # articles in which a word is part of a name


def in_construct(form: str) -> bool:
    """Return whether a word is a plural of people that has lost its ن to a genitive («بعض مساعدي سامي»)."""
    if not form.endswith("ي") or noun_of(form) is not None:
        return False
    return (noun_of(form[:-1]) or ("",))[0] == "person" or noun_of(form[:-1] + "ون") is not None


class PhraseState:
    """The state of the walk over one noun phrase.

    Attributes:
        kind, gender: of its head, "" where nothing tells.
        construct: a genitive or adjective must still come.
        indefinite: an adjective without article has closed it, so that no definite word belongs to it.
        in_name, name: a personal name is being read; its first token, or -1.
        first_name: where the name of the first of two office holders begins who speak together, or -1.
        mention_end: one past the last token of a named mention in it, or -1.
        pointed: a demonstrative opens it.
        quoted: a quoted name stands in it.
    """

    def __init__(self, reading: Reading, first: int, limit: int, greedy: bool) -> None:
        self.reading, self.first, self.greedy = reading, first, greedy
        self.limit = min(limit, first + _LONGEST)
        self.index = first
        form = without_l(reading.forms[first])
        noun = noun_of(form) or noun_at(reading, first)
        if noun is None and form[0] == "و" and first not in reading.names_by_token:
            noun = noun_of(form[1:])
            form = form[1:] if noun else form
        if (
            noun is None
            and form.endswith("ا")
            and not form.endswith(("هما", "ها", "نا"))
            and first + 1 < limit
            and is_definite(reading.forms[first + 1])
        ):
            dual = noun_of(form[:-1])  # «وزيرا الخارجية»
            noun = ("people", dual[1]) if dual is not None and dual[0] == "person" else dual
        counted = (reading.tokens[first].kind == "number" or form in _COUNTS) and first + 1 < limit
        counted = counted and reading.forms[first + 1] not in _COUNTS
        if noun is None and counted and (several := noun_of(reading.forms[first + 1])) is not None:
            noun = ("people" if several[0] in ("person", "people") else several[0], several[1])  # «3 مصادر»
        self.kind, self.gender = noun if noun else ("", "")
        mention = reading.names_by_token.get(first)
        self.in_name = not noun and not is_definite(form) and form != '"'
        if mention and mention[1] is MentionKind.PER:
            self.kind, self.in_name = "name", True
        elif mention and not noun:
            self.in_name = False
        self.construct = bool(noun) and not is_definite(form) and not (greedy and form.endswith("ون"))
        owner = noun_of(unowned(form)) if noun is None and is_owned(form) else None
        if owner is not None and owner[0] == "person" and unowned(form) != "فريق":  # his team, no general of his
            self.kind, self.gender = owner  # «زوجته سامية الحداد»
            self.in_name = False
        if not noun and form in ELATIVES and first + 1 < limit and noun_of(reading.forms[first + 1]) is not None:
            self.kind, self.gender = noun_of(reading.forms[first + 1]) or ("", "")
            self.in_name, self.construct = False, True  # «أعلى هيئة قضائية»
            if form in ("كبير", "كبيره"):
                self.kind, self.gender = "person", "f" if form == "كبيره" else "m"  # «كبير الاقتصاديين»
        self.quoted = self.indefinite = self.pointed = False
        if form in words("demonstrative") and first + 1 < limit and is_definite(reading.forms[first + 1]):
            self.kind, self.gender = noun_of(reading.forms[first + 1]) or ("", "")
            self.in_name = self.construct = False
            self.pointed = True
        if form in words("name_kept") and self.kind == "person":
            self.in_name, self.construct = True, False
        self.name, self.first_name = first if self.in_name else -1, -1
        self.mention_end = mention[0] if mention else -1
        following = reading.names_by_token.get(first + 1)
        named = following is not None and following.kind is MentionKind.PER
        if (
            not noun
            and is_definite(form)
            and (named or (form.endswith("ي") and following is None and may_be_name(reading, first + 1, limit)))
        ):
            self.kind = "person"  # «البرتغالي جوزيه مورينيو»

    def unit_end(self, index: int) -> int:
        """Return the end of a quoted name or of a single token."""
        quotation = self.reading.opens_quotation(index)
        if (
            quotation is not None
            and index + 1 < len(self.reading.forms)
            and self.reading.forms[index + 1].startswith(("بش", "بط", "بال"))
            and index > self.first
        ):
            return index + 1  # «"بشكل قاطع"» is no name
        if quotation is not None and quotation.closed and quotation.last - index <= LONGEST_QUOTED_NAME:
            return min(quotation.last + 1, self.limit)
        return index + 1

    def is_place(self, index: int, form: str) -> bool:
        """Return whether a place is named here, so that «في» before it belongs to a body's name."""
        mention = self.reading.names_by_token.get(index)
        return form in _PLACES or (mention is not None and mention[1] in (MentionKind.GPE, MentionKind.LOC))

    def is_other_noun(self, form: str) -> bool:
        """Return whether a definite noun is no adjective of this phrase («اتهم البيان المعتقلين»)."""
        if self.in_name or form.endswith(("ي", "يه")) or form in words("name_kept") or form in RANKS:
            return False
        if form.startswith("المنتخب") and self.reading.forms[self.index - 1] in _ELECTED:
            return False  # «الرئيس المنتخب»: elected, no team
        written = self.reading.tokens[self.index].text
        verbal = form[2:3] != "م" and opens_proposition(form[2:], written[2:])
        if verbal or form[2:] in words("opener") or _PLURAL.fullmatch(form):
            return True
        if form[2:] in words("deplored"):
            return True  # «نفى الوزير المزاعم»
        if form.endswith("ات") and not self.reading.forms[self.first].endswith("ات"):
            return True  # «تصف المعارضة الاتفاقات بأنها»
        noun = noun_of(form)
        if noun is not None and noun[0] == "person" and self.kind == "person":
            return is_definite(self.reading.forms[self.first])  # «قائد الجيش المشير ...» goes on
        return noun is not None or form.endswith("ين")

    def is_family_name(self, index: int, form: str) -> bool:
        """Return whether a word for an office is the second part of a name («محمد أمير في ...»)."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        bare = not is_definite(form) and not is_definite(following) and noun_of(following) is None
        closed = following == "" or following in words("preposition") or following in COMPLEMENTISERS
        return bare and index == self.name + 1 and closed and load_name_counts().get(form, 0) >= _COMMON_NAME

    def qualifies(self, index: int, form: str) -> bool:
        """Return whether a definite word behind a known name still belongs to it: an adjective, a title."""
        if self.in_name:
            return form in words("name_kept") or form.endswith(("ي", "يه"))
        return form.endswith(("ي", "يه", "ين")) or self.reading.forms[index - 1].endswith(form[-1:])

    def expects_name(self) -> bool:
        """Return whether a personal name may come next: in a name, or behind a complete title."""
        if self.mention_end == self.index:
            return False
        return self.in_name or (self.kind == "person" and not self.construct)

    def owns(self, index: int, form: str) -> bool:
        """Return whether a word is written with a pronoun behind a known noun («أنصاره»), and is no name."""
        stem = next((form[: -len(end)] for end in ("هم", "ها", "ه") if form.endswith(end)), "")
        written = self.reading.tokens[index].text
        known = len(stem) > 3 and load_frequencies().get(stem, 0) >= _KNOWN and load_name_counts().get(form, 0) < _RARE
        return known and not written.endswith("ة") and index not in self.reading.names_by_token

    def governs(self, form: str) -> bool:
        """Return whether a word takes a person's name as its genitive («مكتب سامي»), not as its holder."""
        return in_construct(form) or noun_of(form) is not None or form in ("باسم", "لشوون")

    def completes_body(self, index: int) -> bool:
        """Return whether ل opens the body's own name («المرصد السوري لحقوق الإنسان»)."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        return (
            self.kind in ("body", "person")
            and not self.in_name
            and is_definite(following)
            and index not in self.reading.names_by_token
        )
