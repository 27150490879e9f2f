"""What an article's own words say of a name: how it is written in full, whose nickname it is, whose relative."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from riwaya.arabic.normalise import fold
from riwaya.identify.gender import noun_gender
from riwaya.identify.person_names import split_name
from riwaya.model import Article, Field, Mention

_REACH = 60  # characters between a name and the nickname behind it
_BY_NAME = r"(?:ب|باسم|بلقب|بكنيه|تحت اسم)"
_MANNER = r"(?:\s+(?:اعلاميا|فنيا|حركيا|شعبيا|سابقا|ايضا|اكثر|عالميا|محليا))?"
_KNOWN_AS = re.compile(
    # «المعروف باسم», «الشهيرة بـ», «الملقب», «المكنى»: «الشهير» alone says that he is famous
    rf"(?:^|\W)و?(?:ال)?(?:"
    rf"(?:ملقب|مكني|مكناه|مدعو|مسمي|ملقبا)(?:ه)?{_MANNER}(?:\s+{_BY_NAME})?"
    rf"|(?:معروف|شهير|مشهور|معروفا)(?:ه)?{_MANNER}\s+{_BY_NAME})\s*:?\s*\W{{0,2}}$"
    # «الذي عرف باسم», «ويلقب بـ», «التي اشتهرت بـ»
    rf"|(?:^|\W)(?:الذي |التي )?و?(?:كان |كانت )?"
    rf"(?:عرف|عرفت|يعرف|تعرف|اشتهر|اشتهرت|يشتهر|يلقب|تلقب|لقب|لقبت|يكني|يدعي|تدعي)"
    rf"{_MANNER}\s+{_BY_NAME}\s*:?\s*\W{{0,2}}$"
    # «وكنيته أبو سامر», «ويكنى أبا سامر»
    r"|^\W*(?:الذي |التي )?و?(?:كنيته|كنيتها|يكني|تكني)\s+\W?$"
)
_QUOTES = "\"'“”«»‘’"
_LIST = re.compile(r"^\s*[،,]\s*و?$")
# The full name follows: «شوكان، واسمه الحقيقي محمود ...»
_REAL_NAME = re.compile(r"(?:^|\W)و?(?:اسمه|اسمها)\s+(?:الحقيقي|الاصلي|الكامل|بالكامل)\s*:?\s*\W?$")
_KUNYA = re.compile(r"^(?:ابو|ام)\s?\w")
_RELATIVE = re.compile(
    r"^\s*[،,]?\s*(?:و?هو |و?هي )?(?:ال)?"
    r"(?:شقيق|شقيقه|اخ|اخت|والد|والده|ابن|ابنه|نجل|عم|خال|زوج|زوجه|صديق|صديقه|جار|قريب|قريبه)(?:ه|ها|هم)?\s"
)

# Whom faith or history calls by the first name alone, by title or by what is said behind the name.
_REVERED = re.compile(
    # «أمام دياز» is before her, «خليفة تيلرسون» who came after him: these two titles have the article.
    r"(?:^|\W)[وفبلك]{0,2}(?P<title>(?:ال)?نبي|(?:ال)?رسول|(?:ال)?مسيح|(?:ال)?قديس|(?:ال)?قديسه|(?:ال)?صحابي|"
    r"(?:ال)?صحابيه|الخليفه|سيدنا|الامام|للامام|للخليفه|لنبي|لرسول)(?:\s+(?:الله|الكريم|الاكرم|الاعظم))?\s+\W?$"
)
_HONOURED = re.compile(
    r"^\W{0,3}(?:صلي الله|عليه (?:افضل )?(?:الصلاه|السلام|الصلوات)|عليها السلام|عليهم السلام|رضي الله عن|كرم الله وجه"
    r"|(?:ص|ع|رض)\s?\))"
)
_TITLES = {
    "نبي": "النبي", "رسول": "النبي", "مسيح": "المسيح", "قديس": "القديس", "قديسه": "القديسة", "صحابي": "الصحابي",
    "صحابيه": "الصحابية", "خليفه": "الخليفة", "سيدنا": "سيدنا", "امام": "الإمام", "لنبي": "النبي", "لرسول": "النبي",
}  # fmt: skip
_PROPHETS = frozenset(("محمد", "عيسي", "موسي", "ابراهيم", "يوسف", "نوح", "يعقوب", "اسماعيل", "سليمان", "داود"))

_OF_A_RELATIVE = re.compile(
    r"^\s*[،,]?\s*(?:و?هو |و?هي )?(?:ال)?"
    r"(?:ابن عم|ابن خال|ابن شقيق|ابن شقيقه|ابن اخ|ابن اخت|شقيق|شقيقه|اخ|اخت|والد|والده|ابن|ابنه|"
    r"نجل|عم|خال|زوج|زوجه|صهر|حفيد|ارمله)\s+(?:\w+\s+)?$"
)
_KIN = re.compile(
    r"^\s*[،,(]?\s*(?:و?هو |و?هي )?(?:ال)?"
    r"(?:شقيق|شقيقه|اخ|اخو|اخت|والد|والده|ابن|ابنه|نجل|نجله|كريمه|عم|خال|زوج|زوجه|حفيد|حفيده|صهر|ارمله)\s[^.؛:()،,\n]*$"
)
_CHILD_OF = re.compile(r"(?:^|\W)[وف]?(?:هو |هي )?(?:نجل|نجله|ابن|ابنه|كريمه)\s+(?:\w+\s+){0,2}\W?$")
_KIN_REACH = 60  # characters between a name and the relative's
# Who is called by the first name and the title alone.
_ROYAL = re.compile(
    r"(?:^|\W)[وفبلك]{0,2}(?P<title>الامير|الاميره|الملك|الملكه|البابا|السلطان|لامير|لاميره|لملك|لملكه)\s+\W?$"
)


def written_name(article: Article, mention: Mention) -> str:
    """Return a mention as a reader would write the name: without hashtag, with the article that «لل» has swallowed."""
    text = _source(article, mention)
    start = mention.span.start
    name = " ".join(mention.text.replace("_", " ").replace("#", " ").split())
    return f"ال{name}" if has_lost_article(text, start) and not name.startswith("ال") else name


def has_lost_article(text: str, start: int) -> bool:
    """Return whether «لل» in front of a word has swallowed its article («للزعيم»)."""
    return text[max(0, start - 2) : start] == "لل" and (start == 2 or not _inside_word(text, start - 3))


def _inside_word(text: str, index: int) -> bool:
    """Return whether the letter there belongs to the word, other than «و» and «ف» that words take in front."""
    if not text[index].isalpha():
        return False
    return text[index] not in "وف" or (index > 0 and text[index - 1].isalpha())


def _source(article: Article, mention: Mention) -> str:
    return article.text if mention.field is Field.TEXT else article.title


def find_nicknames(article: Article, persons: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield (nickname, named): ids of two mentions of one person, «محمود عباس (أبو مازن)», «X المعروف بـ"Y"»."""
    ordered = sorted(persons, key=lambda mention: (mention.field, mention.span))
    starts = {(mention.field, mention.span.start) for mention in ordered}
    for position, (named, nickname) in enumerate(pairwise(ordered)):
        text = _source(article, named)
        if named.field is not nickname.field or nickname.span.start - named.span.end > _REACH:
            continue
        between = fold(text[named.span.end : nickname.span.start])
        apposed = _KUNYA.match(fold(nickname.text)) and _is_enclosed(text, named, nickname)
        listed = apposed and between.strip() in ("،", ",") and _is_listed(text, ordered, position, starts)
        if (apposed and not listed) or _KNOWN_AS.search(between):
            bearer = _bearer(text, ordered, position)
            if len(split_name(bearer.text)) > 1:
                yield nickname.id, bearer.id
        elif _is_real_name(between) and len(split_name(nickname.text)) > 1:
            yield named.id, nickname.id


