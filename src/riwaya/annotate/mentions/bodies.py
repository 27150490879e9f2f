"""Names of bodies and outlets by their head nouns: «وزارة الخارجية الأميركية», «صحيفة "X"»."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, role_words, words
from riwaya.annotate.mentions.persons import read_name_at
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_LIMIT = 7
# Heads whose names list their fields («منظمة التربية والثقافة والعلوم»).
_COORDINATING = (
    "زاره", "زارتي", "لجنه", "هيئه", "هييه", "جامعه", "منظمه", "موسسه", "مركز", "معهد", "كليه", "غرفه", "مديريه",
    "اكاديميه", "وكاله", "اداره", "اتحاد", "جمعيه",
)  # fmt: skip


def find_bodies(sheet: Sheet) -> None:
    """Add bodies and outlets named by a head noun and its complement."""
    position = 0
    while position < len(sheet):
        if not sheet.is_word(position):
            position += 1
        elif sheet.forms[position] in words("outlet_heads"):
            position = _read_outlet(sheet, position)
        else:
            position = _read_body(sheet, position)


def _read_outlet(sheet: Sheet, position: int) -> int:
    """Add the outlet named behind «صحيفة», «قناة» ...; return the token to go on from."""
    following = position + 1
    if sheet.forms[position].endswith("وكاله") and sheet.form(following) in ("الانباء", "انباء"):
        end = following
        while sheet.is_word(end + 1) and sheet.taken[end + 1] in (MentionKind.NORP, MentionKind.GPE, MentionKind.LOC):
            end += 1
        if end > following and sheet.taken[following] is None:
            prefix = len(sheet.forms[position]) - len("وكاله")
            sheet.add(Candidate(position, end, prefix, MentionKind.OUTLET, 0.9))
            return end + 1
    while sheet.form(following) in nation_words() and sheet.is_word(following):
        following += 1
    if following >= len(sheet) or sheet.taken[following] is MentionKind.OUTLET:
        return position + 1
    if sheet.form(following) in ('"', "("):
        end = _closing(sheet, following)
        if end and not any(sheet.taken[index] is MentionKind.OUTLET for index in range(following, end)):
            sheet.take(Candidate(following + 1, end - 1, 0, MentionKind.OUTLET, 0.88))
            return end + 1
        return following
    end = following
    while end < len(sheet) and end - following < 4 and _is_brand_word(sheet, end):
        end += 1
    if end > following and following == position + 1:
        sheet.take(Candidate(following, end - 1, 0, MentionKind.OUTLET, 0.75))
    return max(end, position + 1)


def _closing(sheet: Sheet, opening: int) -> int:
    """Return the token that closes a short quotation or bracket, 0 where none does within seven words."""
    mark = '"' if sheet.forms[opening] == '"' else ")"
    for index in range(opening + 2, min(opening + 8, len(sheet))):
        if sheet.forms[index] == mark:
            return index
    return 0


def _is_brand_word(sheet: Sheet, position: int) -> bool:
    """Return whether a word can only be part of a foreign or invented name."""
    if not sheet.is_word(position) or not sheet.same_line(position) or sheet.taken[position] is not None:
        return False
    form, name = sheet.forms[position], sheet.names[position]
    if form.isascii():
        return True
    return not name.prefix and not form.startswith("ال") and (name.unseen or (name.known and name.common == 0))


def _read_body(sheet: Sheet, position: int) -> int:
    """Add the body whose head stands here; return the token to go on from."""
    if sheet.taken[position] is not None:
        return position + 1
    for prefix, form in prefix_readings(sheet.forms[position]):
        definite = form.startswith("ال")
        kind = body_heads().get(form[2:] if definite else form)
        if kind is None:
            continue
        end, proper = read_extent(sheet, position, definite=definite)
        if end == position:
            return position + 1
        score = _score(kind, end - position, definite=definite, proper=proper)
        if score:
            sheet.add(Candidate(position, end, prefix, MentionKind.ORG, score))
            _add_leader(sheet, position, end, form)
            return end + 1
        return position + 1
    return position + 1


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
        if form in words("time_words") or form in words("speech_verbs"):
            break
        if sheet.taken[following] is not None and _joins(sheet, following, head, definite=definite):
            proper = True
            end = following
            while end + 1 < len(sheet) and sheet.inside[end + 1]:
                end += 1
            nation = sheet.taken[following] is MentionKind.NORP
            if not nation or (sheet.form(end + 1) not in nation_words()):
                break
            continue
        name = None if definite or following != head + 1 else read_name_at(sheet, following)
        if name and name.score >= 0.5 and not name.prefix and sheet.taken[following] is None:
            return name.last, True
        if sheet.taken[following] is MentionKind.NORP or not _belongs(sheet, following, head, definite=definite):
            break
        proper = proper or (not form.startswith("ال") and sheet.names[following].unseen)
        end = following
    return end, proper


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


def _is_title(form: str) -> bool:
    """Return whether a definite word is one person's role («رئاسة السيد ...»); plural ones name bodies («الوزراء»)."""
    role = role_words().get((form.removeprefix("ال"),))
    return (form,) in role_words() or (role is not None and role.number == "s" and role.kind in ("title", "rank"))


def _belongs(sheet: Sheet, position: int, head: int, *, definite: bool) -> bool:
    """Return whether a word goes on with the name of the body."""
    form = sheet.forms[position]
    name = sheet.names[position]
    if sheet.is_definite(position):
        return not (name.share >= 0.5) and not _is_title(form)
    if definite:
        return position > head + 1 and form.startswith("لل") and len(form) > 4
    if form.startswith("وال") and position > head + 1 and sheet.forms[position - 1].startswith(("ال", "وال")):
        return (
            not name.prefix
            and (form.removeprefix("وال"),) not in role_words()
            and sheet.forms[head].endswith(_COORDINATING)
        )
    if form in words("inner") or (form.startswith("لل") and position > head + 1):
        return True
    return position == head + 1 and name.unseen and name.letters > 0
