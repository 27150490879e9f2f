from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.markup import parse_line, read_file  # noqa: E402

FILES = sorted((ROOT / "training" / "sentences").glob("*.txt"))


def test_nested_marks_give_spans_of_the_plain_text() -> None:
    sentence = parse_line(
        "{CUE:a|أكد} {SPK:a|{ROLE:1|وزير الري {NORP|السدراني}} {PER:1|سليم الحداد}} أن {CNT:a|السد آمن}."
    )
    assert sentence.text == "أكد وزير الري السدراني سليم الحداد أن السد آمن."
    found = {(span.type, sentence.text[span.start : span.end], span.key) for span in sentence.spans}
    assert ("ROLE", "وزير الري السدراني", "1") in found
    assert ("NORP", "السدراني", "") in found
    assert ("CNT", "السد آمن", "a") in found


@pytest.mark.parametrize(
    "line", ["{PER|}", "{PER|س", "س}", "{XYZ|س}", "{ROLE:1|وزير}", "{CUE:a|قال}", "{PER| س}", "a|b"]
)
def test_a_mistake_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(ValueError, match="file:3"):
        parse_line(line, place="file:3")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_parses_and_no_sentence_stands_twice(path: Path) -> None:
    texts = [sentence.text for sentence in read_file(path)]
    assert len(texts) == len(set(texts))
    assert all(sentence.domain and sentence.usage for sentence in read_file(path))
