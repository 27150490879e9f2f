"""From a candidate cue to a draft: verbs, participles, nouns («إعلان ...», «قوله»), «جاء في بيان»."""

from __future__ import annotations

from riwaya.annotate.statements.addressees import add_addressee, addressed
from riwaya.annotate.statements.complements import SELF
from riwaya.annotate.statements.contents import find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.demands import says_it_itself
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.fallbacks import GISTS, gist, judged_before_quotation, late_target
from riwaya.annotate.statements.governed import owes_clause
from riwaya.annotate.statements.late_objects import late_object
from riwaya.annotate.statements.lexicon import (
    BEING,
    COMPLEMENTISERS,
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.making import make_draft, speech_limit
from riwaya.annotate.statements.nominal import attributing_noun
from riwaya.annotate.statements.noun_phrases import is_common, read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.postposed import postposed, postposed_alone
from riwaya.annotate.statements.quoted import is_quoted_clause
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.refusals import SHOWS
from riwaya.annotate.statements.relayed import relayed
from riwaya.annotate.statements.reported import reported_phrase
from riwaya.annotate.statements.second_phrases import complement_alone, is_interrupted, object_behind
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.subjects import find_subject
from riwaya.annotate.statements.support import subject_of_verb_before
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.unspoken import attributes_nothing, is_somebody
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_PARTICIPLE_REACH = 14
_NAME_IN_MARKS = 4  # tokens of a quotation that may be a name, marks counted
_CLAUSE_REACH = 7  # tokens between the subject of a verb of many senses and «أن»
_COMPLEMENTS = ("attached", "that", "complement")
_TWO_NOUNS = frozenset(("وصف", "اتهم"))
_PRONOMINAL = frozenset(("فانه", "فانها", "فانهم", "فانهما", "كونه", "كونها", "كونهم"))
_SPEAKING = frozenset(("person", "people", "body", "document"))
_PRONOUNS = frozenset(("اياه", "اياها", "اياهم"))
_RELATIVES = frozenset(("والذي", "والتي", "والذين", "ممن", "فالذي", "بالذي", "بالتي"))


def build(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of a candidate cue, or None where nothing is reported."""
    part = hit.form.part
    if not hit.form.third:
        return None
    if part == "noun":
        return attributing_noun(reading, hit)
    if part == "participle":
        return _participle(reading, hit)
    return _finite(reading, hit)


def _finite(reading: Reading, hit: Hit) -> Draft | None:
    limit = speech_limit(reading, hit.index)
    blind = find_subject(reading, hit, hit.index + 1)
    before = blind.position in ("before", "relative")
    if "offer" in hit.form.cue.frames:
        target = reported_phrase(reading, hit, limit, before) or late_object(reading, hit, limit)
        if target is not None and reading.forms[target.first] in COMPLEMENTISERS and target.first + 1 < limit:
            target = Target(target.kind, target.mark, target.first + 1, None)  # «عرض الضابط أن يبادل ...»
    else:
        target = (
            gist(reading, hit, limit) or find_target(reading, hit, limit, before) or late_target(reading, hit, limit)
        )
    if target is None:
        return postposed(reading, hit, limit)
    if (earlier := postposed_alone(reading, hit, target.mark, limit)) is not None:
        return earlier
    target = judged_before_quotation(reading, hit, target, subject_before=before)
    behind = skip_adverbs(reading, hit.index + 1, target.mark)
    if (
        blind.position == "relative"
        and begins_phrase(reading, behind, target.mark)
        and "target" not in hit.form.cue.frames
        and (not is_definite(reading.forms[behind]) or noun_of(reading.forms[behind]) is not None)
    ):
        # «الذي أعلن ترامب انسحابه منه»
        blind = Subject(read_phrase(reading, behind, target.mark, greedy=True), hit.index, "after")
    subject = blind if before else find_subject(reading, hit, target.mark)
    subject = _without_false_subject(reading, hit, subject)
    if _is_unspoken(reading, hit, subject, target) or not _may_learn(reading, hit, subject):
        return None
    if (
        hit.form.cue.lemma in _TWO_NOUNS
        and not hit.form.pronoun
        and subject.position == "after"
        and target.kind in _COMPLEMENTS
    ):
        subject, target = _divided(reading, hit, subject, target)
    if _passes_on(reading, hit, target) and (passed := relayed(reading, hit, target)):
        return passed
    if "clause" in hit.form.cue.frames and not _is_near_clause(reading, hit, subject, target):
        return None
    if attributes_nothing(reading, hit, subject, target, limit):
        return None
    if target.kind == "that" and owes_clause(reading, hit.index):
        return None
    shows = hit.form.cue.lemma in ("كشف", "أظهر", "وثق", "أثبت") and target.kind == "object"
    if shows and (subject.position == "relative" or not is_somebody(reading, subject)):
        return None  # «خطوة تكشف حجم الأزمة»
    draft = make_draft(reading, hit, target, subject)
    add_addressee(reading, hit, target, subject, draft)
    return draft


def _passes_on(reading: Reading, hit: Hit, target: Target) -> bool:
    """Return whether the verb may tell another's words, as well by their quotation («نقلت رويترز عن الوزير "..."»)."""
    lemma = hit.form.cue.lemma
    if target.kind == "that":
        return lemma in ("نقل", "ذكر", "أورد", "علم")
    if lemma != "نقل" or target.kind not in ("quote", "colon"):
        return False
    quotation = target.quotation
    name = quotation is not None and quotation.last - quotation.first <= _NAME_IN_MARKS
    before = cue_forms().get(reading.forms[target.mark - 1])
    return not name and (before is None or before.part != "noun")  # «نقلت عنه الوكالة قوله "..."»: «قوله» is the cue


def _without_false_subject(reading: Reading, hit: Hit, subject: Subject) -> Subject:
    """Return the subject, elided where a pronoun, a quoted clause or what is described was taken for it."""
    phrase, describes = subject.phrase, hit.form.pronoun and "deem" in hit.form.cue.frames
    false = phrase is not None and (
        reading.forms[phrase.first] in _PRONOMINAL  # «رغم ذلك، فإنها أشارت إلى»
        or is_quoted_clause(reading, speaker_span(reading, phrase))
    )
    # The noun before «التي وصفها» is what is described.
    return Subject(None, hit.index, "elided") if false or (subject.position == "relative" and describes) else subject


def _is_near_clause(reading: Reading, hit: Hit, subject: Subject, target: Target) -> bool:
    """Return whether a verb that has other senses governs the clause: no other verb and little else between them."""
    if target.kind == "that" and target.mark < len(reading.forms) and reading.forms[target.mark] in GISTS:
        return True
    if target.kind in ("quote", "colon", "inside"):
        return "quote" in hit.form.cue.frames and target.mark == hit.index + 1
    if target.kind == "preposition" and "عن" in reading.forms[target.mark : target.first]:
        return True  # «تناقلت وسائل الإعلام أنباء عن»
    if target.kind != "that" or (subject.position == "after" and not is_somebody(reading, subject)):
        return False
    behind = subject.phrase.end if subject.phrase is not None and subject.position == "after" else hit.index + 1
    if subject.phrase is None and not hit.joined:
        return False
    between = range(behind, target.mark)
    return target.mark - behind <= _CLAUSE_REACH and all(verb_at(reading, place) is None for place in between)


def _is_unspoken(reading: Reading, hit: Hit, subject: Subject, target: Target) -> bool:
    """Return whether a present verb only tells what a thing shows («في خطوة تؤكد استهتار ...»)."""
    if hit.form.part != "present" or hit.joined or subject.position != "elided" or hit.index == 0:
        return False
    if target.kind in ("that", "quote", "colon", "inside") and hit.form.cue.lemma not in SHOWS:
        return False
    before = reading.forms[hit.index - 1]
    noun = noun_of(before)
    earlier = (noun_of(form) for form in reading.forms[max(0, hit.index - 3) : hit.index])
    if "target" in hit.form.cue.frames and any(kind is not None and kind[0] in _SPEAKING for kind in earlier):
        return False  # «وهي منظمة مستقلة تدعو إلى»
    taken = (
        before in _RELATIVES
        or before in words("clause_opener")
        or before in words("before_verb")
        or before in COMPLEMENTISERS
    )
    return reading.is_word(hit.index - 1) and noun is None and not taken and not is_definite(before)


def _may_learn(reading: Reading, hit: Hit, subject: Subject) -> bool:
    """Return whether «علم» or «وجد» reports: an outlet learns from its sources, an inquiry finds."""
    lemma, phrase = hit.form.cue.lemma, subject.phrase
    if lemma not in ("علم", "وجد"):
        return True
    if phrase is None:
        return False
    if lemma == "وجد":
        return phrase.kind in ("person", "people", "body", "document")
    mention = reading.names_by_token.get(phrase.first)
    outlet = mention is not None and mention.kind is MentionKind.OUTLET
    return outlet or reading.forms[phrase.first] == '"' or reading.forms[phrase.first] in words("medium")


def _divided(reading: Reading, hit: Hit, subject: Subject, target: Target) -> tuple[Subject, Target]:
    """Tell who describes or accuses from whom: such a verb has two noun phrases, and a lone one is the object."""
    phrase = subject.phrase
    if phrase is None:
        return subject, target
    if (
        reading.forms[target.mark - 1] in SELF
        or object_behind(reading, phrase, target.mark) is not None
        or _object_last(reading, target)
    ):
        return subject, target
    if says_it_itself(reading, phrase, target.mark):
        return subject, target
    second = phrase.first + 1
    unknown = phrase.kind == "" and second < phrase.end and is_definite(reading.forms[second])
    if unknown and phrase.first not in reading.names_by_token and not is_common(reading.forms[phrase.first]):
        return subject, target
    unknown = unknown and phrase.first in reading.names_by_token  # «وصف جروح المصور بأنها» names nobody
    if unknown:
        short = Phrase(phrase.first, second, phrase.first, "", phrase.gender)
        return Subject(short, subject.begins, "after"), target
    if hit.form.cue.lemma == "وصف" and is_interrupted(reading, phrase.first, target.mark):
        return Subject(None, subject.begins, "elided"), complement_alone(reading, target)
    return Subject(None, subject.begins, "elided"), Target(target.kind, phrase.first, phrase.first, None)


def _object_last(reading: Reading, target: Target) -> bool:
    """Return whether the complement stands before what is described («وصف الوزير بـ"الخطأ" قرار نظيره»)."""
    quotation = target.quotation or reading.opens_quotation(target.mark)
    behind = quotation.last + 1 if quotation is not None and quotation.closed else 0
    if not behind or behind >= len(reading.forms) or not begins_phrase(reading, behind, len(reading.forms)):
        return False
    form = reading.forms[behind]
    return is_definite(form) or opens_proposition(form, reading.tokens[behind].text)


def _participle(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of «، مضيفاً أن ...»: its subject is the main clause's."""
    before = reading.forms[hit.index - 1] if hit.index else "."
    if before in ("غير", "ليس", "ليسوا", "باتت", "بات"):
        return None
    if hit.form.cue.lemma == "أضاف" and (before in words("preposition") or before in ("و", "جاره", "ضيفه")):
        return None  # «فاز على مضيفه»
    following = reading.forms[hit.index + 1] if hit.index + 1 < len(reading.forms) else ""
    if hit.form.cue.lemma in ("أفاد", "ذكر") and following not in COMPLEMENTISERS:
        return None  # «مفيدا للطرفين»
    loose = before in (",", '"', ")", ";") or hit.joined or strip_conjunction(before) not in (*BEING, "الا")
    frames = hit.form.cue.frames
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    if (hit.index == first and not frames & {"that", "quote"}) or not loose:
        return None
    target = find_target(reading, hit, min(speech_limit(reading, hit.index), hit.index + _PARTICIPLE_REACH + 12), True)
    if target is None or target.mark - hit.index > _PARTICIPLE_REACH:
        return None
    behind_mark = before in (",", '"', ")", ";") or bool(hit.joined)
    if not behind_mark and _qualifies(reading, hit):
        return None
    tight = behind_mark or target.kind in ("that", "colon", "quote", "inside")
    charges = hit.form.cue.lemma == "اتهم" and _charges_somebody(reading, hit, target)
    tight = tight or charges or _judges_along(reading, hit, target)
    if not tight and hit.form.cue.lemma in ("اتهم", "هدد"):
        return None  # «رجال متهمين بالقتل» is passive
    demands = "target" in frames and reading.forms[hit.index].endswith("ا")  # «مطالبا الدول ببذل ...»
    if not tight and (_follows_noun(reading, hit, target) or (demands and hit.form.cue.lemma != "اتهم")):
        tight = True
    if not tight and (target.kind == "object" or target.mark > hit.index + 2):
        return None
    subject = (
        subject_of_verb_before(reading, hit.index)
        if reading.forms[hit.index].startswith(("بق", "بالقول", "للقول"))
        else None
    )
    draft = make_draft(reading, hit, target, subject or Subject(None, hit.index, "elided"))
    what = reading.forms[hit.index + 1] == "ما" and hit.form.cue.lemma in _TWO_NOUNS
    charged = reading.forms[hit.index + 1] in _PRONOUNS and hit.form.cue.force != "demand"
    if target.mark > hit.index + 1 and (what or charged):
        draft.first, draft.quotation = hit.index + 1, None  # «واصفا إياه بـ»
    if target.mark > hit.index + 1 and begins_phrase(reading, hit.index + 1, target.mark):
        if hit.form.cue.lemma in _TWO_NOUNS and target.kind in _COMPLEMENTS:
            draft.first, draft.quotation = hit.index + 1, None
        if "target" in frames:
            draft.addressee = addressed(reading, hit, target, hit.index + 1)
    return draft


def _charges_somebody(reading: Reading, hit: Hit, target: Target) -> bool:
    """Return whether a participle names whom it accuses («ردت واشنطن متهمة موسكو بـ»), so that it is no passive."""
    behind = hit.index + 1
    if hit.form.number == "p" or behind >= target.mark or is_definite(reading.forms[hit.index]):
        return False
    noun = noun_of(reading.forms[behind])
    somebody = behind in reading.names_by_token or (noun is not None and is_definite(reading.forms[behind]))
    return somebody and _follows_settled(reading, hit.index)


def _judges_along(reading: Reading, hit: Hit, target: Target) -> bool:
    """Return whether «ردت الوزارة مستغربة المواقف» tells how a definite subject judges."""
    judges = hit.form.cue.force in ("accuse", "deny", "praise") and hit.form.number != "p"
    settled = _follows_settled(reading, hit.index)
    definite = is_definite(reading.forms[target.first])
    return judges and settled and definite and target.kind == "object" and target.mark == hit.index + 1


def _follows_settled(reading: Reading, index: int) -> bool:
    """Return whether a definite word or a name stands right before the token."""
    return index > 0 and (is_definite(reading.forms[index - 1]) or _ends_name(reading, index))


def _ends_name(reading: Reading, index: int) -> bool:
    """Return whether a name ends right before the token."""
    near = range(max(0, index - 6), index)
    return any(name.end == index for at in near if (name := reading.names_by_token.get(at)) is not None)


def _follows_noun(reading: Reading, hit: Hit, target: Target) -> bool:
    """Return whether a participle without a comma goes with the speaker («... رجلان مرجحا ارتفاع الحصيلة»)."""
    before = reading.forms[hit.index - 1]
    settled = (
        is_definite(before) or before.endswith(("ون", "هم", "ها", "نا")) or hit.index - 1 in reading.names_by_token
    )
    return (
        target.kind == "object" and target.mark == hit.index + 1 and reading.forms[hit.index].endswith("ا") and settled
    )


def _qualifies(reading: Reading, hit: Hit) -> bool:
    """Return whether a participle only qualifies or completes the word before it («أدلة مؤكدة على», «يرى مبررا»)."""
    before = reading.forms[hit.index - 1]
    if hit.form.cue.lemma in ("برر", "جدد"):
        return True  # «يرى مبررا», «انتقد مجددا»
    feminine = reading.forms[hit.index].endswith("ه") and before.endswith(("ه", "ات"))
    noun = noun_of(before)
    speaking = noun is not None and noun[0] != "document"  # «أدلة مؤكدة على ذلك» say nothing
    return feminine and not is_definite(before) and hit.index - 1 not in reading.names_by_token and not speaking
