"""Whose a role is not, for all that its words say, and how the words beside it change it."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.identify.chains import chain_mentions
from riwaya.identify.changes import add_office_news
from riwaya.identify.records import Chain
from riwaya.model import Field, Mention, MentionKind, Span


def read(text: str, *pairs: tuple[str, str]) -> dict[str, Chain]:
    """Return the chains of a text by name; the pairs are roles with their holders in order, "" for none."""
    mentions: list[Mention] = []
    position = 0
    for role, name in pairs:
        holder = ""
        if name:
            start = text.index(name, position)
            holder = f"PER {start}"
            mentions.append(
                Mention(holder, "a1", Field.TEXT, Span(start, start + len(name)), name, MentionKind.PER, "", 0.9)
            )
        if role:
            start = text.index(role, position)
            span = Span(start, start + len(role))
            mentions.append(Mention(f"ROLE {start}", "a1", Field.TEXT, span, role, MentionKind.ROLE, holder, 0.9))
        position = max(mention.span.end for mention in mentions)
    article = make_article(text)
    return {chain.name: chain for chain in add_office_news(chain_mentions(article, mentions), article, mentions, ())}


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("وصلت زوجة الرئيس السوري سعاد الحدادي أمس", "الرئيس السوري", "سعاد الحدادي"),
        ("وقال نجل الرئيس سليم الحدادي أمس", "الرئيس", "سليم الحدادي"),
        ("وقال لشقيق وزير الداخلية سليم الحدادي أمس", "وزير الداخلية", "سليم الحدادي"),
        ("قال المتحدث باسم وزير الدفاع الأميركي سليم الحدادي أمس", "وزير الدفاع الأميركي", "سليم الحدادي"),
        ("عين الرئيس سليم الحدادي وزيراً للعدل أمس", "الرئيس", "سليم الحدادي"),
        ("كلف الرئيس سليم الحدادي بتشكيل الحكومة", "الرئيس", "سليم الحدادي"),
        ("قال مساعد الرئيس الروسي فلاديمير بوتين أمس", "مساعد الرئيس الروسي", "فلاديمير بوتين"),
        ("أرسلت لمساعدة الرئيس بشار الأسد قوات", "مساعدة الرئيس", "بشار الأسد"),
        (
            "منصب نائب مدير وكالة الاستخبارات المركزية، مايك بومبيو",
            "نائب مدير وكالة الاستخبارات المركزية",
            "مايك بومبيو",
        ),
    ],
)
def test_a_role_of_somebody_elses_leader_or_aide_is_not_the_names(text: str, role: str, name: str) -> None:
    chain = read(text, (role, name))[name]
    assert not chain.roles
    assert chain.mention_ids == (f"PER {text.index(name)}",)


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("وصلت زوجة الرئيس السوري بشار الأسد أمس", "الرئيس السوري", "بشار الأسد"),
        ("وصلت زوجة الرئيس الحدادي أمس", "الرئيس", "الحدادي"),
        ("وصلت زوجته وزيرة الصحة سعاد الحدادي أمس", "وزيرة الصحة", "سعاد الحدادي"),
        ("قال نائب الرئيس الأميركي جو بايدن أمس", "نائب الرئيس الأميركي", "جو بايدن"),
        ("قال مساعد الرئيس الروسي سليم الحدادي أمس", "مساعد الرئيس الروسي", "سليم الحدادي"),
        ("عين الرئيس سليم الحدادي أعضاء اللجنة", "الرئيس", "سليم الحدادي"),
    ],
)
def test_who_is_known_to_hold_it_or_surely_named_by_it_keeps_the_role(text: str, role: str, name: str) -> None:
    assert len(read(text, (role, name))[name].roles) == 1


def test_a_role_behind_kin_is_the_one_persons_who_holds_it_elsewhere_in_the_article() -> None:
    text = "قال رئيس البلدية سليم الحدادي نعم. ووصل نجل رئيس البلدية سليم الحدادي"
    (chain,) = read(text, ("رئيس البلدية", "سليم الحدادي"), ("رئيس البلدية", "سليم الحدادي")).values()
    assert len(chain.roles) == 2


def test_the_minister_is_not_his_spokesman() -> None:
    text = "قال المتحدث باسم وزير الدفاع سليم الحدادي إن الوزير بخير"
    chain = read(text, ("وزير الدفاع", "سليم الحدادي"), ("الوزير", ""))["سليم الحدادي"]
    assert chain.mention_ids == (f"PER {text.index('سليم')}",)


@pytest.mark.parametrize(
    ("text", "role", "status", "key"),
    [
        ("قال المرشح لمنصب وزير الدفاع الأميركي سليم الحدادي", "وزير الدفاع الأميركي", "candidate", "وزير دفاع"),
        ("قال مرشح الرئيس لمنصب وزير الدفاع سليم الحدادي", "وزير الدفاع", "candidate", "وزير دفاع"),
        ("قال المرشح لمنصب وزير الدفاع سليم الحدادي", "المرشح لمنصب وزير الدفاع", "candidate", "وزير دفاع"),
        ("قال المرشح الرئاسي سليم الحدادي", "المرشح الرئاسي", "candidate", "مرشح رياسي"),
        ("قالت مرشحة الحزب سليم الحدادي", "مرشحة الحزب", "candidate", "مرشحه حزب"),
        ("قال وزير الدفاع المرشح سليم الحدادي", "وزير الدفاع المرشح", "candidate", "وزير دفاع"),
        ("قال رئيس الوزراء المكلف سليم الحدادي", "رئيس الوزراء", "designate", "رييس وزراء"),
        ("قال وزير النفط بالوكالة سليم الحدادي", "وزير النفط", "acting", "وزير نفط"),
        ("قال رئيس الهيئة بالإنابة سليم الحدادي", "رئيس الهيئة بالإنابة", "acting", "رييس هييه"),
        ("قال وزير الطاقة المكلف بملف المياه سليم الحدادي", "وزير الطاقة", "held", "وزير طاقه"),
    ],
)
def test_how_an_office_is_held_is_told_by_its_own_words_and_those_beside_it(
    text: str, role: str, status: str, key: str
) -> None:
    (seen,) = read(text, (role, "سليم الحدادي"))["سليم الحدادي"].roles
    assert (seen.status, seen.key) == (status, key)


def test_of_two_presidents_each_has_the_own_nation_also_one_of_two_words() -> None:
    text = "تهديدات الرئيسين الكوري الشمالي كيم جونغ أون والأميركي دونالد ترامب"
    chains = read(text, ("الرئيسين الكوري الشمالي", "كيم جونغ أون"), ("", "دونالد ترامب"))
    assert [(role.key, role.nation) for role in chains["دونالد ترامب"].roles] == [("رييس", "united states")]


@pytest.mark.parametrize(
    ("text", "role", "office"),
    [
        ("وهو تنظيم مسلح تابع للزعيم القبلي سليم الحدادي.", "زعيم القبلي", "الزعيم القبلي"),
        ("سمح ذلك وللمدير التنفيذي سليم الحدادي بالبقاء.", "مدير التنفيذي", "المدير التنفيذي"),
        ("وقال لمدير المصنع سليم الحدادي إنه عائد.", "مدير المصنع", "مدير المصنع"),
    ],
)
def test_a_role_behind_its_particle_has_its_article(text: str, role: str, office: str) -> None:
    assert [each.office for each in read(text, (role, "سليم الحدادي"))["سليم الحدادي"].roles] == [office]
