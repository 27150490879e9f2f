"""How far a role phrase goes, from its head noun to the holder's name or the end of its complements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.annotate.mentions.bodies import read_extent
from riwaya.annotate.mentions.lexicon import RoleWord, body_heads, nation_words, role_words, words
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.arabic.normalise import fold
from riwaya.knowledge.bodies import known_outlets
from riwaya.knowledge.owned import told_press
from riwaya.model import MentionKind


@dataclass(frozen=True, slots=True)
class Head:
    """A role's head noun over tokens [first, last], its start behind `prefix` letters of the first."""

    word: RoleWord
    first: int
    last: int
    prefix: int
    definite: bool


def before_titles(sheet: Sheet, head: Head, end: int) -> int:
    """Return the last token of an office in front of the holder's title («ولي العهد السعودي | الأمير»)."""
    last = end
    while last > head.last + (head.first == head.last) and sheet.is_definite(last):
        role = role_words().get((sheet.forms[last].removeprefix("ال"),))
        if role is None or role.kind not in ("title", "rank") or role.number != "s":
            break
        last -= 1
    return last if head.word.kind == "office" else end


def inner_office(sheet: Sheet, head: Head, end: int) -> int:
    """Return the token of another person's office at the end of a role («المتحدث باسم الرئيس التركي»), else 0."""
    if sheet.forms[head.first][head.prefix :].removeprefix("ال") in words("deputies"):
        return 0
    index = end
    while index > head.last and (sheet.forms[index] in nation_words() or sheet.forms[index] in words("qualifiers")):
        index -= 1
    for first in (index - 1, index):
        if first <= head.last:
            continue
        form = sheet.forms[first]
        phrase = (form, sheet.form(index)) if first < index else (form.removeprefix("ال"),)
        word = role_words().get(phrase)
        single = first < index or form.startswith("ال")
        # Behind a word with the article the construct is closed: «رئيس الحكومة المحافظ X» is one role.
        bound = not sheet.is_definite(first - 1)
        if word is not None and single and bound and word.kind == "office" and word.number == "s":
            return first
    return 0


def is_attached(sheet: Sheet, head: Head, end: int) -> bool:
    """Return whether a trade is a body's («نجم ليفربول»), or definite and of a nation («الفنانة المصرية»)."""
    kinds = {sheet.taken[index] for index in range(head.last + 1, end + 1)} - {None}
    if head.definite:
        return bool(kinds)
    return not kinds <= {MentionKind.NORP} and sheet.forms[head.last][head.prefix :] not in words("never_alone")


def leads_to_body(sheet: Sheet, link: int) -> bool:
    """Return whether «في» says where a role is held («العميد في القوات الخاصة»), not where its holder is."""
    following = sheet.form(link + 1)
    body = following.removeprefix("ال") in body_heads() or sheet.taken[link + 1] is MentionKind.ORG
    return body and sheet.form(link) in ("في", "لدي")


def is_adjective(sheet: Sheet, head: Head) -> bool:
    """Return whether a role word qualifies what stands in front of it («الموعد المقرر», «البلد المحافظ»)."""
    form = sheet.forms[head.last][head.prefix :]
    if not form.startswith("ال"):
        return False
    bare = form.removeprefix("ال")
    return bare in words("never_alone") or (bare in words("adjectives") and sheet.is_definite(head.first - 1))


def trim(sheet: Sheet, head: Head, end: int) -> int:
    """Return the last token of the phrase without a link, comma or conjunction at its end."""
    if sheet.forms[end] == '"' and sheet.forms[head.last : end + 1].count('"') == 2:
        return end
    while end > head.last and (not sheet.is_word(end) or sheet.forms[end] in words("links")):
        end -= 1
    if end > head.last + 1 and sheet.forms[end] in ("الجديد", "الجديده"):
        end -= 1
    return end


