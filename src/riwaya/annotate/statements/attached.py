"""Contents behind an attached preposition: «طالب بتوفير ...», «دعا لحماية ...», «وصفه بالعادل»."""

from __future__ import annotations

from riwaya.annotate.statements.complements import is_accusative
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target, behind
from riwaya.annotate.statements.verbs import verb_at

# Adjectives that govern a ب of their own: «المنسق الخاص بعملية السلام».
_GOVERNING = frozenset(
    stem + ending
    for stem in ("الخاص", "المكلف", "المعني", "المعروف", "المتعلق", "المرتبط", "الملقب", "الملم", "المختص", "المحيط")
    for ending in ("", "ه", "ون", "ين")
)
_ADMITTING = frozenset(("أقر", "اعترف"))
_CALLED_WITHIN = 15
_JUDGES = frozenset(("accuse", "praise"))
_CLAUSE_WITHIN = 25
_LONGEST_NAME = 6  # tokens of a quoted name, marks counted


def attached(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target that opens with an attached ب («بإمكانية ...»); the preposition stays."""
    form = reading.forms[index]
    if form == "ب" or (form == "بـ"):
        return behind(reading, "complement", index, index + 1, limit)
    if form in ("بما", "بمن"):
        return Target("attached", index, index, None)
    short = len(form) < 4 and form[1:] not in words("opener")
    if not form.startswith("ب") or short or form in words("b_word") or _is_b_adjunct(form):
        return None
    if "describe" in hit.form.cue.frames and form[1:] in words("occasion"):
        return None  # «وصف الوزير، خلال مداخلته باجتماع المجلس، ...»
    if reading.forms[index - 1] in _GOVERNING or _described_later(reading, hit, index, limit):
        return None
    if verb_at(reading, index) is not None or (index > hit.index + 1 and verb_at(reading, index - 1) is not None):
        return None  # «لقطات بثها التلفزيون», «المختبر الذي قام بتحليل المادة»
    if hit.form.cue.lemma in _ADMITTING and any(is_accusative(reading, at) for at in range(hit.index + 1, index)):
        return None  # «أقر البرلمان قانونا يسمح باحتجاز ...»
    rest = form[1:]
    sure = is_definite(rest) or opens_proposition(rest, reading.tokens[index].text[1:]) or rest in reading.vocabulary
    sure = sure or (hit.form.cue.force in _JUDGES and rest in words("deplored"))  # «ندد ... الأربعاء بتصريحات»
    near = (
        index == hit.index + 1
        or reading.forms[index - 1] == ","
        or _phrase_ends(reading, hit, index)
        or (rest.endswith(("ه", "ها", "هم", "ا")) and "describe" in hit.form.cue.frames)
    )
    describe = "describe" in hit.form.cue.frames and index > hit.index + 1
    charged = hit.form.cue.lemma == "اتهم" and index > hit.index + 2
    if not (sure or near or describe or charged) or is_time(rest):
        return None
    return Target("attached", index, index, None)


def _described_later(reading: Reading, hit: Hit, index: int, limit: int) -> bool:
    """Return whether «بأنه» still comes, so that a word in ب before it belongs to whom or what is described."""
    if not hit.form.cue.frames & {"describe", "that"}:
        return False
    inside = -1
    for place in range(index + 1, min(limit, index + _CLAUSE_WITHIN)):
        form = reading.forms[place]
        if form.startswith("بان") and form in COMPLEMENTISERS and place > inside:
            return True
        quoted = form in ("ب", "بـ") and place + 1 < limit and reading.forms[place + 1] == '"'
        if quoted and "describe" in hit.form.cue.frames and place > inside:
            return True  # «وصف الوزير اتهامه بالسرقة بـ"المسرحية"»
        quotation = reading.opens_quotation(place)
        if quotation is not None and quotation.closed and quotation.last - place <= _LONGEST_NAME:
            inside = quotation.last
        if place <= inside:
            continue
        stop = form == '"' or (not reading.is_word(place) and form != ",") or form in words("clause_opener")
        if stop or (form[0] in "وف" and form[1:] in cue_forms()):
            return False
    return False


def _is_b_adjunct(form: str) -> bool:
    """Return whether a word in ب says how, where or by how much («بنسبة», «بموجبها»), not what."""
    adjuncts = words("b_adjunct")
    return form in adjuncts or any(form.removesuffix(end) in adjuncts for end in ("ها", "هم", "ه"))


def _phrase_ends(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether the speaker's noun phrase ends right before the token."""
    first = skip_adverbs(reading, hit.index + 1, index)
    if not begins_phrase(reading, first, index):
        return False
    end = read_phrase(reading, first, index + 2, greedy=False).end
    second = skip_adverbs(reading, end, index)
    if "target" in hit.form.cue.frames and begins_phrase(reading, second, index):
        end = read_phrase(reading, second, index + 2, greedy=False).end  # «يطالب سامي الحداد الرياض ببذل»
    return end == index


def is_demand(reading: Reading, index: int) -> bool:
    """Return whether ب stands with a verbal noun («بتوفير»), not with whom or how («بحقهم»)."""
    form, written = reading.forms[index][1:], reading.tokens[index].text[1:]
    return opens_proposition(form, written) or (is_definite(form) and opens_proposition(form[2:], written[2:]))


def calls_for(reading: Reading, index: int) -> bool:
    """Return whether «دعا» calls for what stands here: «لحماية ...», «للتوقيع على», «بضرورة ...»."""
    form, written = reading.forms[index], reading.tokens[index].text
    if index in reading.names_by_token or len(form) < 4 or _called_later(reading, index):
        return False  # «دعت المنظمة الدولية للسلامة الشركات إلى توخي الحذر»
    if form[0] == "ب":
        return form[1:] in words("opener") and form not in words("b_word") and form not in words("b_adjunct")
    if form[0] != "ل" or form in words("l_word"):
        return False
    if form.startswith("لل"):
        return opens_proposition(form[2:], written[2:]) and noun_of(form[2:]) is None
    return opens_proposition(form[1:], written[1:]) and noun_of(form[1:]) is None


def _called_later(reading: Reading, index: int) -> bool:
    """Return whether «إلى» and a verbal noun follow, so that what stands before is whom the call addresses."""
    for place in range(index + 1, min(index + _CALLED_WITHIN, len(reading.forms) - 1)):
        form = reading.forms[place + 1]
        if reading.forms[place] == "الي" and opens_proposition(form, reading.tokens[place + 1].text):
            return True
        if reading.forms[place] == "الي" and place - 1 > index and _is_verbal_shape(reading, place + 1):
            return True
    return False


def _is_verbal_shape(reading: Reading, index: int) -> bool:
    """Return whether a bare noun with a definite one behind it stands there, no place («توخي الحذر»)."""
    form = reading.forms[index]
    construct = index + 1 < len(reading.forms) and is_definite(reading.forms[index + 1]) and not is_definite(form)
    return construct and index not in reading.names_by_token and noun_of(form) is None


def clause_near(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a word in ب names a place or thing and «أن» follows («أفاد رئيس القسم بالوزارة أن»)."""
    if reading.forms[index][:1] != "ب" or is_demand(reading, index):
        return False
    for place in range(index + 1, min(index + _CLAUSE_WITHIN, limit)):
        form = reading.forms[place]
        if form in COMPLEMENTISERS:
            return reading.forms[place - 1] not in words("no_complement")
        item = cue_forms().get(form[1:] if form[0] in "وف" else form)
        if not reading.is_word(place) and form not in (",", "#") and reading.tokens[place].kind == "mark":
            return False
        if item is not None and item.part != "noun" and item.third:
            return False
    return False
