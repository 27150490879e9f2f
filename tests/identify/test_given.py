"""An office that a clause denies, wishes or expects is nobody's; one that somebody had is over, with its dates."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article
from tests.identify.test_role_context import read

from riwaya.identify.given import Manner, manner_of, read_manner, words_before
from riwaya.knowledge.giving_words import GivingWord, Tense, read_giving
from riwaya.model import Field, Mention, MentionKind, Span


@pytest.mark.parametrize(
    "before",
    [
        # denied, refused, called back
        "نفى الديوان الملكي تعيين فلان", "نفت الوزارة ما نشرته صحف عن تعيين فلان", "رفض وزير الدفاع تعيين فلان",
        "عارضت النقابة تعيين فلان", "تراجع الرئيس عن تعيين فلان", "ألغى القضاء تعيين فلان", "نفى أنه عين فلانا",
        # demanded, proposed, intended
        "طالب المتظاهرون بتعيين فلان", "يطالبون بتعيين فلان", "اقترح الرئيس تسمية فلان", "يعتزم المجلس انتخاب فلان",
        "يسعى فلان لأن يصبح", "يطمح فلان إلى أن يكون", "تتجه الحكومة إلى تعيين فلان", "أعلن نيته تعيين فلان",
        # doubted, expected, failed
        "قد يصبح فلان", "ثمة أنباء عن تعيين فلان", "من المتوقع تعيين فلان", "يستبعد أن يتم تعيين فلان",
        "فشل فلان في أن يصبح", "أخفقت الكتل في انتخاب فلان", "كاد فلان يصبح",
        # negated, conditional, asked, future
        "لم تعين الوزارة بعد فلانا", "ناشدوا الحكومة إعادة تعيين فلان", "حذر الاتحاد من تعيين فلان",
        "الحديث عن تعيين فلان", "ينتظر أن يؤدي فلان اليمين", "بحث المجلس تعيين فلان", "لم يعين الملك فلانا",
        "لن يكون فلان", "عدم تعيين فلان", "لم يعلن الديوان تعيين فلان", "إذا أصبح فلان", "لو فاز لأصبح فلان",
        "هل يصبح فلان", "نحو تولي فلان", "إن البرلمان سينتخب فلانا", "في حال تعيين فلان", "يجب أن يعين فلان",
    ],
)  # fmt: skip
def test_what_is_denied_wished_doubted_or_still_to_come_gives_no_office(before: str) -> None:
    assert read_manner(words_before(before, len(before))) is Manner.OPEN


@pytest.mark.parametrize(
    "before",
    [
        "أعلن مكتب الرئيس تعيين فلان", "قرر الملك تعيين فلان", "عين الرئيس فلانا", "أصبح فلان", "تعيين فلان",
        "وافق المجلس على تعيين فلان", "صدر مرسوم بتعيين فلان", "منذ تعيين فلان", "انتقد الحزب تعيين فلان",
        "رفض الوزير الاستقالة وعين الرئيس فلانا", "طالبوا بالإصلاح بعد تعيين فلان", "اختير فلان ليكون",
        "نجح فلان في أن يصبح", "قبل أن يصبح فلان", "نفى الوزير التهم. أصبح فلان", "ظل فلان", "لا يزال فلان",
        "ذكرت وكالة الأنباء أن الملك عين فلانا",
    ],
)  # fmt: skip
def test_what_is_told_as_done_gives_the_office(before: str) -> None:
    assert read_manner(words_before(before, len(before))) is Manner.GIVEN


@pytest.mark.parametrize(
    ("before", "manner"),
    [
        ("رشح الحزب فلانا", Manner.FORWARD),
        ("رشح نفسه لمنصب", Manner.FORWARD),
        ("المرشحان لمنصب", Manner.FORWARD),
        ("أعلن الحزب ترشيح فلان", Manner.FORWARD),
        ("رفض المجلس ترشيح فلان", Manner.OPEN),
        ("كان فلان", Manner.PAST),
        ("فلان الذي كان آنذاك", Manner.PAST),
        ("وكان فلان يشغل منصب", Manner.PAST),
        ("سبق أن تولى فلان منصب", Manner.PAST),
        ("رفض تولي منصب", Manner.OPEN),
        ("نفى الوزير أن يستقيل، وهو الذي تولى منصب", Manner.GIVEN),
        ("شغل فلان منصب", Manner.PAST),
        ("رحل فلان عن منصب", Manner.PAST),
        ("طالبوا باستقالة فلان من منصب", Manner.GIVEN),
        ("يشغل فلان منصب", Manner.GIVEN),
    ],
)
def test_an_office_put_forward_or_had_is_told_so(before: str, manner: Manner) -> None:
    assert read_manner(words_before(before, len(before))) is manner


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("نفى الديوان الملكي تعيين سليم الحدادي وزيرا للإعلام أمس", "وزيرا للإعلام", "سليم الحدادي"),
        ("لن يكون سليم الحدادي وزيرا للخارجية في الحكومة الجديدة", "وزيرا للخارجية", "سليم الحدادي"),
        ("عرض على سليم الحدادي منصب وزير العدل أمس", "وزير العدل", "سليم الحدادي"),
        ('يسعى الملك إلى تعيين هدى الحدادي مديرة لـ"دار النشر"', 'مديرة لـ"دار النشر"', "هدى الحدادي"),
        ("يعتزم الملك تعيين اللواء سليم الحدادي قائد الجيش", "قائد الجيش", "سليم الحدادي"),
    ],
)
def test_nobody_holds_an_office_that_is_only_talked_of(text: str, role: str, name: str) -> None:
    assert read_tied(text, role, name) == ((), ())


def read_tied(text: str, role: str, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the offices held and those over of whose role stands behind the name."""
    chain = read(text, (role, name))[name]
    return tuple(one.office for one in chain.roles), tuple(one.office for one in chain.past)


