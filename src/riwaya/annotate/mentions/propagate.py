"""What one full name tells about the rest of the article: its parts, with particles, hashtags and typing errors."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.mentions.lexicon import name_shares, nation_words, press_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import FULL_NAME, Candidate, Sheet
from riwaya.annotate.mentions.word_surnames import stands_for_person
from riwaya.model import MentionKind

_LEAST_SCORE, _MOST_SCORE = 0.7, 0.95
_JOINING = frozenset(("ابو", "ابا", "ابي", "عبد", "ام", "بو"))  # written apart from the name behind, or not
_NEVER_ALONE = frozenset(("السيد", "السيده"))  # titles that call nobody without a name behind them
_COMMON = 60  # articles that hold a word which is no name
_LONGEST = 400  # distinct forms compared for typing errors
_LONGEST_WORD = 40  # letters of a name; a text without spaces is one word of any length


@dataclass(frozen=True, slots=True)
class _Known:
    """Surname runs by their first form, and the certainty that each came with."""

    runs: dict[str, list[tuple[tuple[str, ...], float]]]


def spread_names(sheet: Sheet, named: dict[tuple[str, ...], float]) -> None:
    """Add every further mention of the names in `named` (name parts to certainty), without overlapping persons."""
    known = _index(named)
    if not known.runs:
        return
    busy = _busy(sheet)
    typos = _typing_errors(sheet, known)
    last = -1
    for position, form in enumerate(sheet.forms):
        if position <= last or position in busy or not (form in typos or _begins_name(known, form)):
            continue
        found = _match(sheet, known, position, typos)
        if found is not None:
            sheet.add(found)
            last = found.last


def _begins_name(known: _Known, form: str) -> bool:
    return any(rest in known.runs for _, rest in prefix_readings(form))


def collect_names(sheet: Sheet) -> dict[tuple[str, ...], float]:
    """Return the name parts of the persons found: of each the words that a later mention may consist of."""
    named: dict[tuple[str, ...], float] = {}
    for found in sheet.found:
        if found.kind is not MentionKind.PER or found.score < _LEAST_SCORE:
            continue
        parts = tuple(form for form in sheet.forms[found.first : found.last + 1] if form not in "-'.")
        if not parts:
            continue
        parts = (_strip(parts[0], found.prefix), *parts[1:])
        for run in _short_forms(parts):
            named[run] = max(named.get(run, 0.0), min(found.score, _MOST_SCORE))
    return named


def _strip(form: str, prefix: int) -> str:
    return "ال" + form[prefix:] if form[:prefix].endswith("لل") else form[prefix:]


def _short_forms(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the family name in every length («دي ميستورا», «ميستورا»), and a lone given name of two parts."""
    forms = [parts]
    forms.extend(parts[start:] for start in range(1, len(parts)))
    if len(parts) > 2:
        forms.append(parts[:2])
    if len(parts) > 1 and _is_given_alone(parts[0]):
        forms.append(parts[:1])
    if len(parts) > 1 and parts[-2] in _JOINING:
        forms.append((parts[-2] + parts[-1],))  # «أبوالغيط»
    return [run for run in forms if len(run[-1]) >= 3 and run[0] not in ("الدين", "الله", "الاول", "الثاني", "الثالث")]


def _is_given_alone(form: str) -> bool:
    """Return whether a first name is nothing but one, so that it may stand for its bearer («هاري»)."""
    share = name_shares().get(form)
    return share is not None and share.given >= 0.3 and form not in press_words() and form not in words("ambiguous")


def _index(named: dict[tuple[str, ...], float]) -> _Known:
    runs: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for run, score in named.items():
        runs.setdefault(run[0], []).append((run, score))
    for entries in runs.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return _Known(runs)


def _busy(sheet: Sheet) -> set[int]:
    """Return the tokens that no further name may use: persons, and table phrases of several words."""
    busy: set[int] = set()
    for found in sheet.found:
        if found.kind is MentionKind.PER or (found.last > found.first and found.kind is not MentionKind.ROLE):
            led = found.kind is MentionKind.ORG and sheet.forms[found.first][found.prefix :] in words("held_bodies")
            busy.update(range(found.first, found.first + 1 if led else found.last + 1))
    return busy


def _match(sheet: Sheet, known: _Known, position: int, typos: dict[str, str]) -> Candidate | None:
    for prefix, form in prefix_readings(sheet.forms[position]):
        for run, score in known.runs.get(form, ()):
            end = position + len(run) - 1
            if tuple(sheet.forms[position + 1 : end + 1]) != run[1:]:
                continue
            if len(run) == 1 and not _may_stand_alone(sheet, position, form, prefix):
                continue
            if len(run) == 1:
                # «قال السوداني إن», «أضاف السيد أن»: of a nation's adjective or «سيد» only the surname stands so.
                score = FULL_NAME if form in nation_words() or form in _NEVER_ALONE else round(score - 0.02, 2)
            return Candidate(position, end, prefix, MentionKind.PER, score)
    right = typos.get(sheet.forms[position])
    if right is not None and (right,) in {run for run, _ in known.runs.get(right, ())}:
        return Candidate(position, position, 0, MentionKind.PER, 0.75)
    return None


def _may_stand_alone(sheet: Sheet, position: int, form: str, prefix: int) -> bool:
    """Return whether a lone word that was part of a name is that name here too."""
    if len(form) < 3:
        return False
    if not prefix and (form in nation_words() or press_words().get(form, 0) > _COMMON):
        return stands_for_person(sheet, position)
    name = sheet.names[position]
    if (
        form in nation_words()
        or sheet.taken[position] is not None
        or (form in words("ambiguous") and sheet.form(position - 1) not in words("speech_verbs"))
    ):
        return False
    common = name.common if not prefix else _commonness(sheet, form)
    if common > _COMMON and name.share < 0.3:
        return False
    written = sheet.tokens[position].text
    if form == "علي" and written.endswith("ى"):
        return False
    # A word that is mostly something else («نصر», «سلام») stays out unless a particle-free name reading is likely.
    return not (name.known and name.share < 0.08 and common > 10)


def _commonness(sheet: Sheet, form: str) -> int:
    return press_words().get(form, 0)


def _typing_errors(sheet: Sheet, known: _Known) -> dict[str, str]:
    """Return unseen forms one letter away from a known family name of five letters or more."""
    runs = [run for entries in known.runs.values() for run, _ in entries]
    targets = [run[0] for run in runs if len(run) == 1 and 5 <= len(run[0]) <= _LONGEST_WORD]
    buckets: dict[str, str] = {}
    for target in targets[:_LONGEST]:
        for key in _deletions(target):
            buckets.setdefault(key, target)
    found: dict[str, str] = {}
    for form in dict.fromkeys(sheet.forms) if buckets else ():
        if not 5 <= len(form) <= _LONGEST_WORD or form in known.runs or form.startswith("ال") or form in found:
            continue
        if not _is_unseen(form):
            continue
        for key in _deletions(form):
            target = buckets.get(key, "")
            if target and target != form and not any(rest == target for _, rest in prefix_readings(form)):
                found[form] = target
                break
    return found


def _is_unseen(form: str) -> bool:
    return form not in press_words() and not (form in name_shares() and name_shares()[form].seen >= 5)


def _deletions(form: str) -> list[str]:
    """Return the form and every form with one letter less, the first letter kept: one edit shares one of them."""
    return [form] + [form[:index] + form[index + 1 :] for index in range(1, len(form))]
