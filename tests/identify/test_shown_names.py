"""By which of its names an entity is shown."""

from __future__ import annotations

from riwaya.identify.aliases import thing_key
from riwaya.identify.records import NameCount, Thing
from riwaya.identify.resolve import name_thing
from riwaya.model import MentionKind


def shown(*forms: tuple[str, int]) -> str:
    names = tuple(NameCount(MentionKind.ORG, form, count) for form, count in forms)
    return next(iter(name_thing(Thing(f"body {thing_key(forms[-1][0])}", names)))).name


def test_a_body_is_shown_by_a_form_that_says_whose_it_is() -> None:
    assert shown(("الشرطة", 5), ("الشرطة الإندونيسية", 2)) == "الشرطة الإندونيسية"
    assert shown(("الشرطة", 5)) == "الشرطة"


def test_of_full_forms_the_most_frequent_is_shown() -> None:
    assert shown(("الأمم المتحدة", 5), ("منظمة الأمم المتحدة", 1)) == "الأمم المتحدة"


def test_a_body_is_not_shown_by_a_form_whose_adjective_lost_its_ending() -> None:
    assert shown(("الحكومة العراقي", 5), ("الحكومة العراقية", 1)) == "الحكومة العراقية"
    assert shown(("الحكومة العراقي", 5)) == "الحكومة العراقية"
    assert shown(("الجيش العراقي", 5)) == "الجيش العراقي"
