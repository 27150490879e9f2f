"""Quotations behind a cue: the words themselves, or a speaker's name in quotation marks."""

from __future__ import annotations

from bisect import bisect_right

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, words
from riwaya.annotate.statements.phrase_starts import noun_of, without_l
from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.targets import Target
from riwaya.model import Span

NAME_TOKENS = 4
_DESCRIBED_NAME = 9  # words of a name that a relative clause describes
_SPOKEN = 0.8
_LEAST = 4
_LONGEST_NAME = 12
_SHORTEST_CLAUSE = 2  # words
_CLAUSE_WORDS = frozenset(
    (
        "نحن",
        "انا",
        "لن",
        "لم",
        "لا",
        "ليس",
        "ليست",
        "ليسوا",
        "هذا",
        "هذه",
        "سوف",
        "قد",
        "لقد",
        "كان",
        "كانت",
        "يجب",
        "علينا",
        "لدينا",
        "ثمه",
        "هناك",
    )
)
_HEADED_NAME = 6  # words of a name behind «قناة» or «صحيفة»


def quoted(reading: Reading, quotation: Quotation, index: int, frames: frozenset[str], hit: Hit) -> Target | None:
    """Return the target of a quotation behind the cue; «أن» or a governed preposition may open it."""
    first = index + 1
    if first > quotation.last:
        return None
    inside = reading.forms[first]
    charges = "describe" in frames or ("target" in frames and "ب" in frames)
    if charges and inside[0] == "ب" and index > hit.index + 1 and "quote" not in frames:
        adjunct = inside in words("b_word") or inside in words("b_adjunct") or len(inside) < _LEAST
        return None if adjunct else Target("attached", index, first, quotation)  # «اتهم الموقوفين "بتجنيد ..."»
    if (
        "target" in frames
        and reading.forms[index - 1] not in (":", ",")
        and index > hit.index + 1
        and "quote" not in frames
    ):
        return None
    opened = False
    while first < quotation.last and (reading.forms[first] in COMPLEMENTISERS or reading.forms[first] in frames):
        opened, first = True, first + 1
    if not opened and reading.forms[index - 1] in COMPLEMENTISERS and not frames & {"that", "target"}:
        return None  # «ترامب الذي انتقد المشروع إن "..."» belongs to the verb before
    if not opened and frames <= {"that", "object"} and index > hit.index + 1 and reading.forms[index - 1] != ":":
        return None  # «لأنه رفض استقبالهم، فإنه "شرير"»
    if not opened and not frames - {"that", "quote"} and "quote" not in frames and reading.forms[index - 1] != ":":
        return None  # what only shows or states that something is so quotes nobody
    if opened and reading.forms[index + 1] in COMPLEMENTISERS and reading.forms[index + 1] not in ("ان", "بان"):
        first = index + 1  # «أضاف "إنها أشبه بحلم"» keeps its subject
    return Target("inside" if opened else "quote", index, first, quotation)


def is_quoted_name(reading: Reading, quotation: Quotation, hit: Hit, limit: int) -> bool:
    """Return whether a short quotation behind a cue is a speaker's name («قالت "فتح" في بيان إن»)."""
    inside = reading.forms[quotation.first + 1] if quotation.first + 1 < quotation.last else ""
    charged = hit.form.cue.frames & {"ب", "describe"} and inside.startswith("ب") and inside not in words("b_word")
    if charged and quotation.first > hit.index + 1:
        return False  # «وصف التصريحات "بالفاضحة"»
    if is_clause(reading, quotation):
        return False  # «أضاف الحداد "علاقاتنا تدهورت مجددا" بعد أن»
    inner = sum(reading.tokens[place].kind != "mark" for place in range(quotation.first + 1, quotation.last))
    behind = [form for form in reading.forms[quotation.last + 1 : quotation.last + 3] if form != ","]
    described = behind[:1] in (["الذي"], ["التي"]) and inner <= _DESCRIBED_NAME
    if quotation.closed and described and reading.is_word(quotation.first - 1):
        return _marker_follows(reading, quotation.last + 1, limit)  # «على هامش "مؤتمر ..."، الذي عقد أمس: إن»
    if hit.form.cue.frames == {"quote"} and quotation.first == hit.index + 1:
        return False  # «هتفت "الله أكبر"»
    if _words_follow(reading, quotation, hit, limit):
        return True
    noun = noun_of(without_l(reading.forms[quotation.first - 1]))
    headed = noun is not None and noun[0] in ("body", "document")
    if quotation.closed and inner <= _LONGEST_NAME and _clause_behind(reading, quotation, hit):
        return True  # «قالت ليلى حداد من منظمة "..." إن»
    if not quotation.closed or inner > (_HEADED_NAME if headed else NAME_TOKENS):
        return False
    if hit.form.part == "participle" and quotation.first == hit.index + 1:
        return False
    before = reading.forms[quotation.first - 1]
    following = quotation.last + 1
    short = quotation.first > hit.index + 1 and quotation.last - quotation.first < 5
    if before not in (":", ",") and short and following < limit and reading.is_word(following):
        return True
    if before == ":" or quotation.last + 1 >= limit:
        return False
    if before in ("في", "مع", "عبر", "علي", "لدي", "باسم") and before not in hit.form.cue.frames:
        return True
    if (
        before == "_"
        or noun_of(without_l(before)) is not None
        or before in ("باسم", "لـ", "ل", "في", "مع", "عبر", "علي")
    ):
        return _marker_follows(reading, quotation.last + 1, limit)
    if quotation.first == hit.index + 1 or reading.is_word(quotation.first - 1):
        return reading.forms[quotation.last + 1] not in (".", "؛") and _marker_follows(
            reading, quotation.last + 1, limit
        )
    return False


