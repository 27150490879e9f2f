"""Names that a reader took too long: a word of the sentence before or behind («دونالد ترامب ماهر»).

A name is cut where what is left is a name that the article or the table has too, and the rest is no part of it: a word
that is no name, another person's surname, or an Arabic first name beside a foreign name. Families keep theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_listed_names, load_name_counts
from riwaya.identify.name_model import is_arabic, is_native
from riwaya.identify.person import Name
from riwaya.identify.person_names import is_kunya, split_name, surname
from riwaya.knowledge.people import is_leader, known_people
from riwaya.model import Article, Field, Mention

_MOST = 2  # words that are cut off
# Articles that hold a word that is none of a name, behind a whole one.
_SELDOM = 8
_LISTED = 5  # times in lists of names from which on a word may be a name
_AS_NAME = 0.5  # share of a word's articles in which it is a name
_FAMILY = frozenset(("جونيور", "الابن", "الاب", "الاول", "الثاني", "الثالث", "الرابع", "الخامس"))


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom an article names: full names with their mentions, words alone, and the bearers of each surname."""

    full: Counter[Name]
    alone: Collection[str]
    bearers: Mapping[str, set[Name]]

    @classmethod
    def of(cls, names: Sequence[Name]) -> _Known:
        full = Counter(name for name in names if len(name) > 1)
        bearers: dict[str, set[Name]] = defaultdict(set)
        for name in full:
            bearers[surname(name)].add(name)
        return cls(full, {name[0] for name in names if len(name) == 1}, bearers)

    def has(self, name: Name) -> bool:
        return len(name) > 1 and (name in self.full or is_leader(" ".join(name)))

    def others(self, word: str, name: Name) -> set[Name]:
        """Return who else than the bearer of a name has a surname: of the article, or a leader whom it calls by it."""
        known = self.bearers.get(word, set()) - {name}
        return known | (_leaders().get(word, set()) if word in self.alone else set())


def cut_strays(article: Article, persons: Sequence[Mention], parts: Mapping[str, Name]) -> dict[str, Name]:
    """Return what is left of each name that holds stray words, by mention.

    `parts`: the name of each mention.
    """
    names = [parts[mention.id] for mention in persons]
    if not any(len(name) > 1 for name in names):
        return {}
    known = _Known.of(names)
    found: dict[str, Name] = {}
    for mention in persons:
        name = parts[mention.id]
        if len(name) < 2 or known.full[name] > 1 or is_leader(" ".join(name)):
            continue
        left = next((left for left in _without_strays(name, known) if left != name), name)
        if left == name and len(name) == 2 and name[0] == "صالح" and _is_behind_for(article, mention):
            left = name[1:] if known.others(name[1], name) else name
        if left != name:
            found[mention.id] = left
    return found


def kept_words(text: str, name: Name) -> str:
    """Return the words of a mention's text that are left of it when its name is cut to `name`."""
    words = text.replace("_", " ").replace("#", " ").split()
    runs = ((start, end) for start in range(len(words)) for end in range(len(words), start, -1))
    forms = (" ".join(words[start:end]) for start, end in runs)
    return next((each for form in forms for each in (form, form.removeprefix("و")) if split_name(each) == name), text)


def _without_strays(name: Name, known: _Known) -> Iterator[Name]:
    """Yield what may be left of a name, the best first."""
    if len(name) > 2 and name[1][0] == "و" and name[0] in load_given_names() and name[1][1:] in load_given_names():
        yield (name[1][1:], *name[2:])  # «سمير وحسن الحداد» ends with the name of the second
    for cut in range(1, min(_MOST, len(name) - 2) + 1):
        head, behind = name[:-cut], name[-cut:]
        foreign = not is_native(head[0]) and not is_arabic(head[-1])
        if known.has(head) and all(_is_no_part(part, head, known, foreign=foreign) for part in behind):
            yield head
        before, tail = name[:cut], name[cut:]
        if known.has(tail) and all(_is_before(part, tail, known) for part in before):
            yield tail


def _is_no_part(part: str, name: Name, known: _Known, *, foreign: bool) -> bool:
    """Return whether a word behind a full name is none of it."""
    if part in _FAMILY or is_kunya(part):
        return False
    return _is_ordinary(part, _SELDOM) or (foreign and is_native(part)) or bool(known.others(part, name))


def _is_before(part: str, name: Name, known: _Known) -> bool:
    """Return whether a word in front of a full name is none of it: «المطارد فلان», «بوتين فلان»."""
    if part in load_given_names() or is_native(part):
        return False
    return (part.startswith("ال") and _is_ordinary(part, 1)) or bool(known.others(part, name))


def _is_ordinary(part: str, articles: int) -> bool:
    """Return whether a word is hardly ever a name: so many articles of the press hold it, and few lists of names."""
    seen = load_frequencies().get(part, 0)
    if seen < articles or is_native(part) or load_listed_names().get(part, 0) >= _LISTED:
        return False
    return load_name_counts().get(part, 0) < _AS_NAME * seen


def _is_behind_for(article: Article, mention: Mention) -> bool:
    """Return whether «لـ» stands before a mention: «لصالح فلان» is in favour of him."""
    text = article.text if mention.field is Field.TEXT else article.title
    return text[max(0, mention.span.start - 1) : mention.span.start] == "ل"


@cache
def _leaders() -> dict[str, set[Name]]:
    """Return the leaders of the table by surname."""
    found: dict[str, set[Name]] = defaultdict(set)
    for person in known_people().values():
        if is_leader(person.name) and len(name := split_name(person.name)) > 1:
            found[surname(name)].add(name)
    return found
