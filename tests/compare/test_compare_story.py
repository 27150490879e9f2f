"""Comparing a story's statements: alignments, labels, claims, bounds; the order of accounts is no matter."""

from __future__ import annotations

import random
import time as clock
from dataclasses import replace

import pytest

from riwaya.compare import StoryAccount, StoryBundle, compare_story
from riwaya.compare.nations import name_nations
from riwaya.compare.speaker import Speaker, weigh_words, words_in_common
from riwaya.model import (
    Alignment,
    Article,
    Claim,
    Field,
    Label,
    Link,
    Mention,
    MentionKind,
    Mode,
    PublishedFrom,
    Quantity,
    Span,
    Statement,
    Time,
    TimeType,
)


def _article(identity: str, text: str) -> Article:
    return Article(identity, "p", "s", 0, f"صحيفة {identity}", "", "", (), "", (), "2031-04-01", PublishedFrom.STATED, "ar", text, ())  # fmt: skip  # noqa: E501


def _account(identity: str, *said: tuple[str, str], force: str = "assert", entity: str = "") -> StoryAccount:
    """Return an account of «speaker cue content» sentences."""
    text, statements, mentions, quantities, links = "", [], [], [], []
    for place, (speaker, content) in enumerate(said):
        start = len(text)
        text += f"قال {speaker} إن {content}. "
        named = Span(start + 4, start + 4 + len(speaker))
        body = Span(named.end + 4, named.end + 4 + len(content))
        key = f"{identity}#{place}"
        statements.append(
            Statement(
                key,
                identity,
                Span(start, body.end),
                body,
                content,
                Span(start, start + 3),
                "قال",
                named,
                speaker,
                False,
                (),
                None,
                Mode.INDIRECT,
                (),
                force,
                0.9,
            )
        )
        mentions.append(Mention(f"m{key}", identity, Field.TEXT, named, speaker, MentionKind.PER, "", 0.9))
        if entity:
            links.append(Link(f"m{key}", identity, entity, 0.9))
        for offset, word in _numbers(content):
            unit = content[offset:].split()[1]
            span = Span(body.start + offset, body.start + offset + len(word))
            quantities.append(Quantity(f"q{key}{offset}", identity, Field.TEXT, span, word, float(word), unit, ""))
    return StoryAccount(
        _article(identity, text), tuple(statements), tuple(mentions), tuple(quantities), (), tuple(links)
    )


def _numbers(content: str) -> list[tuple[int, str]]:
    return [(content.index(word), word) for word in content.split() if word.isdigit()]


def _compare(*accounts: StoryAccount) -> tuple[list[Alignment], list[Claim]]:
    records = list(compare_story(StoryBundle("story", accounts)))
    return [r for r in records if isinstance(r, Alignment)], [r for r in records if isinstance(r, Claim)]


_FERRY = "العبارة ستعود إلى العمل بين ضفتي النهر بعد إصلاح المحرك"


def test_two_wordings_of_one_statement_are_aligned() -> None:
    one = _account("a", ("مدير الميناء سالم الرابحي", _FERRY))
    two = _account("b", ("سالم الرابحي", "عمل العبارة بين ضفتي النهر سيعود بعد أن يصلح المحرك"))
    alignments, claims = _compare(one, two)
    assert [(a.statement_id, a.other_statement_id) for a in alignments] == [("a#0", "b#0")]
    assert alignments[0].label is not Label.CONTRADICT
    assert len(claims) == 1
    assert claims[0].text == "عمل العبارة بين ضفتي النهر سيعود بعد أن يصلح المحرك"


def test_the_same_words_of_another_speaker_are_not_aligned() -> None:
    one = _account("a", ("سالم الرابحي", "العبارة ستعود إلى العمل قريبا"))
    two = _account("b", ("ليلى الخزامي", "العبارة متوقفة ولن ترجع قبل الصيف"))
    assert _compare(one, two)[0] == []


