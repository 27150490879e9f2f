"""Whether the words beside a name, or the first name, speak of a man or a woman."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.identify.name_model import is_native
from riwaya.identify.person_names import bare, split_name
from riwaya.model import Article, Field, Mention
from riwaya.tables import read_table

MAN, WOMAN = "man", "woman"  # in what an article says of a person
_REACH = 50
# So many times more often words must agree with a woman than with a man, or the other way.
_MOST = 3
_ADJECTIVES = 2  # so many may stand between a noun and the name in apposition: «الجاسوس الروسي السابق فلان»
# Whom such a verb stands before may be its object («انتقد فلان», «التقى فلان»), so that it agrees with somebody else.
_OF_OBJECTS = frozenset(("target", "blame", "deem"))
# Verbs whose form is a noun's too («طلب فلان», «بين فلان وفلان»): they are verbs where a clause begins.
_ALSO_NOUNS = frozenset((
    "ذكر", "رد", "نقل", "بين", "عرض", "شرح", "طلب", "شبه", "علم", "نص", "نشر", "قدر", "رفض", "نفي", "مدح", "سجل", "كشف",
    "عبر", "امل", "زعم", "ختم", "توقع", "تكهن", "تعهد", "تخوف", "تناقل", "تداول", "تفاخر", "تذمر", "توسل", "تدارك",
    "تحدث", "شجب", "بث", "اجمع", "دان", "ابرز", "زاد", "تخلص",
))  # fmt: skip
_OPENS = frozenset(
    ("وقد", "قد", "فقد", "كما", "حيث", "بينما", "فيما", "عندما", "بعدما", "حسبما", "ثم", "ما", "اذا", "لو")
)
_SHORTEST = 3
_TO_THE = re.compile("[وف]?لل")
# Verbs of which a name right behind them is the subject whatever else follows.
_SAYING = frozenset((
    "قال", "اضاف", "اكد", "اوضح", "تابع", "صرح", "ذكر", "اشار", "لفت", "شدد", "اعتبر", "كتب", "ختم", "اردف",
    "نفي", "انكر", "رد", "اعترف", "رفض",
))  # fmt: skip
_PERSON_VERBS = ("person_verbs", "seating_verbs", "giving_verbs", "calling_verbs", "object_verbs")
_NOT_HIS = ("ت", "وا", "ون", "ان", "تا", "ه", "ها", "هم", "نا")  # hers, theirs, or with an object of its own
_CLAUSE = frozenset(("ان", "بان", "وان", "لان", "لكن", "ولكن", "فان"))
_OWN_T = frozenset(("بات", "مات", "فات", "لفت", "ثبت", "سكت", "صمت", "التفت", "افلت", "اثبت"))
_HIS_KIN = r"(?:[أا]بن|والد|شقيق|نجل|حفيد|صهر|زوج|جد|عم|خال)"
_KIN_BEFORE = re.compile(rf"(?:^|\W)[وفبلك]{{0,2}}{_HIS_KIN}(?:(?P<f>ت)(?:ه|ها|هما?)|ها)(?:\s+ال\w+)?\s+$")
_SPOUSE_OF = re.compile(r"(?:^|\W)[وفبلك]{0,2}(?:(?P<m>زوجة|أرملة|قرينة|عقيلة|طليقة|خطيبة)|زوج|أرمل|طليق|خطيب)\s+$")
_WITH_KIN = re.compile(rf"^\s+و(?:{_HIS_KIN}ت?|أخت|أخو|أسرت|عائلت)(?P<owner>ه|ها)\b")
_IS_KIN = re.compile(r"^\s*[،,(]?\s*(?P<kin>ابنة|زوجة|أرملة|شقيقة|والدة|نجل|شقيق|والد|أرمل)\s+\w")
_BEHIND = re.compile(r"^\s*[،,]?\s*(?P<word>البالغة?|المولودة?|وهو|وهي|الذي|التي)\b")
_PRONOUNS = {"وهو": "m", "الذي": "m", "وهي": "f", "التي": "f"}


def gender_beside(article: Article, mention: Mention) -> str:
    """Return m or f where the words beside a mention agree with a man's or a woman's name, "" where none tells."""
    before, behind = _beside(article, mention)
    return _by_noun(before) or _by_kin(before, behind) or _by_verb(before, behind) or _by_clause(before, behind)


def is_told_by_noun(article: Article, mention: Mention) -> bool:
    """Return whether a noun beside a mention tells whether it is a man's or a woman's, not a verb alone."""
    before, behind = _beside(article, mention)
    return bool(_by_noun(before) or _by_kin(before, behind))


def is_told_by_kin(article: Article, mention: Mention) -> bool:
    """Return whether a word for kin beside a mention tells it («فلان وابنته»)."""
    return bool(_by_kin(*_beside(article, mention)))


def is_behind_feminine_verb(article: Article, mention: Mention) -> bool:
    """Return whether a feminine verb stands right before a name, or behind one that opens a clause.

    The name is its subject, or the object of another («انتقدت فلان»).
    """
    before, behind = _beside(article, mention)
    words = _words_before(before)
    follows = fold(behind[1:]).split()[:1] if behind[:1] == " " else []
    opens = not words or words[-1] in _CLAUSE
    return any(
        _is_feminine_past(form) or (form in finite_forms() and form.startswith("ت"))
        for word in (*words[-1:], *(follows if opens else ()))
        for form in (word, word[1:] if word[:1] in "وفس" else word)
    )


def _beside(article: Article, mention: Mention) -> tuple[str, str]:
    text = article.text if mention.field is Field.TEXT else article.title
    start, end = mention.span.start, mention.span.end
    return text[max(0, start - _REACH) : start], text[end : end + _REACH]


def gender_of_name(name: str) -> str:
    """Return m or f where a name opens with a first name that only men or only women bear, "" elsewhere.

    Of foreign names women's alone are listed.
    """
    first = next(iter(split_name(name)), "")
    if listed := _first_names().get(first) or _first_names().get(bare(first)):
        return "f" if listed == "f" else ""
    if not is_native(first):
        return ""
    return "f" if first.startswith("ام ") else "m"


def settled(men: int, women: int) -> str:
    """Return the gender that nearly all votes are for, m or f, "" where they differ or there are none."""
    if men > _MOST * women:
        return "m"
    return "f" if women > _MOST * men else ""


def speaks(article: Article, mention: Mention) -> bool:
    """Return whether a verb of saying or denying in the past stands right before a man's name: «ونفى فلان»."""
    text = article.text if mention.field is Field.TEXT else article.title
    words = _words_before(text[max(0, mention.span.start - _REACH) : mention.span.start])
    return bool(words) and re.sub("^[وف]", "", words[-1]) in _SAYING


