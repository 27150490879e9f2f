"""Roles and their holders: «وزير الدفاع الأميركي لويد أوستن», «المتحدث باسم الخارجية ...», «اللواء ...»."""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.annotate.mentions.lexicon import RoleWord, reviewed_names, role_words, words
from riwaya.annotate.mentions.persons import Name, read_name_at
from riwaya.annotate.mentions.readings import NameReading, prefix_readings
from riwaya.annotate.mentions.role_extent import (
    Head,
    before_titles,
    continues,
    extend,
    inner_office,
    is_adjective,
    is_attached,
    leads_to_body,
    trim,
)
from riwaya.annotate.mentions.sheet import FULL_NAME, HOLDS_NAME, UNNAMED, Candidate, Sheet
from riwaya.annotate.mentions.unnamed_officials import spoken_official_end
from riwaya.annotate.mentions.word_surnames import sits_in_name
from riwaya.model import MentionKind

_WELL_KNOWN = 200  # articles that hold a name
_SURE_SHARE = 0.4  # of a form's articles in which it is part of a name
_LIMIT = 12  # tokens behind the head


def find_roles(sheet: Sheet) -> None:
    """Add every role phrase with its holder, and the holders that only a role makes certain."""
    behind = 0
    for position, form in enumerate(sheet.forms):
        readings = _head_readings(form)
        head = _read_head(sheet, position, readings) if readings and position >= behind else None
        if head is not None:
            behind = _read_role(sheet, head)


_Readings = tuple[tuple[int, str, str], ...]


def _read_head(sheet: Sheet, position: int, readings: _Readings) -> Head | None:
    if (
        not sheet.is_word(position)
        or sheet.inside[position]
        or position in sheet.named
        or sheet.tokens[position].text.lstrip("وبلفك") in ("أمام", "إلى")
    ):
        return None
    heads = role_words()
    for prefix, form, bare in readings:
        definite = bare != form
        # The longest head first: «رئيس الوزراء» names one office.
        following = sheet.form(position + 1)
        if following and (bare, following) in heads:
            return Head(heads[bare, following], position, position + 1, prefix, definite or following.startswith("ال"))
        if (bare,) not in heads or (prefix and bare in ("د",)):
            continue
        word = heads[bare,]
        if definite and word.number == "d" and not bare.endswith("ن"):
            continue  # «المنافس الرئيسي»: two chiefs of something have no article
        if not definite and sheet.names[position].given >= 0.2 and _is_given_name(sheet, position, word):
            return None  # «سيد», «أمير» and «رائد» without the article are given names
        if not definite and not prefix and sits_in_name(sheet, position):
            return None
        if form == "فريق":
            return None  # a team; the rank is «الفريق» or «فريق أول»
        if bare == "د" and sheet.form(position + 1) not in (".", "/"):
            return None
        return Head(word, position, position, prefix, definite)
    return None


@lru_cache(maxsize=1 << 16)
def _head_readings(form: str) -> _Readings:
    """Return (letters in front, rest, rest without the article) of the readings that begin a role noun."""
    found = []
    for prefix, rest in prefix_readings(form):
        bare = rest[2:] if rest.startswith("ال") and len(rest) > 3 else rest
        if bare in _first_words() and (len(bare) > 1 or rest == "د"):
            found.append((prefix, rest, bare))
    return tuple(found)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in role_words())


def _is_given_name(sheet: Sheet, position: int, word: RoleWord) -> bool:
    if word.kind == "title":
        return True
    following = sheet.names[position + 1] if sheet.is_word(position + 1) else None
    return word.kind == "rank" and following is not None and (following.unseen or following.share >= 0.3)


def _read_role(sheet: Sheet, head: Head) -> int:
    """Add the role phrase of a head; return the token to go on from."""
    end = head.last
    if sheet.forms[head.first] == "د" or (head.word.kind == "title" and sheet.form(end + 1) in (".", "/")):
        name = read_name_at(sheet, end + 2, anchored=True)
        if name:
            _add_holder(sheet, name, 0.93)
        return end + 2
    steps, holder = 0, None
    while steps < _LIMIT:
        holder = _read_holder(sheet, head, end + 1, steps)
        if holder is not None:
            break
        step = extend(sheet, head, end + 1)
        if not step:
            break
        end += step
        steps += step
    if holder is None:
        return _close_without_holder(sheet, head, end, steps)
    score = 0.94 if head.word.kind != "kin" else 0.88
    _add_holder(sheet, holder, score)
    end = trim(sheet, head, min(end, holder.first - 1))
    if _is_possessor(sheet, head, steps):
        if head.word.kind != "kin":
            sheet.add(Candidate(head.first, holder.last, head.prefix, MentionKind.ROLE, 0.8, HOLDS_NAME))
        return holder.last + 1
    inner = inner_office(sheet, head, end) if sheet.is_word(holder.first - 1) else 0
    if inner:
        # «المتحدث باسم الرئيس X»: a surname alone is the president's; a full name may be either's.
        alone = holder.parts == 1
        first, owner = (inner, holder.first) if alone else (head.first, -1)
        sheet.add(Candidate(first, end, 0 if alone else head.prefix, MentionKind.ROLE, 0.85, owner))
        return holder.last + 1
    if head.word.kind != "kin":
        last = before_titles(sheet, head, end)
        sheet.add(Candidate(head.first, last, head.prefix, MentionKind.ROLE, 0.9, holder.first))
        if last < end:
            sheet.add(Candidate(last + 1, end, 0, MentionKind.ROLE, 0.9, holder.first))
    return _add_second(sheet, head, holder)