def test_a_summary_is_a_part_of_the_full_statement() -> None:
    full = f"{_FERRY} وأن أسعار التذاكر ستبقى كما هي حتى نهاية الموسم وأن القوارب الصغيرة تنقل الركاب مجانا"
    alignments, claims = _compare(_account("a", ("سالم الرابحي", full)), _account("b", ("سالم الرابحي", _FERRY)))
    assert [a.label for a in alignments] == [Label.PART]
    assert {(a.article_id, a.relation) for a in claims[0].accounts} == {("a", Label.SAME), ("b", Label.PART)}


@pytest.mark.parametrize(
    ("number", "label"), [("23", Label.CONTRADICT), ("40", Label.SAME)], ids=["another number", "the same number"]
)
def test_a_conflicting_number_contradicts(number: str, label: Label) -> None:
    one = _account("a", ("سالم الرابحي", "الحادث أدى إلى إصابة 40 راكبا نقلوا إلى مستشفى المدينة"))
    two = _account("b", ("سالم الرابحي", f"الحادث أدى إلى إصابة {number} راكبا نقلوا إلى مستشفى المدينة"))
    assert [a.label for a in _compare(one, two)[0]] == [label]


def test_a_yes_against_a_no_contradicts() -> None:
    one = _account("a", ("سالم الرابحي", "الميناء سيستقبل سفن الركاب هذا الموسم"))
    two = _account("b", ("سالم الرابحي", "الميناء لن سيستقبل سفن الركاب هذا الموسم"))
    assert [a.label for a in _compare(one, two)[0]] == [Label.CONTRADICT]


def test_two_ways_to_say_no_do_not_contradict() -> None:
    one = _account("a", ("سالم الرابحي", "حق الصيادين لن يضيع بين المكاتب"))
    two = _account("b", ("سالم الرابحي", "الوزارة لن تسمح بأن يضيع حق الصيادين بين المكاتب"))
    assert Label.CONTRADICT not in [a.label for a in _compare(one, two)[0]]


def test_a_statement_without_counterpart_is_a_claim_that_the_others_do_not_hold() -> None:
    one = _account("a", ("سالم الرابحي", _FERRY))
    two = _account("b", ("ليلى الخزامي", "المتحف سيفتح أبوابه مجانا"))
    three = _account("c")
    _, claims = _compare(one, two, three)
    ferry = next(claim for claim in claims if claim.accounts[0].article_id == "a")
    assert ferry.not_found == ("b", "c")


def test_statements_of_one_article_are_never_aligned() -> None:
    twice = _account("a", ("سالم الرابحي", _FERRY), ("سالم الرابحي", _FERRY))
    assert _compare(twice, _account("b"))[0] == []


def test_the_order_of_accounts_is_no_matter() -> None:
    accounts = [
        _account("a", ("سالم الرابحي", _FERRY)),
        _account("b", ("الرابحي", _FERRY + " غدا")),
        _account("c", ("ليلى الخزامي", "المتحف سيفتح أبوابه مجانا")),
    ]
    assert _compare(*accounts) == _compare(*reversed(accounts))


def test_the_speaker_of_a_claim_is_the_linked_entity() -> None:
    one = _account("a", ("سالم الرابحي", _FERRY), entity="e1")
    two = _account("b", ("مدير الميناء", _FERRY), entity="e1")
    alignments, claims = _compare(one, two)
    assert len(alignments) == 1
    assert claims[0].speaker_entity_id == "e1"


def test_a_capital_speaks_for_its_government() -> None:
    assert name_nations("وزاره الخارجيه الروسيه") == (["@russia"], ["وزاره", "الخارجيه"])
    capital, ministry = (Speaker("", weigh_words([name])) for name in ("موسكو", "وزارة الخارجية الروسية"))
    assert words_in_common(capital, ministry) == 1.0


def test_a_spokesperson_and_a_statement_speak_for_their_body() -> None:
    names = ("المتحدث باسم وزارة الموانئ", "بيان وزارة الموانئ", "وزارة الموانئ")
    speakers = [Speaker("", weigh_words([name])) for name in names]
    assert all(words_in_common(one, two) == 1.0 for one in speakers for two in speakers)


