from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.reader import Reading, read_text
from riwaya.annotate.reader.choosing import ROLE_THRESHOLD, THRESHOLD
from riwaya.annotate.reader.finding import Section, find_all
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.words import read_words
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span

from .made_up import DESCRIPTION, MadeUp, outputs, say

TEXT = "وقال وزير الري سليم الحداد لرويترز إن سد الفرات آمن"


def document(text: str) -> Document:
    article = Article("a", "p", "", 0, "", text, "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    return Document.read(article, Field.TEXT)


def reading(
    text: str,
    said: list[tuple[str, int, object]],
    strength: float = 20.0,
    whispered: tuple[tuple[str, int, object], ...] = (),
) -> Reading:
    words = read_words(text)
    found = outputs(len(words))
    for head, index, label in said:
        say(found, head, index, label, strength)
    for head, index, label in whispered:
        say(found, head, index, label, 9.0)
    found.queries[:, 0] = found.keys[:, 0] = 3
    section = Section(text, words, found, DESCRIPTION)
    scores = {head: section.scores(head) for head in ("entities", "persons", "inner", "roles", "cue", "cnt", "spk")}
    return Reading(words, find_all(section), DESCRIPTION.heads["entities"].kinds, scores)


def mention(text: str, part: str, kind: MentionKind, score: float) -> Mention:
    start = text.index(part)
    span = Span(start, start + len(part))
    identifier = Mention.make_id("a", Field.TEXT, span, kind)
    return Mention(identifier, "a", Field.TEXT, span, part, kind, "", score)


def texts(mentions: list[Mention]) -> set[tuple[str, str]]:
    return {(found.text, found.kind.value) for found in mentions}


def test_a_name_that_only_the_network_is_sure_of_is_a_mention() -> None:
    said: list[tuple[str, int, object]] = [("entities", 3, "B-PER"), ("entities", 4, "I-PER")]
    assert ("سليم الحداد", "PER") in texts(merge_mentions(document(TEXT), [], reading(TEXT, said)))


def test_a_name_that_the_tables_know_stays_where_the_network_is_not_sure() -> None:
    known = mention(TEXT, "رويترز", MentionKind.OUTLET, 0.93)
    doubtful = reading(TEXT, [("entities", 5, "B-OUTLET")], strength=7.5)
    assert not doubtful.findings.entities
    assert texts(merge_mentions(document(TEXT), [known], doubtful)) == {("رويترز", "OUTLET")}


def test_a_guess_of_the_rules_goes_where_the_network_sees_nothing() -> None:
    guess = mention(TEXT, "آمن", MentionKind.PER, 0.5)
    assert merge_mentions(document(TEXT), [guess], reading(TEXT, [])) == []


def test_names_inside_a_hashtag_are_left_to_the_rules() -> None:
    text = "عند #الحدود_اليمنية الشمالية"
    known = mention(text, "اليمنية", MentionKind.NORP, 0.93)
    assert texts(merge_mentions(document(text), [known], reading(text, []))) == {("اليمنية", "NORP")}


def test_events_are_other_named_things() -> None:
    said: list[tuple[str, int, object]] = [("entities", 7, "B-EVENT"), ("entities", 8, "I-EVENT")]
    assert texts(merge_mentions(document(TEXT), [], reading(TEXT, said))) == {("سد الفرات", "MISC")}


def test_a_role_has_its_holder_by_the_network() -> None:
    said: list[tuple[str, int, object]] = [
        ("roles", 1, "B"), ("roles", 2, "I"), ("entities", 3, "B-PER"), ("entities", 4, "I-PER"),
    ]  # fmt: skip
    merged = merge_mentions(document(TEXT), [], reading(TEXT, said))
    (role,) = [found for found in merged if found.kind is MentionKind.ROLE]
    (person,) = [found for found in merged if found.kind is MentionKind.PER]
    assert (role.text, role.holder_id) == ("وزير الري", person.id)


def test_holders_by_the_rules_stay_where_the_network_is_not_sure_of_a_role() -> None:
    person = mention(TEXT, "سليم الحداد", MentionKind.PER, 0.95)
    role = replace(mention(TEXT, "وزير الري", MentionKind.ROLE, 0.95), holder_id=person.id)
    name: list[tuple[str, int, object]] = [("entities", 3, "B-PER"), ("entities", 4, "I-PER")]
    doubtful = reading(TEXT, name, whispered=(("roles", 1, "B"), ("roles", 2, "I")))
    assert not doubtful.findings.roles
    merged = merge_mentions(document(TEXT), [role, person], doubtful)
    assert [found.holder_id for found in merged if found.kind is MentionKind.ROLE] == [person.id]


@given(st.text(st.sampled_from("وقال وزير الري سليم الحداد لرويترز بن .«»\nًـ"), max_size=120))
@settings(deadline=None, max_examples=40)
def test_merged_mentions_hold_the_text_of_their_spans_and_known_holders(text: str) -> None:
    read = document(text)
    merged = merge_mentions(read, find_mentions(read), read_text(MadeUp(), text))
    assert merged == sorted(merged, key=lambda found: (found.span, found.kind))
    assert len({found.id for found in merged}) == len(merged)
    people = {found.id for found in merged if found.kind is MentionKind.PER}
    for found in merged:
        assert found.text == text[found.span.start : found.span.end]
        assert found.holder_id == "" or found.holder_id in people
        assert min(THRESHOLD, ROLE_THRESHOLD) - 0.001 <= found.score <= 0.99


def test_a_chance_is_that_of_the_least_sure_word_and_of_the_end() -> None:
    said: list[tuple[str, int, object]] = [("entities", 3, "B-PER"), ("entities", 4, "I-PER")]
    read = reading(TEXT, said)
    name = TEXT.index("سليم")
    whole = read.chance(Span(name, name + len("سليم الحداد")), "entities", "PER")
    part = read.chance(Span(name, name + len("سليم")), "entities", "PER")
    assert whole > 0.99
    assert part < 0.01
    assert np.isclose(read.chance(Span(name, name + 4), "entities", "ORG"), 0, atol=0.01)


def test_one_word_is_not_a_place_and_a_person_in_one_text() -> None:
    text = "عقدت سدران وتيرمار جولة. وقالت سدران إنها راضية"
    said: list[tuple[str, int, object]] = [("entities", 1, "B-GPE"), ("entities", 2, "B-GPE"), ("entities", 6, "B-PER")]
    merged = merge_mentions(document(text), [mention(text, "سدران", MentionKind.GPE, 0.9)], reading(text, said))
    assert [found.kind.value for found in merged if found.text == "سدران"] == ["GPE", "GPE"]


def test_a_person_in_a_body_s_name_is_known_from_his_full_name() -> None:
    text = "التقى أوتو برانكر وزراء حكومة برانكر"
    said: list[tuple[str, int, object]] = [
        ("entities", 1, "B-PER"), ("entities", 2, "I-PER"), ("entities", 4, "B-ORG"), ("entities", 5, "I-ORG"),
    ]  # fmt: skip
    start = text.rindex("برانكر")
    span = Span(start, start + 6)
    identifier = Mention.make_id("a", Field.TEXT, span, MentionKind.PER)
    ruled = Mention(identifier, "a", Field.TEXT, span, "برانكر", MentionKind.PER, "", 0.85)
    merged = merge_mentions(document(text), [ruled], reading(text, said))
    assert {("حكومة برانكر", "ORG"), ("برانكر", "PER")} <= texts(merged)


def test_a_role_ends_before_its_holder_behind_a_definite_word() -> None:
    text = "وصلت الأميرة فيكتوريا أمس"
    said: list[tuple[str, int, object]] = [("roles", 1, "B"), ("roles", 2, "I"), ("entities", 2, "B-PER")]
    assert {("الأميرة", "ROLE"), ("فيكتوريا", "PER")} <= texts(merge_mentions(document(text), [], reading(text, said)))


def test_whose_lawyer_somebody_is_belongs_to_the_role() -> None:
    text = "وصل محامي فيكتوريا أمس"
    said: list[tuple[str, int, object]] = [("roles", 1, "B"), ("roles", 2, "I"), ("entities", 2, "B-PER")]
    assert ("محامي فيكتوريا", "ROLE") in texts(merge_mentions(document(text), [], reading(text, said)))


def test_a_lone_name_behind_a_feminine_verb_that_nothing_knows_is_no_person() -> None:
    text = "اقترحت زندورا تشغيل المعبر"
    assert texts(merge_mentions(document(text), [], reading(text, [("entities", 1, "B-PER")]))) == set()


def test_a_noun_for_outlets_alone_names_none() -> None:
    text = "نقلت قناة الشروق عن مصادر"
    said: list[tuple[str, int, object]] = [("entities", 1, "B-OUTLET"), ("entities", 2, "B-OUTLET")]
    assert texts(merge_mentions(document(text), [], reading(text, said))) == {("الشروق", "OUTLET")}
    back = "وقالت القناة إن المصادر صامتة"
    assert texts(merge_mentions(document(back), [], reading(back, [("entities", 1, "B-OUTLET")]))) == {
        ("القناة", "OUTLET")
    }
