"""The head that decides a person's name as a whole, what is exported of it, and the way back from a graph."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training alone")
pytest.importorskip("onnx", reason="onnx is for training alone")

from training.batches import Pieces  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.export_reader import describe, export_graph, open_session, spread_outliers  # noqa: E402
from training.labels import ENTITY_LABELS, HEADS, MOST_SPAN, Example  # noqa: E402
from training.model import NEVER, Reader, span_targets  # noqa: E402
from training.restore_reader import restore  # noqa: E402

from riwaya.annotate.reader.words import read_words  # noqa: E402

B, I, O = 1 << ENTITY_LABELS.index("B-PER"), 1 << ENTITY_LABELS.index("I-PER"), 1  # noqa: E741
ORG = 1 << ENTITY_LABELS.index("B-ORG")


def small_reader() -> Reader:
    torch.manual_seed(5)
    shape = Shape(vocabulary=120, hidden=48, layers=2, heads=4, feed_forward=96)
    reader = Reader(Encoder(shape)).eval()
    with torch.no_grad():
        for values in reader.parameters():  # no two alike: a graph holds equal ones once
            values.add_(0.05 * torch.randn_like(values))
    return reader


class _Letters:
    """A tokenizer of one piece a letter."""

    def encode(self, words: list[str], *, is_pretokenized: bool) -> object:
        return type("Encoded", (), {"ids": [4 + ord(letter) % 50 for letter in words[0]]})


def examples() -> list[Example]:
    return [Example(read_words("قال سليم الحداد للصحيفة"), 1, {}), Example(read_words("وصل بلينكن إلى الدوحة"), 1, {})]


@pytest.mark.parametrize(
    ("masks", "wanted", "known"),
    [
        ([O, B, I, O], [0, 2, 0, 0], [True] * 4),
        ([B, B, I], [1, 2, 0], [True] * 3),
        ([ORG, O], [0, 0], [True] * 2),
        ([B, 0, O], [1, 0, 0], [False, False, True]),
        ([B | ORG, O], [1, 0], [False, True]),
        ([B, I | O, O], [1, 0, 0], [False, True, True]),
    ],
)
def test_a_word_s_target_is_the_length_of_the_name_that_opens_there(
    masks: list[int], wanted: list[int], known: list[bool]
) -> None:
    found, sure = span_targets(torch.tensor([masks]))
    assert sure[0].tolist() == known
    assert [size for size, one in zip(found[0].tolist(), known, strict=True) if one] == [
        size for size, one in zip(wanted, known, strict=True) if one
    ]


def test_a_name_longer_than_the_longest_is_left_out() -> None:
    _, known = span_targets(torch.tensor([[B, *[I] * MOST_SPAN, O]]))
    assert not known[0, 0]


def test_no_name_ends_behind_its_passage() -> None:
    scores = small_reader().span_scores(torch.randn(1, 3, 48))[0]
    assert (scores[2, 2:] < NEVER / 2).all()
    assert (scores[0, :4] > NEVER / 2).all()


def test_outliers_spread_over_columns_leave_the_numbers_as_they_are() -> None:
    reader, pieces = small_reader(), Pieces(_Letters())
    from training.measure import read_examples

    before = read_examples(reader, examples(), pieces)
    spread_outliers(reader, examples(), pieces)
    for old, new in zip(before, read_examples(reader, examples(), pieces), strict=True):
        assert abs(old.logits["entities"] - new.logits["entities"]).max() < 0.05


def test_a_graph_gives_its_weights_back(tmp_path: Path) -> None:
    reader, pieces = small_reader(), Pieces(_Letters())
    wanted = {name: values.clone() for name, values in reader.state_dict().items()}
    spread_outliers(reader, examples(), pieces)
    export_graph(reader, tmp_path / "reader.onnx")
    restored = restore(tmp_path / "reader.onnx", describe(reader, {})).state_dict()
    assert restored.keys() == wanted.keys()
    for name, values in wanted.items():
        assert torch.allclose(restored[name], values, atol=0.03), name


def test_the_graph_s_last_columns_are_the_lengths_of_names(tmp_path: Path) -> None:
    reader, pieces = small_reader(), Pieces(_Letters())
    export_graph(reader, tmp_path / "reader.onnx")
    session = open_session(tmp_path / "reader.onnx")
    from training.export_reader import read_with_session

    (read,) = read_with_session(session, examples()[:1], pieces)
    assert read.logits["persons"].shape == (len(examples()[0].words), MOST_SPAN + 1)
    head = describe(reader, {})["heads"]["persons"]
    assert (head["begin"], head["end"]) == (sum(HEADS.values()), sum(HEADS.values()) + MOST_SPAN + 1)
