"""Whom of a family a surname alone means, by the words that agree with it."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.identify import Block, Chain, chain_mentions, resolve_block
from riwaya.model import Article, Entity, Mention, MentionKind, PublishedFrom, Statement


def make_article(text: str, number: int = 1, published: str = "2018-04-10") -> Article:
    name = f"a{number}"
    return Article(
        name, name, "s", 0, "الضفاف", "", "", (), "", (), published, PublishedFrom.STATED, "ar", text, ()
    )  # fmt: skip


def read(article: Article) -> list[Chain]:
    records = tuple(annotate(article, AnnotateConfig(reader="rules")))
    mentions = [each for each in records if isinstance(each, Mention)]
    statements = [each for each in records if isinstance(each, Statement)]
    chains = chain_mentions(article, mentions, statements)
    return [chain for chain in chains if chain.kind is MentionKind.PER]


def bearers(text: str, surname: str) -> list[str]:
    """Return the persons whom a text calls by a surname alone."""
    return sorted(chain.name for chain in read(make_article(text)) if surname in {each.form for each in chain.surfaces})


@pytest.mark.parametrize(
    "text",
    [
        "استقبلت ميلانيا ترامب الأطفال في البيت الأبيض. وكان ترامب قد وقع القرار أمس.",
        "انتقدت إيفانكا ترامب الصحافة. وقال ترامب إن ابنته ناجحة.",
        "وصلت الملكة ماريا ترامب مع زوجها إلى فيينا. وأوضح ترامب أن الزيارة خاصة.",
        "استقبلت ميلانيا ترامب الأطفال في البيت الأبيض، ثم عاد ترامب من ولاية أوهايو.",
        "عاد اللاجئ ترامب وزوجته المعلمة رهف ترامب إلى حمص.",
        "زارت إيفانكا ترامب الهند. ويعتزم ترامب لقاء كيم. وقالت إيفانكا إنها سعيدة.",
    ],
)
def test_a_surname_that_agrees_with_a_man_is_no_womans(text: str) -> None:
    assert bearers(text, "ترامب") == ["ترامب"]


def test_whose_surname_stands_before_her_name_is_the_ruler_whom_all_know() -> None:
    text = "بدأ التحقيق في حملة ترامب الأحد. وقالت السيدة الأولى ميلانيا ترامب إنها لا تعلم."
    assert bearers(text, "ترامب") == ["ترامب"]


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("قالت تيريزا ماي إن بريطانيا سترد. وأضافت ماي أن موسكو مسؤولة. وسأل النواب عن ماي.", "ماي", "تيريزا ماي"),
        ("التقى بومبيو المستشارة أنغيلا ميركل في برلين. وأضاف ميركل أن أوروبا موحدة.", "ميركل", "أنغيلا ميركل"),
    ],
)
def test_one_verb_in_the_wrong_gender_takes_no_surname_from_a_woman(text: str, surname: str, name: str) -> None:
    assert bearers(text, surname) == [name]


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("ألقت هيلاري كلينتون كلمة بحضور زوجها بيل كلينتون. وقالت كلينتون إن الفوز قريب.", "كلينتون", "هيلاري كلينتون"),
        ("خالفت مارين لوبان والدها جان ماري لوبان. ورد لوبان بأن ابنته خانته.", "لوبان", "جان ماري لوبان"),
        ("أشاد إيلون ماسك بوالدته ماي ماسك. وقالت ماسك إن ابنها يعمل كثيرا.", "ماسك", "ماي ماسك"),
    ],
)
def test_of_a_foreign_couple_the_verb_tells_whose_the_surname_is(text: str, surname: str, name: str) -> None:
    assert bearers(text, surname) == [name]


def test_the_noun_of_one_led_by_another_is_not_the_gender_of_the_leader() -> None:
    text = "فاز زعيم المعارضة نيكول أصلانيان أمس. وقال أصلانيان إنه سعيد. وأضاف أصلانيان أن البلد تغير."
    assert bearers(text, "أصلانيان") == ["نيكول أصلانيان"]


def test_a_mans_surname_alone_goes_to_no_woman_of_other_articles() -> None:
    texts = [
        "قالت رهف حمدون إن المدرسة فتحت. وأضافت حمدون أن الدوام غدا.",
        "عاد اللاجئ حمدون وابنته إلى البلدة. وقال حمدون إن الطريق طويل.",
        "أضافت رهف حمدون أن الكتب وصلت.",
    ]
    chains = [chain for number, text in enumerate(texts) for chain in read(make_article(text, number))]
    chains = [chain for chain in chains if "حمدون" in chain.name]
    found = resolve_block(Block(chains[0].block, tuple(chains)))
    assert sorted(each.name for each in found if isinstance(each, Entity)) == ["حمدون", "رهف حمدون"]


def test_a_first_name_joined_to_a_relatives_full_name_is_no_other_of_that_first_name() -> None:
    text = "غاب جمال عبد الناصر عن الحفل. وحضر الأخوان جمال وميمون رمسيس أمس."
    assert bearers(text, "جمال") == ["جمال"]


def test_whom_the_article_calls_by_the_first_name_is_meant_beside_a_spouse_too() -> None:
    text = "زارت إيفانكا ترامب الهند. وقالت إيفانكا إنها سعيدة. ثم غادرت إيفانكا وجاريد كوشنر."
    assert bearers(text, "إيفانكا") == ["إيفانكا ترامب"]