def noun_gender(word: str) -> str:
    """Return m or f of a folded noun without article that one person is called by («زعيم»), "" of any other word."""
    return _nouns().get(word, "")


def _by_kin(before: str, behind: str) -> str:
    if told := _KIN_BEFORE.search(before):
        return "f" if told["f"] else "m"
    if told := _SPOUSE_OF.search(before):
        return "m" if told["m"] else "f"
    if told := _WITH_KIN.match(behind):
        return "m" if told["owner"] == "ه" else "f"
    if told := _IS_KIN.match(behind):
        return "f" if told["kin"].endswith("ة") else "m"
    return ""


def _by_noun(before: str) -> str:
    """Return the gender of a noun with the article to which the name stands in apposition: «السيدة الأولى فلانة»."""
    endings: set[bool] = set()  # of adjectives: «السيناتور الأميركية», but «المدافع الرحالة السابق»
    words = _words_before(before)[-_ADJECTIVES - 2 :]
    for place in range(len(words) - 1, max(len(words) - _ADJECTIVES - 2, -1), -1):
        plain = re.sub("^[وفبك]?ال|^[وف]?لل", "", words[place])
        if plain == words[place] or len(plain) < _SHORTEST:
            return ""
        if plain in _nouns():
            said = "" if len(endings) > 1 else "f" if True in endings else _nouns()[plain]
            head = words[place - 1] if place else ""
            if head in _nouns() and head not in _kin_nouns():
                return said if _nouns()[head] == said else ""  # «زعيم المعارضة فلان»: whose noun it is is not plain
            return said
        if _TO_THE.match(words[place]):
            return ""  # «المدير العام للشركة فلان»
        endings.add(plain.endswith("ه"))
    return ""


def _by_verb(before: str, behind: str) -> str:
    """Return the gender of a verb of speech that the name is the subject of: «وأوضحت فلان»."""
    words = _words_before(before)
    if words and (said := _verb(words[-1]) or _act(words[-1])) and _is_surely_verb(words):
        return said
    follows = fold(behind[1:]).split()[:1] if behind[:1] == " " else []
    if not follows or not (before[-1:] in "لب" or (words and words[-1] in _CLAUSE)):
        return ""  # «إصابة فلان كانت»: another noun may be the subject
    return "f" if _is_feminine_past(follows[0]) else _verb(follows[0])


