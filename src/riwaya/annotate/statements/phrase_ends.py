"""What ends a noun phrase: a verb, a reported noun, a definite noun of another phrase."""

from __future__ import annotations

from functools import cache

from riwaya.annotate.mentions.lexicon import verb_forms
from riwaya.annotate.statements.lexicon import (
    cue_forms,
    narration_verbs,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.outlet_datives import REPORTERS, is_told, outlet_end, serves_person
from riwaya.annotate.statements.phrase_starts import is_owned, noun_of
from riwaya.annotate.statements.phrase_state import PhraseState
from riwaya.annotate.statements.reading import Name, is_definite
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_name_counts
from riwaya.model import MentionKind

_RARE = 20
_MEDIA = ("وكاله", "صحيفه", "قناه", "موقع", "تلفزيون", "اذاعه", "شبكه", "مجله", "وسايل")
_NUMBERS = frozenset(("الثلاثه", "الاربعه", "الخمسه", "السته", "السبعه", "الثمانيه", "التسعه", "العشره"))


@cache
def _person_verbs() -> frozenset[str]:
    groups = ("person_verbs", "seating_verbs", "giving_verbs", "calling_verbs", "object_verbs")
    return frozenset().union(*map(verb_forms, groups))


class PhraseEnds(PhraseState):
    """The tests of the walk over a noun phrase that tell where it is over."""

    def is_verb(self, index: int, form: str, mention: Name | None) -> bool:
        """Return whether a verb begins the rest of the sentence, or a verbal noun with a pronoun («تأكيده»)."""
        cue = cue_forms().get(form)
        finite = cue is not None and (cue.pronoun or (cue.third and cue.part in ("past", "present")))
        if finite and not self.construct:
            return True
        free = not self.construct or index - self.first >= 2
        if free and mention is None and form in finite_verbs() and not self.expects_name():
            return True
        return not self.in_name and form in narration_verbs() and free

    def has_object(self) -> bool:
        """Return whether the verb before the phrase is one that a person does to another («حذر», «طالب»)."""
        before = self.reading.forms[self.first - 1] if self.first else ""
        return not _person_verbs().isdisjoint((before, strip_conjunction(before)))

    def reports(self, index: int, form: str) -> bool:
        """Return whether a reported noun phrase begins here («أكدت وكالة النهر نجاة ...»).

        A listed noun ends even a name that was taken for the head's genitive.
        """
        name = self.reading.names_by_token.get(index)
        person = name is not None and name.kind is MentionKind.PER and not is_owned(form)
        if not self.greedy or person:  # «ترامب» has the letters of a verbal noun
            return False
        if self.construct and not self.indefinite:
            return index - self.first >= 2 and form in words("opener")
        return opens_proposition(form, self.reading.tokens[index].text)

    def is_surname(self, index: int, form: str) -> bool:
        """Return whether a definite word is often a part of names, behind a first name alone («سامي الحداد»)."""
        alone = self.in_name and self.mention_end == self.name + 1 == index
        return alone and load_name_counts().get(form, 0) >= _RARE and noun_of(form) is None

    def is_apart(self, index: int, form: str) -> bool:
        """Return whether a definite word does not belong to the phrase: an object, or behind an indefinite noun."""
        noun = noun_of(form)
        if self.kind == "person" and not self.construct and noun is not None and noun[0] == "document":
            return True  # «برر المتحدث القرار»
        if self.greedy and not self.construct and self.is_other_noun(form):
            return True
        named = self.in_name and self.mention_end == index and self.mention_end > self.name + 1
        if named and not self.qualifies(index, form) and load_name_counts().get(form, 0) < _RARE:
            return True  # «رفضت ليلى حداد التعليق»
        if self.greedy and self.in_name and form.endswith("ات") and load_name_counts().get(form, 0) < _RARE:
            return True  # «رفض منوتشين الانتقادات»
        known = self.greedy and self.mention_end == index
        if known and self.is_surname(index, form):
            return False
        if known and not self.qualifies(index, form):
            return True
        if known and self.in_name and opens_proposition(form[2:], self.reading.tokens[index].text[2:]):
            return True
        if self.greedy and not self.construct and self.ends_subject(index, form):
            return True
        owned = index - 1 > self.first and is_owned(self.reading.forms[index - 1])
        if self.greedy and owned and not form.endswith(("ي", "يه")):
            return True  # «وصفت وزارة خارجيتها الطلب بأنه»
        return self.indefinite and self.construct  # «مصدر أمني تركي الاتهامات»

    def ends_subject(self, index: int, form: str) -> bool:
        """Return whether a definite noun cannot agree with the nominative plural before it («المحتجون الحكومة»)."""
        before = self.reading.forms[index - 1]
        nominative = is_definite(before) and before.endswith("ون") and len(before) > 5
        mention = self.reading.names_by_token.get(index)
        people = mention is not None and mention.kind is MentionKind.NORP
        return nominative and form.endswith(("ه", "ات", "ين")) and not people and form not in _NUMBERS

    def is_office(self, index: int, form: str) -> bool:
        """Return whether ب stands with the body in which the speaker serves («مسؤول بوزارة الصحة»)."""
        noun = noun_of(form[1:])
        serves = self.kind == "person" and not self.in_name and not self.construct and noun is not None
        mention = self.reading.names_by_token.get(index)
        named = mention is None or mention.offset == 1
        return serves and named and noun is not None and noun[0] == "body" and not is_definite(form[1:])

    def is_agency(self, index: int, form: str) -> bool:
        """Return whether «وكالة» names an authority here («وكالة الطاقة»), not a medium («وكالة الأنباء»)."""
        following = self.reading.forms[index + 1] if index + 1 < self.limit else ""
        return (
            form == "وكاله"
            and is_definite(following)
            and following != "الانباء"
            and index not in self.reading.names_by_token
            and index + 1 not in self.reading.names_by_token
        )

    def attached(self, index: int, form: str) -> int:
        """Take «للأمم المتحدة» behind a title, leave «للصحفيين» and «لرويترز»."""
        rest = "ال" + form[2:] if form.startswith("لل") else form[1:]
        noun = noun_of(rest)
        if self.in_name or self.kind not in ("person", "document", "people", "body"):
            return index
        if noun is None and rest.endswith("ين"):
            noun = noun_of(rest[:-2] + "ون")  # «للصحفيين»
        if noun is not None and noun[0] == "people" and (self.kind != "body" or form.startswith("لل")):
            return index
        if rest.removeprefix("ال") in words("time_unit") or rest in ("المره", "مره"):
            return index  # «أقرت الشركة للمرة الأولى بـ»
        if noun is None and not form.startswith("لل") and not self.completes_body(index):
            return index
        if (
            noun is not None
            and noun[0] == "body"
            and self.kind != "document"
            and rest.removeprefix("ال").startswith(_MEDIA)
            and not self.is_agency(index, rest)
        ):
            return index
        self.construct = noun is not None and not is_definite(rest)
        return index + 1

    def dative(self, index: int, mention: Name) -> int:
        """Take «لترامب» behind «المستشار السابق», leave it behind «الرئيس»: such a name is never the speaker's own."""
        if self.in_name or not serves_person(self.reading, self.first, index):
            return index
        self.construct = False
        self.mention_end = max(self.mention_end, mention.end)
        return min(mention.end, self.limit)

    def tells(self, index: int, mention: Name | None) -> bool:
        """Return whether «ل» names whom the speaker tells something, not whom he or his body serves."""
        if mention is not None and mention.offset and mention.kind is MentionKind.OUTLET:
            return self.reading.forms[self.first] not in REPORTERS
        if self.in_name:  # but «في حديث لـ"النهر"» is one occasion
            within = self.first > 0 and strip_conjunction(self.reading.forms[self.first - 1]) in words("preposition")
            return not within and outlet_end(self.reading, index, self.limit) > index
        return self.kind in ("person", "people") and is_told(self.reading, self.first, index, self.limit)