def test_a_story_of_thousands_of_statements_stays_affordable() -> None:
    source = random.Random(5)
    words = [f"كلمة{number}" for number in range(800)]
    accounts = [
        _account(
            f"a{place:03}",
            *((f"متحدث{source.randrange(40)}", " ".join(source.choices(words, k=14))) for _ in range(10)),
        )
        for place in range(120)
    ]
    started = clock.process_time()
    _compare(*accounts)
    assert clock.process_time() - started < 20


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        (("السبت", "2025-04-05"), ("الأحد", "2025-04-06"), Label.CONTRADICT),
        (("السبت", "2025-04-05"), ("غد السبت", "2025-04-12"), Label.SAME),
        (("اليوم", "2025-04-05"), ("اليوم", "2025-04-06"), Label.SAME),
        (("5 أبريل", "2025-04-05"), ("6 أبريل", "2025-04-06"), Label.CONTRADICT),
        (("السبت", "2025-04-05"), ("5 أبريل", "2025-04-05"), Label.SAME),
    ],
)
def test_only_days_that_are_named_differently_contradict(
    one: tuple[str, str], two: tuple[str, str], label: Label
) -> None:
    accounts = []
    for identity, (words, value) in (("a", one), ("b", two)):
        account = _account(
            identity, ("سالم الرابحي", f"العبارة ستعود إلى العمل بين ضفتي النهر {words} بعد إصلاح المحرك")
        )
        start = account.article.text.index(words)
        span = Span(start, start + len(words))
        time = Time(f"t{identity}", identity, Field.TEXT, span, words, TimeType.DATE, value, "", "", "")
        accounts.append(replace(account, times=(time,)))
    assert [a.label for a in _compare(*accounts)[0]] == [label]


def _with_cue(account: StoryAccount, cue: str, force: str) -> StoryAccount:
    changed = tuple(replace(statement, cue_text=cue, force=force) for statement in account.statements)
    return replace(account, statements=changed)


@pytest.mark.parametrize(
    ("cue", "content", "contradicts"),
    [("نفى", _FERRY, True), ("رفض", _FERRY, False), ("نفى", f"رفض {_FERRY}", False)],
    ids=["a denial", "a refusal", "a denial of a refusal"],
)
def test_a_denial_contradicts_what_is_asserted_and_a_refusal_does_not(
    cue: str, content: str, contradicts: bool
) -> None:
    one = _with_cue(_account("a", ("سالم الرابحي", content)), cue, "deny")
    two = _with_cue(_account("b", ("سالم الرابحي", _FERRY)), "أكد", "assert")
    labels = [a.label for a in _compare(one, two)[0]]
    assert (Label.CONTRADICT in labels) is contradicts


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("لم يتدخل إطلاقا", "بإمكان المفتشين السفر إلى العاصمة لاستجواب موظفي الميناء"),
        ("قوارب الرابحي بدأت هجوما واسعا", "الصيادين مسؤولية التصعيد في ميناء الرابحي"),
        ("ميناء الرابحي كبير", "ميناء الرابحي يحتاج إلى المال قبل نهاية الموسم من أجل رصيف جديد"),
    ],
)
def test_speaker_and_topic_in_common_make_no_part(one: str, two: str) -> None:
    assert _compare(_account("a", ("سالم الرابحي", one)), _account("b", ("سالم الرابحي", two)))[0] == []


def test_what_different_speakers_said_is_never_aligned() -> None:
    accounts = _account("a", ("سالم الرابحي", _FERRY)), _account("b", ("ليلى الخزامي", _FERRY))
    assert _compare(*accounts)[0] == []
    assert len(_compare(accounts[0], _account("b", ("المتحدث باسم سالم الرابحي", _FERRY)))[0]) == 1


def _toll(identity: str, content: str, counts: tuple[tuple[str, float, str], ...], published: str) -> StoryAccount:
    """Return an account with counts written in words."""
    account = _account(identity, ("سالم الرابحي", content))
    quantities = []
    for words, value, unit in counts:
        start = account.article.text.index(words)
        span = Span(start, start + len(words))
        quantities.append(Quantity(f"q{identity}{start}", identity, Field.TEXT, span, words, value, unit, ""))
    article = replace(account.article, published=published)
    return replace(account, article=article, quantities=tuple(quantities))


