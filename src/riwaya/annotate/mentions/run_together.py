"""Two people's names that nothing parts: «أقال السيسي جنينة», «أرسل الرئيس دونالد ترامب بومبيو إلى»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.model import Mention, MentionKind, Span

_Words = tuple[str, ...]


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
    found: list[Mention] = []
    heirs: dict[str, str] = {}  # a role before both names is the first one's
    for mention in mentions:
        words = _words(mention) if mention.kind is MentionKind.PER else ()
        others = {words[-1]: surnames[words[-1]] - {words}} if len(words) > 1 else {}
        cut = _cut(words, full - {words}, alone, surnames | others) if len(words) > 1 and written[words] == 1 else 0
        parts = _part(mention, cut) if cut else [mention]
        if cut:
            heirs[mention.id] = parts[0].id
        found.extend(parts)
    return [replace(each, holder_id=heirs[each.holder_id]) if each.holder_id in heirs else each for each in found]


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
