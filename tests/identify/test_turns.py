"""Whom of a family a speaker's surname alone means: the last who spoke, where the verb says that a speech goes on."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.identify import Block, Chain, chain_mentions, resolve_block
from riwaya.identify.gender import gender_beside, gender_of_name
from riwaya.model import Article, Entity, Field, Mention, MentionKind, PublishedFrom, Span, Statement


def make_article(text: str) -> Article:
    return Article(
        "a1", "p1", "s", 0, "الضفاف", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar", text, ()
    )  # fmt: skip


def read(text: str) -> tuple[Chain, ...]:
    article = make_article(text)
    records = tuple(annotate(article, AnnotateConfig(reader="rules")))
    mentions = [each for each in records if isinstance(each, Mention)]
    statements = [each for each in records if isinstance(each, Statement)]
    chains = chain_mentions(article, mentions, statements)
    return tuple(chain for chain in chains if chain.kind is MentionKind.PER)


def bearers(text: str, surname: str) -> list[str]:
    """Return the persons whom a text calls by a surname alone."""
    return sorted(chain.name for chain in read(text) if any(each.form == surname for each in chain.surfaces))


@pytest.mark.parametrize("verb", ["وأضاف", "وتابع", "وأوضح", "وأكد", "ويضيف"])
def test_a_speech_goes_on_with_whoever_of_the_family_spoke_last(verb: str) -> None:
    text = "زار عادل الكرمي البلدة. وكان عادل الكرمي متعبا. وقال شقيقه سامي الكرمي إن الطريق طويل. "
    assert bearers(f"{text}{verb} الكرمي أن العودة غدا.", "الكرمي") == ["سامي الكرمي"]


def test_the_surname_goes_with_the_turns_of_speech() -> None:
    text = (
        "أعلن سامي الكرمي استقالته. وأضاف الكرمي أنه متعب. وقال شقيقه عادل الكرمي إن القرار صائب. "
        "وتابع الكرمي أن العائلة تدعمه."
    )
    assert bearers(text, "الكرمي") == ["سامي الكرمي", "عادل الكرمي"]


def test_who_is_quoted_by_another_has_no_turn() -> None:
    text = "قال عادل الكرمي إن النائب سامي الكرمي قال إنه متعب. وأضاف الكرمي أن العمل مستمر."
    assert bearers(text, "الكرمي") == ["عادل الكرمي"]


def test_another_speakers_turn_leaves_the_name_to_whom_the_article_speaks_of_most() -> None:
    text = (
        "قال عادل الكرمي إن المدينة هادئة. وقال سامي الكرمي إن الطريق طويل. وقالت هدى سالم إن المدارس مغلقة. "
        "وأضاف الكرمي أن الشتاء قريب. وكان عادل الكرمي انتخب أمس."
    )
    assert bearers(text, "الكرمي") == ["عادل الكرمي"]


def test_a_relative_of_somebody_named_is_not_the_speaker() -> None:
    text = (
        "زار عادل الكرمي البلدة. وقال عادل الكرمي إنها هادئة. "
        "وقال نجل سامي الكرمي إن الطريق طويل. وأضاف الكرمي أنه عائد."
    )
    assert bearers(text, "الكرمي") == ["عادل الكرمي"]


def test_his_brother_is_the_speaker() -> None:
    text = (
        "فاز عادل الكرمي بالسباق. وكان عادل الكرمي متعبا. وقال منافسه سامي الكرمي إن الفوز صعب. وأضاف الكرمي أنه عائد."
    )
    assert bearers(text, "الكرمي") == ["سامي الكرمي"]


def test_a_name_that_may_be_either_stays_open() -> None:
    text = (
        "زار عادل الكرمي البلدة. وكان عادل الكرمي متعبا. وقال شقيقه سامي الكرمي إن الطريق طويل. "
        "وقال الكرمي إن العودة غدا."
    )
    assert bearers(text, "الكرمي") == ["الكرمي"]


def test_no_other_article_says_who_an_open_name_is() -> None:
    chains = read(
        "وصل عادل الكرمي أمس. وكان عادل الكرمي متعبا. وقال شقيقه سامي الكرمي إن الطريق طويل. وقال الكرمي إن العودة غدا."
    )
    (chain,) = (chain for chain in chains if chain.name == "الكرمي")
    assert chain.block.endswith(" in a1")
    (entity,) = (each for each in resolve_block(Block(chain.block, (chain,))) if isinstance(each, Entity))
    assert (entity.name, entity.name_en) == ("الكرمي", "")


def test_whom_the_article_has_called_so_is_meant_by_a_verb_that_says_nothing() -> None:
    text = (
        "قال عادل الكرمي إن المدينة هادئة. وأضاف الكرمي أن الشتاء قريب. وقال شقيقه سامي الكرمي إن الطريق طويل. "
        "وقال الكرمي إن العودة غدا."
    )
    assert bearers(text, "الكرمي") == ["عادل الكرمي"]


def test_the_first_name_alone_goes_on_with_the_last_speaker_too() -> None:
    text = "قال أحمد سالم إن صديقه أحمد جابر غائب. وأضاف أحمد أن المدرسة مغلقة."
    assert bearers(text, "أحمد") == ["أحمد سالم"]


def test_the_verbs_gender_outranks_the_turn() -> None:
    text = "زارت هدى الكرمي البلدة. وقال زوجها سامي الكرمي إن الطريق طويل. وأضافت الكرمي أن العودة غدا."
    assert bearers(text, "الكرمي") == ["هدى الكرمي"]


def test_the_daughter_of_one_named_is_she_whom_the_article_names_in_full() -> None:
    text = (
        "قالت هدى ابنة المحامي عادل الكرمي إنها بخير. وقالت الكرمي إن والدها مريض. وزارت صديقتها هدى الكرمي أمس. "
        "وسافر عادل الكرمي. وعاد عادل الكرمي."
    )
    assert bearers(text, "الكرمي") == bearers(text, "هدى") == ["هدى الكرمي"]


def test_of_a_man_and_a_woman_of_one_family_the_verb_tells_who_speaks() -> None:
    text = (
        "طالب إبراهيم الكرمي، رئيس النقابة، وسعاد الكرمي، أمينة الصندوق، بزيادة الأجور. وقالت الكرمي إن الخزينة فارغة. "
        "وقال الكرمي إن الإضراب قائم."
    )
    assert bearers(text, "الكرمي") == ["إبراهيم الكرمي", "سعاد الكرمي"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [("سعاد الكرمي", "f"), ("أنغيلا الكرمي", "f"), ("أنجيلا الكرمي", "f"), ("شاندرا الكرمي", ""), ("سامي الكرمي", "m"),
     ("عبد الله الكرمي", "m"), ("أسامة الكرمي", "m"), ("أم خالد", "f"), ("صباح الكرمي", ""), ("ناتلي الغرشتي", "")],
)  # fmt: skip
def test_a_first_name_tells_a_man_from_a_woman_where_only_one_of_them_bears_it(name: str, gender: str) -> None:
    assert gender_of_name(name) == gender


@pytest.mark.parametrize("dead", ["في ذكرى اغتيال الوزير عادل الكرمي", "بعد وفاة عادل الكرمي"])
def test_the_dead_do_not_speak_where_a_namesake_lives(dead: str) -> None:
    assert bearers(f"{dead}، زار سامي الكرمي الضريح. وقال الكرمي إن المحكمة ستقول كلمتها.", "الكرمي") == ["سامي الكرمي"]


def test_whose_brother_died_speaks_himself() -> None:
    text = "بعد وفاة شقيق عادل الكرمي زاره سامي الكرمي. وقال عادل الكرمي إنه حزين. وأضاف الكرمي أنه متعب."
    assert bearers(text, "الكرمي") == ["عادل الكرمي"]


def test_the_dead_do_not_deny_where_a_namesake_lives() -> None:
    text = "في ذكرى اغتيال الوزير عادل الكرمي، زار نبيل الكرمي الضريح. ونفى الكرمي التهم الموجهة إليه."
    assert bearers(text, "الكرمي") == ["نبيل الكرمي"]


@pytest.mark.parametrize(
    "before", ["وقال المدير العام للشركة ", "وعن العلاقة بينه وبين ", "وعاد المدافع الرحالة السابق "]
)
def test_another_noun_an_odd_adjective_or_a_preposition_tells_no_gender(before: str) -> None:
    article = make_article(f"{before}غرشتاين")
    start = len(before)
    mention = Mention("m", "a1", Field.TEXT, Span(start, start + len("غرشتاين")), "غرشتاين", MentionKind.PER, "", 0.9)
    assert gender_beside(article, mention) == ""
