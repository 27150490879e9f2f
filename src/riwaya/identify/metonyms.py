"""«واشنطن» the city and «واشنطن» the government: a capital that does something in its sentence stands for its state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from riwaya.arabic.frequencies import load_frequencies
from riwaya.arabic.normalise import fold
from riwaya.identify.records import Chain, Surface
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.names import capitals, nation_key, without_article
from riwaya.model import Article, Field, Mention, MentionKind, Span, Statement, content_id
from riwaya.tables import read_table

# Nouns that end as her verbs do.
_NOUNS = frozenset(("وقت", "تحت", "بنت", "سبت", "انترنت"))
# «رحلاتها المباشرة بين موسكو والقاهرة»
_ROUTE = re.compile(r"(?:رحل|طريق|مساف|خط جوي|قطار)\w*(?: \w+){0,2} بين (?:\w+ و)?$")
_NOUN = 20  # articles that hold a word with the article: it is a noun
_REACH = 60  # characters on each side that are looked at
# What a city has or is the place of: beside these a capital is the city, whatever else stands there.
_PLACE = frozenset((
    "في", "الي", "من", "قرب", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "مدينه", "العاصمه",
    "عاصمه", "وسط", "داخل", "خارج", "مطار", "ضواحي", "شوارع", "زار", "يزور", "زيارته", "وصل", "غادر", "نحو", "عبر",
    "جامعه", "ولايه", "ريف", "محافظه", "سكان", "متجها", "متوجها",
))  # fmt: skip
# Behind these a state is meant.
_STATE = frozenset((
    "مع", "ضد", "بين", "اداره", "حكومه", "سلطات", "موقف", "سياسه", "سياسات", "رد", "ضغوط", "عقوبات", "تهديدات",
    "اتهامات", "دعم", "دور", "نفوذ", "مصالح", "حلفاء", "حليف", "خصوم", "تدخلات", "مزاعم", "قرار", "نوايا", "رغبه",
    "طموحات", "اعتراض", "حكام", "مبادره", "تعهدات", "تصعيد", "تحذيرات", "دعوات", "اهتمام", "موافقه", "حليفه",
    "علاقات", "العلاقات", "مطالب", "التزام", "دعا", "اتهم", "يتهم", "دعت", "حمل", "حذر", "انتقد", "طالب", "ابلغ",
    "حث", "اتهام", "تحالف",
))  # fmt: skip
# Of these a city is the subject («شهدت القاهرة»), or what one goes to, strikes or names («غادرت القاهرة»).
_OF_CITIES = frozenset((
    "شهد", "عاش", "عيش", "احتضن", "حتضن", "استضاف", "ستضيف", "استيقظ", "ستيقظ", "وقع", "قع", "غرق", "تعرض", "تحول",
    "اكتظ", "كتظ", "ازدحم", "زدحم", "غادر", "زار", "زور", "وصل", "صل", "دخل", "بلغ", "جاب", "جوب", "قصف", "ضرب",
    "اجتاح", "جتاح", "احتل", "حتل", "حاصر", "طوق", "هز", "استهدف", "ستهدف", "اقتحم", "قتحم", "سيطر", "احاط", "حيط",
    "شمل", "تضمن", "ضم", "ربط", "طال", "فجر", "انفجر", "نفجر", "استقبل", "ستقبل",
))  # fmt: skip
_SHORT_VERBS = frozenset(("تري", "تود", "تصر", "تشن", "ترد", "تعد"))
_PRONOUN = re.compile(r"(?<=\w\w)(?:ها|هم|هما|ه)$")
_BEFORE = re.compile(r"(\w+)\s+(?:(?:عليها|عليه|عنها|عنه|اليها|اليه|بها|به|لها|له|منها|منه)\s+)?(\w?)$")
_AFTER = re.compile(r"^\s+[^\w\s]?(?:(?:لن|لم|لا|ما|قد|سوف|ايضا|نفسها)\s+)*[^\w\s]?(\w+)")
_COORDINATED = re.compile(r"^\s+و(\w+)(?: (\w+))?")
_TOGETHER = re.compile(r"^\s+(?:لن |لم |لا |ما |قد |سوف |ايضا )?(\w{2,}تا|س?ت\w{2,}ان|\w{3,}تان)\b")
_WORD_BEFORE = re.compile(r"(\w+)\s+$")
_THAT = frozenset(("ان", "بان", "فان", "لان", "وان", "لكن", "ولكن", "كون"))
_GOVERNING = frozenset(("علي", "عن", "لدي", "باتجاه", "صوب", "حول"))
# What only somebody who acts can be said to be («إن بكين مستعدة»).
_WILLING = frozenset((
    "مستعده", "ملتزمه", "مصممه", "حريصه", "راغبه", "مقتنعه", "جاده", "متمسكه", "ضالعه", "مسووله", "متورطه", "عازمه",
    "قلقه", "منفتحه", "ماضيه", "مدركه", "واثقه", "معنيه", "مستعدتان", "ضامنه", "ضامنتان", "متفقه", "متفقتان",
))  # fmt: skip
# Only persons and bodies are accused, warned or asked («اتهمت لندن موسكو بـ», «حذر الوزير واشنطن من»).
_NO_OBJECT = "(?!(?:من|في|علي|الي|عن|ان|مع|بين|حول|بعد|قبل|خلال|التي|الذي) )"
_ACCUSED = re.compile(
    r"(?:^|\W)[وف]?[يت]?(?:اتهم|تهم|حذر|حث|ادان|دان|دين|انتقد|نتقد|طالب|ابلغ|بلغ|امهل|ناشد|توعد|اقنع|اخطر|انذر|خالف)ت?"
    rf" (?:{_NO_OBJECT}\w+ ){{0,3}}$"
)
_HELD = re.compile(r"(?:^|\W)[وف]?[يت]?حمل(?:ت)? (?:\w+ ){0,2}$")
_LIABLE = re.compile(r"^ (?:ال)?مسوولي")
# «عقوبات جديدة على طهران», «اتهام بيونغ يانغ لواشنطن»
_PRESSED = re.compile(r"(?:عقوبات|الضغط|ضغوط|ضغوطا|مقاطعه)(?: \w+){0,3} (?:علي|عن) $")
_ADDRESSED = re.compile(r"(?:اتهام|اتهامات|تهديد|تهديدات|ابتزاز|انذار|تحذير|تحذيرات)(?: \w+){0,3} ل$")
_PARTNERS = frozenset(("الغرب", "بروكسل", "الناتو"))
_BETWEEN = re.compile(r"\bبين \w+(?: \w+)? و$")


def part_governments(
    chains: Sequence[Chain], article: Article, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[Chain, ...]:
    """Return the chains, the mentions of a capital that stand for its state moved to the state's chain."""
    capitals = [chain for chain in chains if _state_of(chain)]
    if not capitals:
        return tuple(chains)
    by_id = {mention.id: mention for mention in mentions}
    speakers = frozenset((s.speaker.start, s.speaker.end) for s in statements if s.speaker is not None)
    kept = [chain for chain in chains if chain not in capitals]
    for chain in capitals:
        own = [by_id[name] for name in chain.mention_ids if name in by_id]
        acts = [_acts(article, mention, speakers) for mention in own]
        acting = [mention for mention, does in zip(own, acts, strict=True) if does]
        rest = [mention for mention, does in zip(own, acts, strict=True) if not does]
        if rest:
            kept.append(_with(chain, rest, chain.block))
        if acting:
            nation = f"place @{_state_of(chain)}"
            home = next((each for each in kept if each.block == nation), None)
            if home is None:
                kept.append(_with(chain, acting, nation))
            else:
                kept[kept.index(home)] = _join(home, acting)
    return tuple(sorted(kept, key=lambda chain: (chain.block, chain.id)))


