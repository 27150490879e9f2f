"""Whom of several bearers of a name a speaker means who is named by it alone: «وقال شقيقه فلان ... وأضاف الفلاني».

An article that lets one of a family speak calls that one by the surname as long as the speech goes on, however much
more the article, or everybody, speaks of another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.identify.gender import noun_gender, speaks
from riwaya.identify.person import Name
from riwaya.identify.person_names import are_near, given, surname
from riwaya.model import Article, Field, Mention, MentionKind, Span, Statement
from riwaya.tables import read_table

# Verbs of one who has spoken before.
_GOING_ON = frozenset((
    "اضاف", "تابع", "اردف", "استطرد", "استدرك", "واصل", "اكمل", "استكمل", "استرسل", "زاد", "ختم", "اختتم",
))  # fmt: skip
# Verbs by which a speech is more often taken further than another's opened: so in eight of ten pieces of the press.
_TELLING_MORE = frozenset(("اوضح", "اشار", "لفت", "بين", "اكد", "شدد", "نوه", "ذكر"))
_QUOTED = re.compile(r"(?:^|\s)[وفب]?[إأا]ن\s+$")  # «وقال إن | فلانا قال»: somebody else tells what he said
# «في ذكرى اغتيال الرئيس فلان»: a namesake speaks.
_OF_DEAD = re.compile(
    r"(?:^|\W)[وفبل]{0,2}(?:اغتيال|وفاه|رحيل|مقتل|مصرع|استشهاد|جنازه|جثمان|ضريح|توفيت?|الراحله?|المرحومه?|الشهيده?)"
    r"(?P<between>(?: \w+){0,4}) $"
)
_REACH = 40  # characters between a verb and its subject
_OF_ANOTHER = ("ه", "ها", "هم", "هما")  # «شقيقه فلان» is he whom the name names, «شقيق فلان» is not


@dataclass(frozen=True, slots=True)
class _Turn:
    """A statement of an article's own telling.

    Attributes:
        speaker: the mention of the person whom it names as the speaker, "" where that is nobody.
        start: where that stands.
        named: at the verb; False where the subject is elided.
    """

    statement: Statement
    speaker: str
    start: int
    named: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the turns of speech say that names alone mean.

    Attributes:
        meant: the person by mention, where that is another than it was given to.
        doubtful: the last speaker by mention, where it may as well be whom it was given to.
    """

    meant: dict[str, Name]
    doubtful: dict[str, Name]


def told_by_turns(
    article: Article,
    mentions: Sequence[Mention],
    parts: Mapping[str, Name],
    home: Mapping[str, Name],
    statements: Sequence[Statement],
) -> Told:
    """Return whom speakers named by a part alone are who take up a namesake's speech.

    Args:
        article: it is looked at in front of the speakers.
        mentions: of the article.
        parts: the name of each mention of a person.
        home: the person of each as things stand.
        statements: of the article.
    """
    persons = sorted((each for each in mentions if each.id in parts and _is_in_text(each)), key=lambda each: each.span)
    bearers = _Bearers.of(parts, home)
    # Whom a nickname means is not named by what is shared.
    places = [(each.span.start, home[each.id]) for each in persons if bearers.of_part(surname(parts[each.id]))]
    dead = {home[each.id] for each in persons if len(parts[each.id]) > 1 and _is_told_dead(article, each)}
    listener = _Listener(parts, home, bearers, places, dead)
    for turn in _turns(article, mentions, persons, statements):
        listener.hear(turn)
    for each in persons:
        if len(parts[each.id]) == 1 and speaks(article, each):
            listener.note_dead(each.id)
    return Told(listener.meant, listener.doubtful)


class _Listener:
    """Hears an article's turns in order and keeps whom its speakers named by a part alone must be.

    Attributes:
        meant, doubtful: as in `Told`.
    """

    def __init__(
        self,
        parts: Mapping[str, Name],
        home: Mapping[str, Name],
        bearers: _Bearers,
        places: Sequence[tuple[int, Name]],
        dead: Collection[Name],
    ) -> None:
        self.meant: dict[str, Name] = {}
        self.doubtful: dict[str, Name] = {}
        self._parts, self._home, self._bearers, self._places, self._dead = parts, home, bearers, places, dead
        self._called: set[Name] = set()  # namesakes who were speakers by a part alone
        self._last: Name | None = None
        self._end = 0  # of the last turn
        self._taken: dict[Name, tuple[Name, int]] = {}  # whom a part means that took up a speech, and where it did

    def hear(self, turn: _Turn) -> None:
        """Take a turn in."""
        name, person = self._parts.get(turn.speaker, ()), self._home.get(turn.speaker)
        if turn.named and len(name) == 1 and person in (held := self._bearers.of_part(name[0])):
            other = self._living(held) if person in self._dead else self._whom(turn, person, held)
            if other is not None:
                self.meant[turn.speaker] = other
            self._called.add(self.meant.get(turn.speaker, person))
        self._last = None if turn.speaker in self.doubtful else self.meant.get(turn.speaker, person)
        self._end = max(turn.statement.span.end, turn.statement.content.end)

    def note_dead(self, mention: str) -> None:
        """Take in that whom a part alone means denies something or the like, as the dead do not."""
        person = self.meant.get(mention, self._home[mention])
        other = self._living(self._bearers.of_part(self._parts[mention][0])) if person in self._dead else None
        if other is not None:
            self.meant[mention] = other

    def _living(self, held: Collection[Name]) -> Name | None:
        """Return the only bearer of a name whom the article does not call dead."""
        living = [each for each in held if each not in self._dead]
        return living[0] if len(living) == 1 else None

    def _whom(self, turn: _Turn, person: Name, held: Collection[Name]) -> Name | None:
        """Return who takes up a speech, None where nothing says that it is another than `person`."""
        lemma = _lemmas().get(fold(turn.statement.cue_text), "")
        if self._last == person:
            self._taken.pop(person, None)
            return None
        if self._last is not None and self._last in held:
            if lemma in _GOING_ON:
                self._taken[person] = self._last, turn.start
                return self._last
            if self._is_named(person, self._end, turn.start):
                return None
            if lemma in _TELLING_MORE:
                return self._last
            if person not in self._called:
                self.doubtful[turn.speaker] = self._last
            return None
        other, since = self._taken.get(person, (None, 0))
        if other is None or self._is_named(person, since, turn.start):
            return None
        self._taken[person] = other, turn.start
        return other

    def _is_named(self, person: Name, start: int, end: int) -> bool:
        return any(start < place < end and each == person for place, each in self._places)


