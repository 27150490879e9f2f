"""Origins: what an account goes back to, with the evidence for it."""

from __future__ import annotations

import pytest

from riwaya.model import (
    Article,
    Field,
    Mention,
    MentionKind,
    Mode,
    Origin,
    OriginKind,
    PublishedFrom,
    Span,
    Statement,
)
from riwaya.reuse import AccountEvidence, ArticlePair, Neighbour, compare_pair, trace_origin
from riwaya.reuse.agencies import agencies_in_text

_STORY = (
    "اندلع حريق فجر الأحد في مستودع للأخشاب قرب ميناء راسم، وأدى إلى إصابة ثلاثة عمال نقلوا إلى المستشفى وفق "
    "ما قال سكان من الحي القريب الذين شاهدوا الدخان."
)


def _article(identity: str = "a", text: str = _STORY, **fields: object) -> Article:
    values: dict[str, object] = {"outlet": "مرآة راسم", "credits": (), "authors": (), "dateline": "", "published": ""}
    values |= fields
    return Article(
        identity, "p", "s", 0, str(values["outlet"]), "", "", values["authors"],  # type: ignore[arg-type]
        str(values["dateline"]), values["credits"], str(values["published"]), PublishedFrom.STATED, "ar", text, (),  # type: ignore[arg-type]
    )  # fmt: skip


def _trace(**fields: object) -> Origin:
    return trace_origin(AccountEvidence(_article(**fields)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "origin", "kind"),
    [
        ({"credits": ("المصدر: رويترز",)}, "رويترز", OriginKind.AGENCY),
        ({"dateline": "واشنطن - رويترز"}, "رويترز", OriginKind.AGENCY),
        ({"authors": ("لندن - د ب أ",)}, "د ب أ", OriginKind.AGENCY),
        ({"credits": ("المصدر: أ.ف.ب",)}, "فرانس برس", OriginKind.AGENCY),
        ({"credits": ("المصدر: مرآة راسم + وكالات",)}, "وكالات", OriginKind.AGENCY),
        ({"credits": ("وكالة ضفاف للأنباء",)}, "ضفاف", OriginKind.AGENCY),
        ({"credits": ("صحيفة الشاطئ",)}, "صحيفة الشاطئ", OriginKind.OUTLET),
        ({"credits": ("المصدر: مرآة راسم",)}, "مرآة راسم", OriginKind.OWN),
        ({}, "مرآة راسم", OriginKind.OWN),
        ({"outlet": "رويترز", "credits": ("رويترز",)}, "رويترز", OriginKind.OWN),
        ({"text": f"نقلت وكالة رويترز عن سكان قولهم إن الحريق كبير. {_STORY}"}, "رويترز", OriginKind.AGENCY),
    ],
)
def test_credit_dateline_byline_and_lead(fields: dict[str, object], origin: str, kind: OriginKind) -> None:
    found = _trace(**fields)
    assert (found.origin, found.kind) == (origin, kind)


def test_a_lead_that_relays_an_agency_is_the_evidence() -> None:
    text = f"أفادت وكالة الأناضول بأن الحريق أخمد. {_STORY}"
    found = _trace(text=text)
    assert [span.of(text) for span in found.evidence] == ["وكالة الأناضول"]


def test_text_copied_from_an_earlier_article_goes_back_to_its_outlet() -> None:
    copy = _article("a", f"خبر عاجل. {_STORY}", published="2031-04-02")
    source = _article("b", _STORY, outlet="الشاطئ", published="2031-04-01")
    passages = tuple(p for p in compare_pair(ArticlePair(copy, source)) if p.article_id == "a")
    found = trace_origin(AccountEvidence(copy, passages=passages, neighbours=(Neighbour("b", "الشاطئ", (), ""),)))
    assert (found.origin, found.kind) == ("الشاطئ", OriginKind.OUTLET)
    assert found.evidence == tuple(passage.span for passage in passages)


