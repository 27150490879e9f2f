"""Where the noun phrase that names a speaker ends, and which part of it is the speaker's own name."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    narration_verbs,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.phrase_starts import (
    ELATIVES,
    LONGEST_QUOTED_NAME,
    PERIOD_PARTS,
    PERIODS,
    Phrase,
    is_attached_l,
    is_manner,
    is_preposition,
    may_be_name,
    months,
    noun_at,
    noun_of,
    without_l,
)
from riwaya.annotate.statements.reading import Name, Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import finite_verbs, verb_at
from riwaya.arabic.frequencies import load_given_names, load_name_counts
from riwaya.model import MentionKind

_LONGEST = 24
_COMPLEMENT_PREPOSITIONS = ("في", "من", "علي", "لدي")
_PLACES = frozenset(
    ("قطاع", "مدينه", "محافظه", "منطقه", "ولايه", "اقليم", "شمال", "جنوب", "شرق", "غرب", "بلده", "البلاد", "المدينه")
)
_PARTS = frozenset(("وفد", "مجموعه", "لجنه", "وحده", "قوه"))
_STANCES = frozenset(("المعارضه", "المعارض", "المواليه", "الموالي", "المستقله", "المستقل", "المقربه", "المقرب"))
_ATTRIBUTIONS = frozenset(("وفقا", "ووفقا", "وفق", "ووفق", "طبقا", "نقلا", "بحسب", "حسب", "حسبما"))
_RARE = 20
_COMMON_NAME = 50  # articles in which a word is part of a name
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان"))


class _Walk:
    """The walk over one noun phrase: what has been taken and what may still come."""

    def __init__(self, reading: Reading, first: int, limit: int, greedy: bool) -> None:
        self.reading, self.first, self.greedy = reading, first, greedy
        self.limit = min(limit, first + _LONGEST)
        self.index = first
        form = without_l(reading.forms[first])
        noun = noun_of(form) or noun_at(reading, first)
        if noun is None and form[0] == "و" and first not in reading.names_by_token:
            noun = noun_of(form[1:])
            form = form[1:] if noun else form
        self.kind, self.gender = noun if noun else ("", "")
        mention = reading.names_by_token.get(first)
        self.in_name = not noun and not is_definite(form) and form != '"'
        if mention and mention[1] is MentionKind.PER:
            self.kind, self.in_name = "name", True
        elif mention and not noun:
            self.in_name = False
        self.construct = bool(noun) and not is_definite(form)
        if not noun and form in ELATIVES and first + 1 < limit and noun_of(reading.forms[first + 1]) is not None:
            self.kind, self.gender = noun_of(reading.forms[first + 1]) or ("", "")
            self.in_name, self.construct = False, True  # «أعلى هيئة قضائية»
        self.quoted = self.indefinite = self.pointed = False
        if form in words("demonstrative") and first + 1 < limit and is_definite(reading.forms[first + 1]):
            self.kind, self.gender = noun_of(reading.forms[first + 1]) or ("", "")
            self.in_name = self.construct = False
            self.pointed = True
        if form in words("name_kept") and self.kind == "person":
            self.in_name, self.construct = True, False
        self.name = first if self.in_name else -1
        self.mention_end = mention[0] if mention else -1
        following = reading.names_by_token.get(first + 1)
        named = following is not None and following.kind is MentionKind.PER
        if (
            not noun
            and is_definite(form)
            and (named or (form.endswith("ي") and may_be_name(reading, first + 1, limit)))
        ):
            self.kind = "person"  # «البرتغالي جوزيه مورينيو»

    def run(self) -> Phrase:
        self.index = self.first + 2 if self.pointed else self._unit_end(self.first)
        while self.index < self.limit:
            end = self._next()
            if end <= self.index:
                break
            self.index = end
        name = self.name if self.name >= 0 else self.first
        if name >= self.index:
            name = self.first
        return Phrase(self.first, self.index, name, self.kind, self.gender)

    def _unit_end(self, index: int) -> int:
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

    def _next(self) -> int:
        """Return the end of the next part of the phrase, or the current index where the phrase is over."""
        reading, index = self.reading, self.index
        form = reading.forms[index]
        kind = reading.tokens[index].kind
        if kind == "mark":
            return self._mark(index, form)
        if kind == "number" or index < self.mention_end:
            if index + 1 == self.mention_end:
                self.construct = False
            return index + 1 if index < self.mention_end or self.construct else index
        if form in _ATTRIBUTIONS and index > self.first:
            return index
        if form in COMPLEMENTISERS or form in words("stop") or form in _RELATIVES or form in words("pronoun_word"):
            return index
        if is_preposition(reading, index):
            return self._complement(index, form)
        if is_time(form) or (form in PERIODS and index + 1 < self.limit and reading.forms[index + 1] in PERIOD_PARTS):
            return index
        if form in ("باسم", "لشوون", "بن", "ابن", "ابو"):
            self.construct = True
            return index + 1
        return self._word(index, form)

    def _mark(self, index: int, form: str) -> int:
        if form == '"':
            named = self.in_name and self.mention_end == index
            end = index if named and self.greedy is False and index > self.name else self._unit_end(index)
            if end > index + 1:
                self.construct, self.quoted = False, True
                return end
            return index
        if form == "(":
            for close in range(index + 1, min(index + 8, self.limit)):
                if self.reading.tokens[close].kind == "number":
                    return index  # an age
                if self.reading.forms[close] == ")":
                    return close + 1
            return index
        glued = self.reading.tokens[index].start == self.reading.tokens[index - 1].end
        if form in ("#", "_", "-", ".", "/", "'") and index + 1 < self.limit and self.reading.is_word(index + 1):
            if form == "/":
                self.limit = min(self.limit, index + 2)  # «نيسان/أبريل» ends a date
            tight = glued and self.reading.tokens[index].end == self.reading.tokens[index + 1].start
            return index + 2 if form == "#" or tight else index
        return index

    def _complement(self, index: int, form: str) -> int:
        """Take «في وزارة الخارجية» behind «مسؤول», leave «في بيان» and everything behind a name."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        if form not in _COMPLEMENT_PREPOSITIONS or self.in_name or self.mention_end >= 0 or not following:
            return index
        if self.reading.tokens[index + 1].kind != "word" or self.kind not in ("person", "people", "document", "body"):
            return index
        part = form == "من" and self.reading.forms[self.first] in _PARTS
        if self.kind == "body" and not part and (form != "في" or not self._is_place(index + 1, following)):
            return index
        if (
            following in words("occasion")
            or following in months()
            or is_time(following)
            or following in words("preposition")
        ):
            return index
        if following.startswith(("جانب", "جهت", "خلال", "اي", "ان")) or following in PERIODS:
            return index
        if index + 2 < self.limit and (verb := verb_at(self.reading, index + 2)) is not None and verb.pronoun:
            return index  # «في عمود نشره ...»
        mention = self.reading.names_by_token.get(index + 1)
        self.construct = mention is None and not is_definite(following)
        return min(mention[0], self.limit) if mention is not None else index + 2

    def _is_place(self, index: int, form: str) -> bool:
        mention = self.reading.names_by_token.get(index)
        return form in _PLACES or (mention is not None and mention[1] in (MentionKind.GPE, MentionKind.LOC))

    def _word(self, index: int, form: str) -> int:
        reading = self.reading
        mention = reading.names_by_token.get(index)
        if form in ("ولايته", "ولايتها", "اخري", "اخر", "اخرين", "اخرون", "عده"):
            return index + 1
        if form in _STANCES and self.kind == "body" and reading.forms[index - 1] == '"':
            return index + 1  # «صحيفة "الفجر" المعارضة»
        joined = form[0] == "و" and len(form) > 2 and (mention is None or mention.offset == 1)
        if joined and not (mention is None and self.construct and noun_of(form[1:]) is None):
            return self._coordinated(index, form)
        if form.startswith("بال") and self.kind == "person" and not (self.in_name or self.greedy or mention):
            return index + 1
        if (
            form[0] == "ب"
            and form not in words("b_word")
            and mention is None
            and len(form) > 3
            and not self._expects_name()
        ):
            return index
        if self.greedy and (
            self.quoted or (form.endswith("ا") and noun_of(form[:-1]) is not None and not self.in_name)
        ):
            return index  # «أصدرت أعلى هيئة قرارا»
        if form.startswith("ل") and (is_attached_l(reading, index) or self._completes_body(index)):
            return self._attached(index, form)
        cue = cue_forms().get(form)
        if not self.construct and cue is not None and cue.pronoun:
            return index  # «عن رئيس الجهاز تأكيده ...»
        if not self.construct and cue is not None and cue.third and cue.part in ("past", "present"):
            return index
        free = not self.construct or index - self.first >= 2
        if free and mention is None and form in finite_verbs() and not self._expects_name():
            return index
        if not self.in_name and form in narration_verbs() and (not self.construct or index - self.first >= 2):
            return index
        # «أكدت وكالة النهر نجاة ...»: a listed noun ends even a name that was taken for the head's genitive.
        if self.greedy and self.construct and index - self.first >= 2 and form in words("opener"):
            return index
        if self.greedy and not self.construct and opens_proposition(form, reading.tokens[index].text):
            return index
        if mention and mention[1] is MentionKind.PER and not self.in_name:
            return self._person(index, mention[0])
        if self.in_name and noun_of(form) is not None and self.name < index and form not in words("name_kept"):
            return index + 1 if self._is_family_name(index, form) else index
        if self.greedy and is_definite(form) and not self.construct and self._is_other_noun(form):
            return index
        if self.greedy and self.mention_end == index and is_definite(form) and not self._qualifies(index, form):
            return index
        over = self.greedy and self.in_name and self.mention_end == index
        if over and is_definite(form) and opens_proposition(form[2:], reading.tokens[index].text[2:]):
            return index
        if is_definite(form) and self.indefinite and self.construct:
            return index  # «مصدر أمني تركي الاتهامات»
        if is_definite(form):
            if form in words("name_kept") and self.kind == "person":
                self.in_name, self.name = True, index
            self.construct = False
            return index + 1
        return self._bare(index, form, mention)

    def _is_other_noun(self, form: str) -> bool:
        """Return whether a definite noun is no adjective of this phrase («اتهم البيان المعتقلين»)."""
        if self.in_name or form.endswith(("ي", "يه")) or form in words("name_kept"):
            return False
        if form[2:] in words("opener"):
            return True
        noun = noun_of(form)
        if noun is not None and noun[0] == "person" and self.kind == "person":
            return is_definite(self.reading.forms[self.first])  # «قائد الجيش المشير ...» goes on
        return noun is not None or form.endswith("ين")

    def _is_family_name(self, index: int, form: str) -> bool:
        """Return whether a word for an office is the second part of a name («محمد أمير في ...»)."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        bare = not is_definite(form) and not is_definite(following) and noun_of(following) is None
        closed = following == "" or following in words("preposition") or following in COMPLEMENTISERS
        return bare and index == self.name + 1 and closed and load_name_counts().get(form, 0) >= _COMMON_NAME

    def _qualifies(self, index: int, form: str) -> bool:
        """Return whether a definite word behind a known name still belongs to it: an adjective, a title."""
        if self.in_name:
            return form in words("name_kept") or form.endswith(("ي", "يه"))
        return form.endswith(("ي", "يه", "ين")) or self.reading.forms[index - 1].endswith(form[-1:])

    def _expects_name(self) -> bool:
        """Return whether a personal name may come next: in a name, or behind a complete title."""
        if self.mention_end == self.index:
            return False
        return self.in_name or (self.kind == "person" and not self.construct)

    def _person(self, index: int, end: int) -> int:
        """Take a person's name: the holder of the role before it, or the genitive of a construct."""
        if not self.construct or self.kind not in ("person", ""):
            if self.kind not in ("person", "people"):
                return self.index
            self.in_name, self.name = True, index
        elif index > self.first + 1 and not self._governs(self.reading.forms[index - 1]):
            self.in_name, self.name = True, index
        self.construct = False
        self.mention_end = max(self.mention_end, end)
        return min(end, self.limit)

    def _governs(self, form: str) -> bool:
        return noun_of(form) is not None or form in ("باسم", "لشوون")

    def _bare(self, index: int, form: str, mention: Name | None) -> int:
        if not self.construct and is_manner(self.reading, index):
            return index
        if form in ("نفسه", "نفسها", "ذاته", "ذاتها"):
            return index + 1
        if self.in_name:
            known = self.mention_end == index and self.mention_end > self.name + 1
            over = self.mention_end == index and (self.greedy or (known and load_name_counts().get(form, 0) < _RARE))
            return index + 1 if index - self.name < 5 and not over else index
        if self.construct:
            nisba = form.endswith("ي") and len(form) > 3 and form not in ("ذوي", "نواحي")
            self.indefinite = nisba and noun_of(form) is None and noun_of(form[:-1] + "ون") is None
            if mention is not None:
                self.construct = mention[1] is MentionKind.NORP
                return min(mention[0], self.limit)
            return index + 1
        noun = noun_of(form)
        if (self.kind == "person" and noun is None and form[0] not in "بل") or (
            form in words("b_word") and self.kind == "person"
        ):
            self.in_name, self.name = True, index
            return index + 1
        if form.startswith("بال") and self.kind == "person":
            return index + 1
        return index

    def _coordinated(self, index: int, form: str) -> int:
        """Take «وفرنسا» or «ومصدر أمني» as a second speaker, leave a verb with و."""
        rest = form[1:]
        if rest in cue_forms() or rest in narration_verbs() or form in words("stop") or form in words("conjunction"):
            return index
        if rest in words("preposition") or rest in COMPLEMENTISERS or rest in words("refused"):
            return index
        noun = noun_of(rest)
        if not (noun or is_definite(rest) or rest in self.reading.vocabulary or not self.greedy):
            return index
        mention = self.reading.names_by_token.get(index)
        if mention is not None:
            self.construct, self.in_name, self.kind = False, mention.kind is MentionKind.PER, "people"
            self.mention_end = max(self.mention_end, mention.end)
            return min(mention.end, self.limit)
        if self.in_name and self.kind != "name" and noun is None:
            self.kind = "people"
        self.construct = noun is not None and not is_definite(rest)
        self.in_name = noun is None and not is_definite(rest)
        return index + 1

    def _completes_body(self, index: int) -> bool:
        """Return whether ل opens the body's own name («المرصد السوري لحقوق الإنسان»)."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        return (
            self.kind in ("body", "person")
            and not self.in_name
            and is_definite(following)
            and index not in self.reading.names_by_token
        )

    def _attached(self, index: int, form: str) -> int:
        """Take «للأمم المتحدة» behind a title, leave «للصحفيين» and «لرويترز»."""
        rest = "ال" + form[2:] if form.startswith("لل") else form[1:]
        noun = noun_of(rest)
        if self.in_name or self.kind not in ("person", "document", "people", "body"):
            return index
        if noun is not None and noun[0] == "people" and (self.kind != "body" or form.startswith("لل")):
            return index
        if noun is None and not form.startswith("لل") and not self._completes_body(index):
            return index
        if (
            noun is not None
            and noun[0] == "body"
            and self.kind != "document"
            and rest.startswith(("وكاله", "صحيفه", "قناه", "موقع", "تلفزيون", "اذاعه", "شبكه"))
        ):
            return index
        self.construct = noun is not None and not is_definite(rest)
        return index + 1


def read_phrase(reading: Reading, first: int, limit: int, *, greedy: bool) -> Phrase:
    """Return the noun phrase that begins at `first`.

    Args:
        limit: one past the last token it may use.
        greedy: a reported noun phrase may follow at once, so its first word ends this phrase.
    """
    phrase = _Walk(reading, first, limit, greedy).run()
    body = phrase.kind in ("body", "") and _is_named(reading, phrase.end + 1, limit)  # «منظمة السباق، ليلى حداد»
    if (phrase.kind == "person" or body) and phrase.name == phrase.first:
        return _with_apposition(reading, phrase, limit)
    return phrase


def _is_named(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a person's name begins at the token."""
    mention = reading.names_by_token.get(index)
    if mention is None and index + 1 < limit:
        return reading.forms[index] in load_given_names() and reading.is_word(index + 1)
    return index < limit and mention is not None and mention.kind is MentionKind.PER and mention.offset == 0