def _is_enclosed(text: str, named: Mention, nickname: Mention) -> bool:
    """Return whether a name stands behind another between brackets, quotation marks, dashes or commas."""
    before = text[named.span.end : nickname.span.start].strip()
    parts = split_name(nickname.text)
    if len(parts) > 1 and (before != "(" and not parts[1].startswith("ال")):
        return False  # «أبو بكر شوقي» is a name in full
    after = text[nickname.span.end : nickname.span.end + 2].strip()[:1]
    if before in ("،", ",", "-", "–"):
        return after in ("،", ",", "-", "–", ".")
    opening, closing = before.lstrip("( "), after
    if "(" in before and after == ")":
        return not opening.strip(_QUOTES)
    return bool(opening) and not opening.strip(_QUOTES) and closing in tuple(_QUOTES)


def _is_listed(text: str, ordered: Sequence[Mention], position: int, starts: Collection[tuple[Field, int]]) -> bool:
    """Return whether the two names at a position are of a list («فلان، أبو عمر، وفلان»)."""
    named, nickname = ordered[position], ordered[position + 1]
    rest = text[nickname.span.end : nickname.span.end + 4]
    following = nickname.span.end + len(rest) - len(rest.lstrip(" ،,و"))
    if (nickname.field, following) in starts:
        return True
    before = ordered[position - 1] if position else None
    return (
        before is not None
        and before.field is named.field
        and bool(_LIST.match(fold(text[before.span.end : named.span.start])))
    )


def _is_real_name(between: str) -> bool:
    """Return whether a clause gives the full name of whom it follows: «على علاقة بالممثلة، واسمها الحقيقي» does not."""
    told = _REAL_NAME.search(between)
    words = re.findall(r"\w+", between[: told.start()]) if told else []
    return told is not None and all(word.startswith("ال") or noun_gender(word) for word in words)


def _bearer(text: str, ordered: Sequence[Mention], position: int) -> Mention:
    """Return whom a clause behind a name is about: «فلان، ابن عم فلان، المعروف ب» is about the first."""
    named, before = ordered[position], ordered[position - 1]
    if (
        position
        and before.field is named.field
        and _OF_A_RELATIVE.search(fold(text[before.span.end : named.span.start]))
    ):
        return before
    return named


