"""Whether the words beside a name speak of a man or a woman, and whom of a family a surname alone means by that."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from riwaya.arabic.normalise import fold
from riwaya.identify.name_model import is_native
from riwaya.identify.person import Name
from riwaya.identify.person_names import given, split_name, surname
from riwaya.model import Article, Field, Mention, MentionKind
from riwaya.tables import read_table

_REACH = 50
_ADJECTIVES = 2  # so many may stand between a noun and the name in apposition: «الجاسوس الروسي السابق فلان»
# Whom such a verb stands before may be its object («انتقد فلان», «التقى فلان»), so that it agrees with somebody else.
_OF_OBJECTS = frozenset(("target", "blame", "deem"))
_CLAUSE = frozenset(("ان", "بان", "وان", "لان", "لكن", "ولكن", "فان"))
_OWN_T = frozenset(("بات", "مات", "فات", "لفت", "ثبت", "سكت", "صمت", "التفت", "افلت", "اثبت"))
_HIS_KIN = r"(?:[أا]بن|والد|شقيق|نجل|حفيد|صهر|زوج|جد|عم|خال)"
_KIN_BEFORE = re.compile(rf"(?:^|\W)[وفبلك]{{0,2}}{_HIS_KIN}(?:(?P<f>ت)(?:ه|ها|هما?)|ها)(?:\s+ال\w+)?\s+$")
_SPOUSE_OF = re.compile(r"(?:^|\W)[وفبلك]{0,2}(?:(?P<m>زوجة|أرملة|قرينة|عقيلة|طليقة|خطيبة)|زوج|أرمل|طليق|خطيب)\s+$")
_WITH_KIN = re.compile(rf"^\s+و(?:{_HIS_KIN}ت?|أخت|أخو|أسرت|عائلت)(?P<owner>ه|ها)\b")
_IS_KIN = re.compile(r"^\s*[،,(]?\s*(?P<kin>ابنة|زوجة|أرملة|شقيقة|والدة|نجل|شقيق|والد|أرمل)\s+\w")
_BEHIND = re.compile(r"^\s*[،,]?\s*(?P<word>البالغة?|المولودة?|وهو|وهي|الذي|التي)\b")
_PRONOUNS = {"وهو": "m", "الذي": "m", "وهي": "f", "التي": "f"}


class Bearer(NamedTuple):
    """A mention of a person: its id, its name in parts, and what is said beside it: m, f or ""."""

    mention: str
    name: Name
    said: str


def gender_beside(article: Article, mention: Mention) -> str:
    """Return m or f where the words beside a mention agree with a man's or a woman's name, "" where none tells."""
    text = article.text if mention.field is Field.TEXT else article.title
    before, behind = (
        text[max(0, mention.span.start - _REACH) : mention.span.start],
        text[mention.span.end : mention.span.end + _REACH],
    )
    return _by_noun(before) or _by_kin(before, behind) or _by_verb(before, behind) or _by_clause(before, behind)


def gender_of_name(name: str) -> str:
    """Return m or f where a name opens with an Arabic first name that only men or only women bear, "" elsewhere."""
    first = next(iter(split_name(name)), "")
    if not is_native(first):
        return ""
    if first in _first_names():
        return "f" if _first_names()[first] == "f" else ""
    return "f" if first.startswith("ام ") else "m"


def noun_gender(word: str) -> str:
    """Return m or f of a folded noun without article that one person is called by («زعيم»), "" of any other word."""
    return _nouns().get(word, "")


def told_by_gender(
    article: Article, mentions: Sequence[Mention], parts: Mapping[str, Name], meant: Mapping[str, Name]
) -> dict[str, Name]:
    """Return whom lone surnames mean by the words that agree with them; looked for only where several have one."""
    bearers = Counter(surname(person) for person in set(meant.values()))
    shared = [mention for mention in mentions if mention.id in meant and bearers[surname(meant[mention.id])] > 1]
    women = {each.holder_id for each in mentions if each.kind is MentionKind.ROLE and _is_womans(each)}
    told = []
    for mention in shared:
        said = gender_beside(article, mention)
        if len(parts[mention.id]) > 1:
            said = gender_of_name(mention.text) or ("f" if mention.id in women else said)
        told.append(Bearer(mention.id, parts[mention.id], said))
    return namesakes_by_gender(told, meant)


def _is_womans(role: Mention) -> bool:
    """Return whether a role has the feminine form («أمينة الصندوق»); the other form is said of women too."""
    word = next(iter(fold(role.text).split()), "")
    return noun_gender(word.removeprefix("ال")) == "f"


def namesakes_by_gender(bearers: Sequence[Bearer], home: Mapping[str, Name]) -> dict[str, Name]:
    """Return whom of a family each surname alone means whose words agree with another than the one it was given to.

    `home`: the person of each mention as things stand. The other must be spoken of so where the article names
    that person in full or by the first name; of several such the one named most.
    """
    told: dict[Name, Counter[str]] = defaultdict(Counter)
    weight: Counter[Name] = Counter()
    for each in bearers:
        person = home[each.mention]
        if len(each.name) > 1 or each.name == given(person)[:1]:
            weight[person] += 1
            told[person][each.said] += bool(each.said)
    gender = {person: _settled(votes) for person, votes in told.items()}
    found: dict[str, Name] = {}
    for each in bearers:
        person = home[each.mention]
        if len(each.name) != 1 or not each.said or gender.get(person, each.said) in ("", each.said):
            continue
        fitting = [other for other in weight if surname(other) == each.name[0] and gender[other] == each.said]
        if fitting:
            found[each.mention] = max(fitting, key=lambda other: (weight[other], other))
    return found


def _settled(votes: Counter[str]) -> str:
    """Return the gender that nearly all votes are for, "" where they differ."""
    if votes["m"] > 3 * votes["f"]:
        return "m"
    return "f" if votes["f"] > 3 * votes["m"] else ""


def _by_kin(before: str, behind: str) -> str:
    if told := _KIN_BEFORE.search(before):
        return "f" if told["f"] else "m"
    if told := _SPOUSE_OF.search(before):
        return "m" if told["m"] else "f"
    if told := _WITH_KIN.match(behind):
        return "m" if told["owner"] == "ه" else "f"
    if told := _IS_KIN.match(behind):
        return "f" if told["kin"].endswith("ة") else "m"
    return ""


def _by_noun(before: str) -> str:
    """Return the gender of a noun with the article to which the name stands in apposition: «السيدة الأولى فلانة»."""
    feminine = False  # «السيناتور الأميركية»
    for word in reversed(_words_before(before)[-_ADJECTIVES - 1 :]):
        plain = re.sub("^[وفبك]?ال|^[وف]?لل", "", word)
        if plain == word:
            return ""
        if plain in _nouns():
            return "f" if feminine else _nouns()[plain]
        feminine = feminine or plain.endswith("ه")
    return ""


def _by_verb(before: str, behind: str) -> str:
    """Return the gender of a verb of speech that the name is the subject of: «وأوضحت فلان»."""
    words = _words_before(before)
    if words and (said := _verb(words[-1])):
        return said
    follows = fold(behind[1:]).split()[:1] if behind[:1] == " " else []
    if not follows or not (before[-1:] in "لب" or (words and words[-1] in _CLAUSE)):
        return ""  # «إصابة فلان كانت»: another noun may be the subject
    return "f" if _is_feminine_past(follows[0]) else _verb(follows[0])


def _by_clause(before: str, behind: str) -> str:
    """Return the gender of a pronoun behind the name, where no noun in front of it can be meant: «على فلان، الذي»."""
    told = _BEHIND.match(behind)
    if told is None:
        return ""
    word = told["word"]
    if word not in _PRONOUNS:
        return "f" if word.endswith("ة") else "m"
    words = _words_before(before)
    alone = before[-1:] in "لب" or not words or words[-1] in ("علي", "الي", "من", "عن", "مع") or bool(_verb(words[-1]))
    return _PRONOUNS[word] if alone else ""


def _words_before(before: str) -> list[str]:
    """Return the folded words that stand right before a name; none where a mark stands between."""
    last = re.split(r"[^\w\s\u064b-\u0652]|\n", before)[-1]
    return fold(last).split() if last[-1:].isspace() else []


def _verb(word: str) -> str:
    verbs = _speech_verbs()
    return verbs.get(word, "") or verbs.get(word[1:] if word[:1] in "وف" else "", "")


def _is_feminine_past(word: str) -> bool:
    return word.endswith("ت") and word not in _OWN_T and word in finite_forms()


@cache
def finite_forms() -> frozenset[str]:
    """Return folded forms of the third person that are verbs wherever they stand."""
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))


@cache
def _first_names() -> dict[str, str]:
    """Return first names that women bear («f») and those that both do («mf»), folded; other Arabic ones are men's."""
    return {row["form"]: row["gender"] for row in read_table("first_name_genders.tsv")}


