"""Names of bodies by their head nouns: «وزارة الخارجية الأميركية», «شركة X», «تنظيم "X"»."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, role_words, words
from riwaya.annotate.mentions.oaths import swears
from riwaya.annotate.mentions.outlets import closing_mark, is_outlet_head, read_outlet
from riwaya.annotate.mentions.persons import read_name_at
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_LIMIT = 7
# Articles that hold a word: «شركة النفط» names no particular one, clubs are called by words that all use.
_RARE, _FREQUENT = 60, 4000
# Heads whose names list their fields («منظمة التربية والثقافة والعلوم»).
_COORDINATING = (
    "زاره", "زارتي", "لجنه", "هييه", "جامعه", "منظمه", "موسسه", "مركز", "معهد", "كليه", "غرفه", "مديريه",
    "اكاديميه", "وكاله", "اداره", "اتحاد", "جمعيه",
)  # fmt: skip


def find_bodies(sheet: Sheet) -> None:
    """Add bodies and outlets named by a head noun and its complement."""
    behind = 0
    for position, form in enumerate(sheet.forms):
        if position < behind or not sheet.is_word(position):
            continue
        if is_outlet_head(form):
            behind = read_outlet(sheet, position)
        elif sheet.taken[position] is not None or _head_readings(form):
            behind = _read_body(sheet, position)


def _read_body(sheet: Sheet, position: int) -> int:
    """Add the body whose head stands here; return the token to go on from."""
    if sheet.taken[position] is not None:
        return _read_known(sheet, position)
    for prefix, form, bare in _head_readings(sheet.forms[position]):
        definite, kind = bare != form, body_heads()[bare]
        if _is_no_name(sheet, position, prefix, bare) or (definite and bare in words("outside_heads")):
            return position + 1
        if not definite and bare in words("outside_heads"):
            return _read_named(sheet, position)
        quoted = 0 if definite else closing_mark(sheet, position + 1)
        if quoted and kind == "strong":
            sheet.add(Candidate(position, quoted, prefix, MentionKind.ORG, 0.8))
            return quoted + 1
        if bare == "شرطه" and definite and not sheet.is_definite(position + 1):
            sheet.add(Candidate(position, position, prefix, MentionKind.ORG, 0.55))
            return position + 1
        end, proper = read_extent(sheet, position, definite=definite)
        if end == position:
            return position + 1
        score = _score(kind, end - position, definite=definite, proper=proper)
        if score:
            if bare in ("سفاره", "قنصليه") and sheet.form(end + 1) == "في" and _is_place(sheet, end + 2):
                end += 2  # «السفارة الروسية في كابول»
            sheet.add(Candidate(position, end, prefix, MentionKind.ORG, score))
            _add_leader(sheet, position, end, form)
            return end + 1
        return position + 1
    return position + 1


@lru_cache(maxsize=1 << 16)
def _head_readings(form: str) -> tuple[tuple[int, str, str], ...]:
    """Return (letters in front, rest, rest without the article) of the readings that are head nouns of bodies."""
    readings = ((prefix, rest, rest.removeprefix("ال")) for prefix, rest in prefix_readings(form))
    return tuple(reading for reading in readings if reading[2] in body_heads())


def _read_known(sheet: Sheet, position: int) -> int:
    """Take a nation's adjective into a body that a table holds without it («البرلمان التركي»)."""
    following = position + 1
    alone = sheet.taken[position] is MentionKind.ORG and not sheet.inside[position]
    if not alone or following >= len(sheet) or sheet.inside[following]:
        return following
    for prefix, form in prefix_readings(sheet.forms[position]):
        if form.startswith("ال") and form[2:] in body_heads() and sheet.taken[following] is MentionKind.NORP:
            if sheet.same_line(following) and _joins(sheet, following, position, definite=True):
                _replace(sheet, Candidate(position, following, prefix, MentionKind.ORG, 0.85))
            break
    return following


def _is_no_name(sheet: Sheet, position: int, prefix: int, bare: str) -> bool:
    """Return whether a head noun is part of something else: a minister's title, «بقيادة X», «حركة الطيران»."""
    before = sheet.form(position - 1)
    if bare in words("state_nouns") or bare in words("ministries"):
        titles = [form.removeprefix("ال") for _, form in prefix_readings(before)] if before else []
        if any(form in words("ministers") for form in titles):
            return True
    if bare == "حلف" and swears(sheet, position):
        return True
    if bare in ("قياده", "رياسه", "اداره") and sheet.forms[position][:prefix].endswith("ب"):
        return True
    following = sheet.form(position + 1)
    if bare == "اجهزه" and following not in ("الامن", "الاستخبارات", "المخابرات"):
        return True
    taken = sheet.taken[position + 1] if position + 1 < len(sheet) else None
    if bare == "مصلحه" and (taken is not None or sheet.forms[position][:prefix].endswith("ل")):
        return True  # «لمصلحة موسكو»
    if (bare == "قوات" and taken is MentionKind.ORG) or (bare == "مكتب" and taken is MentionKind.OUTLET):
        return True
    return bare in words("activity_heads") and following in words("activities")


