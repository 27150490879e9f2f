"""How a cue points at its content: clause, quotation, colon, governed preposition, reported noun phrase."""

from __future__ import annotations

from riwaya.annotate.statements.asking import answered, appealed, asked, blamed, claimed, demanded, stays_unnamed
from riwaya.annotate.statements.attached import attached, calls_for, clause_near, is_demand
from riwaya.annotate.statements.cues import Hit, judged_by_another
from riwaya.annotate.statements.governed import governed, other_cue
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.opinions import deemed
from riwaya.annotate.statements.phrase_starts import LATER, noun_of, skip_adverbs
from riwaya.annotate.statements.quoted import NAME_TOKENS, is_quoted_name, quoted
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.reported import behind_adjuncts, reported_phrase, shown
from riwaya.annotate.statements.reported_nouns import is_plain_opener, is_subject
from riwaya.annotate.statements.resumed import resumed
from riwaya.annotate.statements.targets import Target, behind

_REACH = 60
_CALLED_WITHIN = 14
_NEAR_QUOTATION = 5  # how far the words may stand behind a verb that does more than attribute
_ASIDES = frozenset(("اذ", "حيث", "بينما", "فيما", "عندما", "بعدما", "كما", "حينما"))
_LETTERS = frozenset(("ام", "اف", "ار", "جي", "جيه", "كيه"))  # not سي: «لبي بي سي إن»
_MODALS = frozenset(
    ("ينبغي", "يجب", "يمكن", "يتعين", "يتوجب", "يحق", "سبق", "يستطيع", "بد", "كاد", "كادت", "وكاد", "وكادت", "الممكن")
)
_CONTRACTED = {"مما": "من", "عما": "عن", "ممن": "من", "عمن": "عن"}
_WHAT = frozenset(("ما", "لما", "بما", "كما", "فيما", "من", "ممن", "عمن", "لمن", "بمن", "عما"))
_STRESSING = frozenset(("التاكيد", "تاكيده", "تاكيدها", "تاكيدهم", "تاكيدهما"))
_TURNS = frozenset(stem + ending for stem in ("لكن", "ولكن") for ending in ("", "ه", "ها", "هم", "هما")) | {
    "فيما",
    "بينما",
    "وذلك",
}
_GOVERNED = ("علي", "عن", "الي", "من", "في")