@cache
def _speech_verbs() -> dict[str, str]:
    """Return the gender of verbs in the third person whose subject, not object, is whoever stands behind."""
    rows = [
        row
        for row in read_table("speech_cues.tsv")
        if _OF_OBJECTS.isdisjoint(row["frames"].split()) and row["frames"] != "object"
    ]
    present = [fold(form) for row in rows for form in row["present"].split()]
    past = [fold(form) for row in rows for form in row["past"].split()]
    # «توقع» is more often «he expected» than «she signs».
    found = {f"ت{form[1:]}": "f" for form in present if form.startswith("ي")}
    found |= dict.fromkeys(present, "m")
    found |= {(form[:-1] if form.endswith(("ي", "ا")) else form) + "ت": "f" for form in past}
    return found | dict.fromkeys(past, "m") | {"كان": "m", "كانت": "f"}


@cache
def _nouns() -> dict[str, str]:
    """Return the gender of nouns for one person, without the article."""
    roles = {
        fold(row["form"]): row["gender"]
        for row in read_table("role_words.tsv")
        if row["number"] == "s" and row["kind"] != "kin" and " " not in row["form"]
    }
    speakers = {fold(row["noun"]): row["gender"] for row in read_table("speaker_nouns.tsv") if row["kind"] == "person"}
    return {noun: gender for noun, gender in (speakers | roles).items() if gender in ("m", "f")}
