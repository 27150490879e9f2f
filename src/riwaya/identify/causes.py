"""What decided that the chains of one name are a person's, or are not: kept by the rules that decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why a name was given to a person, or kept from one, in words for those who ask."""

    # Joined.
    FIRST = "most articles call the person so"
    NAMES = "joined by the two names"
    OFFICE = "joined by an office in common, the names leaving a doubt"
    ARTICLES = "joined by what the articles say, the full name being the same"
    SURNAME = "a surname alone: joined by its office, or by what the articles say"
    LONELY = "a surname alone of which no article has the full name: joined by what the articles say"
    FAMOUS = "a surname alone: joined as the only one of the table in high office that day"
    TABLE = "joined by the table: both are surely the same person of it"
    LETTERS = "joined by the two names, which are of other surnames but of the same letters"
    ARTICLE = "joined within an article"
    JUDGED = "joined by a judgement"
    # Kept apart.
    NAMES_APART = "kept apart by the two names"
    DOUBT = "kept apart: the names leave a doubt, and no office is in common"
    ONE_ARTICLE = "kept apart: one article names both"
    STATES = "kept apart: the articles give them to different states"
    CALLINGS = "kept apart: offices of different states, callings that do not go together, or other years of life"
    OTHER_ARTICLES = "kept apart by what the articles say, the full name being the same"
    NATION = "kept apart: the article gives the surname an office or a home of another nation"
    FIRST_NAME = "kept apart: a first name alone is nobody's unless the article says more"
    UNCLEAR = "kept apart: the surname alone may be another's"
    SELDOM = "kept apart: too few of the articles with the surname alone have the full name"
    LITTLE = "kept apart: the articles with the surname alone have too little in common"
    NAMESAKE = "kept apart: one of them shares the name with others and is told from them by an article"
    SEVERAL = "kept apart: the name fits several persons, none of whom is named three times as often as the next"
    BETTER = "kept apart: another person fits better"
    NO_PAIR = "no candidate pair: names of other surnames and other letters are never compared"
    SPLIT = "kept apart by a judgement"
    KINDS = "never compared: a person is no body and no place"
    UNKNOWN = "decided in an earlier run; what the store holds now would decide otherwise"


JOINED = frozenset((
    Cause.FIRST, Cause.NAMES, Cause.OFFICE, Cause.ARTICLES, Cause.SURNAME, Cause.LONELY, Cause.FAMOUS, Cause.TABLE,
    Cause.LETTERS, Cause.ARTICLE, Cause.JUDGED,
))  # fmt: skip


class RoleCause(StrEnum):
    """Why a role was given to a person of its article, or to nobody."""

    BESIDE = "it stands beside the name"
    LISTED = "it is listed with a role that stands beside the name"
    SAME_OFFICE = "nobody else in the article has this office"
    SHORT = "nobody else in the article is called so in full"
    FORMER = "nobody else in the article is called so for a former office"
    SEVERAL = "several persons of the article have this office"
    NOBODY = "no person of the article is said to have this office"


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause with what it rests on.

    Attributes:
        form: the other name that decided, "" if none did.
        score: what decided, None where no score did.
        least: the least score that joins.
    """

    cause: Cause
    form: str = ""
    score: float | None = None
    least: float | None = None
