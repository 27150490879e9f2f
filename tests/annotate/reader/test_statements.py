from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.reader import Reading, merge_statements
from riwaya.annotate.reader.finding import Section, find_all
from riwaya.annotate.reader.words import read_words
from riwaya.model import Mode, Span, Statement

from .made_up import DESCRIPTION, outputs, say
from .test_hearing import HEARD, SAID, TEXT, statement
from .test_merging import document


def reading(text: str, said: list[tuple[str, int, object]]) -> Reading:
    """Return what a network says whose parts of speech are tied to the cue listed before them."""
    words = read_words(text)
    found = outputs(len(words))
    cue = -1
    for head, index, label in said:
        say(found, head, index, label)
        if head == "cue":
            cue += 1
            found.keys[index, :, cue] = 6
        else:
            found.queries[index, :, cue] = 6
    section = Section(text, words, found, DESCRIPTION)
    scores = {head: section.scores(head) for head in ("entities", "persons", "inner", "roles", "cue", "cnt", "spk")}
    return Reading(words, find_all(section), DESCRIPTION.heads["entities"].kinds, scores)


def test_a_statement_that_the_rules_miss_is_heard_by_the_network() -> None:
    (found,) = merge_statements(document(TEXT), [], reading(TEXT, HEARD))
    assert (found.cue_text, found.content_text, found.speaker_text) == ("قال", "السد آمن تماما", "الحداد")
    assert (found.found_by, found.mode, found.implicit) == ("reader", Mode.INDIRECT, False)
    assert 0 < found.score < 1


def test_what_the_rules_found_is_not_found_twice() -> None:
    (found,) = merge_statements(document(TEXT), [SAID], reading(TEXT, HEARD))
    assert (found.id, found.found_by) == (SAID.id, "both")


def test_a_statement_without_a_written_speaker_goes_on_with_the_one_before() -> None:
    text = TEXT + "، مضيفا أنه سيبقى آمنا"
    said = [*HEARD, ("cue", 8, "B"), ("cnt", 10, "B"), ("cnt", 11, "I")]
    found = merge_statements(document(text), [SAID], reading(text, said))
    assert [(each.content_text, each.speaker_text, each.implicit) for each in found] == [
        ("السد آمن تماما", "الحداد", False),
        ("سيبقى آمنا", "الحداد", True),
    ]
    assert found[1].score < found[0].score


def test_a_verb_goes_on_with_no_speaker_of_the_other_gender() -> None:
    text = TEXT + ". وقالت إنه سيبقى آمنا"
    said = [*HEARD, ("cue", 8, "B"), ("cnt", 10, "B"), ("cnt", 11, "I")]
    found = merge_statements(document(text), [SAID], reading(text, said))
    assert [(each.content_text, each.speaker_text) for each in found] == [
        ("السد آمن تماما", "الحداد"),
        ("سيبقى آمنا", ""),
    ]


def test_a_quotation_that_the_network_hears_is_direct() -> None:
    text = "وقال الحداد «السد آمن تماما»"
    said: list[tuple[str, int, object]] = [
        ("cue", 0, "B"), ("spk", 1, "B"), ("cnt", 3, "B"), ("cnt", 4, "I"), ("cnt", 5, "I"),
    ]  # fmt: skip
    (found,) = merge_statements(document(text), [], reading(text, said))
    assert (found.content_text, found.mode) == ("السد آمن تماما", Mode.DIRECT)


def test_a_doubtful_content_makes_no_statement() -> None:
    def found(strength: float) -> int:
        words = read_words(TEXT)
        made = outputs(len(words))
        for head, index, label in HEARD:
            say(made, head, index, label, strength if head == "cnt" else 20.0)
            made.keys[index if head == "cue" else 0, :, 0] = made.queries[index, :, 0] = 6
        section = Section(TEXT, words, made, DESCRIPTION)
        scores = {head: section.scores(head) for head in ("entities", "persons", "inner", "roles", "cue", "cnt", "spk")}
        heard = Reading(words, find_all(section), DESCRIPTION.heads["entities"].kinds, scores)
        return len(merge_statements(document(TEXT), [], heard))

    assert found(20.0) == 1
    assert found(9.0 - 0.5) == 0


def test_whoever_spoke_last_goes_on_though_the_network_alone_heard_him() -> None:
    text = "قال الحداد إن السد آمن. وقال برانكر إن الماء كثير، مضيفا أنه سيبقى كثيرا"
    ruled = statement(text, "قال", "السد آمن", "الحداد")
    words = [word.text for word in read_words(text)]
    said: list[tuple[str, int, object]] = [
        ("cue", words.index("قال", 2), "B"), ("spk", words.index("برانكر"), "B"), ("cnt", words.index("الماء"), "B"),
        ("cnt", words.index("كثير"), "I"), ("cue", words.index("مضيفا"), "B"), ("cnt", words.index("يبقى"), "B"),
        ("cnt", words.index("كثيرا"), "I"),
    ]  # fmt: skip
    found = merge_statements(document(text), [ruled], reading(text, said))
    assert [each.speaker_text for each in found if each.found_by == "reader"] == ["برانكر", "برانكر"]


