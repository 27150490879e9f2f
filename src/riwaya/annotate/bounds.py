"""How a number is bounded: «أكثر من 30», «30 على الأقل», «لا يقل عددهم عن 30», «تجاوزت الخسائر المليار».

The words stand in `number_bounds.tsv`: fixed phrases before and behind a number, and verbs whose subject may part them
from it. A bare verb of passing («تجاوز 3 حواجز») bounds no small count of things, and a subject must be an amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.clitics import bare_form
from riwaya.arabic.normalise import fold
from riwaya.arabic.numbers import find_numbers
from riwaya.arabic.tokens import Token
from riwaya.tables import read_table

_ATTACHED = ("", "و", "ب", "ل", "ف", "وب", "ول", "ك")
_VERB_PREFIX = re.compile(r"[وف]?[لس]?")
_ARTICLES = {"ال": "", "بال": "ب", "لل": "ل", "كال": "ك"}
_SUBJECT = 5  # words between a verb and its number
_FAR = 10  # words before a range in which what rose or fell is named


@dataclass(frozen=True, slots=True)
class Bound:
    """How a number is bounded (more, less, about) and where the words that say it start or end."""

    modifier: str
    position: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    modifier: str
    measured: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb that bounds: `links` are what may stand before the number, `needs` what must stand before the verb."""

    links: frozenset[str]
    needs: frozenset[str]
    modifier: str
    denied: str