def _with_apposition(reading: Reading, phrase: Phrase, limit: int) -> Phrase:
    """Return «المتحدثة باسم الخارجية، هيذر نويرت،» with the name behind the comma as the speaker's."""
    first = phrase.end + 1
    if first >= limit or reading.forms[phrase.end] != ",":
        return phrase
    form = reading.forms[first]
    end = first
    while end < min(limit, first + 6) and (reading.is_word(end) or reading.forms[end] in ("-", ".")):
        word = reading.forms[end]
        if word in words("preposition") or is_time(word) or word in COMPLEMENTISERS or word in words("stop"):
            break
        if word in words("pronoun_word"):
            break
        end += 1
    after = reading.forms[end] if end < limit else ""
    if form in words("conjunction") or form in words("clause_opener") or verb_at(reading, first) is not None:
        return phrase
    closed = (
        (after in words("preposition") and _is_named(reading, first, limit))
        or after in ("", ",", ":", "(", '"')
        or after in words("pronoun_word")
        or after in COMPLEMENTISERS
    )
    kept = form in words("name_kept")
    if end == first or not (closed or first in reading.names_by_token):
        return phrase
    if (
        not kept
        and not _is_named(reading, first, limit)
        and (is_definite(form) or noun_of(form) or strip_conjunction(form) in cue_forms() or form in PERIODS)
    ):
        return phrase
    attached = form[0] in "بل" and form not in words("b_word") and form not in words("l_word")
    if attached and first not in reading.names_by_token:
        return phrase
    if opens_proposition(form, reading.tokens[first].text) and first not in reading.names_by_token:
        return phrase
    return Phrase(phrase.first, end, first, "person", phrase.gender)
