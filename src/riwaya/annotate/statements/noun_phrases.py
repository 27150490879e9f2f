"""Where the noun phrase that names a speaker ends, and which part of it is the speaker's own name."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.statements.appositions import is_named, with_apposition
from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    narration_verbs,
    strip_conjunction,
    unowned,
    words,
)
from riwaya.annotate.statements.phrase_ends import PhraseEnds
from riwaya.annotate.statements.phrase_starts import (
    ONES,
    PERIOD_PARTS,
    PERIODS,
    Phrase,
    is_attached_l,
    is_manner,
    is_owned,
    is_preposition,
    months,
    noun_of,
)
from riwaya.annotate.statements.phrase_state import in_construct
from riwaya.annotate.statements.reading import Name, Reading, is_definite, is_time
from riwaya.annotate.statements.relatives import names_another
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.model import MentionKind

_COMPLEMENT_PREPOSITIONS = ("في", "من", "علي", "لدي", "داخل", "بداخل")
_PARTS = frozenset(("وفد", "مجموعه", "لجنه", "وحده", "قوه"))
_CHARGED = frozenset(
    ("قايم", "قايمون", "قايمين", "مشرف", "مشرفه", "مشرفون", "مشرفين", "مطلع", "مطلعه", "مسوول", "موتمن")
)
_EVERY = frozenset(("كافه", "جميع", "ساير", "معظم", "اي", "ايه"))
_COGNATES = frozenset(("نفيا", "رفضا", "انكارا", "شجبا"))  # «ينفي الوزير نفيا قاطعا ...»
_STANCES = frozenset(("المعارضه", "المعارض", "المواليه", "الموالي", "المستقله", "المستقل", "المقربه", "المقرب"))
_ATTRIBUTIONS = frozenset(("وفقا", "ووفقا", "وفق", "ووفق", "طبقا", "نقلا", "بحسب", "حسب", "حسبما"))
_OF_THEM = frozenset(("منهم", "منهما", "منها", "منهن", "منا"))
_SOME = frozenset(("كل", "احد", "واحد", "اي", "بعض", "كثير", "كثيرون", "عدد", "اثنان", "ثلاثه", "واحده", "احدي"))
_ISSUED = frozenset(("صادر", "صادره", "الصادر", "الصادره", "صدر", "صدرت"))
_QUOTED_BEHIND = 5  # tokens of a quoted name behind an adjective, marks counted
_THEN = frozenset(("فان", "فانه", "فانها", "فانهم", "فقد"))  # «حسب مصادر كردية فإن ...»
_CIRCUMSTANCES = frozenset(("حال", "حاله", "معرض", "ظل", "ضوء", "سياق", "اطار", "خضم", "غضون", "اعقاب", "مقابل"))
_RARE, _SELDOM = 20, 3  # articles in which a word is part of a name
_KNOWN = 4  # articles that hold a noun with the article
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان"))


class _Walk(PhraseEnds):
    """The walk over one noun phrase."""

    def run(self) -> Phrase:
        self.index = self.first + 2 if self.pointed else self.unit_end(self.first)
        while self.index < self.limit:
            end = self._next()
            if end <= self.index:
                break
            self.index = end
        name = max(self.first, self.first_name if self.first_name >= 0 else self.name)
        if name >= self.index or self.reading.forms[self.first] in ONES:
            name = self.first  # «أحد مساعدي وزير الدفاع سامي الحداد»: one of them speaks
        return Phrase(self.first, self.index, name, self.kind, self.gender)

    def _next(self) -> int:
        """Return the end of the next part of the phrase, or the current index where the phrase is over."""
        reading, index = self.reading, self.index
        form = reading.forms[index]
        kind = reading.tokens[index].kind
        if index in reading.other_persons and self.has_object():
            return index
        if kind == "mark":
            return self._mark(index, form)
        if kind == "number" or index < self.mention_end:
            if index + 1 == self.mention_end:
                self.construct = False
            return index + 1 if index < self.mention_end or self.construct else index
        if (form in _ATTRIBUTIONS or (form == "ما" and not self.in_name)) and index > self.first:
            return index  # «وصف شهود عيان ما حدث بأنه»
        if index == self.first + 1 and form in _OF_THEM and reading.forms[self.first] in _SOME:
            return index + 1  # «كل منهما»
        if (
            form in COMPLEMENTISERS
            or form in _THEN
            or form in words("stop")
            or form in _RELATIVES
            or form in words("pronoun_word")
        ):
            return index
        if is_preposition(reading, index):
            return self._complement(index, form)
        if is_time(form) or (form in PERIODS and index + 1 < self.limit and reading.forms[index + 1] in PERIOD_PARTS):
            return index
        if form in ("باسمه", "باسمها", "باسمهم"):
            return index + 1
        # «التاجر أبو علي», «القيادي باسم نعيم»
        named = form in ("ابو", "باسم") and not self.in_name and is_named(reading, index, self.limit)
        if not named and form in ("باسم", "لشوون", "بن", "ابن", "ابو", "ال"):  # «آل»
            self.construct = True
            return index + 1
        return self._word(index, form)

    def _mark(self, index: int, form: str) -> int:
        if form == '"':
            if self.greedy and not self.construct and self._quotes_object(index):
                return index  # «أدان الرئيس "المجازر" في ...»
            named = self.in_name and self.mention_end == index
            end = index if named and self.greedy is False and index > self.name else self.unit_end(index)
            if end - index > _QUOTED_BEHIND and not self.construct and index > self.first + 1:
                return index  # «قناة النهر الحكومية "وصلت قوات إلى الجزيرة"»
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

    def _quotes_object(self, index: int) -> bool:
        """Return whether one definite word in marks stands there, which no name consists of behind a person."""
        quotation = self.reading.opens_quotation(index)
        if quotation is None or quotation.last != index + 2 or self.kind not in ("person", "people", "name"):
            return False
        form = self.reading.forms[index + 1]
        return is_definite(form) and index + 1 not in self.reading.names_by_token and noun_of(form) is None

    def _complement(self, index: int, form: str) -> int:
        """Take «في وزارة الخارجية» behind «مسؤول», leave «في بيان» and everything behind a name."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        if form == "من" and index == self.first + 1 and self.reading.forms[self.first] in ("كل", "كلا") and following:
            listed = self.reading.names_by_token.get(index + 1)
            self.kind, self.in_name = "people", False
            self.construct = listed is None and not is_definite(following)  # «كل من نائب المحافظ و...»
            return min(listed.end, self.limit) if listed is not None else index + 2  # «كل من مصر والسودان»
        issued = form == "عن" and self.reading.forms[index - 1] in _ISSUED and self.kind == "document"
        if (
            (form not in _COMPLEMENT_PREPOSITIONS and not issued)
            or self.in_name
            or self.mention_end >= 0
            or not following
        ):
            return index
        hashtag = following == "#" and index + 2 < self.limit
        if hashtag and self.kind in ("person", "people"):
            self.construct = False
            return index + 3  # «سفيرة البلاد في #الأمم_المتحدة»
        if form == "من" and following in ("داخل", "خارج") and self.kind in ("person", "people"):
            self.construct = True
            return min(index + 2, self.limit)  # «مصدر من داخل البرلمان»
        if self.reading.tokens[index + 1].kind != "word" or self.kind not in ("person", "people", "document", "body"):
            return index
        part = form == "من" and self.reading.forms[self.first] in _PARTS
        if form == "علي" and strip_conjunction(self.reading.forms[index - 1]).removeprefix("ال") not in _CHARGED:
            return index
        if self.kind == "body" and not part and (form != "في" or not self.is_place(index + 1, following)):
            return index
        if (
            following in words("occasion")
            or unowned(following, ("هما", "هم", "نا")) in words("occasion")
            or following == "بعض"  # «في بعض الأحيان»
            or following in months()
            or is_time(following)
            or following in words("preposition")
        ):
            return index
        if following in _CIRCUMSTANCES:
            return index  # «وعد المرشح في حال فوزه بأن»
        if following.startswith(("جانب", "جهت", "خلال", "اي", "ان")) or following in PERIODS:
            return index
        if index + 2 < self.limit and (verb := verb_at(self.reading, index + 2)) is not None and verb.pronoun:
            return index  # «في عمود نشره ...»
        mention = self.reading.names_by_token.get(index + 1)
        self.construct = mention is None and not is_definite(following)
        return min(mention[0], self.limit) if mention is not None else index + 2

    def _word(self, index: int, form: str) -> int:
        reading = self.reading
        mention = reading.names_by_token.get(index)
        if form in ("ولايته", "ولايتها", "اخري", "اخر", "اخرين", "اخرون", "عده"):
            return index if form == "اخر" and is_definite(reading.forms[self.first]) else index + 1
        if form in _STANCES and self.kind == "body" and reading.forms[index - 1] == '"':
            return index + 1  # «صحيفة "الفجر" المعارضة»
        joined = form[0] == "و" and len(form) > 2 and (mention is None or mention.offset == 1)
        if joined and not (mention is None and self.construct and noun_of(form[1:]) is None):
            return self._coordinated(index, form)
        if form.startswith("بال") and self.kind == "person" and not (self.in_name or self.greedy or mention):
            return index + 1
        if form[0] == "ب" and self.is_office(index, form):
            self.construct = mention is None
            return index + 1 if mention is None else min(mention.end, self.limit)  # «قائد القوة بجهاز الحماية»
        if (
            form[0] == "ب"
            and form not in words("b_word")
            and mention is None
            and len(form) > 3
            and not (self.expects_name() and form[1:] not in words("opener"))
        ):
            return index  # «قامت هدى سالم بكتابة ...»
        if self.greedy and (
            self.quoted or (form.endswith("ا") and noun_of(form[:-1]) is not None and not self.in_name)
        ):
            return index  # «أصدرت أعلى هيئة قرارا»
        if mention and mention.offset == 1 and mention.kind is MentionKind.PER and form[0] in "لب":
            return self.dative(index, mention)
        if form[0] == "ل" and self.tells(index, mention):
            return index  # «مواطن آخر لرويترز»
        if form.startswith("ل") and (is_attached_l(reading, index) or self.completes_body(index)):
            return self.attached(index, form)
        if self.is_verb(index, form, mention) or self.reports(index, form):
            return index
        if mention and mention[1] is MentionKind.PER and not (self.in_name and index > self.name + 1):
            return self._person(index, mention[0])
        if self.in_name and noun_of(form) is not None and self.name < index and form not in words("name_kept"):
            return index + 1 if self.is_family_name(index, form) else index
        if is_definite(form) and self.is_apart(index, form):
            return index
        if is_definite(form):
            if form in words("name_kept") and self.kind == "person":
                self.in_name, self.name = True, index
            self.construct = False
            return index + 1
        return self._bare(index, form, mention)

    def _person(self, index: int, end: int) -> int:
        """Take a person's name: the holder of the role before it, or the genitive of a construct."""
        if names_another(self.reading, self.first, index):
            return self.index  # «قالت والدة الطفل سامي»: she speaks
        if self.kind in ("people", "body") and self.construct:
            pass  # «كثيرون من جمهور سامي الحداد», «محامو ليلى حداد»: it is not he who speaks
        elif not self.construct or self.kind not in ("person", ""):
            several = self.greedy and self.reading.forms[index - 1].endswith("ون")
            if self.kind not in ("person", "people") or several:
                return self.index  # «حث المستشارون سامي الحداد على»
            self.in_name, self.name = True, index
        elif index > self.first + 1 and not self.governs(self.reading.forms[index - 1]):
            self.in_name, self.name = True, index
        self.construct = False
        self.mention_end = max(self.mention_end, end)
        return min(end, self.limit)

    def _bare(self, index: int, form: str, mention: Name | None) -> int:
        if (form in _EVERY or form in _COGNATES) and not self.construct and mention is None:
            return index  # «رفض الوزير كافة الاتهامات»
        if not self.construct and is_manner(self.reading, index):
            return index
        paired = not self.in_name and form.endswith("ون") and self.reading.forms[index - 1].endswith("ون")
        if paired or form in ("نفسه", "نفسها", "ذاته", "ذاتها"):
            return index + 1  # «ناشطون حقوقيون»
        if self.in_name:
            if self.greedy and index > self.name and is_owned(form):
                return index  # «وصف الحداد محادثاته بأنها»
            counts = load_name_counts()
            if form[0] == "ل" and counts.get(form, 0) < _RARE and form[1:] in load_frequencies():
                return index  # «يسعى سامي الحداد لتحضير ...»
            known = self.mention_end == index and self.mention_end > self.name + 1
            over = self.mention_end == index and (self.greedy or (known and load_name_counts().get(form, 0) < _RARE))
            return index + 1 if index - self.name < 5 and not over else index
        if self.construct:
            nisba = form.endswith("ي") and len(form) > 3 and form not in ("ذوي", "نواحي")
            several = self.kind in ("people", "body") and strip_conjunction(self.reading.forms[self.first]).endswith(
                ("ات", "ادر", "ايل")
            )
            nisba = nisba or (several and form.endswith("يه") and len(form) > 4)  # «منظمات دولية»
            self.indefinite = nisba and noun_of(form) is None and not in_construct(form)
            if mention is not None:
                self.construct = mention[1] is MentionKind.NORP
                return min(mention[0], self.limit)
            return index + 1
        noun = noun_of(form)
        if self.kind == "person" and (is_owned(form) or self.owns(index, form)):
            return index  # «أكمل المدرب مؤتمره», «دعا زعيم الحزب أنصاره»
        if self.greedy and self.kind == "person" and is_common(form):
            return index  # «وصف الدبلوماسي فاتورة الكهرباء بـ»
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
        if rest in ("مقره", "مقرها", "عمره", "عمرها"):
            return index  # «المرصد ومقره العاصمة»
        if rest in cue_forms() or rest in narration_verbs() or form in words("stop") or form in words("conjunction"):
            return index
        if rest in words("preposition") or rest in COMPLEMENTISERS or rest in words("refused") or rest in _RELATIVES:
            return index
        noun = noun_of(rest)
        mention = self.reading.names_by_token.get(index)
        other = unowned(rest) if noun is None and mention is None else ""
        owned = (noun_of(other) or noun_of(other.removesuffix("ه")) or ("",))[0] == "person"  # «ونظيرته»
        paired = rest.endswith(("يه", "يون")) and self.reading.forms[index - 1].endswith(("يه", "يون"))
        known = noun or owned or is_definite(rest) or mention is not None or paired or rest in self.reading.vocabulary
        if not (known or not self.greedy):
            return index
        if mention is not None:
            self.construct, self.in_name, self.kind = False, mention.kind is MentionKind.PER, "people"
            self.mention_end = max(self.mention_end, mention.end)
            return min(mention.end, self.limit)
        holder = owned or (noun is not None and noun[0] == "person")
        if self.in_name and (holder or (self.kind != "name" and noun is None)):
            self.kind = "people"
            if holder and self.first_name < 0:
                self.first_name = self.name
        elif owned and self.kind == "people" and self.first_name < 0:
            self.first_name = self.first  # «كل من سامي الحداد ونظيره الفرنسي»
        self.construct = noun is not None and not is_definite(rest)
        self.in_name = noun is None and not owned and not is_definite(rest)
        return index + 1


@lru_cache(maxsize=20000)
def is_common(form: str) -> bool:
    """Return whether a bare word is a common noun by its use: with the article often, in names hardly ever."""
    return load_frequencies().get("ال" + form, 0) >= _KNOWN and load_name_counts().get(form, 0) < _SELDOM


def read_phrase(reading: Reading, first: int, limit: int, *, greedy: bool) -> Phrase:
    """Return the noun phrase that begins at `first`.

    Args:
        limit: one past the last token it may use.
        greedy: a reported noun phrase may follow at once, so its first word ends this phrase.
    """
    phrase = _Walk(reading, first, limit, greedy).run()
    body = phrase.kind in ("body", "") and is_named(reading, phrase.end + 1, limit)  # «منظمة السباق، ليلى حداد»
    if (phrase.kind == "person" or body) and phrase.name == phrase.first:
        return with_apposition(reading, phrase, limit)
    return phrase
