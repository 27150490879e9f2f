"""Layers behind which a word is its first subtoken alone, fewer layers, and being like a teacher's states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training alone")
pytest.importorskip("onnx", reason="onnx is for training alone")

from training.batches import Pieces, make_batch  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.export_reader import describe, export_graph, open_session, read_with_session  # noqa: E402
from training.labels import Example  # noqa: E402
from training.mean_weights import mean  # noqa: E402
from training.model import Reader, state_loss, thin_out  # noqa: E402
from training.restore_reader import restore  # noqa: E402

from riwaya.annotate.reader.words import read_words  # noqa: E402


def small_reader(layers: int = 3, narrows: int = 1, seed: int = 5) -> Reader:
    torch.manual_seed(seed)
    shape = Shape(vocabulary=120, hidden=48, layers=layers, heads=4, feed_forward=96, narrows=narrows)
    reader = Reader(Encoder(shape)).eval()
    with torch.no_grad():
        for values in reader.parameters():
            values.add_(0.05 * torch.randn_like(values))
    return reader


class _Letters:
    """A tokenizer of one piece a letter."""

    def encode(self, words: list[str], *, is_pretokenized: bool) -> object:
        return type("Encoded", (), {"ids": [4 + ord(letter) % 50 for letter in words[0]]})


PIECES = Pieces(_Letters())
EXAMPLES = [Example(read_words(text), 1, {}) for text in ("قال سليم الحداد للصحيفة إنه قادم", "وصل بلينكن")]


@torch.inference_mode()
def test_a_passage_s_states_are_the_same_whatever_stands_beside_it() -> None:
    reader = small_reader()
    together = reader.read(make_batch(EXAMPLES, PIECES))
    for row, example in enumerate(EXAMPLES):
        alone = reader.read(make_batch([example], PIECES))[0]
        assert torch.allclose(together[row, : len(example.words)], alone, atol=1e-5)


@torch.inference_mode()
def test_a_reader_that_narrows_at_its_end_is_one_that_does_not() -> None:
    reader = small_reader(narrows=3)
    before = reader.read(make_batch(EXAMPLES, PIECES))
    reader.encoder.shape = replace(reader.encoder.shape, narrows=12)
    assert torch.equal(before, reader.read(make_batch(EXAMPLES, PIECES)))
    reader.encoder.shape = replace(reader.encoder.shape, narrows=1)
    assert not torch.allclose(before, reader.read(make_batch(EXAMPLES, PIECES)), atol=1e-3)


@torch.inference_mode()
def test_the_graph_of_a_narrowed_reader_says_what_the_reader_says(tmp_path: Path) -> None:
    reader = small_reader()
    export_graph(reader, tmp_path / "reader.onnx")
    (read,) = read_with_session(open_session(tmp_path / "reader.onnx"), EXAMPLES[:1], PIECES)
    states = reader.read(make_batch(EXAMPLES[:1], PIECES))[0]
    assert abs(read.states - states.numpy()).mean() < 0.05  # int8
    assert restore(tmp_path / "reader.onnx", describe(reader, {})).encoder.shape.narrows == 1


def test_a_reader_without_some_layers_narrows_where_the_other_did() -> None:
    reader = small_reader(layers=4, narrows=2)
    thin = thin_out(reader, (0, 2, 3))
    assert (thin.encoder.shape.layers, thin.encoder.shape.narrows) == (3, 1)
    assert torch.equal(thin.encoder.layers[1].widen.weight, reader.encoder.layers[2].widen.weight)
    with pytest.raises(ValueError, match="no layer 4"):
        thin_out(reader, (0, 4))


def test_the_loss_of_states_is_a_share_of_their_size() -> None:
    taught, words = torch.randn(5, 48), torch.tensor([[True, True, True, False], [True, True, False, False]])
    states = torch.zeros(2, 4, 48)
    assert float(state_loss(states, taught, words)) == pytest.approx(1.0)
    states[words] = taught
    assert float(state_loss(states, taught, words)) == 0.0


def test_a_mean_takes_the_first_by_its_share() -> None:
    first, second = small_reader(seed=1), small_reader(seed=2)
    wanted = 0.7 * first.keys.weight.clone() + 0.3 * second.keys.weight
    assert torch.allclose(mean([first, second], 0.7).keys.weight, wanted)
    with pytest.raises(ValueError, match="no mean"):
        mean([small_reader(), small_reader(layers=2)], 0.5)
