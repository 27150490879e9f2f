"""Which entity a span of an article names."""

from __future__ import annotations

import pytest

from riwaya.attribution import EntityFinder
from riwaya.model import Field, Link, Mention, MentionKind, Span

TEXT = "قال نجل الرئيس السابق ووزير الدفاع سامي الحداد إن الجسر آمن."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _mention(words: str, kind: MentionKind) -> Mention:
    span = _span(words)
    return Mention(words, "a", Field.TEXT, span, words, kind, "" if kind is MentionKind.PER else f"of {words}", 0.9)


def _finder() -> EntityFinder:
    mentions = [
        _mention("الرئيس السابق", MentionKind.ROLE),
        _mention("وزير الدفاع", MentionKind.ROLE),
        _mention("سامي الحداد", MentionKind.PER),
    ]
    return EntityFinder(
        mentions, [Link(each.holder_id or each.id, "a", f"entity of {each.text}", 0.9) for each in mentions]
    )


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("نجل الرئيس السابق", ""),
        ("الرئيس السابق", "entity of الرئيس السابق"),
        ("وزير الدفاع", "entity of وزير الدفاع"),
        ("ووزير الدفاع", "entity of وزير الدفاع"),
        ("وزير الدفاع سامي الحداد", "entity of سامي الحداد"),
    ],
)
def test_an_office_inside_a_relative_s_description_is_not_he(words: str, entity: str) -> None:
    assert _finder().find(_span(words), words) == entity


def _found(text: str, speaker: str, *mentions: tuple[str, MentionKind, str]) -> str:
    """Return whom a speaker's words name; of each mention its words, kind and the words of its holder."""
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words, _, _ in mentions}
    made = [Mention(words, "a", Field.TEXT, spans[words], words, kind, of, 0.9) for words, kind, of in mentions]
    finder = EntityFinder(made, [Link(each.id, "a", each.id, 0.9) for each in made if each.kind is not ROLE])
    return finder.find(Span(text.index(speaker), text.index(speaker) + len(speaker)), speaker)


PER, ROLE, ORG, OUTLET, NORP = (
    MentionKind.PER, MentionKind.ROLE, MentionKind.ORG, MentionKind.OUTLET, MentionKind.NORP,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "mentions"),
    [
        ("وقال محامي المنصوري إنه بريء", "محامي المنصوري", [("محامي", ROLE, ""), ("المنصوري", PER, "")]),
        ("وقالت والدة نافالني إنها رأته", "والدة نافالني", [("نافالني", PER, "")]),
        ("وأضاف الناطق باسم بوتين أن", "الناطق باسم بوتين", [("الناطق باسم بوتين", ROLE, ""), ("بوتين", PER, "")]),
        ("قال مستشار لنتنياهو إن", "مستشار لنتنياهو", [("مستشار", ROLE, ""), ("نتنياهو", PER, "")]),
        ("وقالت وكيلة أعمال دومينغيز إن", "وكيلة أعمال دومينغيز", [("وكيلة أعمال", ROLE, ""), ("دومينغيز", PER, "")]),
        ("وقال محامو ترمب إن", "محامو ترمب", [("ترمب", PER, "")]),
        ("وحملت عائلة المدهون غيرها", "عائلة المدهون", [("المدهون", PER, "")]),
        (
            "قال متحدث باسم رئيسة الحكومة تيريزا ماي إن",
            "متحدث باسم رئيسة الحكومة تيريزا ماي",
            [("رئيسة الحكومة", ROLE, "تيريزا ماي"), ("تيريزا ماي", PER, "")],
        ),
        ("وقال محامي سعد وفهد إن", "محامي سعد وفهد", [("سعد", PER, ""), ("فهد", PER, "")]),
    ],
)
def test_nobody_speaks_for_being_named_in_another_s_description(
    text: str, speaker: str, mentions: list[tuple[str, MentionKind, str]]
) -> None:
    assert _found(text, speaker, *mentions) == ""


