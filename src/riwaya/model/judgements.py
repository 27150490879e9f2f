"""What people decide about who is who; kept beside the data and applied on every run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riwaya.model.annotations import Field
from riwaya.model.spans import content_id


class Verdict(StrEnum):
    """What was decided: two are one, a part is another person, a name to show, no person at all."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class MentionMark:
    """What identifies a mention in any store that holds the page: the article, and the words in it.

    Attributes:
        article_id: hash of the page's key and bytes, and the place in the page.
        source: URL or path, and `position` in the page: by these the article is found where the page was captured anew.
        form: the mention's words, `nth` from 1 among the mentions of these words in the field.
        person: the mention names a person; else a body, place, nation or other thing, counted among those.
        split: the judgement that had split off what the mark names when it was judged, "" if none had: without that
            split there is no such part, and what was judged of it is not said of the whole.
    """

    article_id: str
    source: str
    position: int
    field: Field
    form: str
    nth: int
    person: bool = True
    split: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's correction.

    Attributes:
        id: hash of what was decided, so the same judgement of two people is one.
        one: mentions of the entity; of a split those that are another person.
        other: mentions of the entity to merge with, or that the split leaves; none for rename and reject.
        name: of a rename the name to show; else what the entities were called, for people to read.
        made: ISO time.
        note: why, in the judge's words.
    """

    id: str
    verdict: Verdict
    one: tuple[MentionMark, ...]
    other: tuple[MentionMark, ...]
    name: str
    made: str
    note: str

    @staticmethod
    def make_id(verdict: Verdict, one: tuple[MentionMark, ...], other: tuple[MentionMark, ...], name: str) -> str:
        """Return the id."""
        sides = ["|".join(sorted(_words(mark) for mark in side)) for side in (one, other)]
        return content_id("judgement", verdict, *sides, name if verdict is Verdict.RENAME else "")


def _words(mark: MentionMark) -> str:
    kind = "" if mark.person else " thing"
    return f"{mark.article_id} {mark.field} {mark.form} {mark.nth}{kind}"
