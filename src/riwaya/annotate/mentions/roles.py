"""Roles and their holders: «وزير الدفاع الأميركي لويد أوستن», «المتحدث باسم الخارجية ...», «اللواء ...»."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.mentions.bodies import read_extent
from riwaya.annotate.mentions.lexicon import RoleWord, body_heads, nation_words, role_words, words
from riwaya.annotate.mentions.persons import Name, read_name_at
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import HOLDS_NAME, Candidate, Sheet
from riwaya.model import MentionKind

_LIMIT = 12  # tokens behind the head


@dataclass(frozen=True, slots=True)
class _Head:
    word: RoleWord
    first: int
    last: int
    prefix: int
    definite: bool


def find_roles(sheet: Sheet) -> None:
    """Add every role phrase with its holder, and the holders that only a role makes certain."""
    position = 0
    while position < len(sheet):
        head = _read_head(sheet, position)
        if head is None:
            position += 1
            continue
        position = max(position + 1, _read_role(sheet, head))


def _read_head(sheet: Sheet, position: int) -> _Head | None:
    if (
        not sheet.is_word(position)
        or sheet.inside[position]
        or sheet.tokens[position].text.lstrip("وبلفك") in ("أمام", "إلى")
    ):
        return None
    heads = role_words()
    for prefix, form in prefix_readings(sheet.forms[position]):
        definite = form.startswith("ال") and len(form) > 3
        bare = form[2:] if definite else form
        if len(bare) < 2 and form != "د":
            continue
        # The longest head first: «رئيس الوزراء» names one office.
        following = sheet.form(position + 1)
        if following and (bare, following) in heads:
            return _Head(heads[bare, following], position, position + 1, prefix, definite or following.startswith("ال"))
        if (bare,) not in heads or (prefix and bare in ("د",)):
            continue
        word = heads[bare,]
        if not definite and sheet.names[position].given >= 0.2 and _is_given_name(sheet, position, word):
            return None  # «سيد», «أمير» and «رائد» without the article are given names
        if form == "فريق":
            return None  # a team; the rank is «الفريق» or «فريق أول»
        if bare == "د" and sheet.form(position + 1) not in (".", "/"):
            return None
        return _Head(word, position, position, prefix, definite)
    return None


def _is_given_name(sheet: Sheet, position: int, word: RoleWord) -> bool:
    if word.kind == "title":
        return True
    following = sheet.names[position + 1] if sheet.is_word(position + 1) else None
    return word.kind == "rank" and following is not None and (following.unseen or following.share >= 0.3)


def _read_role(sheet: Sheet, head: _Head) -> int:
    """Add the role phrase of a head; return the token to go on from."""
    end = head.last
    if sheet.forms[head.first] == "د" or (head.word.kind == "title" and sheet.form(end + 1) in (".", "/")):
        name = read_name_at(sheet, end + 2, anchored=True)
        if name:
            _add_holder(sheet, name, 0.93)
        return end + 2
    steps, holder = 0, None
    while steps < _LIMIT:
        holder = _read_holder(sheet, head, end + 1, steps)
        if holder is not None:
            break
        step = _extend(sheet, head, end + 1)
        if not step:
            break
        end += step
        steps += step
    if holder is None:
        return _close_without_holder(sheet, head, end, steps)
    score = 0.94 if head.word.kind != "kin" else 0.88
    _add_holder(sheet, holder, score)
    end = _trim(sheet, head, min(end, holder.first - 1))
    if _is_possessor(sheet, head, steps):
        if head.word.kind != "kin":
            sheet.add(Candidate(head.first, holder.last, head.prefix, MentionKind.ROLE, 0.8, HOLDS_NAME))
        return holder.last + 1
    inner = _inner_office(sheet, head, end) if sheet.is_word(holder.first - 1) else 0
    if inner:
        # «المتحدث باسم الرئيس X»: a surname alone is the president's; a full name may be either's.
        alone = holder.parts == 1
        first, owner = (inner, holder.first) if alone else (head.first, -1)
        sheet.add(Candidate(first, end, 0 if alone else head.prefix, MentionKind.ROLE, 0.85, owner))
        return holder.last + 1
    if head.word.kind != "kin":
        last = _before_titles(sheet, head, end)
        sheet.add(Candidate(head.first, last, head.prefix, MentionKind.ROLE, 0.9, holder.first))
        if last < end:
            sheet.add(Candidate(last + 1, end, 0, MentionKind.ROLE, 0.9, holder.first))
    return _add_second(sheet, head, holder)


def _before_titles(sheet: Sheet, head: _Head, end: int) -> int:
    """Return the last token of an office in front of the holder's title («ولي العهد السعودي | الأمير»)."""
    last = end
    while last > head.last + (head.first == head.last) and sheet.is_definite(last):
        role = role_words().get((sheet.forms[last].removeprefix("ال"),))
        if role is None or role.kind not in ("title", "rank") or role.number != "s":
            break
        last -= 1
    return last if head.word.kind == "office" else end


