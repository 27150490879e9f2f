"""Offices over time: dated by the table where name and office agree, by what articles tell elsewhere, never guessed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from riwaya.identify.chains import chain_mentions
from riwaya.identify.changes import add_office_news
from riwaya.identify.known import latin_name, recognise
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.records import Chain, SeenChange, SeenRole, Surface
from riwaya.identify.terms import offices_over_time
from riwaya.model import (
    Article,
    Field,
    Mention,
    MentionKind,
    Office,
    PublishedFrom,
    Span,
    Time,
    TimeType,
)


def make_chain(name: str, office: str, nation: str, day: str, *, status: str = "held") -> Chain:
    role = SeenRole(office, "", office, nation, f"role {day}", status)
    past = (role,) if status == "former" else ()
    return Chain(
        id=f"{name} {day}", article_id=day, outlet="الضفاف", published=day, kind=MentionKind.PER, name=name,
        mention_ids=(), surfaces=(Surface(name, 1),), roles=() if past else (role,),
        block=f"PER {block_key(split_name(name))}", past=past,
    )  # fmt: skip


def offices(*chains: Chain) -> tuple[Office, ...]:
    return offices_over_time(chains, recognise(chains))


def test_a_known_person_gets_the_dates_of_the_table_and_the_mentions_as_evidence() -> None:
    found = offices(make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01"))
    assert [(office.start, office.end, office.of) for office in found] == [
        ("2021-01-22", "2025-01-20", "الولايات المتحدة")
    ]
    assert found[0].evidence == ("role 2023-05-01", "table:us.defence_minister:2021-01-22")
    assert (found[0].seen_from, found[0].seen_to) == ("2023-05-01", "2023-05-01")


@pytest.mark.parametrize(
    ("office", "nation", "shown"),
    [
        ("سفير", "egypt", False),  # another state's
        ("وزير خارجيه", "united states", False),  # somebody else's on that day
        ("وزير خارجيه", "", False),
        ("مستشار قانوني", "united states", True),
        ("مدير شركه", "", True),
    ],
)
def test_an_office_that_is_surely_anothers_is_not_shown_of_a_known_person(
    office: str, nation: str, shown: bool
) -> None:
    known = make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01")
    found = offices(known, make_chain("لويد أوستن", office, nation, "2023-05-02"))
    assert any(each.office == office for each in found) == shown
    assert any(each.start == "2021-01-22" for each in found)


def test_of_two_known_persons_judged_one_whoever_is_named_most_gives_the_name() -> None:
    one = [make_chain("لويد أوستن", "وزير دفاع", "united states", f"2023-05-0{day}") for day in (1, 2)]
    other = [make_chain("أنطوني بلينكن", "وزير خارجيه", "united states", f"2023-05-0{day}") for day in (3, 4, 5)]
    assert recognise([*one, *other])[0].person == "أنتوني بلينكن"
    assert recognise([*one, *other[:1]])[0].person == "لويد أوستن"


def test_two_terms_share_the_mentions_by_the_days_of_their_articles() -> None:
    chains = [
        replace(make_chain("دونالد ترامب", "رييس", "united states", day), block="PER ترمب")
        for day in ("2018-03-01", "2025-03-01")
    ]
    found = offices(*chains)
    assert [(office.start, office.end) for office in found] == [("2017-01-20", "2021-01-20"), ("2025-01-20", "")]
    assert [office.evidence[0] for office in found] == ["role 2018-03-01", "role 2025-03-01"]


def test_a_namesake_of_another_office_nation_or_time_is_not_the_known_person() -> None:
    assert not recognise([make_chain("لويد أوستن", "وزير دفاع", "canada", "2023-05-01")])
    assert not recognise([make_chain("لويد أوستن", "مدرب", "united states", "2023-05-01")])
    assert not recognise([make_chain("لويد أوستن", "وزير دفاع", "united states", "2015-05-01")])
    assert not recognise([make_chain("أوستن", "وزير دفاع", "canada", "2023-05-01")])
    assert not recognise([make_chain("أوستن", "وزير دفاع", "united states", "2026-05-01")])
    assert not recognise([make_chain("أوستن", "وزير دفاع", "", "2023-05-01")])
    assert not recognise([make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01", status="former")])


def test_the_former_holder_is_known_by_it() -> None:
    chain = make_chain("لويد أوستن", "وزير دفاع", "united states", "2025-06-01", status="former")
    assert [office.end for office in offices(chain)] == ["2025-01-20"]
    assert latin_name(recognise([chain])) == "Lloyd Austin"


def test_an_office_that_no_table_knows_has_no_dates_but_those_that_articles_tell() -> None:
    chain = make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-03-01")
    assert [(o.start, o.end, o.seen_from) for o in offices(chain)] == [("", "", "2025-03-01")]
    told = SeenChange("وزير الري", "", "وزير ري", "?فالدور", "start", "2025-02-10", "role")
    assert [o.start for o in offices(replace(chain, changes=(told,)))] == ["2025-02-10"]
    # Two articles, two days: neither is shown.
    other = replace(chain, id="b", changes=(replace(told, day="2025-02-12"),))
    assert [o.start for o in offices(replace(chain, changes=(told,)), other)] == [""]
    # Called so before that day, the day is not the first.
    early = replace(chain, id="c", published="2025-01-01")
    assert [o.start for o in offices(replace(chain, changes=(told,)), early)] == [""]


def test_an_office_still_to_come_is_not_held() -> None:
    for status in ("designate", "candidate"):
        found = offices(make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-03-01", status=status))
        assert [(office.status, office.start, office.end) for office in found] == [(status, "", "")]
    assert not offices(make_chain("سليم الحداد", "مرشح", "", "2025-03-01", status="candidate"))


ARTICLE = Article(
    id="a", page_id="p", position=0, title="", standfirst="", outlet="", authors=(), dateline="", credits=(),
    published="2025-04-15", published_from=PublishedFrom.STATED, source="", language="ar", text="", removed=(),
)  # fmt: skip


def mention(text: str, form: str, kind: MentionKind, holder: str = "") -> Mention:
    start = text.index(form)
    span = Span(start, start + len(form))
    return Mention(form, "a", Field.TEXT, span, form, kind, holder, 0.9)


def read(text: str, day_words: str, value: str, *persons: tuple[str, str]) -> dict[str, Chain]:
    mentions = []
    for role, name in persons:
        mentions.append(mention(text, name, MentionKind.PER))
        if role:
            mentions.append(mention(text, role, MentionKind.ROLE, name))
    start = text.index(day_words)
    span = Span(start, start + len(day_words))
    time = Time("t", "a", Field.TEXT, span, day_words, TimeType.DATE, value, "", "", "")
    article = replace(ARTICLE, text=text)
    chains = add_office_news(chain_mentions(article, mentions), article, mentions, [time])
    return {chain.name: chain for chain in chains}


def test_an_appointment_dates_the_new_holder_and_the_one_before() -> None:
    text = "وقال وزير الدفاع الجديد رودولف كراسنر الذي عُين في الثاني من نيسان خلفاً لفيكتور هالدن المستقيل"
    chains = read(text, "الثاني من نيسان", "2025-04-02", ("وزير الدفاع الجديد", "رودولف كراسنر"), ("", "فيكتور هالدن"))
    assert [(c.edge, c.day) for c in chains["رودولف كراسنر"].changes] == [("start", "2025-04-02")]
    assert [(c.edge, c.day) for c in chains["فيكتور هالدن"].changes] == [("end", "2025-04-02")]


def test_a_resignation_ends_the_term() -> None:
    text = "استقال وزير الدفاع فيكتور هالدن من منصبه في الثاني من نيسان بعد أسابيع من الخلاف"
    chains = read(text, "الثاني من نيسان", "2025-04-02", ("وزير الدفاع", "فيكتور هالدن"))
    assert [(c.edge, c.day) for c in chains["فيكتور هالدن"].changes] == [("end", "2025-04-02")]


def test_a_day_of_something_else_dates_no_term() -> None:
    text = "وقال وزير الدفاع فيكتور هالدن الذي زار المدينة في الثاني من نيسان إن الجسر مغلق"
    chains = read(text, "الثاني من نيسان", "2025-04-02", ("وزير الدفاع", "فيكتور هالدن"))
    assert not chains["فيكتور هالدن"].changes


def test_what_a_role_says_of_its_status_is_kept() -> None:
    text = "التقى رئيس الوزراء المكلف سامر الخطيب الوزير السابق نبيل الأسود الأحد"
    chains = read(text, "الأحد", "2025-04-13", ("رئيس الوزراء المكلف", "سامر الخطيب"), ("الوزير السابق", "نبيل الأسود"))
    assert [role.status for role in chains["سامر الخطيب"].roles] == ["designate"]
    assert [role.key for role in chains["نبيل الأسود"].past] == ["وزير"]
    assert not chains["نبيل الأسود"].roles


def test_a_title_without_its_nation_counts_within_the_days_of_the_term_alone() -> None:
    chain = make_chain("إياد علاوي", "رييس وزراء", "", "2004-09-01")
    chain = replace(chain, block="PER علاوي")
    assert [term.office for term in recognise([chain])] == ["iq.head_of_government"]
    assert not recognise([replace(chain, published="2018-09-01")])
    assert not recognise([replace(chain, published="")])


def test_a_known_person_has_no_office_of_another_nation_and_none_twice() -> None:
    chain = make_chain("دونالد ترامب", "رييس", "united states", "2018-03-01")
    other = SeenRole("الرئيس", "التايواني", "رييس", "taiwan", "x")
    plain = SeenRole("الرئيس", "", "رييس", "", "y")
    chain = replace(chain, block="PER ترمب", roles=(*chain.roles, other, plain))
    found = offices(chain)
    assert {office.of for office in found} == {"الولايات المتحدة"}
    assert "y" in found[0].evidence
    assert "x" not in {name for office in found for name in office.evidence}


def test_resignations_are_written_in_more_ways() -> None:
    person = ("وزير الدفاع", "فيكتور هالدن")
    for text in (
        "استقال وزير الدفاع فيكتور هالدن، الأحد، بعد أسابيع من الخلاف",
        "قدم وزير الدفاع فيكتور هالدن، استقالته من منصبه الأحد، في ضربة للحكومة",
        "وقالت الإذاعة إن وزير الدفاع، فيكتور هالدن، قدم استقالته، بعد ظهر الأحد للملك",
        "وشيع وزير الدفاع فيكتور هالدن الذي اغتيل الأحد في العاصمة",
    ):
        changes = read(text, "الأحد", "2025-04-06", person)["فيكتور هالدن"].changes
        assert [(change.edge, change.day) for change in changes] == [("end", "2025-04-06")], text
    text = "رفض وزير الدفاع فيكتور هالدن استقالته الأحد"
    assert not read(text, "الأحد", "2025-04-06", person)["فيكتور هالدن"].changes
    text = "وشيع وزير الدفاع السابق فيكتور هالدن الذي توفي الأحد في العاصمة"
    former = read(text, "الأحد", "2025-04-06", ("وزير الدفاع السابق", "فيكتور هالدن"))
    assert not former["فيكتور هالدن"].changes


@pytest.mark.parametrize(
    ("text", "role", "name", "found"),
    [
        ("أدى وزير الري سليم الحداد اليمين الدستورية في <2025-04-02>", "وزير الري", "سليم الحداد", "start 2025-04-02"),
        ("وزير الري سليم الحداد الذي أدى اليمين أمام الرئيس في <2025-04>", "وزير الري", "سليم الحداد", "start 2025-04"),
        ("وزير الري سليم الحداد الذي عيّنه رئيس الجمهورية في <2025-04>", "وزير الري", "سليم الحداد", "start 2025-04"),
        ("وزير الري سليم الحداد، الذي عين في <2025-04-02>،", "وزير الري", "سليم الحداد", "start 2025-04-02"),
        ("أقال الرئيس وزير الري سليم الحداد في <2025-04-02>", "وزير الري", "سليم الحداد", "end 2025-04-02"),
        ("أقال الرئيس، <2025-04-02>، وزير الري سليم الحداد", "وزير الري", "سليم الحداد", "end 2025-04-02"),
        ("التقى الرئيس، <2025-04-02>، وزير الري سليم الحداد", "وزير الري", "سليم الحداد", ""),
        ("وزير الري سليم الحداد الذي أقاله الرئيس في <2025-04-02>", "وزير الري", "سليم الحداد", "end 2025-04-02"),
        ("أقيل وزير الري سليم الحداد في <2025-04-02>", "وزير الري", "سليم الحداد", "end 2025-04-02"),
        (
            "وكان وزير الري سليم الحداد قد تولى المنصب في <2020-04-05> وغادره في <2022-05-03>",
            "وزير الري", "سليم الحداد", "start 2020-04-05 end 2022-05-03",
        ),
        (
            "وزير الري سليم الحداد (من <2024-03-08> حتى <2024-05-01>)",
            "وزير الري", "سليم الحداد", "start 2024-03-08 end 2024-05-01",
        ),
        (
            "شغل سليم الحداد منصب وزير الري من <2024-03-08> حتى <2024-05-01>",
            "وزير الري", "", "start 2024-03-08 end 2024-05-01",
        ),
        (
            "تولى سليم الحداد منصب وزير الري في <2020> وغادره في <2022-05>",
            "وزير الري", "", "start 2020 end 2022-05",
        ),
        ("عين الرئيس سليم الحداد وزيراً للري في <2025-04-02>", "وزيراً للري", "", "start 2025-04-02"),
        ("أقال الرئيس وزير الري سليم الحداد في <2025-04-02>", "الرئيس وزير الري", "سليم الحداد", "end 2025-04-02"),
        ("أعفى الملك وزير الري سليم الحداد من منصبه في <2025-04-02>", "وزير الري", "سليم الحداد", "end 2025-04-02"),
        (
            "أصدر الملك أمراً بإعفاء وزير الري سليم الحداد من منصبه في <2025-04-02>",
            "وزير الري", "سليم الحداد", "end 2025-04-02",
        ),
        (
            "شغل سليم الحداد منصب وزير الري منذ <2015> وحتى <2017>",
            "وزير الري", "", "start 2015 end 2017",
        ),
        ("كان الدكتور سليم الحداد وزيراً للري من <2010> حتى <2012>", "وزيراً للري", "", "start 2010 end 2012"),
        ("شغل المهندس سليم الحداد منصب وزير الري بين <2015> و<2019>", "وزير الري", "", "start 2015 end 2019"),
        ("كان العقيد سليم الحداد قائداً للحرس حتى <2015>", "قائداً للحرس", "", "end 2015"),
        ("انتهت ولاية رئيس الهيئة سليم الحداد في <2023-04-30>", "رئيس الهيئة", "سليم الحداد", "end 2023-04-30"),
        ("تنتهي ولاية رئيس الهيئة سليم الحداد في <2023-04-30>", "رئيس الهيئة", "سليم الحداد", ""),
        ("نفى الديوان أنه تم تعيين سليم الحداد وزيراً للري في <2025-04-02>", "وزيراً للري", "", ""),
        ("أدى سليم الحداد اليمين الدستورية رئيساً للحكومة في <2025-04-02>", "رئيساً للحكومة", "", "start 2025-04-02"),
        ("وأدى القسم سليم الحداد رئيساً للحكومة في <2025-04-02>", "رئيساً للحكومة", "", "start 2025-04-02"),
        ("وفي <2025-04-02> أدى سليم الحداد اليمين وزيراً للري", "وزيراً للري", "", "start 2025-04-02"),
        ("تسلم سليم الحداد مهامه وزيراً للري في <2025-04-02>", "وزيراً للري", "", "start 2025-04-02"),
        ("تسلم وزير الري سليم الحداد مهامه في <2025-04-02>", "وزير الري", "سليم الحداد", "start 2025-04-02"),
        ("باشر محافظ المصرف سليم الحداد عمله في <2025-04>", "محافظ المصرف", "سليم الحداد", "start 2025-04"),
        ("انتخب سليم الحداد رئيساً للبرلمان في <2025-04-02>", "رئيساً للبرلمان", "", "start 2025-04-02"),
        ("انتخب سليم الحداد أميناً عاماً للحزب في <2025-04-02>", "أميناً عاماً للحزب", "", "start 2025-04-02"),
        ("عينت الحكومة سليم الحداد محافظاً للبنك المركزي في <2025-04>", "محافظاً للبنك المركزي", "", "start 2025-04"),
        ("وتم تعيين سليم الحداد وزيراً للري في <2025-04-02>", "وزيراً للري", "", "start 2025-04-02"),
        ("أصبح سليم الحداد رئيساً للوزراء في <2025-04-02>", "رئيساً للوزراء", "", "start 2025-04-02"),
        ("وكان سليم الحداد قد عين وزيراً للري في <2025-04-02>", "وزيراً للري", "", "start 2025-04-02"),
        ("حلف سليم الحداد اليمين القانونية محافظاً للمصرف، في <2025-04-02>", "محافظاً للمصرف", "", "start 2025-04-02"),
        ("وأقسم وزير الري سليم الحداد اليمين في <2025-04-02>", "وزير الري", "سليم الحداد", "start 2025-04-02"),
        ("عُين سليم الحداد وزيراً للري اعتباراً من <2025-04-02>", "وزيراً للري", "", "start 2025-04-02"),
        (
            "أنهى مجلس الوزراء خدمات مدير المرفأ سليم الحداد اعتباراً من <2025-04-02>",
            "مدير المرفأ", "سليم الحداد", "end 2025-04-02",
        ),
        (
            "قررت الحكومة إنهاء خدمات مدير المرفأ سليم الحداد في <2025-04-02>",
            "مدير المرفأ", "سليم الحداد", "end 2025-04-02",
        ),
        ("أحال الوزير مدير المرفأ سليم الحداد إلى التقاعد في <2025-04>", "مدير المرفأ", "سليم الحداد", "end 2025-04"),
        ("أنهى مدير المرفأ سليم الحداد زيارته في <2025-04-02>", "مدير المرفأ", "سليم الحداد", ""),
        ("أحال مدير المرفأ سليم الحداد الملف إلى التقاعد في <2025-04-02>", "مدير المرفأ", "سليم الحداد", ""),
        ("وطالب نواب بإنهاء خدمات مدير المرفأ سليم الحداد في <2025-04-02>", "مدير المرفأ", "سليم الحداد", ""),
        ("انتخب سليم الحداد رئيساً للجمهورية في <2025-04-02>", "رئيساً للجمهورية", "", ""),
        ("ورفض البرلمان تعيين سليم الحداد وزيراً للري في <2025-04-02>", "وزيراً للري", "", ""),
        ("تسلم وزير الري سليم الحداد الجائزة في <2025-04-02>", "وزير الري", "سليم الحداد", ""),
        ("وعاد قبل <2025-04-02>. عندما أصبح سليم الحداد وزيراً للري", "وزيراً للري", "", ""),
        ("وفي <2025-04-02> زار سليم الحداد وزيراً للري", "وزيراً للري", "", ""),
        ("دعا نواب إلى إعفاء وزير الري سليم الحداد من منصبه في <2025-04-02>", "وزير الري", "سليم الحداد", ""),
        ("شغل سليم الحداد منصب وزير الري في <2020>", "وزير الري", "", ""),
        ("يزور وزير الري سليم الحداد من <2025-03-08> حتى <2025-03-10> العاصمة", "وزير الري", "سليم الحداد", ""),
        ("وزير الري سليم الحداد الذي عينه الرئيس سفيراً في <2025-04-02>", "وزير الري", "سليم الحداد", ""),
        ("أقال وزير الري سليم الحداد في <2025-04-02> مديراً", "وزير الري", "سليم الحداد", ""),
        ("عين وزير الري سليم الحداد في <2025-04-02> مديراً", "وزير الري", "سليم الحداد", ""),
    ],
)  # fmt: skip
def test_sentences_date_the_edges_of_a_term(text: str, role: str, name: str, found: str) -> None:
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER), mention(text, role, MentionKind.ROLE, name)])
    assert " ".join(f"{change.edge} {change.day}" for change in chain.changes) == found


@pytest.mark.parametrize(
    ("text", "office", "edges"),
    [
        ("تولى سليم الحداد وزارة الري عام <2015> وغادرها في <2017>", "وزير الري", "start 2015 end 2017"),
        ("سليم الحداد الذي تولى وزارة الري المصرية بين <2015> و<2017>", "وزير الري مصر", "start 2015 end 2017"),
        ("تولت سليم الحداد رئاسة الوزراء في <2015> حتى <2017>", "رئيسة الوزراء", "start 2015 end 2017"),
        ("زار سليم الحداد وزارة الري في <2015>", "", ""),
        ("لم ينف الحزب أن يكون سليم الحداد قد تولى وزارة الري في <2015>", "", ""),
        ("تولى سليم الحداد إدارة المصنع في <2015>", "", ""),
    ],
)
def test_a_verb_gives_a_ministry_to_a_name(text: str, office: str, edges: str) -> None:
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER)])
    assert " ".join(f"{change.edge} {change.day}" for change in chain.changes) == edges
    told = {f"{change.office} {plain_nation(change.nation)}".strip() for change in chain.changes}
    assert told == ({office} if office else set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("عُين المهندس سليم الحداد مديراً عاماً لسلطة المياه في <2025-04-02>", "مدير عام سلطه مياه start 2025-04-02"),
        ("وتم تعيين سليم الحداد رئيساً لسلطة المياه في <2025-04-02>", "رييس سلطه مياه start 2025-04-02"),
        ("شكر سليم الحداد كثيراً لسلطة المياه في <2025-04-02>", ""),
        ("عُين سليم الحداد كثيراً لسلطة المياه في <2025-04-02>", ""),
    ],
)
def test_an_appointment_at_a_body_needs_no_role_that_a_reader_saw(text: str, found: str) -> None:
    body = mention(text, "سلطة المياه", MentionKind.ORG)
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER), body])
    assert " ".join(f"{change.key} {change.edge} {change.day}" for change in chain.changes) == found


def plain_nation(key: str) -> str:
    return {"egypt": "مصر"}.get(key, key)


def test_whoever_dismisses_has_the_first_of_two_offices_and_the_dismissed_the_second() -> None:
    text = "عزل الرئيس وزير الري سليم الحداد"
    roles = [mention(text, role, MentionKind.ROLE, "سليم الحداد") for role in ("الرئيس", "وزير الري")]
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER), *roles])
    assert [[role.office for role in roles] for roles in (chain.roles, chain.past)] == [[], ["وزير الري"]]
    text = "قال الأمين رئيس الحزب سليم الحداد"
    roles = [mention(text, role, MentionKind.ROLE, "سليم الحداد") for role in ("الأمين", "رئيس الحزب")]
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER), *roles])
    assert len(chain.roles) == 2


def tell(text: str, mentions: list[Mention], name: str = "سليم الحداد") -> Chain:
    """Return the chain of a name with what the text says of offices; dates stand in angle brackets."""
    times = []
    for told in re.finditer("<(.*?)>", text):
        span = Span(told.start(), told.end())
        value = {"الأحد": "2025-04-13"}.get(told[1], told[1])
        words = told[1] if value != told[1] else told[0]
        times.append(Time(f"t{told.start()}", "a", Field.TEXT, span, words, TimeType.DATE, value, "", "", ""))
    article = replace(ARTICLE, text=text)
    chains = add_office_news(chain_mentions(article, mentions), article, mentions, times)
    return next(chain for chain in chains if chain.name == name)


def test_who_is_called_by_the_surname_is_known_by_office_nation_and_day() -> None:
    chain = make_chain("أوستن", "وزير دفاع", "united states", "2023-05-01")
    assert latin_name(recognise([chain])) == "Lloyd Austin"


def test_the_very_name_of_the_table_has_its_latin_name_and_terms_or_neither() -> None:
    chain = replace(make_chain("بيني غانتس", "وزير في مجلس حرب", "israel", "2024-03-01"), block="PER جنتس")
    found = offices(chain)
    assert latin_name(recognise([chain])) == "Benny Gantz"
    assert {office.status for office in found} == {"held"}
    assert any(office.evidence[-1].startswith("table:il.army_chief") for office in found)
    alone = replace(chain, roles=())
    assert recognise([alone])
    coach = SeenRole("المدرب", "", "مدرب", "", "x")
    for roles in ((coach,), (replace(coach, office="وزير الدفاع", key="وزير دفاع", nation="canada"),)):
        assert not recognise([replace(chain, roles=roles)])


def test_an_office_called_over_ended_by_the_first_article_that_says_so() -> None:
    past = make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-03-01", status="former")
    later = make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-06-01", status="former")
    (office,) = offices(later, past)
    assert (office.status, office.end, office.ended_by) == ("former", "", "2025-03-01")
    (office,) = offices(make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-01-01"), past)
    assert (office.status, office.seen_to, office.ended_by) == ("former", "2025-01-01", "2025-03-01")
    (office,) = offices(make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-05-01"), past)
    assert (office.status, office.ended_by) == ("held", "")


def test_a_name_made_of_the_first_name_is_no_other_spelling_of_it() -> None:
    assert recognise([make_chain("محمد باقري", "رييس اركان", "iran", "2018-05-10")])
    assert not recognise([make_chain("محمد باقر", "متحدث", "iran", "2018-05-10")])


def test_a_person_of_the_table_has_the_office_to_come_beside_the_terms() -> None:
    found = offices(make_chain("نجيب ميقاتي", "رييس وزراء", "lebanon", "2021-08-01", status="designate"))
    rows = [(office.start, office.status, office.seen_from) for office in found if office.office.startswith("ر")]
    assert rows[-2:] == [("", "designate", "2021-08-01"), ("2021-09-10", "held", "")]


def test_whoever_was_in_office_before_can_be_called_to_it_again() -> None:
    chain = make_chain("سعد الحريري", "رييس وزراء", "lebanon", "2020-10-25", status="designate")
    found = offices(chain)
    assert {office.status for office in found} == {"held", "designate"}
    assert latin_name(recognise([chain])) == "Saad Hariri"


def test_an_elect_of_no_nation_counts_only_shortly_before_a_term() -> None:
    known = make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01")
    before = make_chain("لويد أوستن", "وزير دفاع", "", "2021-01-10", status="designate")
    later = make_chain("لويد أوستن", "وزير دفاع", "", "2023-01-10", status="designate")
    assert "designate" in {office.status for office in offices(known, before)}
    assert "designate" not in {office.status for office in offices(known, later)}


def test_a_former_minister_without_the_ministry_is_that_of_the_ministry() -> None:
    bare = make_chain("نزار المرعي", "وزير", "", "2023-12-21", status="former")
    (office,) = offices(make_chain("نزار المرعي", "وزير طاقه", "", "2023-12-20", status="former"), bare)
    assert (office.office, office.status, len(office.evidence)) == ("وزير طاقه", "former", 2)
    known = offices(make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01"), bare)
    assert [office.status for office in known] == ["held"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قال رئيس الوزراء المكلف بنيامين ملدرسون إن المشاورات بدأت", "designate"),
        ("قال الوزير المكلف بملف المياه كريم ملدرسون إن السد جاهز", "held"),
        ("قال رئيس الوزراء المنتهية ولايته كريم ملدرسون إنه باق", "outgoing"),
        ("قال رئيس الوزراء كريم ملدرسون المنتهية ولايته إنه باق", "outgoing"),
        ("قال رئيس الوزراء كريم ملدرسون في حكومة تصريف الأعمال إنه باق", "outgoing"),
        ("قال رئيس الوزراء كريم ملدرسون، المكلف بتشكيل الحكومة، إنه باق", "designate"),
        ("التقى رئيس الوزراء كريم ملدرسون المكلف بتشكيل الحكومة النواب", "designate"),
        ("قال رئيس الوزراء كريم ملدرسون بالوكالة إنه باق", "acting"),
        ("قال رئيس الحكومة المستقيلة كريم ملدرسون إنه باق", "outgoing"),
        ("نشر رئيس الوزراء كريم ملدرسون المقال أمس", "held"),
        ("قال رئيس الوزراء كريم ملدرسون سابقا إنه باق", "held"),
        ("تحدث رئيس الوزراء كريم ملدرسون بالنيابة عن الوفد", "held"),
        ("نعى رئيس الوزراء كريم ملدرسون الراحل سليم الحداد", "held"),
        ("استقبل رئيس الوزراء كريم ملدرسون المنتخب، الأحد", "held"),
        ("قال الوزير كريم ملدرسون المكلف بتشكيل الحكومة إنه باق", "held"),
    ],
)
def test_what_stands_between_role_and_name_tells_the_status(text: str, status: str) -> None:
    form = next(form for form in ("رئيس الوزراء", "رئيس الحكومة", "الوزير") if form in text)
    name = next(name for name in ("كريم ملدرسون", "بنيامين ملدرسون") if name in text)
    person = mention(text, name, MentionKind.PER)
    mentions = [person, mention(text, form, MentionKind.ROLE, person.id)]
    article = replace(ARTICLE, text=text)
    (chain,) = add_office_news(chain_mentions(article, mentions), article, mentions, ())
    assert [role.status for role in chain.roles] == [status]


def test_the_minister_of_the_table_is_no_other_minister() -> None:
    held = make_chain("لويد أوستن", "وزير دفاع", "united states", "2023-05-01")
    assert len(offices(held, make_chain("لويد أوستن", "وزير", "", "2023-06-01"))) == 1


def test_a_dismissed_head_of_a_text_is_over_and_a_resigned_one_goes_on_where_it_says_so_behind_the_name() -> None:
    def chain_of(text: str) -> Chain:
        person = mention(text, "كريم ملدرسون", MentionKind.PER)
        mentions = [person, mention(text, "رئيس الوزراء", MentionKind.ROLE, person.id)]
        article = replace(ARTICLE, text=text)
        (chain,) = add_office_news(chain_mentions(article, mentions), article, mentions, ())
        return chain

    dismissed = chain_of("قال رئيس الوزراء كريم ملدرسون المقال إنه باق")
    assert [role.key for role in dismissed.past] == ["رييس وزراء"] and not dismissed.roles
    resigned = chain_of("قال رئيس الوزراء كريم ملدرسون المستقيل إنه باق")
    assert [role.status for role in resigned.roles] == ["outgoing"] and not resigned.past


def rows(*chains: Chain) -> list[str]:
    """Return status, beginning, end, doubted end and the days seen of offices in one line each."""
    return [
        " ".join(
            filter(None, (o.status, o.start, o.end, o.doubted_end and f"{o.doubted_end}?", o.seen_from, o.seen_to))
        )
        for o in offices(*chains)
    ]


def test_an_office_near_its_end_is_shown_so_until_a_bare_title_says_otherwise() -> None:
    leaving = make_chain("سليم الحداد", "رييس", "?فالدور", "2025-03-01", status="outgoing")
    soon, later = (make_chain("سليم الحداد", "رييس", "?فالدور", day) for day in ("2025-03-10", "2025-06-01"))
    assert rows(leaving, soon) == ["outgoing 2025-03-01 2025-03-10"]
    assert rows(leaving, soon, later) == ["held 2025-03-01 2025-06-01"]


def test_the_table_tells_whether_an_office_near_its_end_did_end() -> None:
    ended = replace(
        make_chain("حيدر العبادي", "رييس وزراء", "iraq", "2018-05-18", status="outgoing"), block="PER عبادي"
    )
    assert [o.status for o in offices(ended) if o.start == "2014-09-08"] == ["outgoing"]
    known = replace(make_chain("دونالد ترامب", "رييس", "united states", "2018-03-01"), block="PER ترمب")
    assert {o.status for o in offices(known, replace(known, id="b", published="2018-04-01"))} == {"held"}


def test_the_bare_title_in_an_article_that_says_more_says_no_more() -> None:
    for status in ("outgoing", "acting", "designate"):
        chain = make_chain("سليم الحداد", "رييس", "?فالدور", "2025-03-01", status=status)
        bare = replace(chain.roles[0], status="held", mention_id="bare", nation="")
        assert {o.status for o in offices(replace(chain, roles=(*chain.roles, bare)))} == {status}


def test_whoever_was_called_to_an_office_and_has_it_now_has_both_rows() -> None:
    called = make_chain("سليم الحداد", "رييس وزراء", "?فالدور", "2025-02-01", status="designate")
    held = make_chain("سليم الحداد", "رييس وزراء", "?فالدور", "2025-03-01")
    assert rows(called, held) == ["designate 2025-02-01 2025-02-01", "held 2025-03-01 2025-03-01"]
    sworn = SeenChange("رئيس الوزراء", "", "رييس وزراء", "?فالدور", "start", "2025-02-15", "oath")
    called_on = SeenChange("رئيس الحكومة", "", "رييس وزراء", "", "called", "2025-01-28", "call")
    told = rows(replace(called, changes=(called_on,)), replace(held, changes=(sworn,)))
    first, second = "designate 2025-01-28 2025-02-15 2025-02-01 2025-02-01", "held 2025-02-15 2025-03-01 2025-03-01"
    assert told == [first, second]
    # Whoever is in office and runs for it again is in office.
    runs = make_chain("سليم الحداد", "رييس وزراء", "?فالدور", "2025-04-01", status="candidate")
    assert rows(held, runs) == ["held 2025-03-01 2025-03-01"]


def test_an_end_that_later_articles_gainsay_is_shown_as_doubtful() -> None:
    ended = SeenChange("وزير الري", "", "وزير ري", "?فالدور", "end", "2025-03-05", "told")
    telling = replace(make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-03-25"), changes=(ended,))
    # The article that tells the end means the time before it.
    assert rows(telling) == ["held 2025-03-05"]
    later = make_chain("سليم الحداد", "وزير ري", "?فالدور", "2025-03-20")
    assert rows(telling, later) == ["held 2025-03-05? 2025-03-20 2025-03-20"]
    # An end years before is another term's.
    assert rows(telling, replace(later, published="2027-03-20")) == ["held 2027-03-20 2027-03-20"]
    # More articles that call it over than go on with the title settle it.
    over = [make_chain("سليم الحداد", "وزير ري", "?فالدور", f"2025-04-0{day}", status="former") for day in (1, 2)]
    assert rows(telling, later, *over) == ["former 2025-03-05"]


@pytest.mark.parametrize(
    ("text", "role", "holder", "new", "old"),
    [
        ("أدى نبيل الأسود اليمين رئيساً للوزراء خلفاً لسليم الحداد في <2025>", "رئيساً للوزراء", "", "start", "end"),
        ("عين نبيل الأسود رئيساً للأركان في <2025-04-02> خلفاً للفريق سليم الحداد", "رئيساً للأركان", "", "start", "end"),
        ("عين نبيل الأسود وزيراً للري بدلاً من سليم الحداد الذي استقال، في <2025>", "وزيراً للري", "", "start", "end"),
        ("وزير الري نبيل الأسود الذي خلف سليم الحداد في <2025-04-02>", "وزير الري", "نبيل الأسود", "start", "end"),
        ("حل نبيل الأسود محل سليم الحداد في منصب وزير الري في <2025>", "وزير الري", "نبيل الأسود", "start", "end"),
        ("عين نبيل الأسود وزيراً للري <الأحد> خلفاً لسليم الحداد", "وزيراً للري", "", "start", "end"),
        ("أصبح نبيل الأسود وزيراً للري خلفاً لسليم الحداد", "وزيراً للري", "", "", "over"),
        ("عين نبيل الأسود وزيراً للري خلفاً لسليم الحداد الذي سيتقاعد", "وزيراً للري", "", "", ""),
        ("التقى وزير الري نبيل الأسود سليم الحداد في <2025-04-02>", "وزير الري", "نبيل الأسود", "", ""),
    ],
)  # fmt: skip
def test_a_new_holder_and_the_one_before(text: str, role: str, holder: str, new: str, old: str) -> None:
    mentions = [
        mention(text, "نبيل الأسود", MentionKind.PER),
        mention(text, "سليم الحداد", MentionKind.PER),
        mention(text, role, MentionKind.ROLE, holder),
    ]
    follower, before = tell(text, mentions, "نبيل الأسود"), tell(text, mentions)
    assert " ".join(change.edge for change in follower.changes) == new
    told = [*(change.edge for change in before.changes), *("over" for _ in before.past)]
    assert " ".join(told) == old


@pytest.mark.parametrize("instead", ["، وعين خلفاً له نبيل الأسود", " من منصبه وعين نبيل الأسود بدلاً منه"])
def test_who_is_put_in_place_of_somebody_dismissed_begins_that_day(instead: str) -> None:
    text = f"أقال الملك، <الأحد>، وزير الري سليم الحداد{instead}"
    mentions = [mention(text, name, MentionKind.PER) for name in ("نبيل الأسود", "سليم الحداد")]
    mentions.append(mention(text, "وزير الري", MentionKind.ROLE, "سليم الحداد"))
    assert [change.edge for change in tell(text, mentions, "نبيل الأسود").changes] == ["start"]
    assert [change.edge for change in tell(text, mentions).changes] == ["end"]


def test_whoever_is_called_to_form_a_government_is_so_from_that_day_on() -> None:
    text = "كلف الرئيس سليم الحداد بتشكيل الحكومة الجديدة في <2025-04-02>"
    chain = tell(text, [mention(text, "سليم الحداد", MentionKind.PER)])
    assert [(change.edge, change.day, change.key) for change in chain.changes] == [
        ("called", "2025-04-02", "رييس وزراء")
    ]


@pytest.mark.parametrize(
    ("told", "nation", "shown"),
    [
        (["نائب رئيس المفوضية", "نائب رئيس المفوضية الأوروبية"], "europe", ("نائب رئيس المفوضية الأوروبية", "")),
        (["مدير المرصد", "مدير المرصد", "مدير المرصد السوري"], "syria", ("مدير المرصد السوري", "")),
        (["رئيس نادي الشراع الإيطالي"], "italy", ("رئيس نادي الشراع الإيطالي", "")),
        (["قائد الجيش", "قائد الجيش الإيراني"], "iran", ("قائد الجيش", "إيران")),
    ],
)
def test_a_nation_is_told_with_an_office_of_its_state_else_in_its_words(
    told: list[str], nation: str, shown: tuple[str, str]
) -> None:
    chains = []
    for day, title in enumerate(told, start=1):
        chain = make_chain("سليم الحدادي", "مدير المرصد", nation, f"2023-05-0{day}")
        chains.append(replace(chain, roles=(replace(chain.roles[0], office=title),)))
    assert [(office.office, office.of) for office in offices(*chains)] == [shown]
