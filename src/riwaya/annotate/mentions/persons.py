"""Names of persons: how far a name goes, and what makes a run of words a name."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, role_words
from riwaya.annotate.mentions.sheet import SPEECH_VERBS, Candidate, Sheet
from riwaya.annotate.mentions.tables import OUTLET_HEADS
from riwaya.model import MentionKind

_BOUND = frozenset("بن ابن بنت ابو ابي ابا ام عبد ال ذو بو ولد بني".split())
_PARTICLES = frozenset("دي فان فون دا دو دل ديل دير دان تير ديلا ماك سان اوف دوس لا لو ايل ال دن فن ذي ده بين آل تن".split())
_ORDINALS = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر".split())
_INITIALS = frozenset("ا ب ج د ه و ف ك ل م ن ر س جي جيه اتش دبليو ار اف اس تي دي بي سي كي ام ان ال اي كيه".split())
_DIN = frozenset("الدين الاسلام الحق الله الاله الرحمن الزمان الهدي".split())
_PLACE_HEADS = frozenset(
    "مدينه بلده قريه محافظه ولايه شارع حي منطقه مطار جامعه مستشفي ملعب استاد فندق مخيم جبل نهر معبر ميدان ساحه جسر "
    "طريق قاعده شركه مجموعه نادي فريق حزب فيلم مسلسل روايه كتاب سفينه متحف قصر مسجد كنيسه سجن مدرسه قصف بنك سياره "
    "فندق مسرح دوري كاس جائزه جايزه مهرجان ستاد منتجع جزيره بحيره برج اعصار عاصفه شارعي وشارع بشارع مركز معهد كليه هاتف "
    "منتجات طائره طايره صاروخ عقار دواء مطعم ماركه لعبه اغنيه البوم برنامج تطبيق قمه كوكب نظام".split()
)
_AGE_UNITS = frozenset("عاما عام سنه سنوات اعوام ربيعا".split())
_NEVER = frozenset(
    "هذا هذه ذلك تلك التي الذي الذين اليوم امس غدا الي علي في من عن مع بعد قبل خلال بين قد لم لن لا ما ان انه هو هي كان كانت "
    "غير كل بعض او ثم حتي اذا لكن بل نحو ضد عند لدي منذ حول دون سوي ايضا كما حيث عبر اثر جراء ازاء قرب تحت فوق امام خلف "
    "الان هناك مثل عدم قال قالت الاحد الاثنين الاثلاثاء الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الماضيه الحالي الحاليه المقبل "
    "المقبله يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران "
    "تموز اب ايلول تشرين محرم صفر رجب شعبان رمضان شوال اعلاه السابق السابقه برس نيوز تايمز بوست تي الراحل الراحله الجديد الجديده الاسبق".split()
) - {"علي", "رمضان", "شعبان", "رجب", "شوال"}


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words read as one person's name, over tokens [first, last]."""

    first: int
    last: int
    prefix: int
    score: float
    parts: int


def read_name_at(sheet: Sheet, position: int, *, anchored: bool = False) -> Name | None:
    """Return the name that starts at a token; `anchored` where a role or title says that a person follows."""
    if not sheet.is_word(position) or _is_barred(sheet, position, anchored=anchored):
        return None
    start = _read_start(sheet, position, anchored=anchored)
    if start is None:
        return None
    strength, last = start
    prefix = _start_prefix(sheet, position)
    parts = 1
    while True:
        following = _read_following(sheet, last + 1, position, anchored=anchored)
        if following is None or last - position > 7:
            break
        weight, last = following
        strength = 1 - (1 - strength) * (1 - weight)
        parts += 1
    return Name(position, last, prefix, strength, parts)


def _start_prefix(sheet: Sheet, position: int) -> int:
    form = sheet.forms[position]
    for bound in ("ابو", "ابي", "ابن", "عبد", "بن", "ال"):
        if form.endswith(bound) and form != bound and form[: -len(bound)] in ("و", "ل", "ب", "ول", "ف", "وب", "ك"):
            return len(form) - len(bound)
    return sheet.names[position].prefix


