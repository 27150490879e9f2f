"""The dated pages around an undated one by the numbers in their addresses."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from riwaya.model import Article, Stage
from riwaya.store.contract import Evidence, Store
from riwaya.stories import SEARCHED, NumberedPage, address_number, pages_around, tells_day

_NO_END = "9999"


class Numbering:
    """The dated pages of the hosts of some undated articles, in the order of the numbers in their addresses."""

    def __init__(self, store: Store, undated: Sequence[str], latest: str) -> None:
        """Read the addresses of all articles once, and keep those of the undated ones' hosts.

        Pages that are dated after the day `latest` are doubted, and tell nothing.
        """
        self._own = _numbers(store, undated)
        hosts = {host for host, _ in self._own.values()}
        self._series: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
        columns = "id", "source", "position", "published", "title"
        for name, source, position, published, title in store.rows(Article, *columns) if hosts else ():
            number = address_number(source) if published and not position else None
            if number is not None and number[0] in hosts and tells_day(published) and published[:10] <= latest:
                self._series[number[0]].append((number[1], name, published, title))
        for series in self._series.values():
            series.sort()

    def around(self, article_id: str) -> tuple[NumberedPage, ...]:
        """Return the dated pages nearest to the article on either side, by their numbers; none if it has none."""
        if article_id not in self._own:
            return ()
        host, number = self._own[article_id]
        return pages_around(number, article_id, self._series[host])

    def bearing(self, article_id: str) -> set[str]:
        """Return the dated pages that bear on what `around` gives for an article with a number."""
        host, number = self._own[article_id]
        series = self._series[host]
        place = bisect_left(series, (number + 1,))
        return {page[1] for page in series[max(place - SEARCHED, 0) : place + SEARCHED]}


def undated_beside(store: Store, article_ids: Sequence[str]) -> set[str]:
    """Return the undated articles that one of the articles bears on: few of their host lie between by their numbers."""
    hosts = {host for host, _ in _numbers(store, article_ids).values()}
    if not hosts:
        return set()
    undated = set(store.values(Evidence, "article_id", stage=Stage.STORIES, key=""))
    of_hosts = [name for name, (host, _) in _numbers(store, sorted(undated)).items() if host in hosts]
    numbering, changed = Numbering(store, of_hosts, _NO_END), set(article_ids)
    return {name for name in of_hosts if not changed.isdisjoint(numbering.bearing(name))}


def _numbers(store: Store, article_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return host and number of the articles that have them; several articles of one page share its address."""
    rows = store.rows(Article, "id", "source", "position", id=list(article_ids))
    return {
        name: number
        for name, source, position in rows
        if not position and (number := address_number(source)) is not None
    }
