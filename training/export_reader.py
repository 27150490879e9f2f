"""A trained reader to what is shipped: reader.onnx (int8), tokenizer.json, lexicon.tsv, labels.json.

    python -m training.export_reader OUT/student.pt --to OUT/export

The graph reads one passage a run. Batches would change results: the int8 products scale their inputs by the largest
value in the whole tensor. `training/README.md` describes inputs, outputs and decoding.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from training.batches import BOS, EOS, MOST_SUBTOKENS, PAD, Pieces, make_batch
from training.corpora import make_example
from training.encoder import FEATURES
from training.labels import (
    ENTITY_LABELS,
    HEADS,
    LINKS,
    MOST_SPAN,
    PERSONS,
    PREFIXES,
    PRIOR,
    PRONOUNS,
    SCHEMES,
    SEGMENTS,
    SPAN_LABELS,
    Example,
    rule_segments,
)
from training.lexicon import freeze_lexicon
from training.measure import MOST, Reading
from training.model import DISTANCES, LINK_WIDTH, Reader, load_model

from training import corpora

INPUTS = ("ids", "word_of", "opens", "first", "features", "prefixes", "scheme")
_LAYER_MATRIX = re.compile(r"/layers\.\d+/(?:attend|join|widen|narrow)/(?:linear/)?MatMul$")
_EVERY = 10
# Columns more for the outliers among a matrix's inputs. Where the layers narrow they are the worst: the divergence of
# names' labels from the exact ones falls from .0046 to .0009 (.0003 with eight more where they widen, for another
# thirtieth of the time).
_SPREAD = {"narrow": 16}
OUTPUTS = ("logits", "queries", "keys", "states")


class _Spread(nn.Module):
    """A linear map whose largest inputs are spread over several columns, each with an equal part of the value.

    Inputs are rounded by the largest of them: one neuron that reaches 70 where the others reach 6 would round all the
    others twelve times as coarsely. The map itself stays the same.
    """

    def __init__(self, linear: nn.Linear, reach: Tensor, more: int) -> None:
        super().__init__()
        parts = torch.ones_like(reach)
        for _ in range(more):
            parts[int((reach / parts).argmax())] += 1
        again = torch.repeat_interleave(torch.arange(len(parts)), (parts - 1).long())
        self.register_buffer("share", 1 / parts)
        self.register_buffer("again", again)
        self.linear = nn.Linear(len(parts) + more, linear.out_features)
        self.linear.weight = nn.Parameter(torch.cat([linear.weight, linear.weight[:, again]], dim=1))
        self.linear.bias = linear.bias

    def forward(self, inputs: Tensor) -> Tensor:
        """Return (..., outputs) of (..., inputs)."""
        spread = inputs * self.share
        out: Tensor = self.linear(torch.cat([spread, spread[..., self.again]], dim=-1))
        return out


def spread_outliers(reader: Reader, examples: Sequence[Example], pieces: Pieces) -> None:
    """Spread the outliers of the inputs of the wide matrices, as they are found in the examples."""
    reaches: dict[nn.Module, Tensor] = {}

    def watch(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        reach = inputs[0].detach().float().abs().flatten(0, -2).amax(0)
        reaches[module] = torch.maximum(reaches[module], reach) if module in reaches else reach

    matrices = [getattr(layer, name) for layer in reader.encoder.layers for name in _SPREAD]
    hooks = [module.register_forward_pre_hook(watch) for module in matrices]
    with torch.inference_mode():
        for example in examples:
            reader.eval()(make_batch([example], pieces))
    for hook in hooks:
        hook.remove()
    for layer in reader.encoder.layers:
        for name, more in _SPREAD.items():
            setattr(layer, name, _Spread(getattr(layer, name), reaches[getattr(layer, name)], more))


class _OnePassage(nn.Module):
    """The reader without the dimension of batches."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        # The rules' particles count in the graph already, so that whoever reads it need not think of them.
        begin = list(HEADS).index("particles")
        columns = sum(list(HEADS.values())[:begin])
        prior = torch.zeros(reader.encoder.shape.prefixes, sum(HEADS.values()))
        for row, prefix in enumerate(PREFIXES):
            for option, (particles, _) in enumerate(SEGMENTS):
                prior[row, columns + option] = PRIOR * (particles == prefix)
        self.register_buffer("prior", prior)

    def forward(  # noqa: PLR0913  (the graph's inputs)
        self,
        ids: Tensor,
        word_of: Tensor,
        opens: Tensor,
        first: Tensor,
        features: Tensor,
        prefixes: Tensor,
        scheme: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits of all heads side by side, queries, keys and states of the words."""
        encoder = self.reader.encoder
        by_word = encoder.features(features)
        added = by_word[word_of] + encoder.prefixes(prefixes[word_of] * opens) + encoder.schemes(scheme)
        marks = torch.stack([torch.zeros_like(ids[0]), torch.zeros_like(ids[0]) + ids.shape[0] - 1])
        states = encoder(ids[None], added[None], torch.cat([marks, first])[None], (None, None))[0][2:]
        shape = (-1, len(LINKS), LINK_WIDTH)
        direct = self.reader.direct(self.reader.surroundings(features[None], prefixes[None])[0])
        labels = self.reader.heads(states) + direct + self.prior[prefixes[:-1]]
        return (
            torch.cat([labels, self.reader.span_scores(states[None])[0]], dim=1),
            self.reader.queries(states).view(shape),
            self.reader.keys(states).view(shape),
            states,
        )


def export_graph(reader: Reader, path: Path, *, per_channel: bool = True) -> None:
    """Write the graph, its matrices in int8."""
    plain = path.with_suffix(".fp32.onnx")
    words, tokens = 5, 9
    example = (
        torch.randint(4, 100, (tokens,)),
        torch.randint(0, words, (tokens,)),
        torch.ones(tokens, dtype=torch.long),
        torch.arange(words),
        torch.zeros(words + 1, FEATURES),
        torch.zeros(words + 1, dtype=torch.long),
        torch.tensor(1),
    )
    axes: dict[str, dict[int, str]] = {name: {0: "subtokens"} for name in ("ids", "word_of", "opens")}
    axes |= {"first": {0: "words"}, "features": {0: "rows"}, "prefixes": {0: "rows"}}
    axes |= {name: {0: "words"} for name in OUTPUTS}
    torch.onnx.export(
        _OnePassage(reader).eval(),
        example,
        str(plain),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    # The heads decide on small differences and cost nothing: they stay exact. (A Gemm is made a MatMul before it is
    # looked at, under a longer name.)
    kept = [
        node + ending for node in _matrix_nodes(plain) for ending in ("", "_MatMul") if not _LAYER_MATRIX.search(node)
    ]
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=per_channel, nodes_to_exclude=kept)
    plain.unlink()


def _matrix_nodes(path: Path) -> list[str]:
    import onnx

    return [node.name for node in onnx.load(path).graph.node if node.op_type in ("MatMul", "Gemm")]


def feed_of(example: Example, pieces: Pieces) -> dict[str, Any]:
    """Return the inputs of one passage."""
    batch = make_batch([example], pieces)
    return {
        "ids": batch.ids[0].numpy(),
        "word_of": batch.word_of[0].numpy(),
        "opens": batch.opens[0].numpy(),
        "first": batch.first[0].numpy(),
        "features": batch.features[0].numpy(),
        "prefixes": batch.prefixes[0].numpy(),
        "scheme": np.array(example.scheme),
    }


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """Return a session on one core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def read_with_session(
    session: onnxruntime.InferenceSession, examples: Sequence[Example], pieces: Pieces
) -> list[Reading]:
    """Return the outputs of the exported reader, one passage a run."""
    edges = np.cumsum(list(HEADS.values()))
    found = []
    for example in examples:
        logits, queries, keys, states = session.run(list(OUTPUTS), feed_of(example, pieces))
        by_head = dict(zip([*HEADS, PERSONS], np.split(logits, edges, axis=1), strict=True))
        particles, pronouns = (np.array(rule) for rule in rule_segments(example.words))
        rows = np.arange(len(particles))
        by_head["particles"][rows, particles ^ 1] -= PRIOR  # the graph knows the particles, not the article
        by_head["pronouns"][rows, pronouns] += PRIOR
        found.append(Reading(example, by_head, queries, keys, states))
    return found


def describe(reader: Reader, temperatures: dict[str, float]) -> dict[str, Any]:
    """Return what labels.json holds."""
    begin, heads = 0, {}
    for head, size in HEADS.items():
        names: Sequence[Any] = SPAN_LABELS
        if head in ("entities", "inner"):
            names = ENTITY_LABELS
        elif head == "particles":
            names = [list(pair) for pair in SEGMENTS]
        elif head == "pronouns":
            names = PRONOUNS
        heads[head] = {"begin": begin, "end": begin + size, "labels": names, "temperature": temperatures.get(head, 1.0)}
        begin += size
    lengths = [str(words) for words in range(MOST_SPAN + 1)]
    temperature = temperatures.get(PERSONS, 1.0)
    heads[PERSONS] = {"begin": begin, "end": begin + len(lengths), "labels": lengths, "temperature": temperature}
    return {
        "version": 2,
        "most_subtokens": MOST,
        "most_subtokens_of_a_word": MOST_SUBTOKENS,
        "bos": BOS,
        "pad": PAD,
        "eos": EOS,
        "features": FEATURES,
        "prefixes": PREFIXES,
        "prior": PRIOR,
        "schemes": SCHEMES,
        "heads": heads,
        "links": [
            {"from": dependent, "to": "entities:PER" if head == "PER" else head.lower(), "distances": bias}
            for (dependent, head), bias in zip(LINKS, reader.distances.detach().tolist(), strict=True)
        ],
        "lengths": reader.lengths.detach().tolist(),  # what nothing reads but a training that goes on from here
        "narrows": reader.encoder.shape.narrows,  # likewise
        "distance_buckets": DISTANCES,
    }


def _own_examples() -> list[Example]:
    """Return own sentences, by which outliers are found."""
    passages = corpora.read_sentences(Path(__file__).parent / "sentences", "train")
    return [make_example(passage, "own") for passage in passages[::_EVERY]]


def export(weights: Path, tokenizer: Path, folder: Path, temperatures: dict[str, float]) -> None:
    """Write everything that is shipped of a model but its card."""
    folder.mkdir(parents=True, exist_ok=True)
    reader = load_model(weights)
    freeze_lexicon(tokenizer.parent)
    spread_outliers(reader, _own_examples(), Pieces(Tokenizer.from_file(str(tokenizer))))
    export_graph(reader, folder / "reader.onnx")
    (folder / "tokenizer.json").write_text(tokenizer.read_text("utf-8"), "utf-8")
    for name in ("lexicon.tsv", "letters.tsv"):
        (folder / name).write_text(tokenizer.with_name(name).read_text("utf-8"), "utf-8")
    description = json.dumps(describe(reader, temperatures), ensure_ascii=False, indent=1)
    (folder / "labels.json").write_text(description + "\n", "utf-8")


def main() -> int:
    """Export a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--temperatures", type=Path, help="JSON of temperatures by head, from `training.calibrate`")
    options = parser.parse_args()
    temperatures = json.loads(options.temperatures.read_text()) if options.temperatures else {}
    export(options.weights, options.weights.with_name("tokenizer.json"), options.to, temperatures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