def is_clause(reading: Reading, quotation: Quotation) -> bool:
    """Return whether what is quoted says something, often of the speaker himself, as no name does."""
    inner = reading.forms[quotation.first + 1 : quotation.last]
    name = reading.names_by_token.get(quotation.first + 1)
    if len(inner) < _SHORTEST_CLAUSE or (name is not None and name.end == quotation.last):
        return False
    own = any(form.endswith("نا") and len(form) > _LEAST for form in inner)
    spelt = inner[1] == "."  # «ان.تي.في»
    return own or (inner[0] in COMPLEMENTISERS and not spelt) or any(form in _CLAUSE_WORDS for form in inner)


def is_quoted_clause(reading: Reading, span: Span) -> bool:
    """Return whether characters taken for a name are a clause in quotation marks («لقد خذلونا»)."""
    first = bisect_right(reading.document.token_starts, span.start) - 1
    number = reading.quotation_of[first]
    if number < 0 or first > reading.quotations[number].first + 1:
        return False
    quotation = reading.quotations[number]
    whole = quotation.closed and span.end >= reading.tokens[quotation.last - 1].end
    return whole and is_clause(reading, quotation)


def _words_follow(reading: Reading, quotation: Quotation, hit: Hit, limit: int) -> bool:
    """Return whether a colon opens the words behind marks that no colon opens («الخبير لدى "..." للأبحاث: "..."»)."""
    last = quotation.last
    if not quotation.closed or last - quotation.first > _LONGEST_NAME or quotation.first == hit.index + 1:
        return False
    if reading.forms[quotation.first - 1] in (":", ","):
        return False
    for place in range(last + 1, min(last + _DESCRIBED_NAME, limit - 1)):
        if reading.forms[place] == ":":
            return reading.forms[place + 1] == '"'
        if not reading.is_word(place):
            return False
    return False


def _clause_behind(reading: Reading, quotation: Quotation, hit: Hit) -> bool:
    """Return whether the cue's own clause begins right behind a quotation that no colon opens."""
    behind = quotation.last + 1
    if (
        "that" not in hit.form.cue.frames
        or reading.forms[quotation.first - 1] in (":", ",")
        or behind + 1 >= len(reading.forms)
    ):
        return False
    return reading.forms[behind] in COMPLEMENTISERS and quotation.first > hit.index + 1


def _new_clause(reading: Reading, place: int) -> bool:
    """Return whether the narrator speaks of something else from here on («، كما أنه عبر»، «فيما رأى آخر أنه»)."""
    form = reading.forms[place]
    if form in (".", ";", "!", "?") or form in ("فيما", "وفيما", "بينما", "وبينما", "حيث"):
        return True
    participle = cue_forms().get(form)
    if participle is not None and participle.part == "participle" and reading.forms[place - 1] in (",", '"'):
        return True
    item = cue_forms().get(form[1:]) if form[0] in "وف" else None
    if item is not None and item.part in ("past", "present") and reading.forms[place - 1] == ",":
        return True
    spoken = item is not None and item.part in ("past", "present") and item.third and item.cue.prior >= _SPOKEN
    return spoken or (reading.forms[place - 1] == "," and form in ("كما", "وكما", "لكن", "ولكن", "ثم"))


def _marker_follows(reading: Reading, index: int, limit: int) -> bool:
    for place in range(index, min(index + 25, limit)):
        form = reading.forms[place]
        if _new_clause(reading, place):
            return False
        if (
            form == ":"
            or form == '"'
            or (form in COMPLEMENTISERS and reading.forms[place - 1] not in words("no_complement"))
        ):
            return True
        if opens_proposition(form, reading.tokens[place].text):
            return True
    return False
