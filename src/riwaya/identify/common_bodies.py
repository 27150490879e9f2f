"""Bodies that only their article names: «الاتحاد» in short, a name with the listed one behind it («(أونروا)»)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from riwaya.arabic.normalise import fold
from riwaya.identify.aliases import is_common, nation_key, thing_key
from riwaya.identify.things import facts_of
from riwaya.model import Article, Field, Mention, MentionKind

_BODIES = (MentionKind.ORG, MentionKind.OUTLET)
_BRACKET = re.compile(r'\s*[("«]+\s*')
_PARTS = frozenset(("لجنه", "مجلس", "مكتب", "فرع", "بعثه"))  # «لجنة بمجلس الشيوخ (الكونغرس)»
_REACH = 60  # characters before a short form that are looked at
# What only a team does, or has («فاز الاتحاد», «مدرب الجيش»); an army loses and beats as well.
_OF_TEAMS = re.compile(
    r"(?:^|\W)[وف]?(?:س?[يت])?(?:فاز|فوز|تعادل|تاهل|فريق|نادي|مدرب|لاعب|مهاجم|حارس مرمي|مباراه|ودي[ها] مع) [بل]?$"
    r"|(?:^|\W)[وف]?(?:فازت?|[يت]فوز|فوز|تعادلت?|تعادل|[يت]تعادل|لقاء|مباراه)(?: \w+){0,4} (?:علي|امام|مع) $"
)


def bracketed_names(article: Article, mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each body that no table knows and behind which its listed name stands in brackets.

    Args:
        article, mentions: what was read.
        keys: those that the words alone give, by mention.
    """
    bodies = [mention for mention in mentions if mention.kind in _BODIES and mention.id in keys]
    behind = {(mention.field, mention.span.start): mention for mention in bodies}
    found: dict[str, str] = {}
    for mention in bodies:
        text = _text(article, mention)
        bracket = _BRACKET.match(text, mention.span.end)
        short = behind.get((mention.field, bracket.end())) if bracket and "(" in bracket[0] else None
        if short is None or text[short.span.end : short.span.end + 1] not in (")", '"', "»"):
            continue
        part = keys[mention.id].split()[0] in _PARTS
        if _is_listed(keys[short.id]) and not (part or _is_listed(keys[mention.id]) or is_common(keys[mention.id])):
            found[keys[mention.id]] = keys[short.id]
    return {mention.id: found[keys[mention.id]] for mention in bodies if keys[mention.id] in found}


def nations_bodies(article: Article, mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of bodies that share a name and that the article tells apart by nations behind it.

    «النصر السعودي» and «النصر الإماراتي» are two, and «النصر» alone beside them is either.

    Args:
        article, mentions: what was read.
        keys: those that the words alone give, by mention.
    """
    behind = {(each.field, each.span.start): each for each in mentions if each.kind is MentionKind.NORP}
    told: dict[str, Mention] = {}
    nations: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        adjective = behind.get((mention.field, mention.span.end + 1)) if mention.kind in _BODIES else None
        if adjective is not None and mention.id in keys and " @" not in keys[mention.id]:
            told[mention.id] = adjective
            nations[keys[mention.id]].add(nation_key(adjective.text))
    several = {key for key, of in nations.items() if len(of) > 1}
    found = {}
    for mention in mentions:
        key = keys.get(mention.id, "")
        if mention.kind in _BODIES and key in several:
            adjective = told.get(mention.id)
            whole = thing_key(f"{mention.text} {adjective.text}") if adjective else f"{key} in {article.id}"
            found[mention.id] = whole
    return found


def common_key(article: Article, mention: Mention, key: str, bodies: Collection[str]) -> str:
    """Return the key of a body that its words alone leave open («الوزارة», «الاتحاد»).

    It is the only such body of a nation that the article names, where no other nation's is named at length («الاتحاد
    الأوروبي» beside «الاتحاد السعودي لكرة القدم») and no team is meant; else one that only this article knows.

    Args:
        article, mention: what was read.
        key: of the words alone.
        bodies: the keys of the article's bodies.
    """
    own = f"{key} in {article.id}"
    whole = [body for body in bodies if body.startswith(f"{key} @")]
    before = fold(_text(article, mention)[max(0, mention.span.start - _REACH) : mention.span.start])
    if len(whole) != 1 or _OF_TEAMS.search(re.sub(r"\s+", " ", before)):
        return own
    nation = whole[0].rpartition(" @")[2]
    # «السفارة الأميركية في الصين» is the United States' too.
    rivals = (body for body in bodies if body.startswith(f"{key} ") and " @" in body and " في @" not in body)
    return own if any(body.rpartition(" @")[2] != nation for body in rivals) else whole[0]


def _is_listed(key: str) -> bool:
    return bool(facts_of(f"body {key}", ()).name_en)


def _text(article: Article, mention: Mention) -> str:
    return article.text if mention.field is Field.TEXT else article.title