@pytest.mark.parametrize(
    ("text", "role", "held", "over"),
    [
        ("عين الملك سليم الحدادي وزيرا للعدل أمس", "وزيرا للعدل", ("وزير العدل",), ()),
        ("كان سليم الحدادي وزيرا للعدل من 2010 حتى 2012", "وزيرا للعدل", (), ("وزير العدل",)),
        ("شغل سليم الحدادي منصب وزير العدل بين 2010 و2012", "وزير العدل", (), ("وزير العدل",)),
        ("شغل سليم الحدادي منصب وزير العدل منذ 2010", "وزير العدل", ("وزير العدل",), ()),
        ("ظل سليم الحدادي وزيرا للعدل حتى عام 2018", "وزيرا للعدل", (), ("وزير العدل",)),
        ("تولى سليم الحدادي منصب وزير العدل من 2008 إلى 2012", "وزير العدل", (), ("وزير العدل",)),
        ("وكان سليم الحدادي يشغل منصب وزير العدل منذ 2010", "وزير العدل", (), ("وزير العدل",)),
        ("قبل منصبه الحالي عمل سليم الحدادي كوزير العدل", "وزير العدل", (), ("وزير العدل",)),
        ("كان سليم الحدادي سكرتيرة صحفية للوزير", "سكرتيرة صحفية للوزير", (), ("سكرتيرة صحفية للوزير",)),
        ("عين سليم الحدادي وزيرا للعدل حتى عام 2099", "وزيرا للعدل", ("وزير العدل",), ()),
        ("كان سليم الحدادي وزير العدل قد أعلن ذلك", "وزير العدل", ("وزير العدل",), ()),
        ("قال سليم الحدادي وزير العدل إنه يرفض التعيين", "وزير العدل", ("وزير العدل",), ()),
    ],
)
def test_the_past_tense_of_having_an_office_says_that_it_is_over(
    text: str, role: str, held: tuple[str, ...], over: tuple[str, ...]
) -> None:
    assert read_tied(text, role, "سليم الحدادي") == (held, over)


@pytest.mark.parametrize(
    ("form", "sort", "tense"),
    [
        ("سيعين", "giving", Tense.FUTURE),
        ("لاصبحت", "giving", Tense.THEN),
        ("ليكون", "having", Tense.PURPOSE),
        ("وبتعيين", "giving", Tense.NONE),
        ("يطالبون", "wanting", Tense.PRESENT),
        ("فرفضت", "wanting", Tense.PAST),
    ],
)
def test_inflected_forms_are_read(form: str, sort: str, tense: Tense) -> None:
    assert read_giving(form) == GivingWord(sort, tense)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("قال إن كريم الحداد ليس سفير بلاده", Manner.OPEN),
        ("قالت إن كريم الحداد لم يعد سفير بلاده", Manner.PAST),
        ("قالت هدى سعد وكريم الحداد التي عملت كسفير بلاده", Manner.PAST),
        ("قال كريم الحداد سفير بلاده", None),
        ("ظل كريم الحداد سفير بلاده حتى الآن منذ عام 2017", None),
    ],
)
def test_what_somebody_is_not_or_no_longer_is_gives_no_office(text: str, manner: Manner | None) -> None:
    article = make_article(text)

    def mention(words: str, kind: MentionKind) -> Mention:
        span = Span(text.index(words), text.index(words) + len(words))
        return Mention(words, "a1", Field.TEXT, span, words, kind, "", 1.0)

    role, holder = mention("سفير بلاده", MentionKind.ROLE), mention("كريم الحداد", MentionKind.PER)
    assert manner_of(article, role, holder) is manner