def _is_possessor(sheet: Sheet, head: _Head, steps: int) -> bool:
    """Return whether the name behind a bare indefinite noun is whose lawyer or minister it is («محامي X»)."""
    if sheet.tokens[head.last].text.endswith(("ه", "ها", "هم")):
        return False  # «لاعبه X»: the pronoun says whose
    served = sheet.forms[head.first][head.prefix :] in words("served")
    return not steps and not head.definite and (served or head.word.kind in ("office", "occupation"))


def _inner_office(sheet: Sheet, head: _Head, end: int) -> int:
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


def _close_without_holder(sheet: Sheet, head: _Head, end: int, steps: int) -> int:
    if sheet.forms[head.last] not in words("envoys"):
        for index in range(head.last + 1, end + 1):
            if sheet.forms[index] in words("place_links") and not _leads_to_body(sheet, index):
                end = index - 1
                break
    end = _trim(sheet, head, end)
    if head.word.number == "p" or _is_adjective(sheet, head):
        return end + 1
    if head.word.kind in ("office", "title", "rank") and (end > head.last or head.definite):
        bare = end == head.last
        if bare and (head.word.kind != "office" or head.word.number != "s"):
            return end + 1
        sheet.add(Candidate(head.first, end, head.prefix, MentionKind.ROLE, 0.6 if bare else 0.8))
    elif head.word.kind == "occupation" and head.word.number == "s" and _is_attached(sheet, head, end):
        sheet.add(Candidate(head.first, end, head.prefix, MentionKind.ROLE, 0.65))  # «نجم ليفربول»
    return head.last + 1 if steps == 0 else end + 1


def _is_attached(sheet: Sheet, head: _Head, end: int) -> bool:
    """Return whether a trade is a body's («نجم ليفربول»), or definite and of a nation («الفنانة المصرية»)."""
    kinds = {sheet.taken[index] for index in range(head.last + 1, end + 1)} - {None}
    if head.definite:
        return bool(kinds)
    return not kinds <= {MentionKind.NORP} and sheet.forms[head.last][head.prefix :] not in words("never_alone")


def _leads_to_body(sheet: Sheet, link: int) -> bool:
    """Return whether «في» says where a role is held («العميد في القوات الخاصة»), not where its holder is."""
    following = sheet.form(link + 1)
    body = following.removeprefix("ال") in body_heads() or sheet.taken[link + 1] is MentionKind.ORG
    return body and sheet.form(link) in ("في", "لدي")


def _is_adjective(sheet: Sheet, head: _Head) -> bool:
    """Return whether a role word qualifies what stands in front of it («الموعد المقرر», «البلد المحافظ»)."""
    form = sheet.forms[head.last][head.prefix :]
    if not form.startswith("ال"):
        return False
    bare = form.removeprefix("ال")
    return bare in words("never_alone") or (bare in words("adjectives") and sheet.is_definite(head.first - 1))


def _trim(sheet: Sheet, head: _Head, end: int) -> int:
    """Return the last token of the phrase without a link, comma or conjunction at its end."""
    if sheet.forms[end] == '"' and sheet.forms[head.last : end + 1].count('"') == 2:
        return end
    while end > head.last and (not sheet.is_word(end) or sheet.forms[end] in words("links")):
        end -= 1
    if end > head.last + 1 and sheet.forms[end] in ("الجديد", "الجديده"):
        end -= 1
    return end


def _read_holder(sheet: Sheet, head: _Head, position: int, steps: int) -> Name | None:
    """Return the name that starts here and holds the role, directly or in apposition behind a comma or quote."""
    form = sheet.form(position)
    if not sheet.same_line(position) and position != head.last + 1:
        return None
    if form in (",", ":", "-", '"', "(", "#"):
        if (form == "," and not (steps or head.definite)) or not sheet.same_line(position + 1):
            return None
        following = position + 1
        if sheet.form(following) in ('"', "#", "("):
            following += 1
        name = read_name_at(sheet, following, anchored=False)
        ranked = head.word.kind in ("rank", "title") and sheet.is_word(following + 1)
        if name is None and ranked and sheet.names[following + 1].family >= 0.5:
            name = read_name_at(sheet, following, anchored=True)  # «العقيد، تركي المالكي»
        if name is None or name.prefix or name.score < 0.4:
            return None
        return name if name.parts > 1 or form != "," else None
    if not sheet.is_word(position) or not sheet.same_line(position):
        return None
    if position > head.last + 1 and sheet.form(position - 1) in words("links"):
        return None  # «الممثل الدائم لدى اليونسكو في باريس»
    if form.startswith("ل") and sheet.names[position].prefix and sheet.names[position].share >= 0.4:
        return None  # «المحامي الشخصي لترامب»
    if head.word.kind == "occupation" and not (head.definite or steps):
        name = read_name_at(sheet, position)
        return name if name and name.parts > 1 and not name.prefix else None
    if not (steps or head.definite or head.word.kind in ("title", "rank", "kin")):
        # «وزير X»: without a complement the next word is the complement, unless it is plainly a name.
        name = read_name_at(sheet, position)
        return name if name and name.parts > 1 and name.score >= 0.8 and not name.prefix else None
    if _continues(sheet, head, position):
        return None
    sure = head.word.number != "p" and head.word.kind not in ("occupation", "kin")
    name = read_name_at(sheet, position, anchored=sure)
    if name is None and head.word.kind in ("occupation", "kin") and head.word.number == "s":
        name = read_name_at(sheet, position, anchored=True)
        name = name if name and name.parts > 1 else None
    if name is None or name.prefix:
        return None
    return name if sure or name.parts > 1 or name.score >= 0.4 else None