@pytest.mark.parametrize(
    ("published", "rise", "contradicts"),
    [("2031-04-01", "", True), ("2031-04-02", "", False), ("2031-04-01", "ارتفاع الحصيلة إلى ", False)],
    ids=["the same day", "a day later", "a rise"],
)
def test_tolls_contradict_unless_brought_up_to_date(published: str, rise: str, contradicts: bool) -> None:
    one = _toll(
        "a",
        "الانهيار أدى إلى مقتل بحارين اثنين وإصابة سبعة",
        (("بحارين اثنين", 2, "بحار"), ("سبعة", 7, "")),
        "2031-04-01",
    )
    two = _toll(
        "b",
        f"الانهيار أدى إلى {rise}مقتل ثلاثة بحارة وإصابة اثني عشر",
        (("ثلاثة بحارة", 3, "بحار"), ("اثني عشر", 12, "")),
        published,
    )
    labels = [a.label for a in _compare(one, two)[0]]
    assert (Label.CONTRADICT in labels) is contradicts


@pytest.mark.parametrize(("value", "contradicts"), [("PT9H", True), ("PT6H", False)])
def test_lengths_of_time_contradict(value: str, contradicts: bool) -> None:
    accounts = []
    said = (("a", "إصلاح محرك العبارة انتهى بعد ست ساعات", "ست ساعات", "PT6H"),
            ("b", "إصلاح محرك العبارة استغرق تسع ساعات", "تسع ساعات", value))  # fmt: skip
    for identity, content, words, length in said:
        account = _account(identity, ("سالم الرابحي", content))
        start = account.article.text.index(words)
        span = Span(start, start + len(words))
        time = Time(f"t{identity}", identity, Field.TEXT, span, words, TimeType.DURATION, length, "", "", "")
        accounts.append(replace(account, times=(time,)))
    labels = [a.label for a in _compare(*accounts)[0]]
    assert labels and (Label.CONTRADICT in labels) is contradicts


def test_a_stop_denied_contradicts_a_stop_asserted_in_another_tense() -> None:
    one = _account("a", ("سالم الرابحي", "العمل في الميناء لم يتوقف"))
    two = _account("b", ("سالم الرابحي", "العمل في الميناء توقف بالكامل"))
    assert [a.label for a in _compare(one, two)[0]] == [Label.CONTRADICT]


def test_opposite_polarity_is_never_the_same_nor_a_part() -> None:
    one = _account("a", ("سالم الرابحي", "لا أرى سببا لأن تكون العبارة هي المسؤولة"))
    two = _account("b", ("سالم الرابحي", "كان عليه أن يقول لا أرى سببا لأن لا تكون العبارة هي المسؤولة"))
    assert not {Label.SAME, Label.PART} & {a.label for a in _compare(one, two)[0]}


def test_two_articles_of_one_sentence_repeated_stay_affordable() -> None:
    accounts = [_account(name, *((("سالم الرابحي", _FERRY),) * 1500)) for name in ("a", "b")]
    started = clock.process_time()
    alignments, claims = _compare(*accounts)
    assert clock.process_time() - started < 20
    assert 1500 <= len(alignments) <= 2 * 8 * 1500
    assert sum(len(claim.accounts) for claim in claims) == 3000


@pytest.mark.parametrize(
    ("one", "two", "may_be_one"),
    [
        ("وزير الدفاع الروسي", "وزير المال الروسي", False),
        ("الشرطة الهولندية", "النيابة الهولندية", False),
        ("حركة الشراع", "حركة الصيادين", False),
        ("الحكومة الهولندية", "هولندا", True),
        ("وزير الدفاع الروسي", "وزارة الدفاع الروسية", True),
        ("الإعلام الروسي", "وكالة الأنباء الروسية", True),
        ("رئيس الوزراء", "رئيس الحكومة", True),
    ],
)
def test_a_state_or_the_head_of_an_office_in_common_makes_no_speaker(one: str, two: str, may_be_one: bool) -> None:
    speakers = [Speaker("", weigh_words([name])) for name in (one, two)]
    assert (words_in_common(*speakers) >= 0.3) is may_be_one
