"""Names of two people that nothing parts."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.run_together import part_names, part_titled
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


def _titled(text: str, office: str, *names: str) -> list[tuple[str, str]]:
    """Return the names of a text behind an office and, for the office, its holder's."""
    document = Document.read(article_of(text), Field.TEXT)
    persons = [mention_of(document, name, MentionKind.PER) for name in names]
    role = mention_of(document, office, MentionKind.ROLE, persons[0].id)
    found = part_titled(document, sorted([role, *persons], key=lambda item: item.span))
    by_id = {mention.id: mention.text for mention in found}
    assert all(text[item.span.start : item.span.end] == item.text for item in found)
    return [(item.text, by_id.get(item.holder_id, "")) for item in found]


@pytest.mark.parametrize(
    ("text", "name", "holder", "other"),
    [
        ("عين الرئيس السيسي مصطفى مدبولي رئيسا للحكومة.", "السيسي مصطفى مدبولي", "السيسي", "مصطفى مدبولي"),
        ("استقبل الرئيس تبون أحمد عطاف أمس.", "تبون أحمد عطاف", "تبون", "أحمد عطاف"),
    ],
)
def test_the_officer_is_parted_from_whom_his_verb_acts_on(text: str, name: str, holder: str, other: str) -> None:
    assert _titled(text, "الرئيس", name) == [("الرئيس", holder), (holder, ""), (other, "")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استقبل الرئيس بوتفليقة عبد العزيز الوفد.", "بوتفليقة عبد العزيز"),
        ("لقاء الرئيس السيسي مصطفى مدبولي.", "السيسي مصطفى مدبولي"),
        ("استقبل الرئيس عبد الفتاح السيسي الوفد.", "عبد الفتاح السيسي"),
    ],
)
def test_one_officers_name_or_one_without_a_verb_stays_whole(text: str, name: str) -> None:
    assert _titled(text, "الرئيس", name) == [("الرئيس", name), (name, "")]


def test_an_office_elsewhere_of_a_parted_name_follows_to_its_first_part() -> None:
    text = "عين الرئيس السيسي مصطفى مدبولي، وهو القائد."
    document = Document.read(article_of(text), Field.TEXT)
    name = mention_of(document, "السيسي مصطفى مدبولي", MentionKind.PER)
    roles = [mention_of(document, words, MentionKind.ROLE, name.id) for words in ("الرئيس", "القائد")]
    found = part_titled(document, [roles[0], name, roles[1]])
    assert [item.text for item in found] == ["الرئيس", "السيسي", "مصطفى مدبولي", "القائد"]
    assert {found[0].holder_id, found[3].holder_id} == {found[1].id}