def continues(sheet: Sheet, head: Head, position: int) -> bool:
    """Return whether a word goes on with the role rather than starting a name."""
    form, name = sheet.forms[position], sheet.names[position]
    if position in sheet.known or _disagrees(sheet, head, position):
        return False
    if form in nation_words() or form in words("qualifiers") or form in words("ends"):
        return True
    if _is_charge(sheet, position):
        return True
    if sheet.taken[position] is not None and name.given < 0.3:
        return True
    if sheet.is_definite(position) and name.share < 0.3:
        return True
    return form in body_heads() or form in words("parts")


def _is_charge(sheet: Sheet, position: int) -> bool:
    """Return whether a word says what one is charged with («المكلف حماية المواطنين», no «المكلف | سليم الحدادي»)."""
    return sheet.forms[position - 1] in words("charged") and sheet.names[position].given < 0.2


def _disagrees(sheet: Sheet, head: Head, position: int) -> bool:
    """Return whether an adjective without the article stands right behind a definite rank: «العقيد تركي X»."""
    close = (
        head.definite
        and (position == head.last + 1 or sheet.form(position - 1) == "الركن")
        and head.word.kind in ("rank", "title")
    )
    return close and not sheet.forms[position].startswith("ال") and sheet.names[position].given >= 0.15


def _is_outlet(sheet: Sheet, position: int) -> bool:
    """Return whether an outlet is named at the token, or behind a quotation mark there."""
    position += sheet.form(position) == '"'
    return position < len(sheet) and sheet.taken[position] is MentionKind.OUTLET


def _addresses_outlet(sheet: Sheet, head: Head, position: int) -> bool:
    """Return whether an outlet is named behind «ل» to which somebody who is not its own speaks («لبي بي سي»)."""
    form = sheet.forms[position]
    if sheet.forms[head.last][head.prefix :] in words("press_men") or form.startswith("لل"):
        return False
    if sheet.taken[position] is not MentionKind.OUTLET:
        return form in words("outlet_heads")
    led = any(found.first == position and found.prefix for found in sheet.found)
    return led or form[1:] in _outlet_forms()


def _tells_press(sheet: Sheet, head: Head, position: int) -> bool:
    """Return whether a word says whom a holder told («المتحدث باسم الوزارة | للصحفيين», «| لوكالة فرانس برس»)."""
    if not sheet.forms[position].startswith("ل"):
        return False
    spoken = [sheet.tokens[index].text for index in range(head.first, min(position + 2, len(sheet)))]
    return told_press(spoken) == position - head.first > 0


@cache
def _outlet_forms() -> frozenset[str]:
    """Return the folded names of outlets and agencies in one word."""
    names = (name for outlet in known_outlets() for name in (outlet.name, *outlet.names))
    return frozenset(form for form in map(fold, names) if " " not in form)