def find_target(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return where the content of a cue begins, or None where nothing after the cue is reported.

    Args:
        limit: one past the last token of the cue's sentence.
        subject_before: the speaker is already named before the cue.
    """
    limit = min(limit, hit.index + _REACH)
    target = _nearest_target(reading, hit, limit, subject_before)
    if target is not None and hit.form.cue.lemma == "جدد":
        target = _renewed(reading, target, limit)
    return resumed(reading, target, limit) if "that" in hit.form.cue.frames else target


def _renewed(reading: Reading, target: Target, limit: int) -> Target | None:
    """Return what is stressed anew («جددت الوزارة تأكيدها على أن ...»), not that it is stressed."""
    place = target.first
    if target.kind != "object" or reading.forms[place] not in _STRESSING or place + 3 >= limit:
        return target
    place += 1 + (reading.forms[place + 1] == "علي")
    if reading.forms[place] in COMPLEMENTISERS:
        return behind(reading, "that", target.first, place + 1, limit)
    return behind(reading, "preposition", target.first, place, limit) if place > target.first + 1 else target


def _nearest_target(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    frames = hit.form.cue.frames
    if stays_unnamed(reading, hit.index + 1):
        return None
    if "ask" in frames:
        return asked(reading, hit, limit, subject_before)
    if "deem" in frames and hit.form.pronoun and not _is_what(reading, hit):
        return deemed(reading, hit, limit, subject_before)
    if hit.form.pronoun and hit.form.part != "noun" and not _addresses_pronoun(reading, hit):
        return answered(reading, hit, limit)
    if hit.form.cue.lemma == "أهاب":
        return appealed(reading, hit, limit)
    if "claim" in frames:
        return claimed(reading, hit, limit)
    if "blame" in frames:
        return blamed(reading, hit, limit)
    if "feeling" in frames:
        return shown(reading, hit, limit)
    marked = _marked(reading, hit, limit)
    if "deem" in frames and "describe" not in frames and (marked is None or marked.mark > hit.index + 2):
        held = deemed(reading, hit, limit, subject_before)
        if held is not None and (marked is None or held.first < marked.mark):
            return held
    shows = hit.form.cue.lemma in ("أظهر", "كشف") and marked is not None
    adjacent = marked is not None and marked.mark == hit.index + 1
    adjacent = adjacent and marked is not None and (marked.kind == "quote" or hit.form.part == "noun")
    if "object" in frames and not adjacent:
        reported = reported_phrase(reading, hit, marked.mark if marked else limit, subject_before)
        if reported is not None and reading.forms[reported.first] == "ذلك" and is_subject(reading, reported.first):
            return marked
        if reported is not None and reading.forms[reported.first : reported.first + 2] == ("كل", "من"):
            both = read_phrase(reading, reported.first, limit, greedy=True)  # «أعلن كل من مصر والسودان تعليق ...»
            reported = behind_adjuncts(reading, both.end, marked.mark if marked else limit)
        if reported is not None and shows and reported.first > hit.index + 1:
            return marked
        if reported is not None and is_time(reading.forms[reported.first]):
            first = skip_adverbs(reading, reported.first, limit)  # «نفى الجمعة ما نسب إليه»
            reported = Target(reported.kind, reported.mark, first, None) if first < limit else None
        if reported is not None and (marked is None or _outranks(reading, hit, reported, marked)):
            return reported
    if hit.form.cue.lemma == "طالب" and hit.form.part != "noun" and not hit.form.pronoun:
        if marked is None:
            return demanded(reading, hit, limit, subject_before)
        if marked.kind == "attached" and not is_demand(reading, marked.first):
            return demanded(reading, hit, marked.mark, subject_before) or marked
    return marked


def _outranks(reading: Reading, hit: Hit, reported: Target, marked: Target) -> bool:
    """Return whether a reported noun phrase stands nearer than the «أن» behind it («أكد ضرورة أن ...»).

    A noun inside a prepositional phrase does not («أوضح، في تقرير بشأن تنفيذ العقوبات، أن ...»).
    """
    behind = reading.forms[reported.first + 1 : marked.mark]
    form = reading.forms[reported.first]
    accused = marked.kind == "that" and hit.form.cue.force == "deny" and form[2:] in words("deplored")
    if accused and is_definite(form) and reading.forms[marked.mark].startswith("بان"):
        return True  # «نفى الوزير المزاعم بأنه تلقى رشوة»
    if marked.kind in ("that", "preposition") and reported.first == hit.index + 1:
        noun = noun_of(reading.forms[reported.first])
        if noun is not None and (marked.kind == "that" or noun[0] == "document"):
            return False  # «رجحت تقارير أن ...», «كشفت تقارير عن ...»
        if marked.kind == "that" and reading.forms[marked.mark - 1] == "," and reading.forms[marked.mark] == "ان":
            return False  # «أوضحت تفاصيل المكالمات، التي جرت أمس، أن ...»
    if any(form in cue_forms() and cue_forms()[form].part == "participle" for form in behind):
        return True  # «دانت الهجوم قائلة إن ...»
    if marked.kind == "preposition" and marked.mark > reported.first + 1 and _is_owned_report(reading, reported.first):
        return True  # «أكدت استخدام الغاز في هجوم على المدينة»
    judged = hit.form.cue.force in ("accuse", "deny", "praise") and hit.form.number == "p"
    if judged and marked.kind == "quote" and marked.mark == reported.first + 1 and noun_of(form) is not None:
        return True  # «انتقدوا علنا حركة "العمل"»
    if marked.kind == "quote" and is_definite(form) and form[2:] in words("opener"):
        return reading.forms[marked.mark - 1] not in (",", ":")  # «أعلن التوصل لاتفاق "بجهود عربية"»
    if is_definite(form) and form[2:] in words("opener") and marked.mark == reported.first + 1:
        return marked.kind == "preposition"  # «تعهد العثور على ...»
    if not is_plain_opener(reading, reported.first):
        return False
    between = reading.forms[hit.index + 1 : reported.first]
    return reading.forms[marked.mark - 1] != "," or not any(form in words("preposition") for form in between)


def _is_owned_report(reading: Reading, index: int) -> bool:
    """Return whether a verbal noun with its subject or object stands there («مسؤوليتها», «استخدام الغاز»)."""
    form = reading.forms[index]
    if is_definite(form) or noun_of(form) is not None or not opens_proposition(form, reading.tokens[index].text):
        return False
    return form.endswith(("ه", "ها", "هم")) or is_definite(reading.forms[index + 1])


def _is_what(reading: Reading, hit: Hit) -> bool:
    """Return whether «ما» stands before the cue: «ما وصفه بـ» is part of what somebody says."""
    before = reading.forms[hit.index - 1] if hit.index else ""
    also = before == "كما" and reading.sentences[reading.sentence_of[hit.index]][0] == hit.index - 1
    what = (before in _WHAT and not also) or before.startswith("مما")
    return what and not judged_by_another(reading, hit.index, hit.form)


def _addresses_pronoun(reading: Reading, hit: Hit) -> bool:
    """Return whether the attached pronoun is whom a demand or an accusation addresses («وطالبهم بـ ...»)."""
    before = reading.forms[hit.index - 1] if hit.index else ""
    relative = before in ("الذي", "التي") or _is_what(reading, hit)
    return "target" in hit.form.cue.frames and not relative


def _marked(reading: Reading, hit: Hit, limit: int) -> Target | None:
    frames = hit.form.cue.frames
    index, aside, described = hit.index + 1, False, False
    near = hit.index + _NEAR_QUOTATION if frames == {"quote"} else limit
    if "colon" in frames:
        near = hit.index
    while index < limit:
        form = reading.forms[index]
        if index in reading.passed_on:
            index += 1
            continue
        if reading.forms[index : index + 2] == LATER:
            index += 2
            continue
        aside = aside or form in _ASIDES
        described = described or form in ("الذي", "التي", "الذين")
        if form == '"':
            quotation = reading.opens_quotation(index)
            if quotation is None:
                index += 1
                continue
            if is_quoted_name(reading, quotation, hit, limit) or _is_accused(reading, hit, quotation.last, limit):
                index = quotation.last + 1
                continue
            long = quotation.last - quotation.first > NAME_TOKENS
            aside = aside and not (long and _ends_sentence(reading, quotation.last, limit))
            if aside or (described and not long) or (index > near and reading.forms[index - 1] != ":"):
                return None
            return quoted(reading, quotation, index, frames, hit)
        if other_cue(reading, index):
            return None
        target = _mark_at(reading, hit, index, limit)
        if target is not None:
            return target
        if _breaks(reading, hit, index):
            return None
        index += 1
    return None


def _ends_sentence(reading: Reading, close: int, limit: int) -> bool:
    """Return whether nothing but a stop stands behind a quotation («قال المدرب بعدما خسر فريقه "..."»)."""
    return close + 1 >= limit or reading.forms[close + 1] in (".", "!", "?")


def _is_accused(reading: Reading, hit: Hit, close: int, limit: int) -> bool:
    """Return whether a quotation only names whom an accusation charges («اتهم "شبكات فساد" بالسعي إلى»)."""
    charged = hit.form.cue.lemma == "اتهم" and close + 1 < limit
    return charged and reading.forms[close + 1][0] == "ب" and is_demand(reading, close + 1)


def _breaks(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether nothing behind this token can belong to the cue: a stop, or a new coordinated clause."""
    form = reading.forms[index]
    if form in (".", "؛", ";", "!", "?", "…"):
        end = reading.tokens[index].end
        return form != "." or not reading.text[end : end + 1].isalnum()  # «أر.تي»
    after_comma = reading.forms[index - 1] == ","
    return after_comma and form in _TURNS


def _mark_at(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target that begins with this token, if any."""
    frames = hit.form.cue.frames
    form = reading.forms[index]
    if index + 1 >= limit:
        return None
    if form == ":" and "colon" in frames:
        opens = reading.forms[index + 1] == '"' or (index == hit.index + 1 and bool(hit.joined))  # «وزاد: نلعب ...»
        return behind(reading, "colon", index, index + 1, limit) if opens else None
    if form == ":" and "that" in frames and reading.forms[index + 1] in COMPLEMENTISERS and index + 2 < limit:
        return behind(reading, "that", index, index + 2, limit)  # «قال الوزير: إن ...»
    if form == ":" and ("quote" in frames or "that" in frames):
        return behind(reading, "colon", index, index + 1, limit)
    if form == "ان" and reading.forms[index - 1] in _LETTERS and reading.tokens[index].text.startswith("إ"):
        return None  # «إم إن تيواري»
    if form == "ان" and _ends_a_name(reading, index):
        return None
    if (
        form in COMPLEMENTISERS
        and not _is_governed_elsewhere(reading, hit, index)
        and ("that" in frames or "target" in frames)
    ) and (reading.tokens[index].text == "ان" or not _is_leftover(reading, hit, index)):
        return behind(reading, "that", index, index + 1, limit)
    if _CONTRACTED.get(form, "") in frames and index + 2 < limit:
        return Target("preposition", index, index, None)  # «حذر مما وصفه بالخطر»
    if form in frames and form in _GOVERNED:
        return governed(reading, hit, index, limit)
    if "that" in frames and clause_near(reading, index, limit):
        return None  # «أفاد رئيس القسم بالوزارة أن»
    if "ب" in frames or "describe" in frames:
        return attached(reading, hit, index, limit)
    near = index - hit.index <= _CALLED_WITHIN
    if near and hit.form.cue.lemma in ("دعا", "ناشد") and calls_for(reading, index):
        return Target("attached", index, index, None)
    return None


def _ends_a_name(reading: Reading, index: int) -> bool:
    """Return whether «إن» is the last part of a name («مون جاي-إن», «مون جاي إن، إن»)."""
    hyphen = reading.forms[index - 1] == "-" and reading.tokens[index - 1].end == reading.tokens[index].start
    again = reading.forms[index + 1 : index + 2] == (",",) and reading.forms[index + 2 : index + 3] == ("ان",)
    return hyphen or again or reading.tokens[index].text.startswith("آ")


def _is_governed_elsewhere(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether «أن» belongs to another word before it («عليه أن», «ينبغي للجندي أن»)."""
    if reading.forms[index - 1] in words("no_complement") and reading.forms[index - 2 : index] != LATER:
        named = index == hit.index + 2 and hit.form.cue.frames == {"that", "quote"}
        return not named  # «أضاف القدرة أن»: nothing but who speaks stands between
    return any(form in _MODALS for form in reading.forms[max(hit.index + 1, index - 4) : index])


def _is_leftover(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether «أن» belongs to a noun before it («بعد ساعات من أن»), not to the cue."""
    before = reading.forms[index - 1]
    return (
        before in ("من", "عن", "الي", "علي", "في") and before not in hit.form.cue.frames and index - 1 != hit.index + 1
    )