def test_text_copied_from_an_agency_page_goes_back_to_the_agency() -> None:
    copy = _article("a", _STORY, published="2031-04-02")
    source = _article("b", _STORY, outlet="الشاطئ", published="2031-04-01")
    passages = tuple(p for p in compare_pair(ArticlePair(copy, source)) if p.article_id == "a")
    neighbour = Neighbour("b", "الشاطئ", ("رويترز",), "")
    found = trace_origin(AccountEvidence(copy, passages=passages, neighbours=(neighbour,)))
    assert (found.origin, found.kind) == ("رويترز", OriginKind.AGENCY)


@pytest.mark.parametrize(
    ("neighbours", "origin", "kind"),
    [
        ((Neighbour("b", "الشاطئ", (), "", "2031-04-01"),), "الشاطئ", OriginKind.OUTLET),
        ((Neighbour("b", "الشاطئ", ("رويترز",), "", "2031-04-01"),), "رويترز", OriginKind.AGENCY),
        ((Neighbour("b", "الشاطئ", (), ""),), "مرآة راسم", OriginKind.OWN),
        ((Neighbour("b", "مرآة راسم", (), "", "2031-04-01"),), "مرآة راسم", OriginKind.OWN),
    ],
)
def test_an_undated_near_copy_is_not_the_outlets_own(
    neighbours: tuple[Neighbour, ...], origin: str, kind: OriginKind
) -> None:
    copy, source = _article("a", f"خبر عاجل. {_STORY}"), _article("b", _STORY, outlet="الشاطئ", published="2031-04-01")
    passages = tuple(p for p in compare_pair(ArticlePair(copy, source)) if p.article_id == "a")
    found = trace_origin(AccountEvidence(copy, passages=passages, neighbours=neighbours))
    assert (found.origin, found.kind) == (origin, kind)
    assert found.score <= 0.6


def _statement(text: str, whole: str, content: str, speaker: str, *, implicit: bool = False) -> Statement:
    start, inner = text.index(whole), text.index(content)
    span, body = Span(start, start + len(whole)), Span(inner, inner + len(content))
    return Statement(
        f"s{start}", "a", span, body, content, Span(start, start + 3), "قال", None, speaker, implicit, (), None,
        Mode.INDIRECT, (), "assert", 0.9,
    )  # fmt: skip


def test_an_outlets_own_reporter_makes_it_no_other_outlet() -> None:
    text = "قال مراسل مرآة راسم إن الرصيف مغلق. وقال مراسل مرآة راسم إن العمل يستأنف غدا."
    first, second = text.split(". ")
    statements = (
        _statement(text, first, "الرصيف مغلق", "مراسل مرآة راسم"),
        _statement(text, second.rstrip("."), "العمل يستأنف غدا", "مراسل مرآة راسم"),
    )
    start = text.index("مرآة راسم")
    outlet = Mention("m", "a", Field.TEXT, Span(start, start + 9), "مرآة راسم", MentionKind.OUTLET, "", 0.9)
    found = trace_origin(AccountEvidence(_article(text=text), statements=statements, mentions=(outlet,)))
    assert (found.origin, found.kind) == ("مرآة راسم", OriginKind.OWN)


def test_statements_that_go_back_to_a_written_statement_make_a_readout() -> None:
    text = "قالت وزارة الموانئ في بيان إن الرصيف مغلق. وأضافت أن العمل يستأنف غدا."
    statements = (
        _statement(text, "قالت وزارة الموانئ في بيان إن الرصيف مغلق", "الرصيف مغلق", "وزارة الموانئ"),
        _statement(text, "وأضافت أن العمل يستأنف غدا", "العمل يستأنف غدا", "وزارة الموانئ", implicit=True),
    )
    found = trace_origin(AccountEvidence(_article(text=text), statements=statements))
    assert (found.origin, found.kind) == ("وزارة الموانئ", OriginKind.READOUT)
    assert found.evidence == tuple(statement.span for statement in statements)


def test_short_agency_names_count_in_running_text_only_when_marked() -> None:
    assert agencies_in_text("وصل فارس إلى المدينة على ظهر مهر") == []
    text = "نقلت وكالة فارس عن مصدر، وقالت الوكالة الرسمية (سانا) ذلك"
    assert [mention.name for mention in agencies_in_text(text)] == ["فارس", "سانا"]
    assert [mention.span.of(text) for mention in agencies_in_text(text)] == ["فارس", "سانا"]