def _state_of(chain: Chain) -> str:
    """Return the nation whose capital a chain names, "" if none; «طرابلس/LB» is no capital."""
    group, _, key = chain.block.partition(" ")
    name, _, code = key.partition("/")
    nation = _capitals_by_key().get(name, "") if group == "place" else ""
    return nation if not code or (nation in known_nations() and known_nations()[nation].iso == code) else ""


@cache
def _capitals_by_key() -> dict[str, str]:
    """Return the nation by a capital's words as keys have them, without the article («القاهرة», «الرباط»)."""
    return {" ".join(map(without_article, form.split())): nation for form, nation in capitals().items()}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))


def _acts(article: Article, mention: Mention, speakers: frozenset[tuple[int, int]]) -> bool:
    if mention.kind is not MentionKind.GPE:
        return False
    start, end = mention.span.start, mention.span.end
    in_text = mention.field is Field.TEXT
    source = article.text if in_text else article.title
    before_text = fold(source[max(0, start - _REACH) : start]).replace("#", "")
    before = _BEFORE.search(before_text)
    word, particle = before.groups() if before else ("", "")
    if _PRESSED.search(before_text) or _ADDRESSED.search(before_text):
        return True
    if particle in ("ب", "ل", "ك") or _bare(word) in _PLACE:
        return False
    if in_text and (start, end) in speakers:
        return True
    after = fold(source[end : end + _REACH])
    following = _AFTER.match(after)
    other = _COORDINATED.match(after)
    if _ROUTE.search(before_text):
        return False
    if word == "بين" or _bare(word) in _STATE:
        return word != "بين" or (other is not None and _names_states(other))
    if particle == "و" and _names_state(word):
        return _BETWEEN.search(before_text) is not None or _acts_with(article, mention, source, after)
    if _ACCUSED.search(before_text) or (_HELD.search(before_text) and _LIABLE.match(after)):
        return True
    if other is not None and _names_states(other) and _act_together(after[other.end(1) :]):
        return True
    if word in _GOVERNING:
        return False  # «هطلت أمطار غزيرة على الرباط تسببت في سيول»: the verb is the rain's
    willing = following is not None and word in _THAT and following[1] in _WILLING
    return willing or _is_her_verb(_bare(word)) or (following is not None and _is_her_verb(following[1]))


