"""Mentions that stand in a table: nations, places, bodies, outlets, named things."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.lexicon import Entry, gazetteer, nation_words, role_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import FULL_NAME, Candidate, Sheet
from riwaya.annotate.mentions.sport import tells_of_sport
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.model import MentionKind

_NAME = 0.1  # share of a word's articles in which it is part of a name
_PLAIN_WORD = 20  # articles that hold a word as an ordinary one
_IN = frozenset(("في", "وفي", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "قرب", "وسط"))
_DWELLING = frozenset(("اهالي", "سكان", "ابناء", "اهل", "شباب", "شوارع", "احياء", "مداخل", "محيط", "ريف"))
_SCORES = {
    MentionKind.NORP: 0.93, MentionKind.GPE: 0.92, MentionKind.LOC: 0.9, MentionKind.ORG: 0.88,
    MentionKind.OUTLET: 0.88, MentionKind.MISC: 0.85,
}  # fmt: skip


def find_table_mentions(sheet: Sheet) -> None:
    """Add every table phrase, longest first; a covered token starts no further phrase."""
    sport = tells_of_sport(sheet.document)
    last = -1
    for position, form in enumerate(sheet.forms):
        entries = _entries_from(form)
        if not entries or position <= last or position in sheet.named:
            continue
        match = _match(sheet, position, entries, sport)
        if match is not None:
            sheet.take(match)
            last = match.last


_Entries = tuple[tuple[int, str, list[Entry]], ...]


@lru_cache(maxsize=1 << 16)
def _entries_from(form: str) -> _Entries:
    """Return (letters in front, rest, entries) of every reading of a form that begins a table's phrase."""
    index = gazetteer()
    return tuple((prefix, rest, index[rest]) for prefix, rest in prefix_readings(form) if rest in index)


def _match(sheet: Sheet, position: int, possible: _Entries, sport: bool) -> Candidate | None:
    best: tuple[int, int, Entry] | None = None
    for prefix, form, entries in possible:
        for entry in entries:
            length = len(entry.rest)
            if prefix and len(form) < 3 and length < 2:
                continue  # «لبي بي سي» is sure, «بسي» is not
            if best is not None and length <= best[0]:
                break
            if length and tuple(sheet.forms[position + 1 : position + 1 + length]) != entry.rest:
                continue
            if length and not all(sheet.same_line(position + step) for step in range(1, length + 1)):
                continue
            if _fits(sheet, entry, position, prefix, sport):
                best = (length, prefix, entry)
                break
    if best is None:
        return None
    length, prefix, entry = best
    if length and entry.kind is MentionKind.GPE and not entry.needs and _is_held(sheet, position, prefix):
        return Candidate(position, position + length, prefix, entry.kind, FULL_NAME)
    score = _SCORES[entry.kind] - (0.05 if prefix else 0.0) - (0.15 if entry.needs else 0.0)
    return Candidate(position, position + length, prefix, entry.kind, round(score, 2))


def _is_held(sheet: Sheet, position: int, prefix: int) -> bool:
    """Return whether a place that opens like a name is told by what holds it («برام الله», «أهالي نور شمس»).

    No noun for places («ريف دمشق») and no place by itself («تونس العاصمة») is such a word.
    """
    name, first = sheet.names[position], sheet.forms[position][prefix:]
    alone = any(not entry.rest for entry in gazetteer().get(first, ()))
    head = first in words("place_heads") or first in words("settlement_heads") or first in words("directions")
    if alone or head or not (name.listed or name.share >= _NAME):
        return False
    if prefix:
        return sheet.forms[position][:prefix].endswith("ب")
    before = _before(sheet, position)
    return before in _IN or before in words("sites") or before in words("settlement_heads") or before in _DWELLING