@cache
def _phrases(*places: str) -> dict[str, list[_Phrase]]:
    """Return the phrases of these places by the word next to the number, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for row in read_table("number_bounds.tsv"):
        if (place := row["place"]) in places:
            words = tuple(fold(row["words"]).split())
            phrase = _Phrase(words, row["modifier"], place == "measure", place == "bare")
            found.setdefault(words[0 if place == "behind" else -1], []).append(phrase)
    return {word: sorted(phrases, key=lambda each: -len(each.words)) for word, phrases in found.items()}


@cache
def _verbs() -> dict[str, list[_Verb]]:
    found: dict[str, list[_Verb]] = {}
    for row in read_table("number_bounds.tsv"):
        if row["place"] == "verb":
            links, needs = (frozenset(fold(row[column]).split("|")) for column in ("with", "needs"))
            verb = _Verb(links, needs - {""}, row["modifier"], row["denied"])
            for form in fold(row["words"]).split("|"):
                found.setdefault(form, []).append(verb)
    return found


@cache
def _links() -> frozenset[str]:
    return frozenset(link for verbs in _verbs().values() for verb in verbs for link in verb.links)


@cache
def _words(place: str) -> frozenset[str]:
    return frozenset(fold(row["words"]) for row in read_table("number_bounds.tsv") if row["place"] == place)


def bound_before(
    tokens: Sequence[Token], first: int, start: int, text: str, *, measured: bool, few: bool
) -> Bound | None:
    """Return how the words before a number bound it, None where they do not.

    Args:
        first: the number's first token, which may hold an attached particle or article before `start`.
        measured: it measures (money, lengths, shares) rather than counts things.
        few: it is a small count, which a verb of passing does not bound.
    """
    particle = fold(text[tokens[first].start : start])
    end = first
    if not particle and end and tokens[end - 1].form in _ARTICLES and tokens[end - 1].end == tokens[end].start:
        end -= 1
        particle = tokens[end].form
    particle = _ARTICLES.get(particle, particle)
    begin = max(end - _SUBJECT - 4, 0)
    if "\n" in text[tokens[begin].start : start]:
        begin += _line_start(tokens[begin:end], text, start)
    forms = [token.form for token in tokens[begin:end]] + [particle] * bool(particle)
    if not forms:
        return None
    while len(forms) > 1 and forms[-1] in _words("between"):
        forms.pop()
    found = _phrase_before(forms, measured) or _verb_before(forms, few=few and not measured)
    if found is None:
        return None
    index, skipped, modifier = found
    if index is None:
        return Bound(modifier, start)
    token = tokens[begin + index]
    return Bound(modifier, token.start + (skipped if len(token.text) == len(token.form) else 0))


def _line_start(tokens: Sequence[Token], text: str, start: int) -> int:
    """Return the index of the first of the tokens on the line of `start`."""
    line = text.rfind("\n", 0, start)
    return next((index for index, token in enumerate(tokens) if token.start > line), len(tokens))


def _phrase_before(forms: Sequence[str], measured: bool) -> tuple[int, int, str] | None:
    """Return (index, letters of it that do not belong, modifier) of a phrase at the end of the forms."""
    last = forms[-1]
    known = _phrases("before", "measure", "bare")
    candidates = known.get(last, [])
    if not candidates and last[0] in "وفبلك":  # a phrase of one word with a particle: «بنحو»
        candidates = [each for prefix in _ATTACHED[1:] if last.startswith(prefix) for each in known.get(last[len(prefix) :], [])]  # fmt: skip  # noqa: E501
    for phrase in candidates:
        index = len(forms) - len(phrase.words)
        if index < 0 or (phrase.measured and not measured) or tuple(forms[index + 1 :]) != phrase.words[1:]:
            continue
        prefix = forms[index].removesuffix(phrase.words[0])
        if not forms[index].endswith(phrase.words[0]) or prefix not in _ATTACHED or (phrase.bare and prefix):
            continue
        if phrase.words[-1] == "الاقل" and index and _is_number(forms[index - 1]):
            continue
        return index, len(prefix), phrase.modifier
    return None


def _is_number(form: str) -> bool:
    return form[0].isdigit() or bool(find_numbers(form))


def _verb_before(forms: Sequence[str], *, few: bool) -> tuple[int | None, int, str] | None:
    """Return the same of a verb; no index where its subject stands between it and the number."""
    link = forms[-1] if forms[-1] in _links() else ""
    last = len(forms) - (1 if link else 0)
    for index in range(last - 1, max(last - _SUBJECT - 2, -1), -1):
        form = forms[index]
        if not form or not "ء" <= form[0] <= "ي":
            return None
        for verb in _verbs_of(form):
            subject = forms[index + 1 : last]
            if link not in verb.links or (few and not link) or not _may_be_subject(subject, verb, bool(link)):
                continue
            return _with_negation(forms, index, verb, bool(subject))
    return None


def _verbs_of(form: str) -> list[_Verb]:
    known = _verbs()
    prefix = _VERB_PREFIX.match(form)
    letters = prefix.end() if prefix else 0
    return next((known[form[cut:]] for cut in range(letters + 1) if form[cut:] in known), [])


def _may_be_subject(subject: Sequence[str], verb: _Verb, linked: bool) -> bool:
    """Return whether the words between a verb and its number name an amount («عدد القتلى والجرحى»)."""
    if not subject:
        return verb.needs <= {"direct"}
    if any(word in _words("parting") or _verbs_of(word) for word in subject):
        return False
    amounts = [bare_form(word) in _words("amount") for word in (subject if linked else subject[:1])]
    return any(amounts) and not any(word[0] == "و" and word[1:3] != "ال" for word in subject[1:])


def _with_negation(forms: Sequence[str], index: int, verb: _Verb, parted: bool) -> tuple[int | None, int, str] | None:
    before = forms[index - 1] if index else ""
    denied = before.removeprefix("و") in _words("negation") or before.removeprefix("ف") in _words("negation")
    if verb.needs - {"direct"} and before.lstrip("وف") not in verb.needs:
        return None
    modifier = verb.denied if denied else verb.modifier
    if not modifier or (parted and not denied and "direct" in verb.needs):
        return None
    if parted:
        return None, 0, modifier
    index -= denied
    skipped = len(forms[index]) - len(forms[index].lstrip("وف")) if denied else 0
    relative = forms[index - 1] if index else ""
    if relative.endswith("ما") and relative[:-2] in _ATTACHED:  # «ما لا يقل عن», «بما يفوق»
        return index - 1, len(relative) - 2, modifier
    return index, skipped, modifier


def bound_behind(tokens: Sequence[Token], last: int, text: str) -> Bound | None:
    """Return how the words behind what is counted bound it («7 مسلحين حوثيين على الأقل», «60% من السكان على الأقل»)."""
    known = _phrases("behind")
    for index in range(last + 1, min(last + 5, len(tokens))):
        token, gap = tokens[index], tokens[last + 1 : index]
        if "\n" in text[tokens[last].end : token.start] or not all(each.kind == "word" for each in gap):
            return None
        for phrase in known.get(token.form, ()):
            end = index + len(phrase.words)
            forms = [each.form for each in tokens[index : end + 1]]
            if tuple(forms[: len(phrase.words)]) != phrase.words or forms[len(phrase.words) :] == ["من"]:
                continue
            if not gap or (phrase.modifier != "about" and _describes([each.form for each in gap])):
                return Bound(phrase.modifier, tokens[end - 1].end)
    return None


def _describes(gap: Sequence[str]) -> bool:
    """Return whether words behind a unit only say more of it: adjectives, or «من» and the whole."""
    if gap[0] in ("منهم", "منها", "منهن"):
        return len(gap) == 1
    if gap[0] == "من":
        return len(gap) > 1 and all(word.startswith("ال") for word in gap[1:])
    return len(gap) < 3 and all(_is_adjective(word) for word in gap)


def _is_adjective(word: str) -> bool:
    if word in _words("parting") or word.startswith(("ال", "و", "ب", "ل")) or len(word) < 4:
        return False
    return word.endswith(("ين", "ون", "ات", "ه", "ي", "يا", "اخر", "اخري")) and not word.endswith(("هم", "بينه"))


def ends_range(tokens: Sequence[Token], first: int, start: int, text: str) -> bool:
    """Return whether a number is the upper bound of a range («من 5 إلى 10 آلاف», «20-30 ألفا», «بين 20 و30»).

    What rises or falls from one number to another has no range («ارتفع من 5 إلى 10 دولارات»).
    """
    joined = text[tokens[first].start : start] == "و"
    end = first if joined else first - 1
    if not joined and (end < 0 or tokens[end].form not in ("-", "–", "الي", "او", "حتي", "و")):
        return False
    if end < 1:
        return False
    before = [token.form for token in tokens[max(end - _FAR, 0) : end]]
    if not _is_number(before[-1]):
        return False
    if joined or tokens[end].form == "و":
        lowest = next((index for index in range(len(before) - 1, -1, -1) if not _is_number(before[index])), -1)
        return lowest >= 0 and before[lowest] in ("بين", "وبين") and lowest + 1 < len(before)
    if tokens[end].form != "الي":
        return True
    clause = before[max((index for index, form in enumerate(before) if form in (".", "،", "؛", ":")), default=-1) + 1 :]
    return not any(falls_or_rises(form) for form in clause)


def falls_or_rises(form: str) -> bool:
    """Return whether a folded word says that an amount changes, a particle attached or not."""
    return form in _words("change") or form[1:] in _words("change")
