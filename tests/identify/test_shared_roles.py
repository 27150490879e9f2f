"""One role noun in front of several persons."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.identify import chain_mentions
from riwaya.identify.shared_roles import share_roles
from riwaya.knowledge.role_numbers import Number, number_of, singular
from riwaya.model import Field, Mention, MentionKind, Span


def read(text: str, role: str, *persons: str) -> dict[str, list[tuple[str, str]]]:
    """Return the offices (key, nation) by person; the role is tied to the first, as readers tie it."""
    article = make_article(text)
    spans = [(name, MentionKind.PER) for name in persons] + [(role, MentionKind.ROLE)]
    made: list[Mention] = []
    for written, kind in spans:
        span = Span(text.index(written), text.index(written) + len(written))
        holder = made[0].id if kind is MentionKind.ROLE else ""
        identity = Mention.make_id("a1", Field.TEXT, span, kind)
        made.append(Mention(identity, "a1", Field.TEXT, span, written, kind, holder, 0.9))
    return {
        chain.name: [(role.key, role.nation) for role in chain.roles]
        for chain in chain_mentions(article, made)
        if chain.kind is MentionKind.PER
    }


@pytest.mark.parametrize(
    ("text", "role", "first", "second"),
    [
        ("التقى وزيرا الخارجية نديم الكرمي وفادي العلمي أمس", "وزيرا الخارجية", ("وزير خارجيه", ""),
         ("وزير خارجيه", "")),
        ("التقى وزيرا الخارجية الأميركي نديم الكرمي والروسي فادي العلمي أمس", "وزيرا الخارجية الأميركي",
         ("وزير خارجيه", "united states"), ("وزير خارجيه", "russia")),
        ("قال الرئيسان نديم الكرمي وفادي العلمي أمس", "الرئيسان", ("رييس", ""), ("رييس", "")),
        ("قال الوزيران اللبنانيان نديم الكرمي وفادي العلمي", "الوزيران اللبنانيان", ("وزير", "lebanon"),
         ("وزير", "lebanon")),
        ("قال النائبان الجمهوريان نديم الكرمي وفادي العلمي", "النائبان الجمهوريان", ("نايب جمهوري", ""),
         ("نايب جمهوري", "")),
        ("قال الرئيس الفرنسي نديم الكرمي وفادي العلمي", "الرئيس الفرنسي", ("رييس", "france"), None),
        ("استقبل وزيرا الداخلية والدفاع نديم الكرمي وفادي العلمي الوفد", "وزيرا الداخلية والدفاع",
         ("وزير داخليه", ""), ("وزير دفاع", "")),
        ("استقبل وزيرا الداخلية نديم الكرمي والدفاع فادي العلمي الوفد", "وزيرا الداخلية", ("وزير داخليه", ""),
         ("وزير دفاع", "")),
        ("استقبل وزيرا الداخلية نديم الكرمي والتقى فادي العلمي الوفد", "وزيرا الداخلية", ("وزير داخليه", ""), None),
    ],
)  # fmt: skip
def test_each_of_two_persons_holds_the_office_in_front_of_both(
    text: str, role: str, first: tuple[str, str], second: tuple[str, str] | None
) -> None:
    assert read(text, role, "نديم الكرمي", "فادي العلمي") == {
        "نديم الكرمي": [first],
        "فادي العلمي": [second] if second else [],
    }


def test_a_plural_counts_a_list_and_a_dual_two() -> None:
    text = "قال وزراء الخارجية نديم الكرمي، فادي العلمي وسامر الحلبي"
    offices = read(text, "وزراء الخارجية", "نديم الكرمي", "فادي العلمي", "سامر الحلبي")
    assert list(offices.values()) == [[("وزير خارجيه", "")]] * 3
    text = "قال الرئيسان نديم الكرمي وفادي العلمي وسامر الحلبي"
    assert read(text, "الرئيسان", "نديم الكرمي", "فادي العلمي", "سامر الحلبي")["سامر الحلبي"] == []


def test_an_article_without_roles_shares_none() -> None:
    assert not list(share_roles(make_article("لا أحد"), ()))


@pytest.mark.parametrize(
    ("text", "number", "one"),
    [
        ("وزيرا الخارجية", Number.TWO, "وزير الخارجية"),
        ("الرئيسان", Number.TWO, "الرئيس"),
        ("وزراء الدفاع", Number.MANY, "وزير الدفاع"),
        ("وزيراً للخارجية", Number.ONE, "وزير للخارجية"),
        ("رئيس الوزراء", Number.ONE, "رئيس الوزراء"),
    ],
)
def test_a_role_noun_says_how_many_it_counts(text: str, number: Number, one: str) -> None:
    assert (number_of(text), singular(text)) == (number, one)
