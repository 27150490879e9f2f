"""What a text says of the same name elsewhere: an outlet introduces a name once and then takes it for known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from riwaya.annotate.reader.reading import Reading
from riwaya.model import MentionKind, Span

_MOST = 40  # places of one name that are weighed: what forty do not settle, the others do not
_POSSIBLE = 0.1  # so likely may the words of a shorter name be a part of a longer one in their place
_LIKELY = 0.5  # a name must be likelier than this in one place to be looked for in the others
_HEADS = ("entities", "inner")
# The network tells events from other named things; mentions do not.
_PARTS = {MentionKind.MISC: ("MISC", "EVENT")}


class Name(NamedTuple):
    """A possible name: a range of words and a kind."""

    first: int
    behind: int
    kind: MentionKind


class Elsewhere:
    """The places of a text where the same words stand, and what the network says of them there."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._forms = [word.form for word in reading.words]
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, form in enumerate(self._forms):
            self._places[form].append(index)
        self._ruled: dict[str, dict[MentionKind, float]] = defaultdict(dict)
        self._chances: dict[tuple[str, MentionKind], dict[int, float]] = {}
        self._longer: dict[str, float] = {}
        self._inside: set[tuple[int, int]] = set()

    def name_of(self, span: Span, kind: MentionKind) -> Name:
        """Return the words of a span."""
        return Name(*self._reading.words_in(span), kind)

    def chance(self, name: Name) -> float:
        """Return the network's probability of a name, be it inside another one or not."""
        first, behind, kind = name
        chance_of = self._reading.chance_of
        return max([chance_of(first, behind, head, part) for head in _HEADS for part in _PARTS.get(kind, (kind,))])

    def others(self, name: Name) -> float | None:
        """Return the mean probability of the name in its other places, None where it has none."""
        known = self._in_places(name)
        if name.kind is MentionKind.PER and name.behind - name.first > 1 and not self._is_inside(name):
            # Inside the full name the surname is no name of its own, which says nothing of it elsewhere.
            size = name.behind - name.first
            known = {first: chance for first, chance in known.items() if (first, first + size) not in self._inside}
        count, total = len(known), sum(known.values())
        if name.first in known:
            count, total = count - 1, total - known[name.first]
        return total / count if count else None

    def learn_rules(self, scored: Iterable[tuple[Name, float]]) -> None:
        """Remember the names that the rules found, with their scores."""
        for name, score in scored:
            kinds = self._ruled[self.words(name)]
            kinds[name.kind] = max(score, kinds.get(name.kind, 0.0))

    def by_rules(self, name: Name) -> tuple[float, float]:
        """Return the rules' highest score of the same words in the text: as this kind, and as another one."""
        kinds = self._ruled.get(self.words(name), {})
        others = (score for kind, score in kinds.items() if kind is not name.kind)
        return kinds.get(name.kind, 0.0), max(others, default=0.0)

    def words(self, name: Name) -> str:
        """Return the folded words of a name, joined by blanks."""
        return " ".join(self._forms[name.first : name.behind])

    def learn_longer(self, names: Iterable[Name]) -> None:
        """Remember the persons named in full, so that one part of the name can stand for them."""
        for name in names:
            if name.kind is MentionKind.PER and name.behind - name.first > 1:
                chance = self.chance(name)
                for first in range(name.first + 1, name.behind):
                    # «لودريان» of «جان إيف لودريان», and «نصر الله» of «حسن نصر الله».
                    for form in {self._forms[first], " ".join(self._forms[first : name.behind])}:
                        self._longer[form] = max(chance, self._longer.get(form, 0.0))
                    if chance > _POSSIBLE and name.behind - first > 1:
                        self._inside.add((first, name.behind))

    def longer(self, name: Name) -> float:
        """Return the highest probability of a full name of a person whose later part the name is, 0 without any."""
        if name.kind is not MentionKind.PER or self._is_inside(name):
            return 0.0
        return self._longer.get(self.words(name), 0.0)

    def _is_inside(self, name: Name) -> bool:
        """Return whether a name of several words is the end of a longer one in its very place."""
        return (name.first, name.behind) in self._inside

    def repeats(self, name: Name) -> Iterator[Name]:
        """Yield the other places of a name that is likely in this one."""
        if name.first < name.behind and self.chance(name) > _LIKELY:
            for first in self._in_places(name):
                if first != name.first:
                    yield Name(first, first + name.behind - name.first, name.kind)

    def _in_places(self, name: Name) -> dict[int, float]:
        key = (self.words(name), name.kind)
        if name.first == name.behind:
            return {}
        if key not in self._chances:
            forms = tuple(self._forms[name.first : name.behind])
            self._chances[key] = {
                first: self.chance(Name(first, first + len(forms), name.kind)) for first in self._find(forms)
            }
        return self._chances[key]

    def _find(self, forms: tuple[str, ...]) -> Iterator[int]:
        for first in self._places[forms[0]][:_MOST]:
            behind = first + len(forms)
            inner = self._reading.words[first + 1 : behind]  # «سليم والحداد» are two
            if tuple(self._forms[first:behind]) == forms and not any(word.prefix for word in inner):
                yield first