def _continues(sheet: Sheet, head: _Head, position: int) -> bool:
    """Return whether a word goes on with the role rather than starting a name."""
    form, name = sheet.forms[position], sheet.names[position]
    if _disagrees(sheet, head, position):
        return False
    if form in nation_words() or form in words("qualifiers") or form in words("ends"):
        return True
    if sheet.forms[position - 1] in words("charged"):
        return True  # «المكلف حماية المواطنين»
    if sheet.taken[position] is not None and name.given < 0.3:
        return True
    if sheet.is_definite(position) and name.share < 0.3:
        return True
    return form in body_heads() or form in words("parts")


def _disagrees(sheet: Sheet, head: _Head, position: int) -> bool:
    """Return whether an adjective without the article stands right behind a definite rank: «العقيد تركي X»."""
    close = (
        head.definite
        and (position == head.last + 1 or sheet.form(position - 1) == "الركن")
        and head.word.kind in ("rank", "title")
    )
    return close and not sheet.forms[position].startswith("ال") and sheet.names[position].given >= 0.15


def _extend(sheet: Sheet, head: _Head, position: int) -> int:
    """Return how many tokens from here belong to the role, 0 where it ends."""
    if not sheet.same_line(position):
        return 0
    if not sheet.is_word(position):
        tagged = sheet.forms[position] == "#" and sheet.is_word(position + 1) and position > head.last + 1
        if tagged and (sheet.taken[position + 1] is not None or sheet.is_definite(position + 1)):
            return 1  # «المتحدث باسم #الكرملين»
        return _quoted_name(sheet, head, position)
    form = sheet.forms[position]
    if form in words("ends") or form in ("والتي", "والذي", "والذين") or form in words("speech_verbs"):
        return 0
    if (
        form in nation_words()
        or form in words("qualifiers")
        or form in words("parts")
        or sheet.taken[position] is not None
    ):
        return 1
    if sheet.forms[position - 1] in words("charged") or (sheet.forms[position - 1] == "لدي" and _is_office(form)):
        return 1
    bare = sheet.forms[head.last][head.prefix :].removeprefix("ال")
    deputy = bare in words("deputies") or bare in words("aides") or (head.word.kind == "kin" and not head.definite)
    if deputy and position == head.last + 1 and _is_office(form.removeprefix("ال")):
        return 1  # «نائب وزير النفط»: one office
    if head.word.kind in ("title", "rank", "kin") and not head.definite:
        return 0
    if sheet.is_definite(position):
        second = position > head.last + 1 and sheet.is_definite(position - 1) and _is_office(form.removeprefix("ال"))
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


def _quoted_name(sheet: Sheet, head: _Head, position: int) -> int:
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
        return known or form.startswith("للشو") or following in nation_words()
    if form in ("باسم", "بشان") or form.startswith("لشو"):
        return True
    if form == "ل":
        return following in ('"', "#") or sheet.taken[position + 1] is not None
    if form in ("علي", "من", "ب"):
        return False
    if position + 1 >= len(sheet):
        return bool(following)
    bare = following.removeprefix("ال")
    return sheet.taken[position + 1] is not None or bare in body_heads() or (form == "لدي" and _is_office(bare))


def _add_holder(sheet: Sheet, name: Name, score: float) -> None:
    score = score if name.parts > 1 else score - 0.06
    sheet.add(Candidate(name.first, name.last, name.prefix, MentionKind.PER, round(score, 2)))


def _add_second(sheet: Sheet, head: _Head, holder: Name) -> int:
    """Follow «وزيري الدفاع X والخارجية Y» to the second office and holder; return the token to go on from."""
    position = holder.last + 1
    form = sheet.form(position)
    if head.word.number == "s" or not form.startswith("وال") or sheet.names[position].share >= 0.3:
        return position
    end = position
    for _ in range(_LIMIT):
        name = _read_holder(sheet, head, end + 1, 1)
        if name:
            _add_holder(sheet, name, 0.93)
            sheet.add(Candidate(position, end, 1, MentionKind.ROLE, 0.8, name.first))
            return name.last + 1
        step = _extend(sheet, head, end + 1)
        if not step:
            break
        end += step
    return position