def _fits(sheet: Sheet, entry: Entry, position: int, prefix: int, sport: bool) -> bool:
    """Return whether the context that an ambiguous entry needs is there."""
    before = _before(sheet, position)
    written = sheet.tokens[position].text
    if written.endswith("ى") and not entry.rest:
        verb = entry.kind is MentionKind.ORG and sheet.forms[position] in finite_verbs()  # «أودى بحياة»
        if verb or entry.kind is MentionKind.NORP:
            return False
    if entry.kind is MentionKind.GPE and not entry.rest:
        form = sheet.forms[position][prefix:]
        if form in words("also_nouns"):
            return _is_plainly_place(sheet, position)
        if form in words("also_adverbs") and before not in words("place_cues") and before != "علي":
            return False
        if form == "السعوديه" and _qualifies(sheet, position, prefix):
            return False  # «الدفاعات الجوية السعودية»
        if form.endswith("يا") and _is_accusative_nisba(sheet, position):
            return False  # «12 روسيا»
    if entry.needs == "place":
        return (before in words("place_cues")) or (
            prefix > 0 and sheet.forms[position][prefix - 1] == "ب" and len(entry.rest) > 0
        )
    if entry.needs == "head":
        if before.endswith("وكاله") and sheet.forms[position] in ("الانباء", "انباء"):
            return False
        return before in words("outlet_heads") or _is_sourced(sheet, position)
    if entry.needs == "club" or entry.needs in nation_words():
        own = entry.needs == "club" or sheet.form(position + len(entry.rest) + 1) == entry.needs
        return own and sport and before not in words("place_cues")
    if entry.needs == "context":
        return before in ("حركه", "تنظيم", "شركه", "وكاله", "حركتي", "لحركه") or _is_quoted(sheet, position)
    if prefix and entry.kind is MentionKind.NORP and not sheet.forms[position][prefix:].startswith("ال"):
        return sheet.names[position].common < 30 or sheet.forms[position][prefix - 1] in "ول"
    return True


def _qualifies(sheet: Sheet, position: int, prefix: int) -> bool:
    """Return whether a country's name that is also an adjective follows a noun that it agrees with."""
    before = position - 1
    form = sheet.form(before)
    if prefix or not sheet.is_definite(before) or not sheet.same_line(position) or form in words("time_words"):
        return False
    if sheet.taken[before] is not None and form not in nation_words():
        return False
    masculine = (form.removeprefix("ال"),) in role_words() and not form.endswith("ه")
    return not masculine and form not in ("العربيه", "المملكه")


def _is_accusative_nisba(sheet: Sheet, position: int) -> bool:
    """Return whether «روسيا» is the adjective here: written with tanwin, or counted."""
    if sheet.tokens[position].text.endswith(("ً", "اً", "ًا")):
        return True
    before = sheet.tokens[position - 1] if position else None
    return before is not None and before.kind == "number" and before.text.isdecimal() and 11 <= int(before.text) <= 99


def _is_plainly_place(sheet: Sheet, position: int) -> bool:
    """Return whether what stands around a town that is also a noun («صور», «مشهد») says that the town is meant."""
    if _before(sheet, position) in words("settlement_heads") or _before(sheet, position).removeprefix("ب") == "مدينه":
        return True
    following = sheet.form(position + 1)
    nation = following.startswith("ال") and following.endswith("ه") and following in nation_words()
    coordinated = sheet.forms[position].startswith("و") and sheet.taken[position - 1] is MentionKind.GPE
    return nation or coordinated or following in words("directions")


def _before(sheet: Sheet, position: int) -> str:
    """Return the word in front, over an opening quotation mark or bracket, nationality included."""
    before = position - 1
    while before >= 0 and sheet.forms[before] in ('"', "'", "(", "#", "_"):
        before -= 1
    return sheet.form(before)


def _is_quoted(sheet: Sheet, position: int) -> bool:
    return sheet.form(position - 1) in ('"', "(") and sheet.form(position + 1) in ('"', ")")


def _is_sourced(sheet: Sheet, position: int) -> bool:
    """Return whether a quoted or bracketed word stands where sources do («بحسب "الحدث"», «(واس)»)."""
    if sheet.form(position - 1) == "(" and sheet.form(position + 1) == ")":
        return sheet.names[position].common < _PLAIN_WORD  # «حق النقض (فيتو)»
    if sheet.form(position - 1) != '"' or sheet.form(position + 1) != '"':
        return False
    return sheet.form(position - 2) in words("source_cues")