def _is_barred(sheet: Sheet, position: int, *, anchored: bool) -> bool:
    form = sheet.forms[position]
    written = sheet.document.tokens[position].text
    if form in _NEVER or len(form) < 2 or (form in ("علي", "مني", "سوي") and written.endswith("ى")):
        return True
    if sheet.names[position].share < 0.3 and ((form,) in role_words() or form in body_heads()):
        return True
    if form.isascii() and not anchored:
        return True
    taken = sheet.taken[position]
    if taken is not None and taken is not MentionKind.NORP and position + 1 < len(sheet) and sheet.inside[position + 1]:
        return True
    return taken is not None and not (anchored or sheet.names[position].given >= 0.3)


def _bound_part(sheet: Sheet, position: int) -> int | None:
    """Return the last token of «عبد الرحمن», «أبو مازن», «بن علي» that starts here."""
    form = sheet.forms[position]
    bare = form
    for prefix in ("ول", "وب", "و", "ل", "ب", "ف", "ك"):
        if form.startswith(prefix) and form[len(prefix) :] in ("عبد", "ابو", "ابي", "ابن"):
            bare = form[len(prefix) :]
    if bare not in _BOUND or not sheet.is_word(position + 1) or not sheet.same_line(position + 1):
        return None
    following = sheet.forms[position + 1]
    if bare == "عبد":
        if not following.startswith("ال") and following not in ("رب", "ربه", "مناف"):
            return None
        return position + 1
    if bare == "ال" and sheet.document.tokens[position].text not in ("آل", "ال"):
        return None
    if following in _NEVER or following in _AGE_UNITS or following in SPEECH_VERBS:
        return None
    inner = _bound_part(sheet, position + 1) if following in ("عبد", "ابو", "ابي", "ال") else None
    return inner or position + 1


def _read_start(sheet: Sheet, position: int, *, anchored: bool) -> tuple[float, int] | None:
    """Return (strength, last token) of a name's first part."""
    form, name = sheet.forms[position], sheet.names[position]
    bound = _bound_part(sheet, position)
    if bound is not None:
        bare = form.lstrip("ولبفك") if not form.startswith("بن") else form
        strong = form.endswith("عبد") or (form.endswith(("ابو", "ابي")) and sheet.names[position + 1].common < 2000)
        if strong or (anchored and bare != "ال"):
            return (0.9 if form.endswith("عبد") else 0.6), bound
        return None
    if anchored:
        if name.unseen:
            return 0.8, position
        if name.known and (name.share >= 0.04 or name.common < 30):
            return max(0.75, name.share), position
        if 1 < name.common < 12 and not form.startswith("ال"):
            return 0.6, position
        return None
    if name.given >= 0.3 or (name.known and name.given >= 0.15 and name.listed_often):
        return name.given, position
    if name.family >= 0.45:
        return name.family * 0.9, position
    if name.unseen and name.letters > 0.2 and not form.startswith("ال"):
        return 0.3, position
    return (0.3, position) if name.known and name.share >= 0.2 else None


def _read_following(sheet: Sheet, position: int, first: int, *, anchored: bool) -> tuple[float, int] | None:
    """Return (weight, last token) of a name's next part, None where the name ends."""
    if position >= len(sheet) or not sheet.same_line(position):
        return None
    form = sheet.forms[position]
    if form in ("-", "'") and sheet.is_word(position + 1) and (sheet.joined[position] or sheet.joined[position + 1]):
        if sheet.joined[position] and sheet.joined[position + 1] and sheet.names[position + 1].common < 400:
            return 0.3, position + 1
        return None
    if form == "." and sheet.is_word(position + 1) and sheet.forms[position - 1] in _INITIALS:
        return (0.2, position + 1) if _is_part(sheet, position + 1, first, anchored=anchored) else None
    if not sheet.is_word(position) or form in _NEVER:
        return None
    bound = _bound_part(sheet, position) if form in _BOUND else None
    if bound is not None:
        return 0.7, bound
    if form in _DIN and position - first <= 2:
        return 0.6, position
    if form in _ORDINALS and position - first <= 3 and sheet.names[position - 1].given >= 0.2:
        return 0.5, position
    if (form in _PARTICLES or form in _INITIALS) and sheet.is_word(position + 1):
        return (0.3, position + 1) if _is_part(sheet, position + 1, first, anchored=anchored) else None
    weight = _is_part(sheet, position, first, anchored=anchored)
    return (weight, position) if weight else None


