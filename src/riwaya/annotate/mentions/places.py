"""Places named by what they are: «مدينة X», «قرية X», «مطار X», «شارع X»."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.compound_names import is_behind_particle
from riwaya.annotate.mentions.lexicon import body_heads, nation_words, press_words, role_words, words
from riwaya.annotate.mentions.persons import read_name_at
from riwaya.annotate.mentions.readings import letter_score, prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_COMMON = 3000  # «مطار الضمير»: behind an indefinite noun of this kind a definite one is its name
_KNOWN = 300  # articles that hold a definite word which may be a name behind «حي», «شارع»
_RARE = 60
_SELDOM = 12
_HARDLY = 4
_SURELY = 0.5
_FOREIGN = -0.6  # from so much on the letters of a rare word are those of a name
_NAME = 0.3
_SURE = 0.98
_QUOTES = frozenset(('"', "'"))


def find_headed_places(sheet: Sheet) -> None:
    """Add settlements without their head noun and landmarks with it."""
    for position in range(len(sheet) - 1):
        head = _read_head(sheet.forms[position])
        if head is None or sheet.taken[position] is not None or not sheet.is_word(position):
            continue
        prefix, noun = head
        if noun in words("settlement_heads"):
            _read_settlement(sheet, position, noun)
        else:
            _read_landmark(sheet, position, prefix, noun)


@lru_cache(maxsize=1 << 16)
def _read_head(form: str) -> tuple[int, str] | None:
    """Return (letters in front, noun) of a head noun of places, None where a form is none."""
    for prefix, rest in prefix_readings(form):
        if rest in words("settlement_heads") or rest in words("landmark_heads"):
            return prefix, rest
    return None


def _read_settlement(sheet: Sheet, position: int, head: str) -> None:
    first = position + 1
    if sheet.form(first) in ('"', "("):
        first += 1
    end = _name_end(sheet, first)
    if end < first and head in words("town_heads") and _is_rare_town(sheet, first):
        end = _tail_end(sheet, first)  # «بلدة جنديرس»
    if end >= first and sheet.taken[first] is None:
        score = 0.8 if first == position + 1 else 0.75
        sheet.take(Candidate(first, end, 0, MentionKind.GPE, score))


def _is_rare_town(sheet: Sheet, first: int) -> bool:
    """Return whether a rare word is a town's whole name: no person's («ولاية ساركوزي»), no half of «بئر العبد»."""
    if first >= len(sheet) or not _is_firm(sheet, first, rare=_RARE) or sheet.names[first].share >= _NAME:
        return False
    following = sheet.form(first + 1)
    return following not in ("-", "_") and (not sheet.is_definite(first + 1) or following.endswith("ه"))


def _read_landmark(sheet: Sheet, position: int, prefix: int, head: str) -> None:
    first = position + 1
    if sheet.inside[first] or not sheet.same_line(first) or _is_other_word(sheet, position, head):
        return
    found = _landmark_end(sheet, first, head)
    if found is None:
        return
    end, score = found
    while end + 1 < len(sheet) and sheet.form(end + 1) in words("landmark_adjectives") and sheet.same_line(end + 1):
        end += 1
    sheet.add(Candidate(position, end, prefix, MentionKind.LOC, score))


def _is_other_word(sheet: Sheet, position: int, head: str) -> bool:
    """Return whether a head is another word that folds alike («أدّى», «من وحي الواقع»)."""
    written = sheet.tokens[position].text
    return (head == "وادي" and "أ" in written) or (head == "حي" and written == "وحي")


def _landmark_end(sheet: Sheet, first: int, head: str) -> tuple[int, float] | None:
    """Return the last token of a landmark's name and how sure it is one, None where no name stands behind its head."""
    inner = sheet.forms[first]
    if sheet.taken[first] in (MentionKind.GPE, MentionKind.LOC):
        # A place of the tables behind such a noun leaves no doubt («سهل نينوى»).
        if inner in words("common_sites") or any(found.first == first and found.prefix for found in sheet.found):
            return None  # «مطار المدينة», «فندق بدبي»
        end = first
        while end + 1 < len(sheet) and sheet.inside[end + 1]:
            end += 1
        return _tail_end(sheet, end), _SURE if head in words("firm_heads") else 0.93
    bearer = _bearer_end(sheet, first) if head in words("bearing_heads") else None
    firm = head in words("firm_heads")
    if bearer is not None:
        return bearer, _SURE if firm and inner in words("bearers") else 0.9
    if firm and inner in words("landmark_heads") and sheet.is_word(first + 1) and sheet.same_line(first + 1):
        return _landmark_end(sheet, first + 1, inner)  # «استاد برج العرب», «معبر مخيم الوافدين»
    if head in words("loose_heads"):
        bare = inner.removeprefix("ال")
        seldom = press_words().get(bare, 0) <= _HARDLY or (head != "سد" and letter_score(bare) > _SURELY)
        end = _name_end(sheet, first) if seldom else first - 1
        return (end, 0.75) if end >= first else None  # «قاعدة الشعيرات», but «قاعدة المشتركين»
    quoted = _quote_end(sheet, first) if sheet.form(first) in _QUOTES else None
    if quoted is not None:
        return quoted, 0.9
    named = firm or head in words("bare_heads")
    if _is_firm(sheet, first, rare=_RARE if named else _SELDOM, definite=firm):
        return _tail_end(sheet, first), _SURE if firm else 0.9 if named else 0.75
    end = _name_end(sheet, first)
    return (end, 0.75) if end >= first else None