@cache
def _lemmas() -> dict[str, str]:
    """Return the verbs of speech, folded, by their forms of the third person."""
    found: dict[str, str] = {}
    for row in read_table("speech_cues.tsv"):
        past, present = fold(row["past"]).split(), fold(row["present"]).split()
        forms = [*past, *(f"{form}ت" for form in past), *present, *(f"ت{form[1:]}" for form in present)]
        for form in forms:
            found.setdefault(form, fold(row["lemma"]))
    return found


def _is_told_dead(article: Article, person: Mention) -> bool:
    told = _OF_DEAD.search(fold(article.text[max(0, person.span.start - 2 * _REACH) : person.span.start]))
    return told is not None and set(map(fold, _kin())).isdisjoint(told["between"].split())


def _is_in_text(mention: Mention) -> bool:
    return mention.kind is MentionKind.PER and mention.field is Field.TEXT


class _Bearers:
    """Those whom an article names in full, by the parts of their names."""

    def __init__(self, persons: Collection[Name]) -> None:
        self._persons = sorted(persons)
        self._found: dict[str, frozenset[Name]] = {}

    @classmethod
    def of(cls, parts: Mapping[str, Name], home: Mapping[str, Name]) -> _Bearers:
        return cls({person for mention, person in home.items() if len(parts[mention]) > 1 and len(person) > 1})

    def of_part(self, part: str) -> frozenset[Name]:
        """Return who bears a surname, or a first name."""
        if part not in self._found:
            fitting = (each for each in self._persons if _is_part(part, each))
            self._found[part] = frozenset(fitting)
        return self._found[part]


def _is_part(part: str, person: Name) -> bool:
    return are_near(part, surname(person)) or given(person)[:1] == (part,)


def _turns(
    article: Article, mentions: Sequence[Mention], persons: Sequence[Mention], statements: Sequence[Statement]
) -> Iterator[_Turn]:
    """Yield the statements of the article's own telling in text order: what a speaker quotes is no turn."""
    starts = [each.span.start for each in persons]
    titles: dict[str, list[int]] = defaultdict(list)
    for each in mentions:
        if each.kind is MentionKind.ROLE and each.field is Field.TEXT and each.holder_id:
            titles[each.holder_id].append(each.span.start)
    end = 0
    said: dict[Span | None, Mention | None] = {}  # an elided subject has the span of the one written before
    for statement in sorted(statements, key=lambda each: (each.cue, each.content)):
        span = statement.speaker
        if span is not None and (span not in said or not statement.implicit):
            near = persons[bisect_left(starts, span.start) : bisect_right(starts, span.end + 1)]
            said[span] = _speaker(article, near, titles, statement, span)
        if statement.cue.start >= end:
            end = max(statement.cue.end, statement.content.end)
            speaker = said.get(span)
            where = speaker.span.start if speaker is not None else 0
            yield _Turn(statement, speaker.id if speaker is not None else "", where, not statement.implicit)


def _speaker(
    article: Article, near: Sequence[Mention], titles: Mapping[str, Sequence[int]], statement: Statement, span: Span
) -> Mention | None:
    """Return the mention of the person who speaks, None for anybody else: «محامي فلان» is not he.

    `near`: persons whose names begin in the speaker's span or right behind; `titles`: where persons' offices begin.
    """
    named = next((each for each in near if each.span.end <= span.end), None)
    if named is None and statement.speaker_text.endswith(_OF_ANOTHER):
        named = next((each for each in near if each.span.start > span.end), None)  # «زميله | فلان»
    if named is None:
        return None
    reach = range(span.start - 2 * _REACH, named.span.start)
    offices = [start for start in titles.get(named.id, ()) if start in reach]
    opens = min([span.start, *offices])
    if span.start < statement.cue.start and _QUOTED.search(article.text[max(0, opens - _REACH) : opens]):
        return None
    start = min((start for start in offices if start >= span.start), default=named.span.start)
    cue = statement.cue.end
    before = article.text[cue if cue <= span.start <= cue + _REACH else span.start : start].split()
    own = [word for word in before if not word.endswith(_OF_ANOTHER)]
    is_another = any(word in _kin() for word in own) or bool(own == before and own and noun_gender(fold(own[-1])))
    return None if is_another else named


@cache
def _kin() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("role_words.tsv") if row["kind"] == "kin")