def _is_possessor(sheet: Sheet, head: Head, steps: int) -> bool:
    """Return whether the name behind a bare indefinite noun is whose lawyer or minister it is («محامي X»)."""
    if sheet.tokens[head.last].text.endswith(("ه", "ها", "هم")):
        return False  # «لاعبه X»: the pronoun says whose
    served = sheet.forms[head.first][head.prefix :] in words("served")
    return not steps and not head.definite and (served or head.word.kind in ("office", "occupation"))


def _close_without_holder(sheet: Sheet, head: Head, end: int, steps: int) -> int:
    if sheet.forms[head.last] not in words("envoys"):
        for index in range(head.last + 1, end + 1):
            if sheet.forms[index] in words("place_links") and not leads_to_body(sheet, index):
                end = index - 1
                break
    end = trim(sheet, head, end)
    spoken = spoken_official_end(sheet, head, end)
    if spoken is not None:
        sheet.add(Candidate(head.first, spoken, head.prefix, MentionKind.ROLE, UNNAMED))
        return spoken + 1
    if head.word.number == "p" or is_adjective(sheet, head):
        return end + 1
    if head.word.kind in ("office", "title", "rank") and (end > head.last or head.definite):
        bare = end == head.last
        if bare and (head.word.kind != "office" or head.word.number != "s"):
            return end + 1
        sheet.add(Candidate(head.first, end, head.prefix, MentionKind.ROLE, 0.6 if bare else 0.8))
    elif head.word.kind == "occupation" and head.word.number == "s" and is_attached(sheet, head, end):
        sheet.add(Candidate(head.first, end, head.prefix, MentionKind.ROLE, 0.65))  # «نجم ليفربول»
    return head.last + 1 if steps == 0 else end + 1


def _read_holder(sheet: Sheet, head: Head, position: int, steps: int) -> Name | None:
    """Return the name that starts here and holds the role, directly or in apposition behind a comma or quote."""
    form = sheet.form(position)
    if not sheet.same_line(position) and position != head.last + 1:
        return None
    if form in (",", ":", "-", '"', "(", "#"):
        if (form == "," and not (steps or head.definite)) or not sheet.same_line(position + 1):
            return None
        following = position + 1
        if sheet.form(following) in ('"', "#", "("):
            following += 1
        name = read_name_at(sheet, following, anchored=False)
        ranked = head.word.kind in ("rank", "title") and sheet.is_word(following + 1)
        if name is None and ranked and sheet.names[following + 1].family >= 0.5:
            name = read_name_at(sheet, following, anchored=True)  # «العقيد، تركي المالكي»
        if name is None or name.prefix or name.score < 0.4:
            return None
        return name if name.parts > 1 or form != "," else None
    if not sheet.is_word(position) or not sheet.same_line(position):
        return None
    if position > head.last + 1 and sheet.form(position - 1) in words("links"):
        return None  # «الممثل الدائم لدى اليونسكو في باريس»
    reading = sheet.names[position]
    if form.startswith(("ل", "ب", "ك")) and reading.prefix and _is_sure_name(reading):
        return None  # «المحامي الشخصي لترامب», «قال الرئيس لسالم خليل»
    if head.word.kind == "occupation" and not (head.definite or steps):
        name = read_name_at(sheet, position)
        return name if name and name.parts > 1 and not name.prefix else None
    if not (steps or head.definite or head.word.kind in ("title", "rank", "kin")):
        # «وزير X»: without a complement the next word is the complement, unless it is plainly a name.
        name = read_name_at(sheet, position)
        return name if name and name.parts > 1 and name.score >= 0.8 and not name.prefix else None
    if continues(sheet, head, position):
        return None
    sure = head.word.number != "p" and head.word.kind not in ("occupation", "kin")
    name = read_name_at(sheet, position, anchored=sure)
    if name is None and head.word.kind in ("occupation", "kin") and head.word.number == "s":
        name = read_name_at(sheet, position, anchored=True)
        name = name if name and name.parts > 1 else None
    if name is None or name.prefix:
        return None
    return name if sure or name.parts > 1 or name.score >= 0.4 else None


def _is_sure_name(reading: NameReading) -> bool:
    """Return whether what stands behind a particle is a name that many bear, so that the particle is none of it."""
    return reading.form in reviewed_names() or (reading.seen >= _WELL_KNOWN and reading.share >= _SURE_SHARE)


def _add_holder(sheet: Sheet, name: Name, score: float) -> None:
    if name.sure:
        score = FULL_NAME
    elif name.parts == 1:
        score -= 0.06
    sheet.add(Candidate(name.first, name.last, name.prefix, MentionKind.PER, round(score, 2)))


def _add_second(sheet: Sheet, head: Head, holder: Name) -> int:
    """Follow «وزيري الدفاع X والخارجية Y» to the second office and holder; return the token to go on from."""
    position = holder.last + 1
    form = sheet.form(position)
    if head.word.number == "s" or not form.startswith("وال") or sheet.names[position].share >= 0.3:
        return position
    end = position
    for _ in range(_LIMIT):
        name = _read_holder(sheet, head, end + 1, 1)
        if name:
            _add_holder(sheet, name, 0.93)
            sheet.add(Candidate(position, end, 1, MentionKind.ROLE, 0.8, name.first))
            return name.last + 1
        step = extend(sheet, head, end + 1)
        if not step:
            break
        end += step
    return position