@pytest.mark.parametrize(
    ("text", "speaker", "mentions", "name"),
    [
        ("وقال شقيقه فهد إن", "شقيقه فهد", [("فهد", PER, "")], "فهد"),
        ("وقال المحامي سعد إن", "المحامي سعد", [("سعد", PER, "")], "سعد"),
        ("وقال سمو الأمير فهد إن", "سمو الأمير فهد", [("فهد", PER, "")], "فهد"),
        ("قال محامي سعد، فهد علي، إن", "محامي سعد، فهد علي", [("سعد", PER, ""), ("فهد علي", PER, "")], "فهد علي"),
        ("قال نائب بايدن كامالا إن", "نائب بايدن كامالا", [("بايدن", PER, ""), ("كامالا", PER, "")], "كامالا"),
        ("قال محام سعد إن", "محام سعد", [("محام", ROLE, "سعد"), ("سعد", PER, "")], "سعد"),
        ("قال كل من سعد وعلي إن", "كل من سعد وعلي", [("سعد", PER, ""), ("علي", PER, "")], "سعد"),
        ("وقال لترامب إن", "لترامب", [("ترامب", PER, "")], "ترامب"),
    ],
)
def test_whoever_bears_the_name_behind_a_title_is_the_speaker(
    text: str, speaker: str, mentions: list[tuple[str, MentionKind, str]], name: str
) -> None:
    assert _found(text, speaker, *mentions) == name


@pytest.mark.parametrize(
    ("text", "speaker", "mentions", "name"),
    [
        ("وقالت ابنتها ريما سعد إن", "ابنتها", [("ريما سعد", PER, "")], "ريما سعد"),
        ("وقال وفدهم في جدة", "وفدهم", [], ""),
        (
            "وقال حزب الله اللبناني إنه",
            "حزب الله اللبناني",
            [("حزب الله", ORG, ""), ("اللبناني", NORP, "")],
            "حزب الله",
        ),
        ("قال قيادي في الجبهة الشعبية إن", "قيادي في الجبهة الشعبية", [("الجبهة الشعبية", ORG, "")], ""),
        ("وقالت صحيفة عرب تايمز إن", "صحيفة عرب تايمز", [("عرب تايمز", OUTLET, "")], "عرب تايمز"),
    ],
)
def test_a_name_behind_its_noun_and_a_body_with_its_nation_speak(
    text: str, speaker: str, mentions: list[tuple[str, MentionKind, str]], name: str
) -> None:
    assert _found(text, speaker, *mentions) == name


@pytest.mark.parametrize(("holder", "entity"), [("lawyer", "entity of lawyer"), ("", "")])
def test_of_an_aide_whose_role_holds_the_principals_title_the_aide_speaks(holder: str, entity: str) -> None:
    text = "قال محامي الرئيس سامي الحداد، كريم سعد، إن موكله بخير."

    def found(key: str, words: str, kind: MentionKind, holder_id: str = "") -> Mention:
        span = Span(text.index(words), text.index(words) + len(words))
        return Mention(key, "a", Field.TEXT, span, words, kind, holder_id, 0.9)

    mentions = [
        found("role", "محامي الرئيس", MentionKind.ROLE, holder),
        found("title", "الرئيس", MentionKind.ROLE, "owner"),
        found("owner", "سامي الحداد", MentionKind.PER),
        found("lawyer", "كريم سعد", MentionKind.PER),
    ]
    links = [Link(key, "a", f"entity of {key}", 0.9) for key in ("owner", "lawyer")]
    name = mentions[2]
    assert EntityFinder(mentions, links).find(name.span, name.text) == entity


@pytest.mark.parametrize(("holder", "entity"), [("", ""), ("عصام الحلبي", "عصام الحلبي")])
def test_behind_an_unnamed_spokesmans_role_the_principal_does_not_speak(holder: str, entity: str) -> None:
    text = "قال متحدث باسم وزير الزراعة عصام الحلبي إن الوزير في إجازة."
    role = ("متحدث باسم وزير الزراعة", MentionKind.ROLE, holder)
    assert _found(text, "عصام الحلبي", ("عصام الحلبي", MentionKind.PER, ""), role) == entity


def test_of_a_bodys_spokesman_the_name_behind_speaks() -> None:
    text = "قال المتحدث باسم الوزارة كريم الحداد إن الجسر آمن."
    role = ("المتحدث باسم الوزارة", MentionKind.ROLE, "")
    assert _found(text, "كريم الحداد", ("كريم الحداد", MentionKind.PER, ""), role) == "كريم الحداد"
