"""Printing when an article was published, and how an undated one was dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riwaya.cli.output import moment

if TYPE_CHECKING:
    from riwaya.model import Article, Dating
    from riwaya.store.contract import Store

# What gives the other date, by `published_other_from`; stores of earlier versions hold none.
_SAYS = {
    "weekday": "the weekday beside it",
    "calendar": "the Hijri date beside it",
    "page": "the page",
    "address": "the address",
    "": "another place of the page",
}


def publication_line(article: Article) -> str:
    """Return the publication, how it is known and from which place of the page, and what is wrong with it."""
    known = ": ".join(filter(None, (article.published_from.value, _place(article))))
    notes = ", ".join([known, *publication_notes(article)])
    return f"{moment(article.published)} ({notes})"


def _place(article: Article) -> str:
    """Return the place that states a date; that the address holds it is said already."""
    from riwaya.model import PublishedFrom

    return article.published_source.value if article.published_from is PublishedFrom.STATED else ""


def publication_notes(article: Article) -> list[str]:
    """Return what is wrong with a publication date: it lies ahead, or page and address contradict each other."""
    from riwaya.search.publication import FUTURE, publication_flag

    notes = ["in the future"] if publication_flag(article) == FUTURE else []
    if article.published_other:
        notes.append(f"{_SAYS[article.published_other_from.value]} says {moment(article.published_other)}")
    return notes


def refused_publication(store: Store, article: Article) -> str:
    """Return a line on the date that the page itself gives where it was not taken, being after its capture; else ""."""
    from dataclasses import replace

    from riwaya.errors import BadItem
    from riwaya.extract import extract
    from riwaya.model import Page, PublishedFrom

    page = next(store.select(Page, id=article.page_id), None)
    if article.published_from in (PublishedFrom.STATED, PublishedFrom.URL) or page is None or not page.captured:
        return ""
    try:
        written = next((one for one in extract(replace(page, captured="")) if one.id == article.id), None)
    except BadItem:  # read with other limits than the usual ones
        return ""
    if written is None or not written.published:
        return ""
    captured = moment(page.captured)
    return f"not taken: the page gives {moment(written.published)}, after it was captured on {captured}\n"


def print_dating(dating: Dating | None) -> None:
    """Print the derived interval and its evidence, a line each; nothing for a dated article."""
    from riwaya.serve.datings import dating_headline, evidence_line
    from riwaya.serve.words import WORDS

    if dating is None:
        return
    lines = [dating_headline(dating, WORDS["ar"])]
    lines += [f"  - {evidence_line(evidence, WORDS['ar'])}" for evidence in dating.evidence]
    print("\n".join(lines).replace("\u2068", "").replace("\u2069", "") + "\n")