def extend(sheet: Sheet, head: Head, position: int) -> int:
    """Return how many tokens from here belong to the role, 0 where it ends."""
    if not sheet.same_line(position) or position in sheet.known:
        return 0
    if not sheet.is_word(position):
        tagged = sheet.forms[position] == "#" and sheet.is_word(position + 1) and position > head.last + 1
        if tagged and (sheet.taken[position + 1] is not None or sheet.is_definite(position + 1)):
            return 1  # «المتحدث باسم #الكرملين»
        return _quoted_name(sheet, head, position)
    form = sheet.forms[position]
    if form in words("ends") or form in ("والتي", "والذي", "والذين") or form in words("speech_verbs"):
        return 0
    outlet = sheet.taken[position] is MentionKind.OUTLET
    if outlet and form.startswith("ل") and form[1:] in _outlet_forms() and position > head.last + 1:
        return 0  # «المتحدثة باسم الوزارة | لرويترز»
    if not head.definite and form.startswith("ل") and _addresses_outlet(sheet, head, position):
        return 0  # «دبلوماسي | لرويترز», «طبيب | لوكالة الصحافة الفرنسية»
    if _tells_press(sheet, head, position):
        return 0
    if form in ("ل", "لـ") and _is_outlet(sheet, position + 1):
        return 0  # «مسؤول في الحلف | لـ "رويترز"»
    if (
        form in nation_words()
        or form in words("qualifiers")
        or form in words("parts")
        or sheet.taken[position] is not None
    ):
        return 1
    if _is_charge(sheet, position) or (sheet.forms[position - 1] == "لدي" and _is_office(form)):
        return 1
    bare = sheet.forms[head.last][head.prefix :].removeprefix("ال")
    deputy = bare in words("deputies") or bare in words("aides") or (head.word.kind == "kin" and not head.definite)
    if deputy and position == head.last + 1 and _is_office(form.removeprefix("ال")):
        return 1  # «نائب وزير النفط»: one office
    if head.word.kind in ("title", "rank", "kin") and not head.definite:
        return 0
    if sheet.is_definite(position):
        second = position > head.last + 1 and sheet.is_definite(position - 1) and _is_office(form.removeprefix("ال"))
        if form.endswith("ات") and position > head.last + 1 and sheet.is_definite(position - 1):
            return 0  # «متحدث باسم الشرطة | التحقيقات»: no adjective
        return 0 if second and form.removeprefix("ال") not in words("adjectives") else 1
    if form.startswith("وال") and position > head.last + 1 and sheet.names[position].share < 0.3:
        return 1 if head.word.kind == "office" and sheet.forms[position - 1].startswith("ال") else 0
    if form in words("links") or form.startswith(("لل", "بال")):
        return 1 if _link_leads_on(sheet, position) else 0
    if form in body_heads() or (form[:1] in "لب" and head.definite and form[1:] in body_heads()):
        return _body_length(sheet, position)
    return 0


def _body_length(sheet: Sheet, position: int) -> int:
    """Return how many tokens the body that a role belongs to takes («المدير التنفيذي لشركة فولكس فاغن»)."""
    end, _ = read_extent(sheet, position, definite=False)
    for index in range(position + 1, end + 1):
        if sheet.taken[index] is None and sheet.names[index].given >= 0.3:
            return 1  # the holder's own name
    return end - position + 1


def _is_office(form: str) -> bool:
    word = role_words().get((form,))
    return word is not None and word.kind == "office" and word.number == "s"


def _quoted_name(sheet: Sheet, head: Head, position: int) -> int:
    """Return the length of a body's quoted name («زعيم حزب "X" فلان») with its marks, 0 where there is none."""
    if sheet.forms[position] != '"':
        return 0
    founded = position == head.last + 1 and not head.definite and head.word.kind in ("office", "occupation")
    if not founded and (position == head.last + 1 or sheet.form(position - 1) not in words("quoted")):
        return 0
    for end in range(position + 2, min(position + 6, len(sheet))):
        if sheet.forms[end] == '"':
            return end - position + 1
    return 0


def _link_leads_on(sheet: Sheet, position: int) -> bool:
    form = sheet.forms[position]
    following = sheet.form(position + 1)
    if form.startswith("لل"):
        known = form[2:] in body_heads() or form[2:] in words("parts") or sheet.taken[position] is not None
        before = sheet.forms[position - 1]
        free = (
            before not in words("time_words")
            and before != "الاسبق"
            and before not in nation_words()
            and sheet.is_definite(position - 1)
        )
        return known or free or form.startswith("للشو") or following in nation_words()
    if form in ("باسم", "بشان") or form.startswith("لشو"):
        return True
    if form == "ل":
        return position + 1 < len(sheet) and (following in ('"', "#") or sheet.taken[position + 1] is not None)
    if form in ("علي", "من", "ب"):
        return False
    if position + 1 >= len(sheet):
        return bool(following)
    bare = following.removeprefix("ال")
    return sheet.taken[position + 1] is not None or bare in body_heads() or (form == "لدي" and _is_office(bare))
