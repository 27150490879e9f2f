"""Candidate cues in a document: every written form of a cue that may attribute something where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.statements.ensuing import draws_attention, ensues
from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    CueForm,
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.phrase_starts import RELATIVES, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.model import MentionKind

_UNREAL = frozenset(("لم", "لا", "لن", "ليس", "ليست", "سوف", "اذا", "لو", "لكي", "كي", "هل", "ربما", "لما"))
_NOT_BEFORE_PRESENT = frozenset(("عدم", "لعدم", "بعدم", "ان", "قد", "الا", "لان", "بان", "دون", "يجب", "يمكن"))
# Passives and impersonal forms that the press writes like a cue: «يُذكر أن», «تبيّن أن», «يُعتبر».
_IMPERSONAL = frozenset(("يذكر", "تبين", "يبين", "يشار", "يعتبر", "تعتبر", "يتوقع", "يرجح", "يقال", "ينقل", "ينتقد"))
_EXPECTING = frozenset(("يتوقع", "يرجح", "ينتقد"))  # those that somebody does as often
_PLURAL = 4  # letters
_JUDGING = frozenset(("اعتبر", "عد", "وصف", "رأى"))


_PAST_CLAUSES = frozenset(("بعد", "منذ", "سبق", "الي", "الا", "غير", "بعيد", "كما"))


_BEFORE_NOUNS = frozenset(("بعد", "بعيد", "غداه", "عقب", "اثر", "رغم", "قبيل", "مع", "منذ", "وسط", "الي", "ازاء"))
_NOUNS = frozenset(("تعهد", "رفض", "نفي", "طلب", "توعد", "تمني"))
_AS = frozenset(("بان", "بانه", "بانها", "بانهم", "بانهما"))
_ALWAYS = frozenset(
    ("سرعان", "وسرعان", "دايما", "غالبا", "عاده", "كثيرا", "لطالما", "نادرا", "قليلا")
)  # «دائما ما يصف»
_CAME_BEFORE = frozenset(("قد", "وقد", "كما", "الذي", "التي", "حيث"))
_CAME_IN = frozenset(("في", "فيه", "فيها", "من", "اسم", "ان", "انه", "الي"))
_YEAR = 4  # digits
_DUTY = frozenset(("كان", "يجب", "ينبغي", "يتعين", "يتوجب"))
_WAYS = frozenset(("موقع", "مواقع", "حساب", "صفحه", "شبكه", "شبكات", "تطبيق", "بحر", "حدود", "هاتف", "تويتر", "فيسبوك"))
_BEFORE_FROM = frozenset(
    ("فضلا", "بدلا", "عوضا", "بعيدا", "ناهيك", "بمعزل", "بعيده", "نيابه", "نقلا", "النظر", "الكشف")
)
_IF_WITHIN = 8
_LONGEST_TITLE = 12  # tokens, of a speaker's office and name
_CAUSES = frozenset(("اسباب", "سبب", "ظروف", "حاجه", "دوافع", "ضروره", "عوامل", "دواعي", "اوضاع"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate cue.

    Attributes:
        index: its token.
        start: character where it begins, behind an attached و or ف.
        joined: «و» or «ف» where one is attached, or stands apart right before.
    """

    index: int
    start: int
    form: CueForm
    joined: str


def find_hits(reading: Reading) -> list[Hit]:
    """Return the candidate cues in text order."""
    table = cue_forms()
    found: list[Hit] = []
    for index, form in enumerate(reading.forms):
        item = table.get(form)
        joined = ""
        if item is None:
            if form[0] not in "وفل" or (item := table.get(form[1:])) is None:
                continue
            joined = form[0]
            if joined == "ل" and not ensues(reading, index, item):
                continue
        if not joined and (noun := _as_noun(reading, index, item)) is not None:
            item = noun
        if _holds(reading, index, item):
            start = _after_conjunction(reading, index) if joined else reading.tokens[index].start
            if index and reading.forms[index - 1] in ("و", "ف"):
                joined = reading.forms[index - 1]  # saved pages write it apart, too
            found.append(Hit(index, start, item, joined))
    return found


def _as_noun(reading: Reading, index: int, item: CueForm) -> CueForm | None:
    """Return the noun of a form that is a past as well where it is one («بعد تعهد الرئيس بـ», «من كشفه عن»)."""
    before = strip_conjunction(reading.forms[index - 1]) if index else ""
    if item.part != "past" or item.gender != "m":
        return None
    form = reading.forms[index]
    if item.pronoun and item.cue.lemma == "كشف" and before in (*_BEFORE_NOUNS, "من"):
        gender = "f" if form.endswith("ها") else "m"
        return CueForm(item.cue, "noun", gender, "p" if form.endswith("هم") else "s", True, True)
    if item.pronoun or before not in _BEFORE_NOUNS or form not in _NOUNS:
        return None
    return CueForm(item.cue, "noun", "", "", True, False)


