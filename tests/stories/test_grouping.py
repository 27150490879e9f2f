"""Stories: ties between articles, groups of tied articles, and that neither order nor company changes them."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Article, Origin, OriginKind, PublishedFrom, Story, Storyline, TimeType
from riwaya.model import Time as TimeRecord
from riwaya.model.annotations import Field
from riwaya.model.schema import dump_text, load_text
from riwaya.model.spans import Span
from riwaya.stories import (
    ArticleReading,
    ArticleTie,
    Component,
    Dossier,
    StoryEvidence,
    Window,
    describe_story,
    group_component,
    is_bond,
    join_thread,
    link_window,
    make_dossier,
    reach,
    shares_keys,
)
from riwaya.stories.linkage import link_groups

_FIRE = (
    "حريق مستودع الأخشاب في ميناء راسم يصيب ثلاثة عمال",
    "اندلع حريق كبير في مستودع للأخشاب قرب ميناء راسم فجر الأحد وأصيب ثلاثة عمال نقلوا إلى المستشفى، وقال قائد الإطفاء "
    "سالم الرابحي إن فرقه أخمدت النيران بعد أربع ساعات وإن التحقيق بدأ لمعرفة سبب الحريق في المستودع.",
)
_FIRE_AGAIN = (
    "إصابة عمال في حريق بميناء راسم",
    "أصيب ثلاثة عمال بحروق حين شب حريق فجر الأحد في مستودع أخشاب بميناء راسم. وأخمد رجال الإطفاء بقيادة سالم الرابحي "
    "النيران في المستودع بعد ساعات، وفتحت الشرطة تحقيقا في سبب الحريق.",
)
_VOTE = (
    "برلمان ضفاف يقر قانون الصيد الجديد",
    "أقر برلمان جمهورية ضفاف قانونا جديدا للصيد البحري بأغلبية واسعة، ورحبت نقابة الصيادين بالقانون الذي يمنع الشباك "
    "الضيقة ويخصص تعويضات للصيادين الذين يغيرون معداتهم، وقالت رئيسة اللجنة ليلى الخزامي إن القانون يحمي الأسماك.",
)


def _dossier(
    identity: str, piece: tuple[str, str], published: str, reading: ArticleReading | None = None, *, outlet: str = ""
) -> Dossier:
    article = Article(
        identity, "p", "s", 0, outlet or f"صحيفة {identity}", piece[0], "", (), "", (), published,
        PublishedFrom.STATED, "ar", piece[1], (),
    )  # fmt: skip
    return make_dossier(article, reading or ArticleReading())


def _link(*dossiers: Dossier) -> list[ArticleTie]:
    return list(link_window(Window("day", dossiers, ())))


def _tell(*dossiers: Dossier, origins: tuple[Origin, ...] = ()) -> tuple[list[Story], list[Storyline]]:
    """Group and describe as the pipeline does."""
    known = {dossier.article_id: dossier for dossier in dossiers}
    published = tuple((dossier.article_id, dossier.published) for dossier in dossiers)
    stories: list[Story] = []
    storylines: list[Storyline] = []
    for thread in group_component(Component(published, tuple(_link(*dossiers)))):
        told = [
            story
            for group in thread.groups
            for story in describe_story(StoryEvidence(tuple(known[name] for name in group), origins))
        ]
        members, lines = join_thread(told)
        stories.extend(members)
        storylines.extend(lines)
    return stories, storylines


def _stories(*dossiers: Dossier, origins: tuple[Origin, ...] = ()) -> list[Story]:
    return _tell(*dossiers, origins=origins)[0]


def _ids(stories: list[Story]) -> set[tuple[str, ...]]:
    return {story.article_ids for story in stories}


def test_two_accounts_of_one_fire_are_one_story_and_the_vote_another() -> None:
    dossiers = (
        _dossier("a", _FIRE, "2031-04-06"),
        _dossier("b", _FIRE_AGAIN, "2031-04-06"),
        _dossier("c", _VOTE, "2031-04-06"),
    )
    stories = _stories(*dossiers)
    assert _ids(stories) == {("a", "b"), ("c",)}
    fire = next(story for story in stories if "a" in story.article_ids)
    assert fire.title in {_FIRE[0], _FIRE_AGAIN[0]}
    assert (fire.start, fire.end) == ("2031-04-06", "2031-04-06")


def test_accounts_stand_in_the_order_of_instants_whatever_zones_their_clocks_show() -> None:
    early = _dossier("b", _FIRE, "2031-04-06T11:30+04:00")
    late = _dossier("a", _FIRE_AGAIN, "2031-04-06T09:00+00:00")
    (story,) = _stories(late, early)
    assert story.article_ids == ("b", "a")


def test_the_same_kind_of_event_weeks_later_is_not_tied() -> None:
    assert _link(_dossier("a", _FIRE, "2031-04-06"), _dossier("b", _FIRE_AGAIN, "2031-04-28")) == []


def test_a_later_day_makes_a_tie_weaker() -> None:
    ties = [
        _link(_dossier("a", _FIRE, "2031-04-06"), _dossier("b", _FIRE_AGAIN, f"2031-04-0{day}")) for day in (6, 7, 8)
    ]
    scores = [found[0].story for found in ties]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_copies_of_one_page_are_always_one_story() -> None:
    copies = (_dossier("a", _FIRE, "2031-04-06"), _dossier("b", _FIRE, "2031-06-20"), _dossier("c", _FIRE, ""))
    assert _ids(_stories(*copies)) == {("a", "b", "c")}


def test_an_undated_account_joins_its_event() -> None:
    undated = _dossier("u", _FIRE_AGAIN, "")
    assert shares_keys(undated, _dossier("a", _FIRE, "2031-04-06"))
    assert _ids(_stories(_dossier("a", _FIRE, "2031-04-06"), undated, _dossier("c", _VOTE, "2031-04-06"))) == {
        ("a", "u"),
        ("c",),
    }


def test_an_undated_account_in_other_words_is_looked_for_by_its_lesser_words_too() -> None:
    later = (
        "الموت يخطف أحد المصابين والنقابة تضرب",
        "توفي في المستشفى أحد العمال الذين أصيبوا، وأضربت نقابة الحمالين وأغلقت بوابات ميناء راسم أمام الشاحنات، وطالب "
        "ناطق باسمها بصفارات إنذار وطفايات ومخارج طوارئ وتأمين صحي وعقود ثابتة، وقال قائد الإطفاء إن مفتشين سيزورون "
        "الأرصفة والرافعات.",
    )
    assert shares_keys(_dossier("u", later, ""), _dossier("a", _FIRE, "2031-04-06"))


@pytest.mark.parametrize(("value", "stronger"), [("XXXX-WXX-7", True), ("XXXX-WXX-3", False)])
def test_undated_accounts_of_different_weekdays_are_held_apart(value: str, *, stronger: bool) -> None:
    def reading(day: str) -> ArticleReading:
        return ArticleReading(
            times=(TimeRecord("t", "x", Field.TEXT, Span(0, 5), "الأحد", TimeType.DATE, day, "", "", ""),)
        )

    plain = _link(_dossier("a", _FIRE, ""), _dossier("b", _FIRE_AGAIN, ""))[0].story
    marked = _link(_dossier("a", _FIRE, "", reading("XXXX-WXX-7")), _dossier("b", _FIRE_AGAIN, "", reading(value)))[
        0
    ].story
    assert (marked > plain) is stronger


def test_ties_do_not_depend_on_what_is_fresh_or_on_company() -> None:
    dossiers = [
        _dossier("a", _FIRE, "2031-04-06"),
        _dossier("b", _FIRE_AGAIN, "2031-04-07"),
        _dossier("c", _VOTE, "2031-04-07"),
        _dossier("d", _FIRE_AGAIN, ""),
    ]
    whole = {(tie.first, tie.second): tie for tie in _link(*dossiers)}
    for order in permutations(dossiers):
        found: dict[tuple[str, str], ArticleTie] = {}
        for place, dossier in enumerate(order):
            known = tuple(order[:place])
            found |= {(t.first, t.second): t for t in link_window(Window("x", (dossier,), known))}
        assert found == whole


def test_a_component_gives_the_same_stories_alone_and_beside_others() -> None:
    fire = (_dossier("a", _FIRE, "2031-04-06"), _dossier("b", _FIRE_AGAIN, "2031-04-06"))
    vote = (_dossier("c", _VOTE, "2031-04-06"), _dossier("d", _VOTE, "2031-04-06"))
    assert set(_stories(*fire, *vote)) == {story for part in (fire, vote) for story in _stories(*part)}


def test_the_story_id_stays_when_a_later_article_joins() -> None:
    early, late = _dossier("b", _FIRE, "2031-04-06"), _dossier("a", _FIRE_AGAIN, "2031-04-07")
    assert _stories(early)[0].id == _stories(early, late)[0].id


def test_independent_origins_count_what_accounts_go_back_to() -> None:
    dossiers = (_dossier("a", _FIRE, "2031-04-06"), _dossier("b", _FIRE_AGAIN, "2031-04-06"))
    agency = tuple(Origin(identity, "رويترز", OriginKind.AGENCY, (), 0.9) for identity in "ab")
    assert _stories(*dossiers)[0].independent_origins == 2
    assert _stories(*dossiers, origins=agency)[0].independent_origins == 1
    page = Origin("a", "وكالة ضفاف للأنباء", OriginKind.OWN, (), 0.6)
    copy = Origin("b", "ضفاف", OriginKind.AGENCY, (), 0.9)
    wire = _dossier("a", _FIRE, "2031-04-06", outlet="وكالة ضفاف للأنباء")
    assert _stories(wire, dossiers[1], origins=(page, copy))[0].independent_origins == 1


def test_a_storyline_holds_two_stories_at_least() -> None:
    dossiers = tuple(
        _dossier(f"d{n}", piece, f"2031-04-0{n}") for n, piece in enumerate((_FIRE, _FIRE_AGAIN, _VOTE), 1)
    )
    assert all(len(line.story_ids) >= 2 for line in _tell(*dossiers)[1])
    story = _stories(dossiers[0])[0]
    assert join_thread([story]) == ([story], [])


def test_stories_of_one_thread_name_their_storyline_in_any_order() -> None:
    one, two = _stories(_dossier("a", _FIRE, "2031-04-06"))[0], _stories(_dossier("b", _VOTE, "2031-04-08"))[0]
    stories, (line,) = join_thread([two, one])
    assert line.story_ids == (one.id, two.id)
    assert {story.storyline_id for story in stories} == {line.id}
    assert join_thread([one, two]) == (stories, [line])


def test_a_dossier_survives_its_json_form_and_tells_its_reach() -> None:
    dossier = _dossier("a", _FIRE, "2031-04-06T21:00/2031-04-07")
    assert load_text(Dossier, dump_text(dossier)) == dossier
    assert (dossier.first_day, dossier.last_day) == ("2031-04-06", "2031-04-07")
    assert {"2031-04-04", "2031-04-09"} <= set(reach(dossier))
    assert reach(_dossier("b", _FIRE, "")) == ()


def test_empty_articles_tie_nothing() -> None:
    assert _link(_dossier("a", ("", ""), "2031-04-06"), _dossier("b", ("", ""), "2031-04-06")) == []


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 14).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(
    st.integers(0, n - 1), st.integers(0, n - 1), st.floats(0.01, 1.0)), max_size=40))))  # fmt: skip
def test_groups_partition_the_nodes_and_cross_no_unbonded_gap(drawn: tuple[int, list[tuple[int, int, float]]]) -> None:
    count, raw = drawn
    ties = [
        (one, two, weight, weight >= 0.5)
        for (one, two), weight in {(min(a, b), max(a, b)): w for a, b, w in raw if a != b}.items()
    ]
    groups = link_groups(count, ties, 0.1)
    assert sorted(node for group in groups for node in group) == list(range(count))
    bonds = {(one, two) for one, two, _, bond in ties if bond}
    for group in groups:
        reached, frontier = {group[0]}, [group[0]]
        while frontier:
            node = frontier.pop()
            grown = {b if a == node else a for a, b in bonds if node in (a, b)} - reached
            reached |= grown
            frontier.extend(grown)
        assert set(group) <= reached
    assert link_groups(count, ties[::-1], 0.1) == groups


_DAY = st.dates().map(lambda day: day.toordinal())


@given(st.lists(st.none() | st.tuples(_DAY, _DAY).map(sorted).map(tuple), min_size=2, max_size=8))
def test_groups_reach_over_no_gap_however_far_apart_their_days_are(days: list[tuple[int, int] | None]) -> None:
    count = len(days)
    ties = [(one, two, 1.0, True) for two in range(count) for one in range(two)]
    groups = link_groups(count, ties, 0.05, days=days)
    assert sorted(node for group in groups for node in group) == list(range(count))
    for group in groups:
        known = [day for node in group if (day := days[node]) is not None]
        if len(group) > 1 and known:
            assert max(last for _, last in known) - min(first for first, _ in known) <= 5


def test_articles_centuries_apart_that_undated_ones_tie_are_grouped() -> None:
    component = Component(
        (("a", "2018-05-13"), ("b", ""), ("c", "9999-12-31T23:59:59+00:00"), ("d", "0001-01-01")),
        tuple(ArticleTie(one, two, 0.99, 0.99) for one, two in (("a", "b"), ("b", "c"), ("b", "d"))),
    )
    (thread,) = group_component(component)
    assert sorted(name for group in thread.groups for name in group) == ["a", "b", "c", "d"]


def test_a_tie_is_a_bond_only_when_strong() -> None:
    assert is_bond(0.9, 0.9)
    assert not is_bond(0.1, 0.5)


def test_a_large_window_stays_affordable() -> None:
    source = random.Random(3)
    words = [f"كلمة{number}" for number in range(3000)]
    dossiers = tuple(
        _dossier(
            f"d{n:04}", (" ".join(source.choices(words, k=8)), " ".join(source.choices(words, k=150))), "2031-04-06"
        )
        for n in range(400)
    )
    started = time.process_time()
    _stories(*dossiers)
    assert time.process_time() - started < 15
