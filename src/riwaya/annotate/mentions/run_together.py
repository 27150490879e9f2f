"""Two people's names that nothing parts: «أقال السيسي جنينة», «عين الرئيس السيسي مصطفى مدبولي»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.clause_verbs import verb_of
from riwaya.annotate.mentions.lexicon import name_shares
from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.knowledge.offices import is_ever_titled
from riwaya.knowledge.people import bearers
from riwaya.model import Mention, MentionKind, Span

_Words = tuple[str, ...]
_GIVEN = 0.25  # share of a form's uses as a first name from which on it may be one
_LEAST = 3  # words of an officer's surname and another's full name


def part_names(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each name parted that is two people's, whom the text names in full elsewhere.

    Args:
        mentions: those of one field of one article, in its order.
    """
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    written = Counter(_words(mention) for mention in persons)
    full = {words for words in written if len(words) > 1}
    alone = {words[0] for words in written if len(words) == 1}
    surnames: dict[str, set[_Words]] = {}
    for words in full:
        surnames.setdefault(words[-1], set()).add(words)
    cuts: dict[str, int] = {}
    for person in persons:
        words = _words(person)
        if len(words) > 1 and written[words] == 1:
            others = {words[-1]: surnames[words[-1]] - {words}}
            cuts[person.id] = _cut(words, full - {words}, alone, surnames | others)
    return _parted(mentions, cuts)


def _parted(mentions: Sequence[Mention], cuts: dict[str, int]) -> list[Mention]:
    """Return the mentions, in order, those with a cut in two; the roles of such a name are the first one's."""
    found: list[Mention] = []
    heirs: dict[str, str] = {}
    for mention in mentions:
        cut = cuts.get(mention.id, 0)
        parts = _part(mention, cut) if cut else [mention]
        heirs[mention.id] = parts[0].id
        found.extend(parts)
    return [replace(each, holder_id=heirs.get(each.holder_id, each.holder_id)) for each in found]


def _cut(words: _Words, full: set[_Words], alone: set[str], surnames: dict[str, set[_Words]]) -> int:
    """Return before which word the second name begins, 0 where the words are not surely two people's."""
    if any(words == name[-len(words) :] for name in full):
        return 0  # «جونغ نام» for «كيم جونغ نام»
    for cut in range(1, len(words)):
        one, other = (_people(part, full, surnames) for part in (words[:cut], words[cut:]))
        if cut > 1 and words[cut - 1] in alone and words[cut - 1] not in load_given_names():
            one = {words[:cut]}
        if one and other and not one & other and not {each[-1] for each in one} & {each[-1] for each in other}:
            return cut
    return 0


def _people(words: _Words, full: set[_Words], surnames: dict[str, set[_Words]]) -> set[_Words]:
    """Return the full names that a part stands for: itself, or those that end with it where it is no first name."""
    if len(words) > 1:
        return {words} & full
    return set() if words[0] in load_given_names() else surnames.get(words[0], set())


def part_titled(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each name parted that opens with whom the office before it is known to be.

    «عين الرئيس تبون أحمد عطاف»: the table knows a president of this surname and nobody of the whole name, and a verb
    stands before them, so that the rest, a first name and more, is whom he acts on.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    names = {name.span.start - 1: name for name in mentions if name.kind is MentionKind.PER}
    cuts: dict[str, int] = {}
    held: list[Mention] = []
    for mention in mentions:
        name = names.get(mention.span.end) if mention.kind is MentionKind.ROLE else None
        cut = _cut_behind(document, mention, name) if name else 0
        if name and cut:
            cuts[name.id] = cut
        held.append(replace(mention, holder_id=name.id) if name and cut else mention)
    return _parted(held, cuts)


def _cut_behind(document: Document, role: Mention, name: Mention) -> int:
    """Return before which word of a name the second one begins, 0 where it is not surely two."""
    words = name.text.split()
    if len(words) < _LEAST or verb_of(document, role.span.start) is None:
        return 0
    if any(len(person.split()) >= len(words) for person in bearers(name.text)):
        return 0
    given = {word: share.given for word in words if (share := name_shares().get(fold_name(word)))}
    for cut in range(1, len(words) - 1):
        if given.get(words[cut - 1], 0) >= _GIVEN:
            continue  # «الوزير سعيد محمد حسن»: a minister's surname, but a first name as well
        holder, other = " ".join(words[:cut]), " ".join(words[cut:])
        opens = given.get(words[cut], 0) >= _GIVEN or bool(bearers(other))
        # «الرئيس بوتفليقة عبد العزيز» is one, surname first, and so is «الرئيس لويس إيناسيو لولا دا سيلفا».
        turned = any(fold_name(person).startswith(fold_name(other)) for person in bearers(holder))
        own = turned or not bearers(holder).isdisjoint(bearers(other))
        if opens and not own and is_ever_titled(holder, role.text):
            return cut
    return 0


def _words(mention: Mention) -> _Words:
    return tuple(fold_name(word) for word in mention.text.split())


def _part(mention: Mention, cut: int) -> list[Mention]:
    """Return a mention as two, the second beginning with its word of that number."""
    second = mention.text.split()[cut]
    offset = 0
    for word in mention.text.split()[:cut]:
        offset = mention.text.index(word, offset) + len(word)
    start = mention.text.index(second, offset)
    spans = (
        Span(mention.span.start, mention.span.start + offset),
        Span(mention.span.start + start, mention.span.end),
    )
    texts = (mention.text[:offset], mention.text[start:])
    return [
        replace(
            mention,
            id=Mention.make_id(mention.article_id, mention.field, span, mention.kind),
            span=span,
            text=text,
            holder_id="",
        )
        for span, text in zip(spans, texts, strict=True)
    ]
