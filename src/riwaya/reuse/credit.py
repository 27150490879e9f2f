"""Who an article says it comes from: its credits, its dateline and the words of its text."""

from __future__ import annotations

import re

from riwaya.arabic.names import fold_name
from riwaya.model import Article

_FILLER = re.compile(r"^(?:قناه|صحيفه|موقع|وكاله|شبكه|جريده|مجله|اذاعه|تلفزيون|ال|نت|نيوز|www|com|net|org)$")


def outlet_key(outlet: str) -> str:
    """Return an outlet's name folded, without the words that say what kind of outlet it is."""
    words = fold_name(outlet).split()
    kept = [word for word in words if not _FILLER.match(word)] or words
    return " ".join(kept)


def names_outlet(article: Article, outlet: str) -> bool:
    """Return whether the article's credits or dateline name `outlet`, and it is not the article's own."""
    key = outlet_key(outlet)
    if not key or key == outlet_key(article.outlet):
        return False
    return any(f" {key} " in f" {outlet_key(line)} " for line in (*article.credits, article.dateline))
