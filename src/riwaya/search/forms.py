"""Words as the full-text index knows them, and where a query's words stand in a text."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.lemmas import search_form
from riwaya.arabic.tokens import tokenise
from riwaya.model import Span


def search_forms(text: str) -> str:
    """Return the search forms of the words and numbers of `text`, separated by spaces."""
    return " ".join(search_form(token.text) for token in tokenise(text) if token.kind != "mark")


def query_phrases(query: str) -> list[list[str]]:
    """Return the phrases of a query: words in quotation marks stand together, others each for itself."""
    phrases: list[list[str]] = []
    quoted: list[str] | None = None
    for token in tokenise(query):
        if token.form == '"':
            if quoted:
                phrases.append(quoted)
            quoted = [] if quoted is None else None
        elif token.kind != "mark":
            form = search_form(token.text)
            if quoted is None:
                phrases.append([form])
            else:
                quoted.append(form)
    if quoted:
        phrases.extend([form] for form in quoted)
    return phrases


def find_phrases(text: str, phrases: Sequence[Sequence[str]]) -> list[Span]:
    """Return the spans of `text` where one of the phrases stands, in text order."""
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    forms = [search_form(token.text) for token in tokens]
    found = set()
    for phrase in phrases:
        width = len(phrase)
        for start in range(len(forms) - width + 1):
            if forms[start] == phrase[0] and forms[start : start + width] == list(phrase):
                found.add(Span(tokens[start].start, tokens[start + width - 1].end))
    return sorted(found)
