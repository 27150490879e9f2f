"""One document laid out for the rules: folded forms, name readings, and what has been found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.readings import NameReading, is_definite, read_name, source_start
from riwaya.model import MentionKind

SPEECH_VERBS = frozenset(
    "قال قالت يقول تقول اكد اكدت يؤكد اضاف اضافت اوضح اوضحت صرح صرحت اعلن اعلنت يعلن تعلن ذكر ذكرت كتب كتبت غرد غردت "
    "شدد شددت اعتبر اعتبرت اشار اشارت لفت لفتت نفي نفت حذر حذرت طالب طالبت دعا دعت تابع تابعت اعرب اعربت راي رات "
    "كشف كشفت زعم زعمت ادعي اعترف اعترفت بين بينت نبه نبهت علق علقت رد ردت قرر قررت وصف وصفت اتهم اتهمت التقي التقت "
    "استقبل استقبلت بحث بحثت ناقش ناقشت وصل وصلت غادر غادرت زار زارت سجل احرز يستقبل يلتقي يبحث ابلغ هدد توعد هنا "
    "جدد استبعد رفض رفضت انتقد انتقدت واصل تعهد تعهدت".replace("ؤ", "و").split()
)


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
        forms: folded tokens.
        names: name reading of each token.
        joined: whether no character stands between a token and the one before it.
        found: candidates so far.
        taken: kind of the table phrase that covers each token, None where none does.
        inside: whether the same table phrase covers the token and the one before it.
    """

    document: Document
    forms: list[str]
    names: list[NameReading]
    joined: list[bool]
    found: list[Candidate] = field(default_factory=list)
    taken: list[MentionKind | None] = field(default_factory=list)
    inside: list[bool] = field(default_factory=list)

    @staticmethod
    def lay_out(document: Document) -> Sheet:
        """Return the sheet of a document."""
        tokens = document.tokens
        forms = [token.form for token in tokens]
        names = [read_name(form) for form in forms]
        joined = [False] + [tokens[index].start == tokens[index - 1].end for index in range(1, len(tokens))]
        return Sheet(document, forms, names, joined, [], [None] * len(tokens), [False] * len(tokens))

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, index: int) -> str:
        """Return a form, "" outside the text; a line break reads as "" too when looked at by `same_line`."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def is_definite(self, index: int) -> bool:
        """Return whether a word there carries the article; «إلغاء» and «ألعاب» do not."""
        return self.is_word(index) and is_definite(self.forms[index]) and self.document.tokens[index].text[0] not in "أإآ"

    def is_word(self, index: int) -> bool:
        """Return whether a word stands there."""
        return 0 <= index < len(self.forms) and self.document.tokens[index].kind == "word"

    def same_line(self, index: int) -> bool:
        """Return whether no line break stands between a token and the one before it."""
        tokens = self.document.tokens
        return 0 < index < len(tokens) and "\n" not in self.document.text[tokens[index - 1].end : tokens[index].start]

    def start_of(self, candidate: Candidate) -> int:
        """Return the source offset at which a candidate starts."""
        return source_start(self.document.tokens[candidate.first], candidate.prefix)

    def add(self, candidate: Candidate) -> None:
        """Keep a candidate."""
        self.found.append(candidate)

    def take(self, candidate: Candidate) -> None:
        """Keep a candidate and mark its tokens as covered by a table's phrase."""
        self.found.append(candidate)
        for index in range(candidate.first, candidate.last + 1):
            self.taken[index] = candidate.kind
            self.inside[index] = index > candidate.first
