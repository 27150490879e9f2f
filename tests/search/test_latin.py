"""Latin queries find what the tables' Latin names and abbreviations name; what only sounds alike is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import add_to
from riwaya.knowledge.short_names import short_for
from riwaya.model import Entity, MentionKind
from riwaya.search.latin import is_called, is_heard, is_named
from riwaya.search.queries import find_entities, search_articles, sounding_like
from riwaya.search.statements import StatementQuery, list_statements
from riwaya.store.sqlite import SQLiteStore, open_store

PAGE = """عنوان الخبر الأول

قال وزير الدفاع الإسرائيلي يوآف غالانت إن القوات باقية. وأضاف غالانت أن الأمر واضح للجميع في هذا اليوم الطويل.
والتقى غالانت الوزير سليم الكردلي في المدينة، وقال الكردلي إن الطريق مفتوح أمام السيارات منذ الصباح.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SQLiteStore:
    folder = tmp_path_factory.mktemp("latin")
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    path: Path = folder / "s.riwaya"
    add_to(path, folder / "one.txt")
    return open_store(path)


@pytest.mark.parametrize("query", ["Gallant", "Galant", "Yoav Galant", "galant"])
def test_a_known_person_is_found_under_any_usual_spelling(store: SQLiteStore, query: str) -> None:
    found = find_entities(store, query)
    assert found[0].name == "يوآف غالانت"
    assert found[0].name_en == "Yoav Gallant"
    assert search_articles(store, query.split()[-1]).hits


def test_a_person_of_no_table_is_listed_by_sound_and_is_no_answer(store: SQLiteStore) -> None:
    assert not find_entities(store, "Kurdali")
    assert [entity.name for entity in sounding_like(store, "Kurdali")] == ["سليم الكردلي"]
    assert [entity.name for entity in sounding_like(store, "Salim Kurdali")] == ["سليم الكردلي"]
    assert search_articles(store, "Kurdali").hits


def test_what_no_name_sounds_like_is_not_found(store: SQLiteStore) -> None:
    assert not find_entities(store, "Netanyahu")
    assert not sounding_like(store, "Netanyahu")
    assert not search_articles(store, "Netanyahu").hits


def test_no_statement_is_found_by_the_sound_of_its_speaker(store: SQLiteStore) -> None:
    assert list_statements(store, StatementQuery(speaker="الكردلي")).total
    assert not list_statements(store, StatementQuery(speaker="Kurdali")).total


def entity(name: str, english: str = "", *names: str, kind: MentionKind = MentionKind.PER) -> Entity:
    return Entity("e", kind, name, names or (name,), english, "", ())


def test_the_listed_name_and_near_spellings_of_it_name_a_person_of_the_table() -> None:
    person = entity("يوآف غالانت", "Yoav Gallant")
    assert is_named("Gallant", person)
    assert is_named("Galant", person)
    assert is_named("Ghalant", person)
    assert not is_named("Gantz", person)
    assert not is_heard("Gantz", person)


@pytest.mark.parametrize(("query", "name"), [("Netanyahu", "نتنياهو"), ("Netanyahu", "نتانياهو"), ("Gantz", "غانتس")])
def test_a_person_of_the_table_is_found_who_is_a_surname_alone_in_the_store(query: str, name: str) -> None:
    assert is_named(query, entity(name))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Netanyahu", "أنطونيو غوتيريش"), ("Rubio", "عبد ربه منصور هادي"), ("Biden", "زين العابدين بن علي"),
        ("Haniyeh", "ينوي"), ("Austin", "اشتون كارتر"), ("Soleimani", "سليمان"),
        ("Abbas", "محمد"), ("Lula", "أنيسة داود"),
    ],
)  # fmt: skip
def test_one_who_only_has_the_consonants_is_neither_named_nor_heard(query: str, name: str) -> None:
    assert not is_named(query, entity(name))
    assert not is_heard(query, entity(name))


@pytest.mark.parametrize(
    ("query", "name", "english", "kind"),
    [
        ("UN", "الأمم المتحدة", "United Nations", MentionKind.ORG),
        ("U.N.", "الأمم المتحدة", "United Nations", MentionKind.ORG),
        ("ISIS", "تنظيم الدولة الإسلامية", "Islamic State", MentionKind.ORG),
        ("EU", "الاتحاد الأوروبي", "", MentionKind.ORG),
        ("US", "الولايات المتحدة", "United States", MentionKind.GPE),
        ("Britain", "المملكة المتحدة", "United Kingdom", MentionKind.GPE),
        ("AFP", "فرانس برس", "Agence France-Presse", MentionKind.OUTLET),
    ],
)
def test_an_abbreviation_names_what_the_tables_say(query: str, name: str, english: str, kind: MentionKind) -> None:
    assert is_named(query, entity(name, english, kind=kind))
    assert not is_named(query, entity("كيم جونغ أون", "Kim Jong-un"))


@pytest.mark.parametrize("query", ["Le Drillan", "LeDrillan", "Marin Le Drillan"])
def test_a_latin_particle_apart_or_not_is_heard_in_a_name_of_one_word(query: str) -> None:
    assert is_heard(query, entity("مارين لودريلان"))
    assert not is_heard(query, entity("مارين دريلان"))
    assert is_heard("De Villorin", entity("سامي دوفيلوران"))
    assert is_heard("Bou Karim", entity("سليم بوكريم"))


def test_every_abbreviation_is_one_of_a_listed_body_or_nation() -> None:
    for short in ("UN", "CIA", "FBI", "NATO", "IAEA", "OPEC", "WHO", "ICC", "PLO", "PKK", "SDF", "IMF", "UNRWA", "BBC"):
        assert len(short_for(short)) == 1
    assert len(short_for("RSF")) == 2
    assert not short_for("Netanyahu")


def test_one_latin_word_is_not_just_any_word_of_a_name() -> None:
    town, minister = entity("خان نعمان", "Khan Numan", kind=MentionKind.GPE), entity("ميشال تامر", "Michel Temer")
    assert is_named("Khan", town) and not is_called("Khan", town)
    assert is_called("Khan Numan", town)
    assert is_named("Michel", minister) and not is_called("Michel", minister)
    assert is_called("Temer", minister)
    assert is_called("Michel", entity("ميشال تامر", "Michel Temer", "ميشال تامر", "ميشال"))
    assert is_called("Kim", entity("كيم جونغ أون", "Kim Jong-un"))
