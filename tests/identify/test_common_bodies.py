"""Bodies in short, and those whose listed name stands in brackets behind them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.identify.test_metonyms import ARTICLE

from riwaya.identify.chains import chain_mentions
from riwaya.model import Field, Mention, MentionKind, Span


def blocks(text: str, *names: str) -> list[str]:
    """Return the block of each body, named in the text's order."""
    mentions, start = [], 0
    for name in names:
        start = text.index(name, start)
        span = Span(start, start + len(name))
        mentions.append(Mention(str(start), "a", Field.TEXT, span, name, MentionKind.ORG, "", 0.9))
        start += len(name)
    chains = chain_mentions(replace(ARTICLE, text=text), mentions)
    found = {mention: chain.block for chain in chains for mention in chain.mention_ids}
    return [found[mention.id] for mention in mentions]


def test_a_short_form_is_the_one_body_that_it_fits() -> None:
    whole, short = blocks("اجتمع الاتحاد الأوروبي أمس. وقال الاتحاد إنه باق.", "الاتحاد الأوروبي", "الاتحاد")
    assert whole == short


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "قال الاتحاد الأوروبي إنه باق. واجتمع الاتحاد السعودي لكرة القدم أمس. ونفى الاتحاد ذلك.",
            ("الاتحاد الأوروبي", "الاتحاد السعودي لكرة القدم", "الاتحاد"),
        ),
        ("قال الاتحاد الأوروبي إنه باق. وفاز الاتحاد على الهلال.", ("الاتحاد الأوروبي", "الاتحاد")),
        ("قال الجيش العراقي إنه باق. وأعلن مدرب الجيش التشكيلة.", ("الجيش العراقي", "الجيش")),
    ],
)
def test_a_short_form_that_another_body_or_a_team_may_bear_is_nobodys(text: str, names: tuple[str, ...]) -> None:
    assert " in " in blocks(text, *names)[-1]


def test_a_body_is_the_listed_one_in_brackets_behind_it() -> None:
    whole, short = blocks(
        "قالت وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين (أونروا) إنها باقية.",
        "وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين",
        "أونروا",
    )
    assert whole == short
    committee, congress = blocks("قال أمام لجنة بمجلس الشيوخ (الكونغرس) إنه باق.", "لجنة بمجلس الشيوخ", "الكونغرس")
    assert committee != congress


def test_bodies_of_one_name_that_nations_tell_apart_are_two() -> None:
    text = "فاز النصر السعودي على النصر الإماراتي. وقال مدرب النصر السعودي إنه فوز مستحق."
    mentions = []
    for name, kind in (("النصر", MentionKind.ORG), ("السعودي", MentionKind.NORP), ("الإماراتي", MentionKind.NORP)):
        for found in re.finditer(name, text):
            span = Span(*found.span())
            mentions.append(Mention(str(span.start), "a", Field.TEXT, span, name, kind, "", 0.9))
    mentions.sort(key=lambda each: each.span)
    chains = chain_mentions(replace(ARTICLE, text=text), mentions)
    clubs = [[int(each) for each in chain.mention_ids] for chain in chains if chain.block.startswith("body")]
    assert sorted(clubs) == [
        [found.start() for found in re.finditer("النصر السعودي", text)],
        [text.index("النصر الإماراتي")],
    ]