def _after_conjunction(reading: Reading, index: int) -> int:
    """Return the character behind an attached conjunction and its vowel marks."""
    token = reading.tokens[index]
    offset = 1
    while offset < len(token.text) - 1 and not token.text[offset].isalpha():
        offset += 1
    return token.start + offset


def _comes_in(form: str) -> bool:
    """Return whether what stands behind «ورد» shows that something came in, and that nobody answers («ورَدّ»)."""
    return form in _CAME_IN or (not is_definite(form) and (noun_of(form) or ("",))[0] == "document")


def _is_other_word(reading: Reading, index: int) -> bool:
    """Return whether the letters are those of «رد فعل» or of a man named «دان»."""
    form, following = reading.forms[index], reading.forms[index + 1 : index + 2]
    if form in ("رد", "ورد") and following and following[0] in ("فعل", "الفعل", "افعال"):
        return True
    word_before = reading.forms[index - 1] if index else ""
    if form in ("ورد", "وردت") and (word_before in _CAME_BEFORE or (following and _comes_in(following[0]))):
        return True  # «وقد ورد اسمه في ...», «وردت أنباء عن ...»
    if form != "دان" or not following:
        return False
    before = cue_forms().get(strip_conjunction(reading.forms[index - 1])) if index else None
    return index in reading.names_by_token or (before is not None and before.part != "noun")


def _goes_on_to_say(reading: Reading, index: int) -> bool:
    """Return whether a present behind «أن» tells what happened: «قبل أن يضيف»."""
    return index > 1 and reading.forms[index - 1] == "ان" and reading.forms[index - 2] in ("قبل", "وقبل")


