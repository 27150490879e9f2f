"""Where a person's name starts, and first names that look like a particle and a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.document import Document
from riwaya.annotate.mentions.name_starts import settle_starts
from riwaya.arabic.clitics import split_clitics
from riwaya.model import Field, Mention, MentionKind, Span, Statement


def persons(text: str) -> list[str]:
    found = annotate(article_of(text), AnnotateConfig(reader="rules"))
    return [each.text for each in found if isinstance(each, Mention) and each.kind is MentionKind.PER]


def speakers(text: str) -> list[tuple[str, str]]:
    """Return (speaker, addressee) of each statement."""
    found = [each for each in annotate(article_of(text), AnnotateConfig(reader="rules")) if isinstance(each, Statement)]
    return [(each.speaker_text, each.addressee.of(text) if each.addressee else "") for each in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال باسم نعيم إن الاجتماع تأجل.", "باسم نعيم"),
        ("وقال القيادي في الحركة باسم نعيم إن الاجتماع تأجل.", "باسم نعيم"),
        ("والتقى الوفد مع باسم يوسف أمس.", "باسم يوسف"),
        ("قال واصل أبو يوسف إن الاجتماع تأجل.", "واصل أبو يوسف"),
        ("أكدت بيان ريحان عضو المجلس أن الاجتماع تأجل.", "بيان ريحان"),
        ("وقالت بيان ريحان إن الاجتماع تأجل.", "بيان ريحان"),
        ("قالت وفاء نعيم إن الاجتماع تأجل.", "وفاء نعيم"),
        ("وأكد وجيه منصور أن الاجتماع تأجل.", "وجيه منصور"),
        ("وقالت لجين القاسمي إنها باقية.", "لجين القاسمي"),
        ("وأشاد الرئيس ببسام منصور خلال الحفل.", "بسام منصور"),
        ("وقال الرئيس لباسم نعيم إن الاجتماع تأجل.", "باسم نعيم"),
        ("وقال الرئيس لسالم خليل إن الاجتماع تأجل.", "سالم خليل"),
        ("وقال الرئيس للميس خليل إن الاجتماع تأجل.", "لميس خليل"),
    ],
)
def test_a_first_name_is_whole_and_without_particles(text: str, name: str) -> None:
    assert name in persons(text)


def test_who_swears_an_oath_is_no_alliance() -> None:
    assert persons("حلف سمير الرقيعي اليمين القانونية أمس.") == ["سمير الرقيعي"]
    assert persons("وحلف عدنان الرقيعي القسم أمس.") == ["عدنان الرقيعي"]
    assert persons("أدى الحزب اليمين المتطرف أمس.") == []


@pytest.mark.parametrize(
    "text",
    [
        "وقال المتحدث باسم الجيش إن الاجتماع تأجل.",
        "وأكد باسم الشعب أن الاجتماع تأجل.",
        "وهي فرقة معروفة باسم النجوم.",
        "وتحدث باسم الحكومة أمس.",
    ],
)
def test_what_is_said_in_a_name_is_no_name(text: str) -> None:
    assert not any(name.startswith("باسم") for name in persons(text))


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("وقال الرئيس لسالم خليل إن الاجتماع تأجل.", "الرئيس", "سالم خليل"),
        ("وقال وزير الدفاع لبوتين إن الاجتماع تأجل.", "وزير الدفاع", "بوتين"),
        ("وقال المحامي لسالم خليل إن الاجتماع تأجل.", "المحامي", "سالم خليل"),
        ("قال المستشار السابق لترامب إن الاجتماع تأجل.", "المستشار السابق لترامب", ""),
        ("وقال أحد المقربين لبوتين إن الاجتماع تأجل.", "أحد المقربين لبوتين", ""),
    ],
)
def test_a_name_behind_a_particle_is_never_the_speakers_own(text: str, speaker: str, addressee: str) -> None:
    assert speakers(text) == [(speaker, addressee)]


def _starts(text: str, title: str, name: str) -> list[str]:
    """Return the persons where a reader took the first letter of a name behind its title for a particle."""
    document = Document.read(article_of(text), Field.TEXT)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (title, name)]
    kinds = (MentionKind.ROLE, MentionKind.PER)
    role, person = (
        Mention(Mention.make_id("a", Field.TEXT, span, kind), "a", Field.TEXT, span, span.of(text), kind, "", 0.9)
        for span, kind in zip(spans, kinds, strict=True)
    )
    found = settle_starts(document, [replace(role, holder_id=person.id), person])
    return [each.text for each in found if each.kind is MentionKind.PER]


@pytest.mark.parametrize(
    ("text", "title", "read", "name"),
    [
        ("قالت النائبة بولا يعقوبيان إن القانون معيب.", "النائبة", "ولا يعقوبيان", "بولا يعقوبيان"),
        ("قال المدير ليور كوهين إن الاجتماع تأجل.", "المدير", "يور كوهين", "ليور كوهين"),
        ("قال الرئيس لسالم خليل إن الاجتماع تأجل.", "الرئيس", "سالم خليل", "سالم خليل"),
        ("حضر السفير وإيفانكا خليل الحفل.", "السفير", "إيفانكا خليل", "إيفانكا خليل"),
        ("قال الأمين لأبو سعيد خليل إنه باق.", "الأمين", "أبو سعيد خليل", "أبو سعيد خليل"),
    ],
)
def test_a_name_right_behind_its_title_is_whole_unless_the_rest_is_surely_a_name(
    text: str, title: str, read: str, name: str
) -> None:
    assert _starts(text, title, read) == [name]


@pytest.mark.parametrize("name", ["وجدي", "وصفي", "بسنت", "بوحبيب", "كريستينا", "بيرك", "لينا", "باول"])
def test_a_name_that_lists_hold_is_one_word(name: str) -> None:
    found = split_clitics(name)
    assert (found.prefixes, found.suffixes) == ((), ())


@pytest.mark.parametrize(("word", "particle"), [("بولي", "ب"), ("باسم", "ب"), ("لكريم", "ل")])
def test_a_particle_before_a_frequent_word_stays_one(word: str, particle: str) -> None:
    assert split_clitics(word).prefixes == (particle,)


def test_letters_that_begin_no_name_belong_to_the_one_behind_its_title() -> None:
    text = "قال وزير الإعلام لاي محمد إن الحكومة تفاوض."
    document = Document.read(article_of(text), Field.TEXT)
    start = text.index("اي محمد")
    name = Mention("m1", "a", Field.TEXT, Span(start, start + 7), "اي محمد", MentionKind.PER, "", 1.0)
    role = Mention("m2", "a", Field.TEXT, Span(4, 16), "وزير الإعلام", MentionKind.ROLE, "", 1.0)
    role, name = settle_starts(document, [role, name])
    assert (name.text, role.holder_id) == ("لاي محمد", name.id)


@pytest.mark.parametrize(
    "text",
    [
        "وقال بيان صباح الاثنين إن الاجتماع تأجل.",
        "واصل محمد الوادي تألقه.",
        "وأصدرت الوزارة بيان شجب.",
        "وأكدت بيان الوزارة.",
    ],
)
def test_a_statement_and_who_goes_on_are_no_first_names(text: str) -> None:
    assert not any(name.startswith(("بيان", "واصل")) for name in persons(text))


def start(marked: str) -> list[str]:
    """Return the settled names of a text in which each name that was read stands in brackets."""
    pieces = marked.replace("]", "[").split("[")
    text, spans, place = "".join(pieces), [], 0
    for piece in pieces:
        spans.append((place, place + len(piece)))
        place += len(piece)
    mentions = [
        Mention(
            Mention.make_id("a", Field.TEXT, Span(*span), MentionKind.PER), "a", Field.TEXT, Span(*span),
            Span(*span).of(text), MentionKind.PER, "", 0.9,
        )
        for span in spans[1::2]
    ]  # fmt: skip
    return [one.text for one in settle_starts(Document.read(article_of(text), Field.TEXT), mentions)]


def test_what_joins_a_friend_to_somebody_is_no_part_of_the_name() -> None:
    assert start("تنصيب صديق [لسوشي] رئيسا.") == ["سوشي"]
    assert start("انتخب البرلمان [صديقا لسوشي] رئيسا.") == ["سوشي"]
    assert start("وقال صديق [لينا] أمس.") == ["لينا"]
    assert start("وقال صديق [لطفي] أمس.") == ["لطفي"]


def test_a_letter_that_the_full_name_has_stays_on_the_name_alone() -> None:
    assert start("فازت [ماريت بيورغن] أمس. وحققت ب[يورغن] رقما.") == ["ماريت بيورغن", "بيورغن"]
    assert start("أوقف [لولا دا سيلفا] أمس. وأمضى ل[ولا] ليلته هناك.") == ["لولا دا سيلفا", "لولا"]
    assert start("وصل [سمير سليم] أمس. ورحب ب[سليم] الوفد.") == ["سمير سليم", "سليم"]
