"""Where names start: «وجيه» and «كايلي» are whole, «لأرييل» and «ببسام» hold a particle."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import name_shares, reviewed_names
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_listed_names, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, MentionKind, Span

# No name has its alef with a hamza behind its first letter.
_PARTICLE_AND_HAMZA = re.compile("[وفبلك](?=[أإآ][^\\W\\d_]{2})")
# «كايلي», «لاورن»: behind a particle the alef of «إيلي», «أورن» has its hamza.
_LONG_VOWEL = re.compile("[فبلك]ا[يو]\\w")
_PARTICLES = frozenset("وفبلك")
# Indefinite nouns to which «ل» joins whose they are.
_RELATED = frozenset((
    "صديق", "صديقه", "حليف", "حليفه", "منافس", "خصم", "خلف", "بديل", "نايب", "مستشار", "مساعد", "مقرب", "زميل",
    "رفيق", "معاون",
))  # fmt: skip
_SECOND = ("ب", "ل", "ك")  # behind «و» or «ف»
_KNOWN = 3  # articles or entries that hold a name
_SHORT = 3  # letters of a name that may as well be the end of another («ولي», «بلي»)
_LEADS = frozenset(("ابو", "ابي", "ابا", "ام", "ابن", "بن", "عبد", "ال"))
_OF = frozenset(("فان", "فون"))  # «فان آرت»
_OFTEN = 30  # times that lists of names hold one
_HARDLY = 0.1  # of a word's articles in which it is part of a name
_ANYBODY = "*"
_TWICE, _SOMETIMES = 2, 10
_TIMES = 3  # as often a name is listed as one that begins with its particle, and more


def settle_starts(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each person's name beginning where its first word does.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    moved: dict[str, Mention] = {}
    titles = {(mention.holder_id, mention.span.end) for mention in mentions if mention.kind is MentionKind.ROLE}
    # No reader ties a title to what it takes for «ل» and a name.
    titles |= {(_ANYBODY, end) for _, end in titles}
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    parts = {part for person in persons if " " in person.text for part in fold(person.text).split()}
    related = {person.id for person in persons if _behind_relation(document, person)}
    for mention in mentions:
        start = _start(document, mention, titles, parts) if mention.kind is MentionKind.PER else mention.span.start
        if start != mention.span.start:
            span = Span(start, mention.span.end)
            identity = Mention.make_id(mention.article_id, mention.field, span, mention.kind)
            moved[mention.id] = replace(mention, id=identity, span=span, text=span.of(document.text))
    if not moved:
        return list(mentions)
    holders = {name: mention.id for name, mention in moved.items()}
    # «تنصيب صديق لسوشي رئيسا»: not she is president.
    free = [replace(one, holder_id="") if one.holder_id in related else one for one in mentions]
    settled = [moved.get(mention.id, mention) for mention in free]
    starts = {mention.span.start: mention.id for mention in moved.values()}
    return [
        replace(each, holder_id=holders.get(each.holder_id, each.holder_id) or starts.get(each.span.end + 1, ""))
        if each.kind is MentionKind.ROLE
        else each
        for each in settled
    ]


def _start(document: Document, mention: Mention, titles: Container[tuple[str, int]], parts: Container[str]) -> int:
    """Return where a name begins, its first word's particles seen by how the word is written.

    Args:
        document: the field.
        mention: the name.
        titles: the holder and the end of each role.
        parts: the words of names in two words and more.
    """
    if behind := _behind_relation(document, mention):
        return behind
    token = document.tokens[bisect_right(document.token_starts, mention.span.start) - 1]
    if behind := _behind_two(token, mention):
        return behind
    if mention.span.start == token.start:
        return token.start + int(_holds_particle(token, alone=len(mention.text.split()) == 1))
    cut = mention.span.start - token.start
    if len(token.text) != len(token.form) or not token.text[:cut].isalpha():
        return mention.span.start
    whole, rest = token.form[cut - 1 :], token.form[cut:]
    if whole in parts and rest not in parts:
        return mention.span.start - 1  # «لمجرد» where «سعد لمجرد» stands too
    named = whole in reviewed_names() and rest not in reviewed_names()
    if named and load_listed_names().get(rest, 0):  # «لجين الهذلول», but «لبيب غوارديولا» is «بيب»'s
        surname = fold(mention.text.partition(" ")[2])
        named = surname.startswith("ال") or surname in reviewed_names()
    named = named or whole in _OF or whole[0] == "س"  # «ساندرو»: the future's particle stands on no name
    # «وايلي» where the text writes «إيلي» with its hamza.
    named = named or (whole in reviewed_names() and token.text[cut] == "ا" and "إ" in document.text)
    behind = cut == 1 and (mention.id, token.start - 1) in titles and _is_whole_behind_title(mention, whole, rest)
    titled = behind or (cut == 1 and (_ANYBODY, token.start - 1) in titles and _is_no_name(mention, whole, rest))
    opens = named or titled or _is_long_vowel(document.text, token.text[cut - 1 :])
    return mention.span.start - 1 if opens else mention.span.start


def _behind_relation(document: Document, mention: Mention) -> int:
    """Return where the name begins behind «صديق ل», «حليفا ل», which are no part of it, 0 without such."""
    forms = fold(mention.text).split()
    index = bisect_right(document.token_starts, mention.span.start) - 1
    before = document.tokens[index - 1].form if index else ""
    noun, last = (forms[0], forms[1]) if len(forms) == 2 else (before, forms[0])
    if len(forms) > 2 or noun.removesuffix("ا") not in _RELATED or not last.startswith("ل") or len(last) <= _SHORT + 1:
        return 0
    if last in reviewed_names() or load_listed_names().get(last, 0):
        return 0  # «صديق لطفي»
    return mention.span.end - len(mention.text.split()[-1]) + 1


def _behind_two(token: Token, mention: Mention) -> int:
    """Return where a name begins behind two particles of which one was left on it («وبسعد الحريري»), 0 without such."""
    form, cut = token.form, mention.span.start - token.start
    if len(token.text) != len(form) or cut > 1 or form[0] not in "وف" or form[1:2] not in _SECOND:
        return 0
    kept, rest, listed = form[1:], form[2:], load_listed_names()
    if {form, kept} & reviewed_names() or listed.get(form, 0) or listed.get(kept, 0) >= _SOMETIMES:
        return 0  # «وبلال», «فلاديمير»
    if kept[0] == "ل" and load_frequencies().get("ال" + rest, 0) >= _KNOWN:
        return 0  # «ولخضر بلومي»: in the Maghreb a name keeps the end of its article
    first_name = rest in reviewed_names() or (rest in load_given_names() and listed.get(rest, 0) >= _OFTEN)
    often = listed.get(rest, 0) > _TIMES * listed.get(kept, 0)
    return token.start + 2 if first_name and often and len(rest) >= _SHORT else 0


def _is_whole_behind_title(mention: Mention, whole: str, rest: str) -> bool:
    """Return whether the letter that was read as a particle opens a name in full that stands right behind its title.

    «النائبة بولا ...»: no particle parts a title from its bearer. What many bear («العاهل السعودي لدونالد ...») is
    somebody else's name.
    """
    written = mention.text
    if whole[0] not in "بل" or len(written.split()) < 2 or rest in _LEADS or written[0] in "أإآ":
        return False
    return rest not in reviewed_names() and load_listed_names().get(rest, 0) < _OFTEN


def _is_no_name(mention: Mention, whole: str, rest: str) -> bool:
    """Return whether the letters behind a particle open no name, so that it is part of one («لاي»: «أي» is none)."""
    share = name_shares().get(rest)
    word = share is not None and share.seen >= _OFTEN and max(share.given, share.family) < _HARDLY
    return (
        word
        and rest not in _LEADS
        and whole[0] in "بل"
        and len(mention.text.split()) > 1
        and mention.text[0] not in "أإآ"
    )


def _holds_particle(token: Token, *, alone: bool) -> bool:
    """Return whether a word is a particle and a name («لأرييل», «ببسام»), and no name itself.

    A word that names somebody `alone` may be a surname that nobody listed («كعدي»).
    """
    if _PARTICLE_AND_HAMZA.match(token.text):
        return True
    form, rest, listed = token.form, token.form[1:], load_listed_names()
    if form[0] == "و" and len(rest) >= _SHORT and not load_name_counts().get(form, 0) and form not in reviewed_names():
        least = _SOMETIMES if alone else _TWICE
        if listed.get(rest, 0) >= least > listed.get(form, 0):
            return True  # «الوزير ويارا الصالح» are two
    if alone or form[0] not in _PARTICLES or form in reviewed_names() or listed.get(form, 0):
        return False
    joined = form[0] == "و" and load_frequencies().get(form, 0) <= 1  # «ولانا نسيبة»
    least = _SOMETIMES if joined else _OFTEN
    often = (form[0] in "بل" or joined) and rest in load_given_names() and listed.get(rest, 0) >= least
    first_name = rest in reviewed_names() or (often and len(rest) > _SHORT)
    return first_name and load_frequencies().get(form, 0) < load_frequencies().get(rest, 0) + _KNOWN


def _is_long_vowel(text: str, written: str) -> bool:
    """Return whether the letter that was read as a particle opens the name itself («كايلي», «لايف»).

    So it does where the text writes «إيلي» with its hamza, and nowhere the rest by itself.
    """
    return _LONG_VOWEL.match(written) is not None and "إ" in text and not re.search(rf"\b{written[1:]}\b", text)
