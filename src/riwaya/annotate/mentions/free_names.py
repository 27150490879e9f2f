"""Persons named without a role in front: known names, names shaped like nothing else, names with an age."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, press_words, words
from riwaya.annotate.mentions.oaths import OATHS, swears
from riwaya.annotate.mentions.persons import Name, read_name_at
from riwaya.annotate.mentions.sheet import FULL_NAME, Candidate, Sheet
from riwaya.model import MentionKind

# Articles that hold a noun whose adjective in -ي is hardly ever listed as a name, and what is hardly ever.
_OFTEN, _LISTED = 100, 10


def find_free_names(sheet: Sheet) -> None:
    """Add the names that stand without a role in front, those known or shaped so that nothing else is likely."""
    busy = {index for found in sheet.found if _is_settled(sheet, found) for index in _span(found)}
    position = 0
    while position < len(sheet):
        if position in busy or not sheet.is_word(position):
            position += 1
            continue
        name = None if _is_written_otherwise(sheet, position) else read_name_at(sheet, position)
        score = _score_free(sheet, name) if name else 0.0
        sworn = read_name_at(sheet, position, anchored=True) if swears(sheet, position - 1) else None
        if sworn and sworn.parts > 1 and sheet.form(sworn.last + 1) in OATHS:
            name, score = sworn, FULL_NAME
        if score < 0.5 and _follows_nation(sheet, position):
            name = read_name_at(sheet, position, anchored=True)
            score = 0.8 if name and name.parts > 1 else 0.72
        if name is None or score < 0.5:
            position += 1
            continue
        sheet.add(Candidate(name.first, name.last, name.prefix, MentionKind.PER, score))
        position = name.last + 1


def _is_written_otherwise(sheet: Sheet, position: int) -> bool:
    """Return whether a hamza that folding takes away tells a common word from a name («هادئ», no «هادي»)."""
    return sheet.tokens[position].text.endswith("ئ") and not sheet.forms[position].endswith("هاني")


def _follows_nation(sheet: Sheet, position: int) -> bool:
    """Return whether a name of foreign looks stands behind «البرازيلي», «الألمانية»."""
    before, reading = sheet.form(position - 1), sheet.names[position]
    if not before.startswith("ال") or before not in nation_words() or sheet.taken[position] is not None:
        return False
    if before.endswith(("ون", "ين", "ات")) or not sheet.same_line(position) or reading.prefix:
        return False
    foreign = (reading.known or reading.unseen) and reading.letters > 0.3 and len(reading.form) > 3
    return foreign and not reading.form.startswith("ال")


def _is_settled(sheet: Sheet, found: Candidate) -> bool:
    """Return whether a candidate's words are no free names: persons, and names within bodies («جامعة جونز هوبكنز»)."""
    if found.kind is MentionKind.PER:
        return True
    led = sheet.forms[found.first][found.prefix :] in words("held_bodies")
    return found.kind is MentionKind.ORG and found.last > found.first + 1 and not led and found.score >= 0.5


def _span(candidate: Candidate) -> range:
    return range(candidate.first, candidate.last + 1)


def _score_free(sheet: Sheet, name: Name) -> float:
    """Return the probability that a free-standing run is a person's name."""
    if name.sure:
        return FULL_NAME
    reading = sheet.names[name.first]
    before = sheet.form(name.first - 1) if sheet.form(name.first - 1) != '"' else sheet.form(name.first - 2)
    spoken = _is_spoken(sheet, name)
    aged = _has_age(sheet, name.last + 1)
    if before in words("place_heads") or before in words("outlet_heads") or before.removeprefix("ال") in body_heads():
        return 0.0 if not aged else 0.7
    if aged:
        return 0.92
    if name.parts == 1:
        return _score_single(sheet, name, spoken=spoken)
    if reading.given >= 0.3:
        return 0.93 if name.score >= 0.8 else 0.85
    if sheet.forms[name.first].endswith(("عبد", "ابو", "ابي")):
        return 0.85
    if name.score >= 0.75 and reading.known:
        return 0.8
    if reading.unseen:
        return 0.7 if name.score >= 0.75 or spoken else 0.55
    return 0.6 if spoken or name.score >= 0.6 else 0.0


def _score_single(sheet: Sheet, name: Name, *, spoken: bool) -> float:
    reading = sheet.names[name.first]
    if sheet.taken[name.first] is not None or reading.form in words("tens"):
        return 0.0
    if sheet.forms[name.first].startswith("و") and press_words().get(sheet.forms[name.first][1:], 0) > 20:
        return 0.0  # «ويد ثابتة»
    if reading.form in words("also_nouns") and not spoken:
        return 0.0  # «الرأس والصدر»
    if sheet.forms[name.first] != reading.form and sheet.forms[name.first].endswith(("عبد", "ابو")):
        return 0.6
    if name.last > name.first:
        return 0.75
    noun = press_words().get(reading.form[:-1], 0) >= _OFTEN if reading.form.endswith("ي") else False
    if noun and not spoken and reading.listed < _LISTED:
        return 0.0  # «تراجع فكري»
    if reading.family >= 0.45 and reading.common == 0 and not reading.listed_only:
        return min(0.9, 0.35 + 0.6 * reading.family) + (0.04 if spoken else 0)
    if spoken and reading.known and reading.share >= 0.3 and not reading.listed_only:
        return 0.7
    if spoken and (reading.unseen or reading.listed_only) and not sheet.forms[name.first].startswith("ال"):
        return 0.6
    return 0.0


def _is_spoken(sheet: Sheet, name: Name) -> bool:
    before = sheet.form(name.first - 1)
    after = sheet.form(name.last + 1)
    return (
        before in words("speech_verbs")
        or before.removeprefix("و") in words("speech_verbs")
        or (after in words("speech_verbs") and sheet.same_line(name.last + 1))
    )


def _has_age(sheet: Sheet, position: int) -> bool:
    """Return whether «(27 عاما)» or «، 27 عاما،» follows."""
    if sheet.form(position) not in ("(", ","):
        return False
    tokens = sheet.tokens
    return (
        position + 2 < len(tokens)
        and tokens[position + 1].kind == "number"
        and tokens[position + 1].end - tokens[position + 1].start <= 3
        and _closes_age(sheet, position + 2)
        and tokens[position + 1].text[:2] not in ("19", "20")
    )


def _closes_age(sheet: Sheet, position: int) -> bool:
    """Return whether a unit of age or, of a bracketed number, the closing bracket stands there."""
    return sheet.forms[position] in words("age_units") or (
        sheet.form(position - 2) == "(" and sheet.form(position) == ")"
    )
