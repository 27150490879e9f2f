"""States and towns that no table knows, told by how the article itself uses their names.

A word never seen in the press that has a nisba in the same text («السدرانية» beside «سدران»), or that stands where
only a land can («شمال X», «جمهورية X», «وزير خارجية X»), names a place wherever the text writes it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, press_words, role_words, words
from riwaya.annotate.mentions.readings import NameReading, prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_NISBA = ("ي", "يه", "يا", "يين", "يون", "يتين", "يات")
_Occurrences = dict[str, list[tuple[int, int]]]


def find_learned_places(sheet: Sheet) -> None:
    """Add the places that only this article tells of, and the nationalities made of their names."""
    unknown = _unknown_words(sheet)
    seen, qualifying = (set(sheet.forms), _qualifying_words(sheet)) if unknown else (set(), set())
    nations: set[str] = set()
    for form, occurrences in unknown.items():
        nisba = _nisba_forms(form)
        if not any(word.startswith("ال") or word in qualifying for word in nisba & seen):
            nisba = frozenset()  # «دوتيرت» and «دوتيرتي» are two spellings; «الدوتيرتي» would be a nation
        lands = sum(_before(sheet, position) in words("land_cues") for position, prefix in occurrences if not prefix)
        persons = sum(_follows_given_name(sheet, position) for position, _ in occurrences)
        reading = sheet.names[occurrences[0][0]]
        known_name = reading.form == form and reading.share >= 0.2
        lands = lands if reading.unseen or nisba else 0
        sure = any(_before(sheet, position) in words("states") for position, prefix in occurrences if not prefix)
        if persons or not (nisba or lands or sure) or (known_name and not (sure or (nisba and lands))):
            continue
        for position, prefix in occurrences:
            sheet.take(Candidate(position, position, prefix, MentionKind.GPE, 0.8))
            # «جمهورية تمارا»: here it is nobody's given name.
            sheet.names[position] = NameReading(prefix, form, 0.0, 0.0, False, 1, -1.0)
        nations |= nisba
    for stem in _lone_stems(sheet):
        nations |= _nisba_forms(stem)
    if nations:
        _take_nationalities(sheet, nations)


def _lone_stems(sheet: Sheet) -> set[str]:
    """Return what unseen feminine adjectives of a state («الخارجية الفالدورية») are made of, the state unnamed."""
    found = set()
    for position, form in enumerate(sheet.forms):
        if not (form.startswith("ال") and form.endswith("يه") and len(form) > 6) or not sheet.names[position].unseen:
            continue
        if sheet.taken[position] is None and sheet.form(position - 1).removeprefix("ال") in words("state_nouns"):
            found.add(form[2:-2])
    return found


def _unknown_words(sheet: Sheet) -> _Occurrences:
    """Return where each word stands that can be an unknown place, read as it stands bare elsewhere."""
    bare = {form for index, form in enumerate(sheet.forms) if _may_be_place(sheet, index, form)}
    found: _Occurrences = defaultdict(list)
    for position in range(len(sheet) if bare else 0):
        if not sheet.is_word(position) or sheet.taken[position] is not None:
            continue
        for prefix, form in prefix_readings(sheet.forms[position]):
            if form in bare:
                # «وسدران» where «سدران» stands too.
                shorter = next((rest for _, rest in prefix_readings(form)[1:] if rest in bare), form)
                found[shorter].append((position, prefix + len(form) - len(shorter)))
                break
    return found


def _qualifying_words(sheet: Sheet) -> set[str]:
    """Return the words behind an adjective without the article («مصدر دبلوماسي سدراني»)."""
    return {
        form
        for before, form in pairwise(sheet.forms)
        if before.endswith(("ي", "يه")) and not before.startswith("ال") and before in press_words()
    }


def _may_be_place(sheet: Sheet, position: int, form: str) -> bool:
    name = sheet.names[position]
    if (name.common > 1 and not name.known) or name.prefix or not (name.unseen or name.common == 1 or name.listed_only):
        return False
    return sheet.is_word(position) and sheet.taken[position] is None and _is_unlisted(form)


def _is_unlisted(form: str) -> bool:
    """Return whether a form may be a place's name that no table holds."""
    if len(form) < 4 or form.startswith("ال") or form.isascii():
        return False
    if form in nation_words() or (form,) in role_words() or form in body_heads():
        return False
    return not any(rest in press_words() for _, rest in prefix_readings(form)[1:])  # «لانبعاثات»


def _nisba_forms(form: str) -> frozenset[str]:
    stems = {form}
    if form.endswith(("ا", "ه")):
        stems.add(form[:-1])
    if form.endswith("يا"):
        stems.add(form[:-2])
    plain = {stem + ending for stem in stems if stem not in press_words() for ending in _NISBA}
    nisba = plain | {"ال" + word for word in plain}
    return frozenset(word for word in nisba if word != form and press_words().get(word, 0) < 3)


def _before(sheet: Sheet, position: int) -> str:
    form = sheet.form(position - 1) if sheet.same_line(position) else ""
    return form[1:] if form not in words("land_cues") and form[:1] in "ولب" else form


def _follows_given_name(sheet: Sheet, position: int) -> bool:
    return sheet.is_word(position - 1) and sheet.same_line(position) and sheet.names[position - 1].given >= 0.4


def _take_nationalities(sheet: Sheet, nisba: set[str]) -> None:
    for position, form in enumerate(sheet.forms):
        if sheet.taken[position] is not None or not sheet.is_word(position):
            continue
        prefix = next((length for length, rest in prefix_readings(form) if rest in nisba), None)
        if prefix is not None:
            sheet.take(Candidate(position, position, prefix, MentionKind.NORP, 0.8))
