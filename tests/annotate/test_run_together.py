"""Names of two people that nothing parts."""

from __future__ import annotations

import pytest

from riwaya.annotate.mentions.run_together import part_names
from riwaya.model import Field, Mention, MentionKind, Span


def mentions(text: str, *names: str) -> list[Mention]:
    """Return the listed names as persons, each where it stands next in the text."""
    found, end = [], 0
    for name in names:
        start = text.index(name, end)
        end = start + len(name)
        identity = Mention.make_id("a", Field.TEXT, Span(start, end), MentionKind.PER)
        found.append(Mention(identity, "a", Field.TEXT, Span(start, end), name, MentionKind.PER, "", 0.9))
    return found


@pytest.mark.parametrize(
    ("text", "names", "parted"),
    [
        (
            "قال عبد الفتاح السيسي وهشام جنينة. وأقال السيسي جنينة",
            ["عبد الفتاح السيسي", "هشام جنينة", "السيسي جنينة"],
            ["السيسي", "جنينة"],
        ),
        (
            "قال مايك بومبيو. وأرسل دونالد ترامب بومبيو. ووافق ترامب",
            ["مايك بومبيو", "دونالد ترامب بومبيو", "ترامب"],
            ["دونالد ترامب", "بومبيو"],
        ),
    ],
)
def test_two_people_whom_the_text_names_elsewhere_are_parted(text: str, names: list[str], parted: list[str]) -> None:
    found = part_names(mentions(text, *names))
    assert [mention.text for mention in found if mention.text not in names or mention.text in parted][:2] == parted
    assert all(text[mention.span.start : mention.span.end] == mention.text for mention in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("علي صبري حمادة وأحمد حمادة وسعد صبري", ["علي صبري حمادة", "أحمد حمادة", "سعد صبري"]),
        ("كيم يو جونغ وكيم جونغ نام. شقيقه جونغ نام", ["كيم يو جونغ", "كيم جونغ نام", "جونغ نام"]),
        ("مارك زوكربرغ ومارك. وقال زوكربرغ", ["مارك زوكربرغ", "مارك", "زوكربرغ"]),
    ],
)
def test_what_may_be_one_name_stays_whole(text: str, names: list[str]) -> None:
    assert [mention.text for mention in part_names(mentions(text, *names))] == names


def test_a_role_before_both_names_is_the_first_ones() -> None:
    text = "قال عبد الفتاح السيسي وهشام جنينة. وأقال الرئيس السيسي جنينة"
    persons = mentions(text, "عبد الفتاح السيسي", "هشام جنينة", "السيسي جنينة")
    span = Span(text.index("الرئيس"), text.index("الرئيس") + 6)
    identity = Mention.make_id("a", Field.TEXT, span, MentionKind.ROLE)
    role = Mention(identity, "a", Field.TEXT, span, "الرئيس", MentionKind.ROLE, persons[2].id, 0.9)
    found = part_names([*persons[:2], role, persons[2]])
    assert {mention.id: mention.text for mention in found}[found[2].holder_id] == "السيسي"