def _read_named(sheet: Sheet, position: int) -> int:
    """Add the name behind «شركة», «نادي», «مجموعة», which are no part of it; return the token to go on from."""
    first = position + 1
    if end := closing_mark(sheet, first):
        _replace(sheet, Candidate(first + 1, end - 1, 0, MentionKind.ORG, 0.85))
        return end + 1
    if not sheet.is_word(first) or not sheet.same_line(first):
        return first
    end = first
    if sheet.taken[first] is None:
        end, _ = read_extent(sheet, position, definite=False)
        name = read_name_at(sheet, first)
        frequent = _FREQUENT if sheet.forms[position].endswith("نادي") else _RARE
        plain = sheet.is_definite(first) and sheet.names[first].common > frequent
        person = name is not None and (name.parts > 1 or sheet.names[first].family >= 0.45) and name.score >= 0.6
        plain = plain or (not sheet.is_definite(first) and sheet.names[first].common > _RARE)
        if end < first or plain or person or sheet.forms[first] in body_heads() or (name and name.prefix):
            return first
    while end + 1 < len(sheet) and sheet.inside[end + 1]:
        end += 1
    while end > first and sheet.taken[end] is MentionKind.NORP:
        end -= 1
    if sheet.taken[first] is MentionKind.NORP:
        return first
    _replace(sheet, Candidate(first, end, 0, MentionKind.ORG, 0.75))
    return end + 1


def _replace(sheet: Sheet, found: Candidate) -> None:
    """Keep a body instead of the town or firm that a table found under its name («نادي ليفربول»)."""
    same = range(found.first, found.last + 1)
    sheet.found[:] = [
        other
        for other in sheet.found
        if other.kind is MentionKind.NORP
        or other.kind is MentionKind.ROLE
        or other.first not in same
        or other.last not in same
    ]
    sheet.take(found)


def _is_place(sheet: Sheet, position: int) -> bool:
    return position < len(sheet) and sheet.taken[position] in (MentionKind.GPE, MentionKind.LOC)


def spread_bodies(sheet: Sheet) -> None:
    """Add every further mention of the firms and clubs that the text has introduced («شركة "X"», «فريق X»)."""
    named: dict[str, tuple[str, ...]] = {}
    for found in sheet.found:
        before = found.first - 1 if sheet.form(found.first - 1) != '"' else found.first - 2
        forms = tuple(sheet.forms[found.first : found.last + 1])
        led = any(form in words("outside_heads") for _, form in prefix_readings(sheet.form(before) or " "))
        if found.kind is MentionKind.ORG and led and _is_brand(sheet, found):
            named.setdefault(forms[0], forms)
    if not named:
        return
    held = {index for found in sheet.found for index in range(found.first, found.last + 1)}
    for position in range(len(sheet)):
        for prefix, form in prefix_readings(sheet.forms[position]):
            forms = named.get(form, ())
            end = position + len(forms) - 1
            if not forms or tuple(sheet.forms[position + 1 : end + 1]) != forms[1:] or position in held:
                continue
            sheet.take(Candidate(position, end, prefix, MentionKind.ORG, 0.75))
            break


def _is_brand(sheet: Sheet, found: Candidate) -> bool:
    """Return whether a body's name is no ordinary word and no person's, so that it means the body everywhere."""
    names = sheet.names[found.first : found.last + 1]
    if any(form in words("speech_verbs") for form in sheet.forms[found.first : found.last + 1]):
        return False
    return all(
        sheet.forms[found.first + place].isascii() or (name.common <= _RARE and name.given < 0.3)
        for place, name in enumerate(names)
    ) and not (len(names) == 1 and (len(names[0].form) < 3 or names[0].family >= 0.5))


def _add_leader(sheet: Sheet, position: int, end: int, head: str) -> None:
    """Add the person by whom a government is named («حكومة X»), full name or a word that is nothing else."""
    if head not in words("held_bodies") or sheet.taken[position + 1] is not None:
        return
    name = read_name_at(sheet, position + 1)
    if name is None or name.last != end or name.prefix:
        return
    reading = sheet.names[name.first]
    alone = head != "مكتب" and (reading.family >= 0.45 or (reading.unseen and reading.letters > 0.5))
    if (name.parts > 1 and name.score >= 0.5) or alone:
        sheet.add(Candidate(name.first, end, 0, MentionKind.PER, 0.75))


def _score(kind: str, length: int, *, definite: bool, proper: bool) -> float:
    # By strict spans on CLEANANERCorp; a generic body («لجنة الكرة») is right less often than not.
    if definite:
        return 0.55 if proper else (0.45 if length >= 2 and kind == "strong" else 0.0)
    if kind == "strong":
        return 0.72 if proper else 0.55
    return 0.6 if proper else (0.4 if length >= 2 else 0.0)