def _bearer_end(sheet: Sheet, first: int) -> int | None:
    """Return the last token of the person's name that a place bears («ملعب هزاع بن زايد», «مطار الملك خالد»)."""
    if sheet.forms[first] in words("bearers"):
        named = read_name_at(sheet, first + 1, anchored=True) if sheet.same_line(first + 1) else None
        return named.last if named is not None and not named.prefix else None
    name = sheet.names[first]
    if name.prefix or name.common or name.share < _NAME or sheet.taken[first] is not None:
        return None
    named = read_name_at(sheet, first)
    return named.last if named is not None and not named.prefix else None


def _is_firm(sheet: Sheet, first: int, *, rare: int, definite: bool = False) -> bool:
    """Return whether the word behind a noun that is hardly ever without a name («مطار», «حي») is that name."""
    form, name = sheet.forms[first], sheet.names[first]
    if not sheet.is_word(first) or sheet.taken[first] is not None or name.prefix:
        return False
    bare = form.removeprefix("ال")
    if form in nation_words() or (bare,) in role_words() or bare in body_heads() or form in words("never"):
        return False
    if form in words("landmark_adjectives") or form in words("also_nouns") or form in words("common_sites"):
        return False
    if form.startswith("ال"):
        return definite and name.common < _KNOWN and len(form) > 4
    foreign = name.letters > (_FOREIGN if rare == _RARE else 0)
    return (name.unseen or (name.common <= rare and foreign)) and not _is_plain_word(form)


def _quote_end(sheet: Sheet, first: int) -> int | None:
    """Return the closing mark of a short name in quotation marks («ملعب "فيلودروم"»), None where it does not close."""
    for end in range(first + 2, min(first + 5, len(sheet))):
        if sheet.forms[end] == sheet.forms[first]:
            return end if sheet.same_line(end) and all(map(sheet.is_word, range(first + 1, end))) else None
    return None


def _tail_end(sheet: Sheet, first: int) -> int:
    """Return the last token of a name whose other words are no less foreign («حي نايت بريدج», «مطار جون كينيدي»)."""
    end = first
    while end - first < 2 and sheet.is_word(end + 1) and sheet.same_line(end + 1) and not sheet.joined[end + 1]:
        form, name = sheet.forms[end + 1], sheet.names[end + 1]
        foreign = name.unseen or name.listed_only or (name.common <= _RARE and name.letters > 0)
        if not foreign or name.prefix or len(form) < 2 or form.startswith("ال") or _is_plain_word(form):
            break
        if sheet.taken[end + 1] is not None or form in nation_words() or form in words("never"):
            break
        end += 1
    return end


@lru_cache(maxsize=1 << 12)
def _is_plain_word(form: str) -> bool:
    """Return whether a rare word is an adjective, a verb, or one behind a particle («مكتظ», «يغلي», «للحاويات»)."""
    known = press_words()
    if form.endswith(("ا", "ي")) and known.get(form[:-1], 0) > _SELDOM:
        return True  # «ميناء سياحيا», «جبل جليدي»
    if is_behind_particle(form) or (form.endswith("يه") and known.get(form, 0) > _SELDOM):
        return True  # «جزيرة نائية»
    partners = [form[:-1]] if form.endswith("ه") else [f"{form}ه"]
    if form[0] in "يت":
        partners.append(("ت" if form[0] == "ي" else "ي") + form[1:])
    return any(known.get(partner, 0) > 1 for partner in partners)


def _name_end(sheet: Sheet, first: int) -> int:
    """Return the last token of a proper name of at most three words, `first` - 1 where none starts."""
    end = first
    while end < len(sheet) and end - first < 3 and _is_proper(sheet, end, first):
        end += 1
    return end - 1


def _is_proper(sheet: Sheet, position: int, first: int) -> bool:
    if not sheet.is_word(position) or (position > first and not sheet.same_line(position)):
        return False
    form, name = sheet.forms[position], sheet.names[position]
    if sheet.taken[position] is not None or form in nation_words() or (form.removeprefix("ال"),) in role_words():
        return False
    if name.prefix or form in words("also_nouns"):
        return False
    if form.startswith("ال"):
        # «مدينة الصدر» and «بلدة الشحيل», but neither «المدينة القديمة» nor «منطقة الشرق».
        led = sheet.form(first - 1).removeprefix("ب").removeprefix("ل") in words("sites")
        return position == first and name.common < (_COMMON if led else 60) and form not in words("landmark_adjectives")
    return name.unseen or name.listed_only or (name.known and name.common < 30 and position > first)
