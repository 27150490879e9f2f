"""An article's dossier: the small evidence by which it is tied to others."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b

from riwaya.arabic.names import fold_name, skeleton
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token, tokenise
from riwaya.arabic.vectors import rarity, scale, specificity, term_of, weigh_terms
from riwaya.model import Article, Field, Mention, MentionKind, Time, TimeType
from riwaya.model.interval import read_interval
from riwaya.stories.evidence import ArticleReading, Dossier

_TERMS, _HEAD_TERMS, _NAMES, _PLACES, _DAYS, _KEYS, _SKETCH = 100, 24, 30, 6, 5, 24, 24
_SPECIFIC_TERMS = 30
_LEAD_WORDS = 60
_SHINGLE = 5
_DAY = re.compile(r"(?:[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|XXXX-WXX-[1-7])(?![\d-])")
_TITLE_WEIGHT = 3
_NAMED = (MentionKind.PER, MentionKind.ORG)
_LOCATED = (MentionKind.GPE, MentionKind.LOC)
_LOCATIVE = re.compile(
    r"(?:^|\W)[وف]?(?:في|قرب|وسط|داخل|شمال|شمالي|جنوب|جنوبي|شرق|شرقي|غرب|غربي|بشمال|بجنوب|بشرق|بغرب"
    r"|[بل]?(?:ال)?(?:مدين|بلد|قري|محافظ|منطق|ولاي|مقاطع|عاصم|ضاحي)ه|قطاع|اقليم|مخيم)\s+[\"'#]*$|(?:^|\W)ب$"
)


def make_dossier(article: Article, reading: ArticleReading) -> Dossier:
    """Return the dossier of an article from its text and what annotate found in it."""
    title, head, body = tokenise(article.title), tokenise(article.standfirst), tokenise(article.text)
    interval = read_interval(article.published)
    lead = title + head + body[:_LEAD_WORDS]
    terms = weigh_terms(title * _TITLE_WEIGHT + lead + body, _TERMS)
    names = _names(reading.mentions)
    specific = weigh_terms(title * _TITLE_WEIGHT + lead + body, _SPECIFIC_TERMS, specificity)
    return Dossier(
        article_id=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        first_day=interval.first_day.isoformat() if interval else "",
        last_day=interval.last_day.isoformat() if interval else "",
        length=sum(token.kind != "mark" for token in body),
        terms=terms,
        title_terms=weigh_terms(title, _HEAD_TERMS),
        lead_terms=weigh_terms(lead, _HEAD_TERMS * 2),
        specific_terms=specific,
        names=names,
        places=_places(article, reading.mentions),
        days=_days(reading.times),
        sketch=_sketch(body),
        keys=tuple(sorted(term for term, _ in specific[:_KEYS])),
        clues=() if interval else reading.clues,
    )


def _names(mentions: tuple[Mention, ...]) -> tuple[tuple[str, float], ...]:
    """Return name keys weighted by mentions and rarity; a name in the title counts for more."""
    weights: dict[str, float] = {}
    for mention in mentions:
        if mention.kind not in _NAMED:
            continue
        words = fold_name(mention.text).split()
        # A later mention is usually the last word alone («بلينكن»), so a person is keyed by that word.
        chosen = words[-1:] if mention.kind is MentionKind.PER else words
        for word in chosen:
            weight = rarity(word) * (_TITLE_WEIGHT if mention.field is Field.TITLE else 1)
            if weight > 0:
                key = skeleton(word) if mention.kind is MentionKind.PER else term_of(word)
                weights[key] = weights.get(key, 0.0) + weight
    return scale({key: weight**0.5 for key, weight in weights.items()}, _NAMES)


def _places(article: Article, mentions: tuple[Mention, ...]) -> tuple[tuple[str, str], ...]:
    """Return the places where the article sets what it tells, most often so first: (key, as written).

    A state's name is an actor's more often than a place's, so a place counts only behind a word of place («في غزة»,
    «بلدة كذا») or in the dateline.
    """
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.kind in _LOCATED:
            text = article.title if mention.field is Field.TITLE else article.text
            key = fold_name(mention.text)
            before = fold(text[max(mention.span.start - 16, 0) : mention.span.start])
            in_dateline = mention.text in article.dateline
            if not in_dateline and not _LOCATIVE.search(before):
                continue
            counts[key] += _TITLE_WEIGHT if in_dateline or mention.field is Field.TITLE else 1
            written.setdefault(key, Counter())[mention.text] += 1
    ordered = sorted(counts, key=lambda key: (-counts[key], key))[:_PLACES]
    return tuple((key, min(written[key], key=lambda form: (-written[key][form], form))) for key in ordered)


def _days(times: tuple[Time, ...]) -> tuple[str, ...]:
    """Return the days of the article's times, most named first: ISO dates, or weekdays where no date is known."""
    days = Counter(_day(time) for time in times if time.type in (TimeType.DATE, TimeType.TIME))
    return tuple(sorted((day for day in days if day), key=lambda day: (-days[day], day))[:_DAYS])


def _day(time: Time) -> str:
    """Return the day of a time's value: 2021-06-03T20 gives 2021-06-03, XXXX-WXX-4TEV XXXX-WXX-4, 2021-06 none."""
    found = _DAY.match(time.value)
    return found.group() if found else ""


def _sketch(tokens: list[Token]) -> tuple[int, ...]:
    """Return the smallest hashes of the word shingles: their share in common estimates that of the texts."""
    forms = [token.form for token in tokens if token.kind != "mark"]
    shingles = {" ".join(forms[start : start + _SHINGLE]) for start in range(max(len(forms) - _SHINGLE + 1, 1))}
    hashes = {
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
        for text in shingles
    }
    return tuple(sorted(hashes)[:_SKETCH])