def find_revered(article: Article, persons: Sequence[Mention]) -> dict[str, str]:
    """Return the first names by which the article means somebody revered, by mention, with the title: «النبي محمد».

    A title that the article gives to a full name too («الإمام فلان الفلاني») may be that person's.
    """
    found: dict[str, str] = {}
    fuller: set[tuple[str, str]] = set()
    for mention in persons:
        source, span = _source(article, mention), mention.span
        parts = split_name(mention.text)
        title = _title(f"{fold(source[max(0, span.start - 25) : span.start])}")
        words = fold(mention.text).split()
        if not title and len(words) == 2 and words[0] in ("النبي", "الرسول"):
            title, parts = "النبي", (words[1],)
        if len(parts) > 1:
            fuller.add((title, parts[0]))
        if len(parts) != 1:
            continue  # letters of a damaged page make no name
        honoured = _HONOURED.match(fold(source[span.end : span.end + 30]))
        if not title and honoured and parts[0] in _PROPHETS:
            title = "النبي"
        if title:
            found[mention.id] = f"{title} {parts[0]}"
    kept = {key: name for key, name in found.items() if tuple(name.split(" ", 1)) not in fuller}
    # Where the article speaks of him, his bare name is his, and no namesake's first name.
    titled = {name.split(" ", 1)[1]: name for name in kept.values()}
    alone = {mention.id: titled.get(" ".join(split_name(mention.text)), "") for mention in persons}
    return {mention: name for mention, name in (alone | kept).items() if name}


def _title(before: str) -> str:
    told = _REVERED.search(before)
    return _TITLES[re.sub("^(?:ال|لل)", "", told["title"])] if told else ""


def find_relatives(article: Article, persons: Sequence[Mention]) -> frozenset[str]:
    """Return the first names by which the article calls somebody's relative («محمد، الشقيق الأكبر للمصور»).

    Not of one whom it names in full by the relative's surname too («هدى ابنة سامي الحداد ... هدى الحداد»).
    """
    ordered = sorted(persons, key=lambda mention: (mention.field, mention.span))
    full = {name for mention in persons if len(name := split_name(mention.text)) > 1}
    found = set()
    for place, mention in enumerate(ordered):
        end = mention.span.end
        name = split_name(mention.text)
        if len(name) != 1 or not _RELATIVE.match(fold(_source(article, mention)[end : end + 30])):
            continue
        family: tuple[str, ...] = ()
        other = ordered[min(place + 1, len(ordered) - 1)]
        if other.field is mention.field and other.span.start <= end + _REACH:
            of = fold(_source(article, mention)[end : other.span.start])
            family = split_name(other.text)[1:][-1:] if _KIN.match(of) else ()
        if not any(each[:1] == name and each[-1:] == family for each in full):
            found.add(mention.text)
    return frozenset(found)


def find_kin(article: Article, persons: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield ids of two mentions that are surely two people: «علي صبري (ابن رئيس المجلس صبري حمادة)».

    «نجل الزعيم عادل إمام» is no one whose name ends so and says whose son he is, «محمد عادل إمام».
    """
    ordered = sorted(persons, key=lambda mention: (mention.field, mention.span))
    for parent in ordered:
        before = fold(_source(article, parent)[max(0, parent.span.start - _KIN_REACH) : parent.span.start])
        if _CHILD_OF.search(before):
            name = split_name(parent.text)
            yield from ((parent.id, child.id) for child in ordered if split_name(child.text)[1:] == name)
    for one, other in pairwise(ordered):
        between = _source(article, one)[one.span.end : other.span.start]
        if one.field is not other.field or len(between) > _KIN_REACH:
            continue
        son, father = split_name(one.text), split_name(other.text)
        # «فاز كريم سعد الحداد، فهو ابن كريم سعد»: nobody is his own father.
        named_after = 1 < len(father) < len(son) and son[: len(father)] == father
        if _KIN.match(fold(between)) or (named_after and _CHILD_OF.search(fold(between))):
            yield one.id, other.id


def find_royals(article: Article, persons: Sequence[Mention]) -> frozenset[str]:
    """Return the first names that a title makes another's than the fuller names of the article that open with them.

    «الأمير هاري» is no «هاري هيل» whom no place of the article calls a prince.
    """
    alone: dict[str, set[str]] = {}
    fuller: dict[str, set[str]] = {}
    for mention in persons:
        parts, source = split_name(mention.text), _source(article, mention)
        told = _ROYAL.search(fold(source[max(0, mention.span.start - 25) : mention.span.start]))
        title = told["title"].removeprefix("ال").removeprefix("ل") if told else ""
        if len(parts) == 1 and title:
            alone.setdefault(mention.text, set()).add(title)
        elif len(parts) > 1:
            fuller.setdefault(parts[0], set()).add(title)
    return frozenset(
        name for name, titles in alone.items() if titles.isdisjoint(fuller.get("".join(split_name(name)), titles))
    )
