"""Statements of one document: candidates, ends, speakers carried over, chains, records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.statements.attributions import Attribution, find_attributions
from riwaya.annotate.statements.builders import build
from riwaya.annotate.statements.carrying import carry_speakers
from riwaya.annotate.statements.chains import attach_attributions, nest
from riwaya.annotate.statements.citing import cite_between
from riwaya.annotate.statements.cues import find_hits
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.ends import Breaks, content_end, relative_before, take_longest_piece
from riwaya.annotate.statements.listeners import with_addressees
from riwaya.annotate.statements.occasions import with_occasions
from riwaya.annotate.statements.pieces import broken_quotation, without_repeated
from riwaya.annotate.statements.postposed import add_continued
from riwaya.annotate.statements.reading import Reading, read_document
from riwaya.annotate.statements.records import to_statement
from riwaya.annotate.statements.refusals import names_no_speaker
from riwaya.annotate.statements.taken_up import drafts_taken_up
from riwaya.annotate.statements.vessels import build_vessels
from riwaya.model import Mention, Statement

_LONGEST_HEADING = 14
_PASSED_ON = frozenset(("نقل", "أورد"))
_LONGEST_HEADLINE = 24  # one whose subject stands before its verb


def find_statements(document: Document, mentions: Sequence[Mention]) -> list[Statement]:
    """Return every proposition that the document attributes to a speaker, in order of its content.

    Args:
        document: an article's text; a title says nothing of its own.
        mentions: names found in it; they bound speakers' names, and the rules work without any.
    """
    if not document.tokens:
        return []
    reading = read_document(document, mentions)
    attributions = find_attributions(reading)
    covered = frozenset(place for item in attributions for place in range(item.first, item.end))
    reading = replace(reading, passed_on=covered)
    drafts = [draft for draft in _drafts(reading) if draft.cue_token not in covered and not _heads(reading, draft)]
    _end_contents(reading, drafts, attributions)
    add_continued(reading, drafts)
    drafts = sorted([*drafts, *drafts_taken_up(reading, drafts)], key=lambda draft: draft.cue_token)
    carry_speakers(reading, drafts, attributions)
    cite_between(reading, drafts, attributions)
    drafts = nest(reading, drafts)
    drafts = attach_attributions(reading, drafts, attributions)
    found: dict[str, Statement] = {}
    for draft in drafts:
        statement = to_statement(reading, draft)
        if statement is not None:
            found.setdefault(statement.id, statement)
    ordered = sorted(found.values(), key=lambda item: (item.content.start, item.content.end, item.cue.start))
    return with_addressees(reading, with_occasions(reading, without_repeated(ordered)))


def _heads(reading: Reading, draft: Draft) -> bool:
    """Return whether the draft stands in a subheading: a short line in the present tense without a final stop."""
    first, end = reading.sentences[reading.sentence_of[draft.cue_token]]
    present = draft.hit is not None and draft.hit.form.part == "present"
    longest = _LONGEST_HEADLINE if draft.begins < draft.cue_token and not draft.elided else _LONGEST_HEADING
    ends = reading.is_word(end - 1) or (reading.forms[end - 1] == '"' and draft.begins > first)
    return present and end - first <= longest and ends


def _drafts(reading: Reading) -> list[Draft]:
    drafts = build_vessels(reading)
    taken = {draft.cue_token for draft in drafts}
    for hit in find_hits(reading):
        draft = build(reading, hit)
        if draft is not None and hit.index not in taken and not names_no_speaker(reading, draft):
            drafts.append(draft)
    drafts.sort(key=lambda draft: draft.cue_token)
    return _one_cue_for_one_content(reading, drafts)


def _one_cue_for_one_content(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Keep the finite verb of «أوضح قائلا», and «قوله» of «نقلت ... عن ... قوله»."""
    by_content: dict[int, Draft] = {}
    for draft in drafts:
        earlier = by_content.setdefault(draft.first, draft)
        if earlier is draft:
            continue
        if _takes_over(reading, earlier, draft):
            by_content[draft.first] = draft
            continue
        passed = earlier.hit is not None and earlier.hit.form.cue.lemma in _PASSED_ON and earlier.speaker is not None
        own = draft.hit is not None and draft.hit.form.part == "noun" and draft.hit.form.pronoun
        if passed and own and draft.structure != "relayed" and earlier.speaker is not None:
            # «نقلت الوكالة عنه قوله إن»; «نقل عنه قوله» names nobody who passes on.
            draft.via = [earlier.speaker] if not earlier.speaker.overlaps(draft.cue) else []
            by_content[draft.first] = draft
        elif draft.structure == "relayed" or (
            earlier.elided and not draft.elided and draft.cue_token - earlier.cue_token > 3
        ):
            by_content[draft.first] = draft
    return sorted(by_content.values(), key=lambda draft: draft.cue_token)


def _takes_over(reading: Reading, earlier: Draft, later: Draft) -> bool:
    """Return whether a finite verb nearer to the content is its cue («رسالة قال فيها إن»), not the word before it."""
    if later.hit is None or earlier.hit is None or later.hit.form.part not in ("past", "present"):
        return False
    if later.hit.joined == "ل":
        return True  # «تساءل الصحافي عن السبب، ليرد المتحدث قائلا "..."»
    resumed = reading.forms[later.cue_token + 1 : later.cue_token + 2] in (("فيها",), ("فيه",), ("خلالها",))
    return resumed or earlier.hit.form.part in ("participle", "noun")


def _is_quoted(reading: Reading, index: int) -> bool:
    """Return whether the token stands in a quotation that is closed."""
    number = reading.quotation_of[index]
    return number >= 0 and reading.quotations[number].closed


def _end_contents(reading: Reading, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> None:
    splits = {draft.begins for draft in drafts if draft.splits and not _is_quoted(reading, draft.cue_token)}
    splits |= {attribution.first for attribution in attributions}
    splits |= {index - 1 for index in splits if index and reading.forms[index - 1] == ","}
    asides: dict[int, int] = {}
    for draft in reversed(drafts):  # what stands inside a content comes behind its cue
        take_longest_piece(reading, draft)
        draft.end = content_end(reading, draft, Breaks(splits, asides))
        draft.rest = draft.rest or broken_quotation(reading, draft)
        relative = relative_before(reading, draft)
        if relative is not None:
            asides[relative] = draft.end