def _is_no_utterance(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether a form of a cue only names a duty, a cause, a vote, or what nobody says."""
    forms = reading.forms
    before = forms[index - 1] if index else ""
    following = forms[index + 1] if index + 1 < len(forms) else ""
    if _is_plain_noun(reading, index, item):
        return True
    opinion = item.cue.lemma == "رأى" and item.part == "past" and reading.tokens[index].text.endswith("ي")
    if opinion and noun_of(following) is None and index + 1 not in reading.names_by_token:
        return True  # «رأي ثالث»
    if item.part == "past" and item.cue.lemma == "رفض":
        for place in range(max(0, index - 5), index):
            if forms[place] == "علي" and place and forms[place - 1].lstrip("و") in _DUTY:
                return True  # «كان على الوزير رفض الفكرة»
    if item.cue.lemma == "اتهم" and item.part == "past" and not item.pronoun and following[:1] == "ب":
        return index + 1 not in reading.names_by_token and following not in words("b_word")  # passive
    if item.cue.lemma == "دعا" and before in ("التي", "الذي") and index > 1:
        return forms[index - 2].lstrip("بل").removeprefix("ال") in _CAUSES  # «الأسباب التي دعت إلى»
    if item.cue.lemma == "أيد" and following and (following[0].isdigit() or following in ("كل", "اغلبيه", "غالبيه")):
        return True  # a vote
    return before in ("احد", "احدا") and index > 1 and forms[index - 2].lstrip("وف") in ("لا", "لم", "لن")


def _explains(reading: Reading, index: int) -> bool:
    """Return whether «بين» at a sentence's head has one noun phrase and «أن» behind it («وبين المدير أن»)."""
    first = reading.sentences[reading.sentence_of[index]][0]
    for place in range(index + 1, min(index + _LONGEST_TITLE, len(reading.forms))):
        form = reading.forms[place]
        if form in ("ان", "انه", "انها"):
            return first == index and reading.tokens[place].text[0] != "إ"
        if form[0] == "و" or form in (",", ".") or form in RELATIVES:
            return False
    return False


def _is_means(reading: Reading, index: int) -> bool:
    """Return whether a definite verbal noun stands there, behind «عبر» the means and no speaker."""
    form = reading.forms[index] if index < len(reading.forms) else ""
    noun = cue_forms().get(form[2:])
    spoken = noun is not None and noun.part == "noun"
    return form.startswith("ال") and (spoken or opens_proposition(form[2:], reading.tokens[index].text[2:]))


def _expresses(following: tuple[str, ...]) -> bool:
    """Return whether «عن» behind «عبر» is its own («عبر الوزير عن أسفه»), not that of «فضلا عن»."""
    if following[:1] and following[0].removeprefix("ال") in _WAYS:
        return False  # «عبر مواقع التواصل»
    return any(
        form == "عن" and (not place or following[place - 1] not in _BEFORE_FROM) for place, form in enumerate(following)
    )


def _has_subject(reading: Reading, index: int) -> bool:
    """Return whether a form that is mostly impersonal has somebody for its subject.

    «تبين الوثائق أن», «ويتوقع المنظمون أن», «ينتقد كثيرون», «يذكر التقرير أن», but «يتوقع وصول الوفد», «يذكر أن».
    """
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    noun = noun_of(following)
    if reading.forms[index].endswith("تبين"):
        return noun is not None and noun[0] == "document"
    bare = reading.forms[index].lstrip("و")
    if bare not in _EXPECTING and not any(form in COMPLEMENTISERS for form in reading.forms[index + 2 : index + 6]):
        return False
    mention = reading.names_by_token.get(index + 1)
    named = mention is not None and mention.kind is not MentionKind.LOC and not mention.offset
    people = following.endswith("ون") and len(following) > _PLURAL and following not in words("no_speaker")
    if noun is not None and noun[0] == "body" and not is_definite(following) and not named:
        return index + 2 < len(reading.forms) and (is_definite(reading.forms[index + 2]))
    return people or named or (noun is not None and noun[0] != "document") or (noun is not None and bare == "يذكر")


def _ends_name(reading: Reading, index: int) -> bool:
    """Return whether a name ends right before the token."""
    near = range(max(0, index - 6), index)
    return any(name.end == index for place in near if (name := reading.names_by_token.get(place)) is not None)


def _is_plain_noun(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether letters that also spell a noun do so here: «تدفع ثمن الحرب», «قرار رفض الطعن», «صدور كتب»."""
    form = reading.forms[index]
    if item.part != "past" or form not in words("cue_noun") or index == 0:
        return False
    if reading.tokens[index - 1].kind == "number":
        return len(reading.forms[index - 1]) != _YEAR  # «100 طالب», but «في آذار/مارس 2017 كتب»
    if not reading.is_word(index - 1):
        return False
    before = reading.forms[index - 1]
    if reading.sentences[reading.sentence_of[index]][0] == index or "ّ" in reading.tokens[index].text:
        return False
    if item.cue.lemma == "وصف" and any(word in _AS for word in reading.forms[index + 2 : index + 9]):
        return False  # «في مدينة توكات وصف المرشح خصمه بأنه»
    opens = before in words("clause_opener") or before in words("before_verb") or before in words("conjunction")
    settled = before.startswith("ال") or before.endswith(("ه", "ها", "هم")) or _ends_name(reading, index)
    person = (noun_of(before) or ("", ""))[0] in ("person", "people", "body")
    return not (opens or settled or person or before in words("time") or before in words("name_kept"))


def _is_other_sense(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether letters of a cue stand for a commoner word: «شبه جزيرة», «على أمل أن», «مذكرة توقيف», «قدر»."""
    lemma, form = item.cue.lemma, reading.forms[index].lstrip("وف")
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if lemma in ("شبه", "عقب") and item.part == "past" and item.gender == "m":
        return "ّ" not in reading.tokens[index].text
    if lemma == "ذكّر":
        return form.endswith("ه") and not following.startswith("بان")
    if lemma == "أسف" and item.part == "participle" and form.endswith("ه"):
        return "آ" not in reading.tokens[index].text  # «أعرب عن أسفه»
    if lemma == "رأى" and item.pronoun and form.endswith("ايه") and item.part == "past":
        return True  # «غير رأيه»
    if lemma == "أمل" and item.part == "participle":
        return "آ" not in reading.tokens[index].text  # «أملا في الفوز»
    if lemma in ("أمل", "قدر", "وثق", "تذمر", "عرض", "ثمن") and item.part == "past" and item.gender == "m":
        heads = reading.sentences[reading.sentence_of[index]][0] == index or bool(reading.forms[index] != form)
        return not heads and not (index and reading.forms[index - 1] in words("before_verb"))
    if lemma == "أبرز" and item.part == "past" and item.gender == "m":
        return _begins_with_article(following)  # «أبرز النقاط»
    return item.pronoun and ("clause" in item.cue.frames or lemma in ("عرض", "شبه", "وثق"))


def _begins_with_article(form: str) -> bool:
    """Return whether a definite noun that is no speaker stands there."""
    return form.startswith("ال") and noun_of(form) is None


def _bare_form(reading: Reading, index: int) -> str:
    """Return the folded word without an attached و or ف."""
    form = reading.forms[index]
    return form[1:] if form[0] in "وف" and form[1:] in cue_forms() else form


def _is_own_page(form: str) -> bool:
    """Return whether a noun with its owner's pronoun says where somebody spoke («حسابه», «صفحتها»)."""
    return form.endswith(("ه", "ها", "هم")) and form in words("occasion")


def _is_conditional(reading: Reading, index: int) -> bool:
    """Return whether the cue is the verb of «إذا كان ...», which leaves open whether anybody said so."""
    first = max(reading.sentences[reading.sentence_of[index]][0], index - _IF_WITHIN)
    for place in range(index - 2, first - 1, -1):
        form = reading.forms[place]
        if form in (",", '"') or form in COMPLEMENTISERS:
            return False
        if form in ("اذا", "لو") and reading.forms[place + 1] in ("كان", "كانت", "كانوا"):
            return reading.forms[index - 1] in ("قد", "كان", "كانت") or place + 4 >= index
    return False


def judged_by_another(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether somebody named right behind holds so what «ما» stands for («وهو ما اعتبرته بغداد انتهاكا»)."""
    if not item.pronoun or item.cue.lemma not in _JUDGING or index + 1 >= len(reading.forms):
        return False
    mention = reading.names_by_token.get(index + 1)
    if mention is not None:
        return mention.kind is not MentionKind.LOC
    form = reading.forms[index + 1]
    return noun_of(form) is not None and (is_definite(form) or form in words("some"))


def _holds(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether the form may attribute something: real, and not another word of the same letters."""
    before = reading.forms[index - 1] if index else ""
    always = before == "ما" and index > 1 and reading.forms[index - 2] in _ALWAYS
    always = always or (before in ("ما", "مما") and judged_by_another(reading, index, item))
    if (before in ("ما", "مما") and not always) or before in _UNREAL or before.lstrip("وف") in _UNREAL:
        return False
    if _is_conditional(reading, index):
        return False  # «ما إذا كان الوزير قد وعدها بـ»
    if before == "قد" and index > 1 and reading.forms[index - 2] in ("يكون", "تكون", "يكونوا", "يكونا"):
        return False  # «نفى أن يكون قد قال إن»: nobody is said to have said it
    if _is_other_word(reading, index):
        return False
    written = reading.tokens[index].text
    if item.part == "past" and "ُ" in written and item.cue.lemma != "نقل":
        return False  # a written passive: «اتُهم», «وُصف»
    if (item.pronoun and written.endswith("ة")) or _is_no_utterance(reading, index, item):
        return False  # «عدة» is no «عدّه»
    bare = reading.forms[index].lstrip("و") if item.part == "present" else ""
    if item.part == "present":
        if (before in _NOT_BEFORE_PRESENT and not _goes_on_to_say(reading, index)) or written.lstrip("وف").startswith(
            ("سي", "ست")
        ):
            return False
        impersonal = bare in _IMPERSONAL and "deem" not in item.cue.frames and not _has_subject(reading, index)
        if impersonal or (item.third and written.startswith("ل") and not ensues(reading, index, item)):
            return False
    following = reading.forms[index + 1 : index + 9]
    if _bare_form(reading, index) == "عبر" and following[:1] and _is_own_page(following[0]):
        return False  # «وعبر حسابه على تويتر»
    if reading.forms[index] == "عبر" and (not _expresses(following) or _is_means(reading, index + 1)):
        return False  # «عبر الإعلان عن خطة»
    if _is_other_sense(reading, index, item):
        return False
    if item.cue.lemma == "ادعى" and item.part == "present" and written.endswith("ى"):
        return False  # «تُدعى»
    if item.cue.lemma == "لفت" and draws_attention(following):
        return False
    if item.cue.lemma == "بين" and item.part == "past" and item.gender == "m" and item.number == "s":
        return "ّ" in written or following[:1] in (("ان",), ("انه",), ("انها",)) or _explains(reading, index)
    if item.part == "past" and before == "ان":
        # «إنّ» wants a noun and «أنْ» a present, so only «بعد أن أعلن» stands before a past.
        earlier = reading.forms[max(0, index - 5) : index - 1]
        return bool(earlier) and (
            earlier[-1] in _PAST_CLAUSES or earlier[-1][1:] in _PAST_CLAUSES or "سبق" in earlier or "وسبق" in earlier
        )
    clause = before in ("حيث", "بعدما", "عندما", "حينما", "فيما", "بينما", "حين")
    return item.part != "past" or clause or before not in words("preposition")
