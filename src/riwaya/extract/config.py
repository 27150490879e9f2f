"""What can be set for extraction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """Bounds and choices of extraction; every one is a plain limit, none is tuned to a sample.

    Attributes:
        max_bytes: larger pages are refused (news pages are under 1 MB, archives of live blogs under 5 MB).
        max_tags: more tags than this are refused as damaged before any tree is built.
        max_lines: a saved text of more lines is refused as too large.
        max_articles: at most so many articles are split from one page.
        max_characters: a longer text is refused as too large: no article, but a book or a list.
        min_characters: an article with less text than this is none.
        earliest_year: earlier dates are placeholders (0001, 1970) or the age of the template, not of the article.
        latest_year: later dates are impossible; a stage has no clock, so this is a bound, not today.
        languages: ISO 639 codes that are accepted.
    """

    max_bytes: int = 12_000_000
    max_tags: int = 100_000
    max_lines: int = 20_000
    max_articles: int = 50
    max_characters: int = 500_000
    min_characters: int = 40
    earliest_year: int = 1990
    latest_year: int = 2040
    languages: tuple[str, ...] = ("ar",)
