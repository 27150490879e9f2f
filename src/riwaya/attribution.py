"""What stands at a span of an article, and which entity a span names, by the mentions and links found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Generic, Protocol, TypeVar

from riwaya.arabic.normalise import fold
from riwaya.model import Field, Link, Mention, MentionKind, Span
from riwaya.tables import read_table

# A named speaker outranks the office before the name, and that one the body or nation inside the office's title.
_RANK = {MentionKind.PER: 0, MentionKind.ROLE: 1, MentionKind.OUTLET: 2, MentionKind.ORG: 3, MentionKind.GPE: 4}
_COVERING = 0.5
_SHORT = 4  # letters of «خان», whose ن is no ending
_CLITICS = 2  # characters of particles before a word
# What may stand without the article before the name of who is so called: «سمو الأمير فلان», «آية الله فلان».
_BEFORE_NAMES = frozenset(("د", "مستر", "مسز", "مدام", "لورد", "ليدي", "سير", "مولانا", "شيخ", "بابا", "ملا", "الله"))
_OWNED = ("ه", "ها", "هم", "هما", "هن", "نا")  # «شقيقه فلان», «مراسلنا فلان»
_FOR = (["باسم"], ["بلسان"])
_PARTING = ("،", ",", *_OWNED)
_TO = frozenset(("باسم", "عن", "من", "لدي", "الي", "مع", "في", "ل", "ول", "علي", "حول", "ب"))


class Located(Protocol):
    """A record with a span in one field of an article."""

    @property
    def field(self) -> Field:
        """The field that the span points into."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Found = TypeVar("Found", bound=Located)


class SpanIndex(Generic[Found]):
    """What was found in a text, by position: those at a span are reached without reading all of a long text's."""

    def __init__(self, records: Iterable[Found]) -> None:
        in_text = [record for record in records if record.field is Field.TEXT]
        self._records = sorted(in_text, key=lambda record: record.span)
        self._starts = [record.span.start for record in self._records]
        self._longest = max((record.span.end - record.span.start for record in self._records), default=0)

    def overlapping(self, span: Span) -> list[Found]:
        """Return those that share a character with the span, in text order."""
        first = bisect_left(self._starts, span.start - self._longest)
        near = self._records[first : bisect_left(self._starts, span.end)]
        return [record for record in near if record.span.overlaps(span)]

    def within(self, span: Span) -> list[Found]:
        """Return those that the span contains, in text order."""
        return [record for record in self.overlapping(span) if span.contains(record.span)]


class EntityFinder:
    """Finds the entity of any span of one article's text."""

    def __init__(self, mentions: Iterable[Mention], links: Iterable[Link]) -> None:
        self._mentions = SpanIndex(mentions)
        self._linked = {link.mention_id: link.entity_id for link in links}

    def find(self, span: Span | None, words: str) -> str:
        """Return the id of the entity that the span names, "" where none is known.

        A person inside the span is it, unless what is said before the name is somebody else's description («محامي
        فلان»); else an office whose holder is known and with which the span begins («نجل الرئيس» is not he); else a
        body, outlet or place that makes up most of the span. A nation inside an office's title never is.

        Args:
            span: in the text; None names nobody.
            words: what the text has there.
        """
        if span is None:
            return ""
        near = self._mentions.overlapping(span)
        aide = self._aide_before(near[0]) if near and near[0].span.start >= span.start else None
        if aide is not None:
            return self._entity_of(aide)
        has_role = any(mention.kind is MentionKind.ROLE for mention in near)
        others = _described_by(near, span, words)
        ranked = []
        for mention in near:
            entity = self._entity_of(mention)
            rank = _RANK.get(mention.kind)
            if not entity or rank is None or mention in others:
                continue
            opens = mention.span.start <= span.start + _CLITICS
            if mention.kind is MentionKind.ROLE and not opens:
                continue
            covered = sum(_shared(each.span, span) for each in near if each is mention or each.kind is MentionKind.NORP)
            speaks = opens or not _opens_with_person(words)  # «قيادي في الحركة» is not the movement
            enough = speaks and not has_role and covered >= _COVERING * (span.end - span.start)
            if rank < _RANK[MentionKind.OUTLET] or enough:
                ranked.append((rank, mention.span.start, entity))
        return min(ranked)[2] if ranked else self._entity_behind(span, words)

    def _aide_before(self, owner: Mention) -> Mention | None:
        """Return the role in which a name's title is nested: of «محامي الرئيس فلان» the lawyer speaks, known or not.

        So does the spokesman of «متحدث باسم الوزير فلان», whose role is then not the name's.
        """
        if owner.kind is not MentionKind.PER:
            return None
        before = self._mentions.overlapping(Span(max(0, owner.span.start - 3), owner.span.start))
        roles = [each for each in before if each.kind is MentionKind.ROLE and each.span.end <= owner.span.start]
        titles = [role for role in roles if role.holder_id == owner.id]
        outer = (
            role for role in roles for title in titles if role.span != title.span and role.span.contains(title.span)
        )
        speaking = (role for role in roles if _speaks_for_somebody(role.text))
        return next((role for role in (*outer, *speaking) if role.holder_id != owner.id), None)

    def _entity_behind(self, span: Span, words: str) -> str:
        """Return the entity of the name behind a span of a noun with an owner («ابنتها | ريما سعد»)."""
        if not words.endswith(_OWNED):
            return ""
        following = self._mentions.overlapping(Span(span.end + 1, span.end + 2))
        named = (each for each in following if each.kind is MentionKind.PER and each.span.start == span.end + 1)
        return next((self._entity_of(each) for each in named), "")

    def _entity_of(self, mention: Mention) -> str:
        """Return a mention's entity; a role's is its holder's."""
        return self._linked.get(mention.holder_id or mention.id, "")