def _is_part(sheet: Sheet, position: int, first: int, *, anchored: bool) -> float:
    """Return how much a word adds to the name in front of it, 0 where it does not belong."""
    form, name = sheet.forms[position], sheet.names[position]
    if name.prefix or form in _NEVER or not sheet.same_line(position):
        return 0.0
    if form in nation_words() and name.family < 0.3:
        return 0.0
    start = sheet.names[first]
    trusted = anchored or start.given >= 0.3
    if sheet.taken[position] not in (None, MentionKind.NORP) and name.share < (0.15 if trusted else 0.5):
        return 0.0
    if form in SPEECH_VERBS and name.family < 0.3:
        return 0.0
    if form.isascii() and not anchored:
        return 0.0
    if name.unseen:
        return 0.7 if trusted or name.letters > 0.2 else 0.0
    if name.known and name.share >= (0.1 if trusted else 0.3):
        return max(name.family, 0.8 * name.given, 0.3)
    if trusted and form.startswith("ال") and name.known and name.family >= 0.03 and not name.common > 1500:
        return 0.3
    if trusted and 1 < name.common <= 6 and position - first <= 2:
        return 0.3
    return 0.0


def find_free_names(sheet: Sheet) -> None:
    """Add the names that stand without a role in front, those known or shaped so that nothing else is likely."""
    busy = {index for found in sheet.found if found.kind is MentionKind.PER for index in _span(found)}
    position = 0
    while position < len(sheet):
        if position in busy or not sheet.is_word(position):
            position += 1
            continue
        name = read_name_at(sheet, position)
        score = _score_free(sheet, name) if name else 0.0
        if name is None or score < 0.5:
            position += 1
            continue
        sheet.add(Candidate(name.first, name.last, name.prefix, MentionKind.PER, score))
        position = name.last + 1


def _span(candidate: Candidate) -> range:
    return range(candidate.first, candidate.last + 1)


def _score_free(sheet: Sheet, name: Name) -> float:
    """Return the probability that a free-standing run is a person's name."""
    reading = sheet.names[name.first]
    before = sheet.form(name.first - 1) if sheet.form(name.first - 1) != '"' else sheet.form(name.first - 2)
    spoken = _is_spoken(sheet, name)
    aged = _has_age(sheet, name.last + 1)
    if before in _PLACE_HEADS or before in OUTLET_HEADS or before.removeprefix("ال") in body_heads():
        return 0.0 if not aged else 0.7
    if aged:
        return 0.92
    if name.parts == 1:
        return _score_single(sheet, name, spoken=spoken)
    if reading.given >= 0.3:
        return 0.93 if name.score >= 0.8 else 0.85
    if sheet.forms[name.first].endswith(("عبد", "ابو", "ابي")):
        return 0.85
    if name.score >= 0.75 and reading.known:
        return 0.8
    if reading.unseen:
        return 0.7 if name.score >= 0.75 or spoken else 0.55
    return 0.6 if spoken or name.score >= 0.6 else 0.0


def _score_single(sheet: Sheet, name: Name, *, spoken: bool) -> float:
    reading = sheet.names[name.first]
    if sheet.taken[name.first] is not None:
        return 0.0
    if sheet.forms[name.first] != reading.form and sheet.forms[name.first].endswith(("عبد", "ابو")):
        return 0.6
    if name.last > name.first:
        return 0.75
    if reading.family >= 0.45 and reading.common == 0 and not reading.listed_only:
        return min(0.9, 0.35 + 0.6 * reading.family) + (0.04 if spoken else 0)
    if spoken and reading.known and reading.share >= 0.3 and not reading.listed_only:
        return 0.7
    if spoken and (reading.unseen or reading.listed_only) and not sheet.forms[name.first].startswith("ال"):
        return 0.6
    return 0.0


def _is_spoken(sheet: Sheet, name: Name) -> bool:
    before = sheet.form(name.first - 1)
    after = sheet.form(name.last + 1)
    return before in SPEECH_VERBS or before.removeprefix("و") in SPEECH_VERBS or (
        after in SPEECH_VERBS and sheet.same_line(name.last + 1)
    )


def _has_age(sheet: Sheet, position: int) -> bool:
    """Return whether «(27 عاما)» or «، 27 عاما،» follows."""
    if sheet.form(position) not in ("(", ","):
        return False
    tokens = sheet.document.tokens
    return (
        position + 2 < len(tokens)
        and tokens[position + 1].kind == "number"
        and tokens[position + 1].end - tokens[position + 1].start <= 3
        and (sheet.forms[position + 2] in _AGE_UNITS or (sheet.form(position) == "(" and sheet.form(position + 2) == ")"))
        and tokens[position + 1].text[:2] not in ("19", "20")
    )
