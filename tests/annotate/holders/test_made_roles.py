"""An office in the accusative behind a name is that name's, whomever a reader ties it to."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.annotate import Document
from riwaya.annotate.holders.made_roles import settle_made
from riwaya.model import Field, Mention, MentionKind, Span

PER, ROLE = MentionKind.PER, MentionKind.ROLE


def tied(text: str, role: str, holder: str, *names: str) -> str:
    """Return the name to which a role is tied that a reader ties to `holder`, "" for nobody."""
    document = Document.read(make_article(text), Field.TEXT)
    spans = {form: Span(text.index(form), text.index(form) + len(form)) for form in (*names, role)}
    found = [Mention(form, "a", Field.TEXT, spans[form], form, PER, "", 0.9) for form in names]
    found.append(Mention(role, "a", Field.TEXT, spans[role], role, ROLE, holder, 0.9))
    return {mention.id: mention.holder_id for mention in settle_made(document, found)}[role]


@pytest.mark.parametrize(
    ("text", "role", "read", "right"),
    [
        ("كلا من سعد حداد أمينا عاما وكريم سعد نائبا للرئيس وفؤاد عمر ناطقا", "نائبا للرئيس", "فؤاد عمر", "كريم سعد"),
        ("وكريم سعد وزيرا للعمل، وفؤاد عمر للبيئة", "وزيرا للعمل", "فؤاد عمر", "كريم سعد"),
        ("وكريم سعد وزيرا للعمل وفؤاد عمر للبيئة", "وزيرا للعمل", "", "كريم سعد"),
        ("وعين كريم سعد قائما بأعمال وزير العدل بعد فؤاد عمر", "وزير العدل", "", "كريم سعد"),
        ("عينت في حكومة كريم سعد وزيرة للعمل مع فؤاد عمر", "وزيرة للعمل", "", ""),
        ("عين خلفا لكريم سعد وزيرا للعمل مع فؤاد عمر", "وزيرا للعمل", "", ""),
        ("عين كريم سعد وزيرا للعمل فؤاد عمر", "وزيرا للعمل", "فؤاد عمر", "فؤاد عمر"),
        ("قال كريم سعد لوزير العمل فؤاد عمر", "وزير العمل", "فؤاد عمر", "فؤاد عمر"),
    ],
)
def test_an_office_given_behind_a_name_is_that_names(text: str, role: str, read: str, right: str) -> None:
    assert tied(text, role, read, "كريم سعد", "فؤاد عمر") == right