def _acts_with(article: Article, mention: Mention, source: str, after: str) -> bool:
    """Return whether a capital acts with the one that «و» joins it to («أكدت الرباط وباريس», «دبلن وأوسلو ستفعلان»)."""
    if _act_together(after):
        return True
    start = mention.span.start - 1
    words = _WORD_BEFORE.search(source[max(0, start - _REACH) : start])
    if words is None:
        return False
    first = start - len(words[0])
    span = Span(first, first + len(words[1]))
    return _acts(article, replace(mention, span=span, text=words[1]), frozenset())


def _act_together(after: str) -> bool:
    """Return whether a verb or adjective of two states follows: «توصلتا إلى», «ستفعلان», «متفقتان»."""
    following = _TOGETHER.match(after)
    if following is None:
        return False
    bare = following[1].removeprefix("س")
    stems = {following[1].removesuffix("تا"), bare.removeprefix("ت").removesuffix("ان")}
    return stems.isdisjoint(_OF_CITIES) and not following[1].startswith("ال")


def _bare(word: str) -> str:
    """Return a word without «و», «ف», «ل» or «ب» where what is left is one that counts here."""
    if len(word) > 3 and word[0] in "وف" and word[1:] in _PLACE | _STATE | _verbs() | _SHORT_VERBS:
        return word[1:]
    return word[1:] if len(word) > 3 and word[0] in "لب" and word[1:] in _STATE else word


def _names_states(told: re.Match[str]) -> bool:
    """Return whether what is joined with «و» is another state's name, of one word or two, or an ally of states."""
    return told[1] in _PARTNERS or _names_state(told[1]) or (bool(told[2]) and _names_state(f"{told[1]} {told[2]}"))


def _names_state(word: str) -> bool:
    return word in capitals() or bool(nation_key(word))


def _is_her_verb(word: str) -> bool:
    """Return whether a word is a verb whose subject is a city or state: of the third person feminine."""
    word = word[1:] if word.startswith("ست") else word
    if word in _SHORT_VERBS:
        return True
    bare = _PRONOUN.sub("", word)
    if {word.removesuffix("ت"), bare.removeprefix("ت"), bare.removesuffix("ت")} & _OF_CITIES:
        return False
    noun = bare != word and load_frequencies().get(f"ال{bare[:-1].removeprefix('و')}ه", 0) >= _NOUN  # «وعاصمته»
    if bare.endswith("ت") and len(bare) > 3 and (bare in _verbs() or not noun):
        word = bare  # «رفضته»
    if word.endswith("ت") and len(word) > 3:
        # «فرضت»: no table needs to list it, but plurals («سلطات») and a few nouns end so too.
        return word in _verbs() or not (word.endswith(("ات", "يت", "وت")) or word in _NOUNS)
    return word.startswith("ت") and len(word) > 3 and (word in _verbs() or f"ي{word[1:]}" in _verbs())


def _with(chain: Chain, mentions: Sequence[Mention], block: str) -> Chain:
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    surfaces = tuple(Surface(form, counts[form]) for form in sorted(counts, key=lambda form: (-counts[form], form)))
    ids = tuple(mention.id for mention in mentions)
    identity = content_id("chain", chain.article_id, block, ids[0])
    return replace(chain, id=identity, name=surfaces[0].form, mention_ids=ids, surfaces=surfaces, block=block)


def _join(chain: Chain, mentions: Sequence[Mention]) -> Chain:
    counts = {surface.form: surface.count for surface in chain.surfaces}
    for mention in mentions:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    surfaces = tuple(Surface(form, counts[form]) for form in sorted(counts, key=lambda form: (-counts[form], form)))
    ids = (*chain.mention_ids, *(mention.id for mention in mentions))
    return replace(chain, mention_ids=ids, surfaces=surfaces)
