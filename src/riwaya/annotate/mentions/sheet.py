"""One document laid out for the rules: folded forms, name readings, and what has been found so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import role_words, words
from riwaya.annotate.mentions.readings import NameReading, is_definite, read_name, source_start
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import MentionKind

_NAME_SHARE = 0.3
FULL_NAME = 0.98  # certainty of a known person's full name
UNNAMED = 0.9  # certainty that «مسؤول عراقي» behind a verb of saying is a role; no other without a holder is so sure
HOLDS_NAME = -2  # `holder` of a role that is named by whom it serves («محامي فلان»)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention over tokens [first, last], its start behind `prefix` letters of the first token."""

    first: int
    last: int
    prefix: int
    kind: MentionKind
    score: float
    holder: int = -1  # of a role: token at which its holder starts


@dataclass(slots=True)
class Sheet:
    """A document's tokens as the rules see them.

    Attributes:
        tokens: the document's tokens, the words of a hashtag apart («#الشرق_الأوسط»).
        forms: folded tokens.
        names: name reading of each token.
        joined: whether no character stands between a token and the one before it.
        line_starts: the tokens before which a line breaks.
        found: candidates so far.
        taken: kind of the table phrase that covers each token, None where none does.
        inside: whether the same table phrase covers the token and the one before it.
        known: the last token of each full name of a known person, by its first.
        named: the tokens of those names.
    """

    document: Document
    tokens: tuple[Token, ...]
    forms: list[str]
    names: list[NameReading]
    joined: list[bool]
    line_starts: set[int]
    found: list[Candidate] = field(default_factory=list)
    taken: list[MentionKind | None] = field(default_factory=list)
    inside: list[bool] = field(default_factory=list)
    known: dict[int, int] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    @staticmethod
    def lay_out(document: Document) -> Sheet:
        """Return the sheet of a document."""
        tokens = _split_hashtags(document.tokens)
        forms = [token.form for token in tokens]
        names = [read_name(form) for form in forms]
        for index, token in enumerate(tokens):
            # No name begins with «وأ» or «وال»: there و is a conjunction even in front of an unknown name.
            named = names[index].share >= _NAME_SHARE  # «وأرين» is no «وارين»
            if token.text[0] not in "ول" or names[index].prefix or (names[index].common and not named):
                continue
            sourced = token.text[0] == "ل" and index and forms[index - 1] in words("sources") and len(forms[index]) > 4
            if sourced or token.text.startswith(("وأ", "وإ", "وآ", "وال")):
                names[index] = replace(read_name(forms[index][1:]), prefix=1)  # «وفقا لديليب كومار»
        _read_ali(tokens, names)
        joined = [False] + [here.start == before.end for before, here in pairwise(tokens)]
        lines = _line_starts(document.text, tokens)
        return Sheet(document, tokens, forms, names, joined, lines, [], [None] * len(tokens), [False] * len(tokens))

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, index: int) -> str:
        """Return a form, "" outside the text; a line break reads as "" too when looked at by `same_line`."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def is_definite(self, index: int) -> bool:
        """Return whether a word there carries the article; «إلغاء» and «ألعاب» do not."""
        return self.is_word(index) and is_definite(self.forms[index]) and self.tokens[index].text[0] not in "أإآ"

    def is_word(self, index: int) -> bool:
        """Return whether a word stands there."""
        return 0 <= index < len(self.forms) and self.tokens[index].kind == "word"

    def same_line(self, index: int) -> bool:
        """Return whether no line break stands between a token and the one before it."""
        return 0 < index < len(self.forms) and index not in self.line_starts

    def start_of(self, candidate: Candidate) -> int:
        """Return the source offset at which a candidate starts."""
        return source_start(self.tokens[candidate.first], candidate.prefix)

    def know(self, first: int, last: int, prefix: int, form: str) -> None:
        """Mark a known person's full name; its first word, behind `prefix` letters, is no other word there."""
        self.known[first] = last
        self.named.update(range(first, last + 1))
        self.names[first] = replace(self.names[first], prefix=prefix, form=form)

    def add(self, candidate: Candidate) -> None:
        """Keep a candidate."""
        self.found.append(candidate)

    def take(self, candidate: Candidate) -> None:
        """Keep a candidate and mark its tokens as covered by a table's phrase."""
        self.found.append(candidate)
        for index in range(candidate.first, candidate.last + 1):
            self.taken[index] = candidate.kind
            self.inside[index] = index > candidate.first


def _line_starts(text: str, tokens: Sequence[Token]) -> set[int]:
    """Return the indexes of the tokens before which a line breaks."""
    starts = [token.start for token in tokens]
    found = set()
    place = text.find("\n")
    while place >= 0:
        found.add(bisect_left(starts, place))
        place = text.find("\n", place + 1)
    return found


def _split_hashtags(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with those that hold underscores split at them."""
    if not any("_" in token.text for token in tokens):
        return tokens
    split: list[Token] = []
    for token in tokens:
        if "_" not in token.text or len(token.text) == 1:
            split.append(token)
            continue
        start = token.start
        for part in token.text.split("_"):
            if part:
                kind = "number" if part[0].isdigit() else token.kind
                split.append(Token(start, start + len(part), part, fold(part), kind))
            start += len(part) + 1
    return tuple(token for token in split if token.form)


def _read_ali(tokens: Sequence[Token], names: list[NameReading]) -> None:
    """Tell the name «علي» from the preposition, which folds alike, where the text keeps ى and ي apart."""
    apart = any(token.text == "على" for token in tokens)
    for index, token in enumerate(tokens):
        if token.text not in ("علي", "وعلي", "لعلي", "بعلي"):
            continue
        following = tokens[index + 1].form if index + 1 < len(tokens) else ""
        if not apart and is_definite(following) and read_name(following).share < _NAME_SHARE:
            # «وأثنى عبدالعاطي علي الجهد»: written without dots, the preposition
            names[index] = NameReading(len(token.text) - 3, "علي", 0.0, 0.0, False, 5000, -1.0)
            continue
        beside = [names[near] for near in (index - 1, index + 1) if 0 <= near < len(names)]
        titled = index > 0 and tokens[index - 1].form.removeprefix("ل").removeprefix("ل").removeprefix("ال")
        if (
            apart
            or (titled and (titled,) in role_words())
            or any(name.share >= 0.4 and not name.common for name in beside)
        ):
            prefix = len(token.text) - 3
            names[index] = NameReading(prefix, "علي", 0.6, 0.4, True, 0, 0.0, 600, 5000)