def test_the_network_s_ends_of_a_content_count_where_it_is_sure() -> None:
    text = "وقال الحداد لرويترز إن السد آمن تماما وسط مخاوف السكان"
    content = "السد آمن تماما وسط مخاوف السكان"
    ruled = statement(text, "قال", content, "الحداد")
    (found,) = merge_statements(document(text), [ruled], reading(text, HEARD))
    assert found.content_text == "السد آمن تماما"
    assert found.id != ruled.id


def test_the_rules_ends_of_a_content_stay_where_the_network_hears_none() -> None:
    text = "وقال الحداد لرويترز إن السد آمن تماما وسط مخاوف السكان"
    ruled = statement(text, "قال", "السد آمن تماما وسط مخاوف السكان", "الحداد")
    said = [part for part in HEARD if part[0] != "cnt"]
    assert all(
        found.content == ruled.content for found in merge_statements(document(text), [ruled], reading(text, said))
    )


def test_a_written_speaker_that_the_rules_miss_is_the_one_that_the_network_hears() -> None:
    unnamed = replace(SAID, speaker=None, speaker_text="", implicit=True)
    (found,) = merge_statements(document(TEXT), [unnamed], reading(TEXT, HEARD))
    assert (found.speaker_text, found.implicit) == ("الحداد", False)
    assert found.speaker is not None
    assert found.span.contains(found.speaker)


def test_a_written_speaker_of_the_rules_stays() -> None:
    start = TEXT.index("رويترز")
    named = replace(SAID, speaker=Span(start, start + len("رويترز")), speaker_text="رويترز")
    (found,) = merge_statements(document(TEXT), [named], reading(TEXT, HEARD))
    assert found.speaker_text == "رويترز"


BROKEN = "«السد آمن تماما»، قال الحداد، مضيفا «ولن نخليه»"
SPOKEN: list[tuple[str, int, object]] = [
    ("cue", 6, "B"), ("spk", 7, "B"), ("cnt", 1, "B"), ("cnt", 2, "I"), ("cnt", 3, "I"),
]  # fmt: skip


def broken(content: str, rest: str) -> Statement:
    """Return what the rules say of a quotation that its cue breaks."""
    found = statement(BROKEN, "قال", content, "الحداد", 0.9)
    start = BROKEN.index(rest)
    return replace(found, content_rest=(Span(start, start + len(rest)),))


def test_a_content_that_the_network_hears_alike_keeps_its_other_piece() -> None:
    ruled = broken("السد آمن تماما", "ولن نخليه")
    (found,) = merge_statements(document(BROKEN), [ruled], reading(BROKEN, SPOKEN))
    assert (found.found_by, found.pieces) == ("both", ruled.pieces)


def test_a_piece_that_the_network_takes_for_the_content_leaves_the_other_as_the_rest() -> None:
    ruled = broken("ولن نخليه", "السد آمن تماما")
    (found,) = merge_statements(document(BROKEN), [ruled], reading(BROKEN, SPOKEN))
    assert found.content_text == "السد آمن تماما"
    assert found.pieces == ruled.pieces


def test_a_content_of_the_network_that_is_none_of_the_pieces_has_no_rest() -> None:
    ruled = broken("آمن", "ولن نخليه")
    (found,) = merge_statements(document(BROKEN), [ruled], reading(BROKEN, SPOKEN))
    assert (found.content_text, found.content_rest) == ("السد آمن تماما", ())


def test_a_piece_that_another_statement_says_is_no_rest() -> None:
    ruled = broken("السد آمن تماما", "ولن نخليه")
    other = statement(BROKEN, "مضيفا", "ولن نخليه", "", 0.9)
    words = [word.text for word in read_words(BROKEN)]
    said: list[tuple[str, int, object]] = [
        ("cue", words.index("مضيفا"), "B"), ("cnt", words.index("لن"), "B"), ("cnt", words.index("نخليه"), "I"),
    ]  # fmt: skip
    found = merge_statements(document(BROKEN), [ruled, other], reading(BROKEN, [*SPOKEN, *said]))
    assert [each.cue_text for each in found] == ["قال", "مضيفا"]
    assert [each.content_rest for each in found] == [(), ()]
    assert found[0].span.end <= found[1].cue.start


def test_a_clause_that_is_joined_to_what_is_reported_stays_in_it() -> None:
    text = TEXT + "، وإن النهر هادئ"
    ruled = statement(text, "قال", "السد آمن تماما، وإن النهر هادئ", "الحداد")
    (found,) = merge_statements(document(text), [ruled], reading(text, HEARD))
    assert found.content_text == ruled.content_text