def read_extent(sheet: Sheet, head: int, *, definite: bool) -> tuple[int, bool]:
    """Return the body's last token (the head where nothing follows) and whether a proper name is in it."""
    end, proper = head, False
    if sheet.form(head + 1) == '"' and not definite:
        return head, False
    while end + 1 < len(sheet) and end - head < _LIMIT:
        following = end + 1
        if not sheet.is_word(following) or not sheet.same_line(following):
            break
        form = sheet.forms[following]
        if form in words("time_words") or form in words("speech_verbs") or form in words("body_ends"):
            break
        if sheet.forms[end].startswith("لل") and sheet.is_definite(following) and not form.endswith(("ي", "يه")):
            break  # «الاتحاد الدولي للسيارات الاستعانة بخبراء»
        if sheet.taken[following] is not None and _joins(sheet, following, head, definite=definite):
            proper = True
            end = following
            while end + 1 < len(sheet) and sheet.inside[end + 1]:
                end += 1
            nation = sheet.taken[following] is MentionKind.NORP
            onward = sheet.form(end + 1)
            if not nation or not (onward in nation_words() or onward in ("لكره", "لحقوق") or onward.startswith("لل")):
                break
            continue
        name = None if definite or following != head + 1 else read_name_at(sheet, following)
        if name and name.score >= 0.5 and not name.prefix and sheet.taken[following] is None:
            return _past_adjectives(sheet, name.last), True
        if sheet.taken[following] is MentionKind.NORP or not _belongs(sheet, following, head, definite=definite):
            break
        proper = proper or (not form.startswith("ال") and sheet.names[following].unseen)
        end = following
    while end > head + 1 and sheet.forms[end] in words("inner") and not proper:
        end -= 1  # «شرطة مقاطعة» without the county's name
    return end, proper


def _past_adjectives(sheet: Sheet, end: int) -> int:
    """Return the last token of the adjectives behind a body's proper name («مدرسة X العامة», «مركز X الفضائي»)."""
    while sheet.is_definite(end + 1) and sheet.same_line(end + 1) and sheet.taken[end + 1] is None:
        form = sheet.forms[end + 1]
        if not form.endswith(("ي", "يه", "امه", "اصه")) or _is_title(form) or form in words("time_words"):
            break
        end += 1
    return end


def _joins(sheet: Sheet, position: int, head: int, *, definite: bool) -> bool:
    """Return whether a table phrase goes on with the body's name."""
    form = sheet.forms[position]
    kind = sheet.taken[position]
    if kind is MentionKind.NORP:
        # «الخارجية الأميركي» inside «وزير الخارجية الأميركي»: the adjective goes with the minister.
        feminine = any(sheet.forms[index].endswith(("ه", "ات")) for index in (head, position - 1))
        plural = sheet.forms[head].endswith(("ات", "ين", "يه"))
        return form.startswith("ال") and (form.endswith("ه") == feminine or plural or position > head + 2)
    if kind in (MentionKind.GPE, MentionKind.LOC):
        return not definite and not _has_prefix(sheet, position)
    return position == head + 1 and not definite and not _has_prefix(sheet, position)


def _has_prefix(sheet: Sheet, position: int) -> bool:
    return any(found.first == position and found.prefix for found in sheet.found[-40:])


def _opens_role(sheet: Sheet, position: int, bare: str) -> bool:
    return (bare,) in role_words() or (bare, sheet.form(position + 1)) in role_words()


def _is_title(form: str) -> bool:
    """Return whether a definite word is one person's role («رئاسة السيد ...»); plural ones name bodies («الوزراء»)."""
    role = role_words().get((form.removeprefix("ال"),))
    return (form,) in role_words() or (
        role is not None and role.number == "s" and role.kind in ("title", "rank", "office")
    )


def _belongs(sheet: Sheet, position: int, head: int, *, definite: bool) -> bool:
    """Return whether a word goes on with the name of the body."""
    form = sheet.forms[position]
    name = sheet.names[position]
    if form.isascii():
        return position == head + 1 or sheet.forms[position - 1].isascii()
    if sheet.is_definite(position):
        return not (name.share >= 0.5) and not _is_title(form)
    if form in ("القدم", "السله", "اليد", "الانسان") and sheet.forms[position - 1] in ("لكره", "لحقوق"):
        return True
    if definite:
        return position > head + 1 and ((form.startswith("لل") and len(form) > 4) or form in ("لكره", "لحقوق"))
    if form.startswith("وال") and position > head + 1 and sheet.forms[position - 1].startswith(("ال", "وال")):
        return (
            not name.prefix
            and not _opens_role(sheet, position, form.removeprefix("وال"))
            and sheet.forms[head].endswith(_COORDINATING)
        )
    if form in words("inner") or (form.startswith("لل") and position > head + 1):
        return True
    return position == head + 1 and name.unseen and name.letters > 0
