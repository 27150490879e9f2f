from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.corpora import Passage, make_example, split_example, tagged_spans  # noqa: E402
from training.labels import ENTITY_LABELS, LINKS, SEGMENTS, Span  # noqa: E402
from training.markup import parse_line  # noqa: E402

from riwaya.annotate.reader.decode import legal_path, link_bucket, log_softmax, path_spans  # noqa: E402


def _passage(line: str) -> Passage:
    sentence = parse_line(line)
    spans = tuple(Span(span.start, span.end, frozenset({span.type}), span.key) for span in sentence.spans)
    return Passage(sentence.text, spans, "test")


def _names(masks: list[int]) -> list[str]:
    return [ENTITY_LABELS[mask.bit_length() - 1] for mask in masks]


def test_an_entity_inside_another_goes_to_the_inner_head() -> None:
    example = make_example(_passage("زار {ORG|وزارة الري {NORP|السدرانية}} أمس"), "own")
    assert _names(example.labels["entities"]) == ["O", "B-ORG", "I-ORG", "I-ORG", "O"]
    assert _names(example.labels["inner"]) == ["O", "O", "O", "B-NORP", "O"]


def test_roles_are_tied_to_their_holder_across_the_words_between() -> None:
    line = "{CUE:a|قال} {SPK:a|{ROLE:1|وزير الري} {PER:1|سليم الحداد}} إن {CNT:a|السد آمن}"
    example = make_example(_passage(line), "own")
    ties = {(LINKS[number][0], at, holders) for number, at, holders in example.links}
    assert ties == {("roles", 1, (3,)), ("spk", 1, (0,)), ("cnt", 6, (0,))}


def test_a_name_behind_an_unknown_particle_teaches_the_particle() -> None:
    passage = _passage("وصل ل{PER|زغملقطش} وفد")
    example = make_example(passage, "own")
    allowed = [SEGMENTS[option][0] for option in range(len(SEGMENTS)) if example.labels["particles"][1] >> option & 1]
    assert set(allowed) == {"ل"}


def test_ties_across_passages_are_dropped() -> None:
    line = "{ROLE:1|وزير الري} وصل. {PER:1|سليم الحداد} وصل."
    example = make_example(_passage(line), "own")
    first, second = split_example(example, [(0, 4), (4, len(example.words))])
    assert not first.links
    assert not second.links
    assert second.targets["PER"] == [0]


def test_a_word_with_two_tags_gives_two_spans() -> None:
    sentence = [("سكرتير", "B-OCC"), ("لجنة", "I-OCC B-ORG"), ("نابلس", "I-OCC B-GPE"), (".", "O")]
    assert set(tagged_spans(sentence)) == {(0, 17, "OCC"), (7, 11, "ORG"), (12, 17, "GPE")}


def test_an_illegal_inside_label_is_settled_by_the_best_legal_path() -> None:
    logits = np.full((4, 5), -5.0, np.float32)
    logits[0, 0], logits[1, 1], logits[2, 2], logits[3, 4] = 5, 1, 2, 1
    logits[3, 0] = 0.9
    path = legal_path(log_softmax(logits))
    assert path.tolist() == [0, 1, 2, 0]
    assert list(path_spans(path)) == [(1, 3, 0)]


def test_distances_fall_into_buckets_by_sign_and_size() -> None:
    assert link_bucket(np.array([0, 1, -1, 2, 3, -200, 500])).tolist() == [7, 8, 6, 8, 9, 0, 14]