def _speaks_for_somebody(role: str) -> bool:
    """Return whether a role is that of an unnamed spokesman of a person («متحدث باسم الوزير», not «باسم الوزارة»)."""
    words = role.split()
    return words[1:2] in _FOR and not words[0].startswith("ال") and _opens_with_person(" ".join(words[2:]))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _opens_with_person(words: str) -> bool:
    """Return whether words begin with a noun for people («مسؤول في ...», «مصادر من ...»)."""
    form = fold(next(iter(words.split()), ""))
    bare = form[1:] if form[:1] in "وف" and form not in _persons() else form
    return bare.removeprefix("ال") in _persons()


def _described_by(near: Sequence[Mention], span: Span, words: str) -> list[Mention]:
    """Return the persons by whom a span describes somebody else: whose lawyer, whose wife, whose spokesman speaks."""
    others: list[Mention] = []
    end = span.start
    for person in near:
        if person.kind is not MentionKind.PER:
            continue
        titles = [m.span.start for m in near if m.kind is MentionKind.ROLE and m.holder_id == person.id]
        start = min([person.span.start, *(title for title in titles if end <= title)])
        before = words[max(0, end - span.start) : max(0, start - span.start)].split()
        served = any(m.kind is MentionKind.ROLE and m.holder_id != person.id and _serves(m, person) for m in near)
        if served or _is_anothers(before) or (others and before == ["و"]):
            others.append(person)
        end = person.span.end
    return others


def _serves(role: Mention, person: Mention) -> bool:
    """Return whether a role is named by the person («متحدث باسم فلان»), and not only by a body named after one."""
    return role.span.start < person.span.start and person.span.end == role.span.end


def _is_anothers(words: Sequence[str]) -> bool:
    """Return whether the words before a name say whose relative, aide or body is meant, and not who bears it.

    A noun without the article governs the name, as does a preposition; behind a definite one, a noun with an owner
    («شقيقه فلان») and a comma the name is the bearer's.
    """
    if not words or words[-1].endswith(_PARTING):
        return False
    form = fold(words[-1])
    if form in _TO and not fold(words[-2 if len(words) > 1 else -1]).endswith(("كل", "كلا")):
        return len(words) > 1 or len(form) > _CLITICS  # «لفلان» names him
    bare = form[1:] if form[:1] in "وف" and form not in _nouns() else form
    return bare in _nouns()


@cache
def _nouns() -> frozenset[str]:
    """Return nouns of people and bodies as they stand before whom they belong to, folded."""
    others = [row["noun"] for row in read_table("speaker_nouns.tsv")]
    heads = [row["form"] for row in read_table("body_heads.tsv")]
    found = _persons() | {"اعمال"} | {fold(form) for form in (*others, *heads) if " " not in form}
    # Before an owner duals and plurals lose their ن: «محامو فلان», «محاميا فلان».
    found |= {form[:-1] for form in found if form.endswith(("ون", "ين", "ان")) and len(form) > _SHORT}
    return found - _BEFORE_NAMES


@cache
def _persons() -> frozenset[str]:
    """Return the nouns among them that are people's."""
    roles = [row["form"] for row in read_table("role_words.tsv")]
    speakers = [row["noun"] for row in read_table("speaker_nouns.tsv") if row["kind"] in ("person", "people")]
    return frozenset(fold(form) for form in (*roles, *speakers) if " " not in form)
