"""Whom of a family a surname alone means, by the words that agree with it: of those named in full, or of nobody.

«استقبلت ميلانيا ترامب الأطفال. وكان ترامب ...»: he is not she, though the article names no other in full.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.normalise import fold
from riwaya.identify.famous import is_of_leader
from riwaya.identify.gender import (
    MAN,
    WOMAN,
    gender_beside,
    gender_of_name,
    is_behind_feminine_verb,
    is_told_by_kin,
    is_told_by_noun,
    noun_gender,
    settled,
)
from riwaya.identify.name_model import is_native
from riwaya.identify.person import ALONE, OPEN, Name
from riwaya.identify.person_names import are_near, given, split_name, surname
from riwaya.model import Article, Field, Mention, MentionKind

_SEXES = {"m": MAN, "f": WOMAN, "": ""}
_HEARD = 5  # mentions of a person, enough to tell
_NEAR = 150
# Whose husband or father he is, or whose wife or daughter she.
_KIN = re.compile(r"(?<!\w)[وفبلك]{0,2}(?:(?:زوجت|ابنت|شقيقت|طليقت|خطيبت|أرملت)ه|(?:زوج|والد|أبي)ها)(?!\w)")


class Bearer(NamedTuple):
    """A mention of a person: its id, its name in parts, and what is said beside it: m, f or "".

    Attributes:
        sure: the name or a noun says it; what stands behind a verb may be its object.
    """

    mention: str
    name: Name
    said: str
    sure: bool = True


def told_by_gender(
    article: Article, mentions: Sequence[Mention], parts: Mapping[str, Name], meant: Mapping[str, Name]
) -> dict[str, Name]:
    """Return whom lone surnames mean by the words that agree with them, where that is another than in `meant`.

    A name that ends in `ALONE` is somebody's whom the article does not name in full, one in `OPEN` nobody's.
    """
    asked = _may_be_anothers(parts, meant)
    women = {each.holder_id for each in mentions if each.kind is MentionKind.ROLE and _is_womans(each)}
    told = []
    for mention in mentions:
        if mention.id in meant and meant[mention.id] in asked:
            said, sure = gender_beside(article, mention), is_told_by_noun(article, mention)
            if len(parts[mention.id]) > 1:
                sure = sure or mention.id in women or bool(gender_of_name(mention.text))
                said = _of_full(mention, said or "f" * (mention.id in women))
            told.append(Bearer(mention.id, parts[mention.id], said, sure))
    found = namesakes_by_gender(told, meant)
    return found | _of_nobody_named(article, mentions, told, {**meant, **found})


def find_siblings(article: Article, persons: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """Return the names in full of first names that «و» joins to a full one, whose surname is theirs too, by mention.

    «الأخوين جمال وميمو رمسيس» is no «جمال عبد الناصر»; but whom the article calls by the first name elsewhere is meant
    («إيفانكا وجاريد كوشنر»).
    """
    ordered = sorted(persons, key=lambda mention: (mention.field, mention.span))
    names = {mention.id: split_name(mention.text) for mention in ordered}
    alone: Counter[tuple[str, ...]] = Counter(each for each in names.values() if len(each) == 1)
    opened = {name[:1] for name in names.values() if len(name) > 1}
    found = {}
    for one, other in pairwise(ordered):
        name, full = names[one.id], names[other.id]
        joined = one.field is other.field and _text(article, one)[one.span.end : other.span.start] == " و"
        if joined and len(full) > 1 and name in opened and alone[name] == 1 and _is_given(name[0]):
            found[one.id] = (*name, full[-1])
    return found


def _of_full(mention: Mention, beside: str) -> str:
    """Return the gender of a full name: an Arabic first name tells it, a foreign one where the words beside agree."""
    named = gender_of_name(mention.text)
    native = is_native(next(iter(split_name(mention.text)), ""))
    return named if native or not beside else beside


def sex_told(article: Article, mentions: Sequence[Mention]) -> str:
    """Return `MAN` or `WOMAN` where an article tells by the name of one person, or beside it; "" elsewhere."""
    votes: Counter[str] = Counter()
    for each in mentions[:_HEARD]:
        said = gender_beside(article, each)
        votes[_of_full(each, said) if len(split_name(each.text)) > 1 else said] += 1
    return _SEXES[settled(votes["m"], votes["f"])]


def _may_be_anothers(parts: Mapping[str, Name], meant: Mapping[str, Name]) -> Collection[Name]:
    """Return the persons of whom a surname alone is said, and those who share one."""
    bearers = Counter(surname(person) for person in set(meant.values()))
    alone = {person for mention, person in meant.items() if _is_surname(parts[mention], person)}
    return {person for person in set(meant.values()) if bearers[surname(person)] > 1} | alone


def _is_surname(name: Name, person: Name) -> bool:
    """Return whether a name is the surname alone of a person whom the article names in full."""
    return len(name) == 1 < len(person) and name != given(person)[:1] and are_near(name[0], surname(person))


def _is_womans(role: Mention) -> bool:
    """Return whether a role has the feminine form («أمينة الصندوق», not «نجمه»); the other is said of women too."""
    word = next(iter(role.text.split()), "")
    return not word.endswith("ه") and noun_gender(fold(word).removeprefix("ال")) == "f"


def namesakes_by_gender(bearers: Sequence[Bearer], home: Mapping[str, Name]) -> dict[str, Name]:
    """Return whom of a family each surname alone means whose words agree with another than the one it was given to.

    `home`: the person of each mention as things stand. The other must be spoken of so where the article names
    that person in full or by the first name; of several such the one named most. Where nothing is said of the only
    other, it must be plain of the one that it was given to.
    """
    gender, weight, sure = _genders(bearers, home)
    found: dict[str, Name] = {}
    for each in bearers:
        person = home[each.mention]
        if len(each.name) != 1 or not each.said or gender.get(person, each.said) in ("", each.said):
            continue
        family = [other for other in weight if surname(other) == each.name[0] and other != person]
        fitting = [other for other in family if gender[other] == each.said]
        if not fitting and len(family) == 1 and not gender[family[0]] and person in sure and each.sure:
            fitting = family  # a verb alone may be another
        if fitting:
            found[each.mention] = max(fitting, key=lambda other: (weight[other], other))
    return found


def _genders(
    bearers: Sequence[Bearer], home: Mapping[str, Name]
) -> tuple[dict[Name, str], Counter[Name], frozenset[Name]]:
    """Return m, f or "" of each person named in full or by the first name, how often, and of whom that is sure."""
    told: dict[Name, Counter[str]] = defaultdict(Counter)
    weight: Counter[Name] = Counter()
    surely: dict[Name, set[str]] = defaultdict(set)
    for each in bearers:
        person = home[each.mention]
        if len(each.name) > 1 or each.name == given(person)[:1]:
            weight[person] += 1
            told[person][each.said] += bool(each.said)
            if each.said and each.sure:
                surely[person].add(each.said)
    found = {person: settled(votes["m"], votes["f"]) for person, votes in told.items()}
    return found, weight, frozenset(person for person, said in found.items() if said in surely[person])


def _of_nobody_named(
    article: Article, mentions: Sequence[Mention], bearers: Sequence[Bearer], home: Mapping[str, Name]
) -> dict[str, Name]:
    """Return the surnames alone that mean a man where the only one of the family named in full is a woman.

    With him go those of which nothing tells, unless others are plainly hers; where both are meant they are nobody's.
    Not the other way: what stands behind a feminine verb is often its object, a man.
    """
    gender, _, sure = _genders(bearers, home)
    by_id = {mention.id: mention for mention in mentions}
    found: dict[str, Name] = {}
    for woman in sorted(person for person in sure if gender[person] == "f"):
        of_her = [each for each in bearers if home[each.mention] == woman]
        alone = [each for each in of_her if _is_surname(each.name, woman)]
        alone = [each for each in alone if not _is_cut_off(article, by_id[each.mention], woman)]
        men = [by_id[each.mention] for each in alone if each.said == "m"]
        rest = [(each.said, by_id[each.mention]) for each in alone if each.said != "m"]
        untold = [each for said, each in rest if not said and not is_behind_feminine_verb(article, each)]
        hers = len(rest) - len(untold)
        if is_of_leader(surname(woman), " ".join(woman)):
            another = bool(men) or (not hers and _is_known_before(by_id, of_her, woman))
        else:
            called = any(each.name == given(woman)[:1] for each in of_her)
            another = bool(men) and ((not hers and (called or len(men) > 1)) or _tells_of_man(article, men))
        most = settled(len(men), hers) if men else "m"
        if another and most != "f":
            found |= dict.fromkeys((each.id for each in men), (surname(woman), ALONE))
            theirs = (surname(woman), ALONE) if most == "m" else (surname(woman), *OPEN)
            found |= dict.fromkeys((each.id for each in untold), theirs)
    return found


def _is_cut_off(article: Article, mention: Mention, person: Name) -> bool:
    """Return whether the first name stands right before a surname, of which the reader has parted it («لليلى»)."""
    before = fold(_text(article, mention)[max(0, mention.span.start - _NEAR) : mention.span.start])
    return before.endswith(f"{given(person)[-1]} ")


def _is_known_before(mentions: Mapping[str, Mention], bearers: Sequence[Bearer], woman: Name) -> bool:
    """Return whether a text says a woman's surname alone before it names her, or calls her by the first name alone."""
    if any(each.name == given(woman)[:1] for each in bearers):
        return True
    places = [(mentions[each.mention], len(each.name)) for each in bearers]
    full = [mention.span for mention, parts in places if parts > 1 and mention.field is Field.TEXT]
    alone = [mention.span for mention, parts in places if parts == 1 and mention.field is Field.TEXT]
    return bool(full) and bool(alone) and min(alone) < min(full)


def _tells_of_man(article: Article, men: Sequence[Mention]) -> bool:
    """Return whether near a surname stands what is no verb in the wrong gender: «زوجته», «والدها»."""
    return any(
        is_told_by_kin(article, each)
        or (
            each.field is Field.TEXT
            and _KIN.search(article.text[max(0, each.span.start - _NEAR) : each.span.end + _NEAR])
        )
        for each in men
    )


def _text(article: Article, mention: Mention) -> str:
    return article.text if mention.field is Field.TEXT else article.title


def _is_given(part: str) -> bool:
    return part in load_given_names() or is_native(part)