def _is_surely_verb(words: list[str]) -> bool:
    """Return whether the last of the words before a name is a verb where it stands: «وبين فلان» never is."""
    word = words[-1]
    if word not in _ALSO_NOUNS and word[1:] not in _ALSO_NOUNS:
        return True
    if word.removeprefix("و") == "بين":
        return False
    return word[0] in "وف" or len(words) == 1 or words[-2] in _OPENS


def _by_clause(before: str, behind: str) -> str:
    """Return the gender of a pronoun behind the name, where no noun in front of it can be meant: «على فلان، الذي»."""
    told = _BEHIND.match(behind)
    if told is None:
        return ""
    word = told["word"]
    if word not in _PRONOUNS:
        return "f" if word.endswith("ة") else "m"
    words = _words_before(before)
    alone = before[-1:] in "لب" or not words or words[-1] in ("علي", "الي", "من", "عن", "مع") or bool(_verb(words[-1]))
    return _PRONOUNS[word] if alone else ""


def _words_before(before: str) -> list[str]:
    """Return the folded words that stand right before a name; none where a mark stands between."""
    last = re.split(r"[^\w\s\u064b-\u0652]|\n", before)[-1]
    return fold(last).split() if last[-1:].isspace() else []


def _verb(word: str) -> str:
    verbs = _speech_verbs()
    return verbs.get(word, "") or verbs.get(word[1:] if word[:1] in "وف" else "", "")


def _act(word: str) -> str:
    """Return m of a man's verb right before a name that is then its subject («عاد فلان», «ووقع فلان»), "" of any other.

    What stands behind a woman's verb is often its object, and so behind one that a person does to another.
    """
    forms = {word, word[1:]} if word[:1] in "وف" else {word}
    acts = forms & finite_forms() - _done_to_persons()
    if not acts:
        return ""
    return "" if any(form.startswith(("ت", "ست")) or form.endswith(_NOT_HIS) for form in acts) else "m"


def _is_feminine_past(word: str) -> bool:
    return word.endswith("ت") and word not in _OWN_T and word in finite_forms()


@cache
def finite_forms() -> frozenset[str]:
    """Return folded forms of the third person that are verbs wherever they stand."""
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))


@cache
def _done_to_persons() -> frozenset[str]:
    """Return forms of verbs whose object may be the name behind them («التقى فلان»)."""
    groups = {row["group"]: row["words"].split() for row in read_table("mention_words.tsv")}
    pairs = (pair for group in _PERSON_VERBS for pair in groups[group])
    return frozenset(form for pair in pairs for form in pair.split("/"))


@cache
def _first_names() -> dict[str, str]:
    """Return first names that women bear («f») and those that both do («mf»), folded; other Arabic ones are men's.

    Those that transliteration spells in several ways are under the letters that it exchanges too («أنغيلا», «أنجيلا»).
    """
    listed = {row["form"]: row["gender"] for row in read_table("first_name_genders.tsv")}
    return {bare(form): gender for form, gender in listed.items() if not is_native(form)} | listed


@cache
def _speech_verbs() -> dict[str, str]:
    """Return the gender of verbs in the third person whose subject, not object, is whoever stands behind."""
    rows = [
        row
        for row in read_table("speech_cues.tsv")
        if _OF_OBJECTS.isdisjoint(row["frames"].split()) and row["frames"] != "object"
    ]
    present = [fold(form) for row in rows for form in row["present"].split()]
    past = [fold(form) for row in rows for form in row["past"].split()]
    # «توقع» is more often «he expected» than «she signs».
    found = {f"ت{form[1:]}": "f" for form in present if form.startswith("ي")}
    found |= dict.fromkeys(present, "m")
    found |= {(form[:-1] if form.endswith(("ي", "ا")) else form) + "ت": "f" for form in past}
    found |= dict.fromkeys(past, "m") | {"كان": "m", "كانت": "f"}
    return {form: gender for form, gender in found.items() if form != "بين"}  # "between", seldom "he showed"


@cache
def _kin_nouns() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in read_table("role_words.tsv") if row["kind"] == "kin")


@cache
def _nouns() -> dict[str, str]:
    """Return the gender of nouns for one person, without the article."""
    roles = {
        fold(row["form"]): row["gender"]
        for row in read_table("role_words.tsv")
        if row["number"] == "s" and row["kind"] != "kin" and " " not in row["form"]
    }
    speakers = {fold(row["noun"]): row["gender"] for row in read_table("speaker_nouns.tsv") if row["kind"] == "person"}
    return {noun: gender for noun, gender in (speakers | roles).items() if gender in ("m", "f")}
