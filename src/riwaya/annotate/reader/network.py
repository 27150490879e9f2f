"""The trained network on an ordinary processor: words of one passage in, numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from riwaya.annotate.reader.description import Description, read_description
from riwaya.annotate.reader.files import damaged, installed_folder, read_files
from riwaya.annotate.reader.lexicon import Lexicon
from riwaya.annotate.reader.unigram import Unigram
from riwaya.annotate.reader.words import Word
from riwaya.errors import ResourceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_UNKNOWN = (3,)
_OUTPUTS = ("logits", "queries", "keys")
# An addition and a normalisation in one are slower on a processor than one after the other: without that fusion the
# graph takes .88 of the time.
_SLOWER = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of W words.

    Attributes:
        logits: (W, labels of all heads).
        queries, keys: (W, links, width), for the ties.
    """

    logits: NDArray[np.float32]
    queries: NDArray[np.float32]
    keys: NDArray[np.float32]


class Network:
    """One loaded model. It reads one passage a run, since its int8 products scale by the largest value of a run."""

    def __init__(self, folder: Path, *, threads: int, scheme: str = "own") -> None:
        contents = read_files(folder)
        texts = {name: data.decode("utf-8", "replace") for name, data in contents.items() if name != "reader.onnx"}
        self.description: Description = _build(folder, "labels.json", lambda: read_description(texts["labels.json"]))
        self._unigram: Unigram = _build(folder, "tokenizer.json", lambda: Unigram(texts["tokenizer.json"]))
        self._lexicon: Lexicon = _build(
            folder, "lexicon.tsv", lambda: Lexicon(texts["lexicon.tsv"], texts["letters.tsv"])
        )
        self._session = _open_session(folder, contents["reader.onnx"], threads)
        self._scheme: NDArray[np.int64] = _build(
            folder, "labels.json", lambda: np.array(self.description.schemes.index(scheme), np.int64)
        )

    def sizes(self, words: Sequence[Word]) -> list[int]:
        """Return how many subtokens each word has."""
        return [len(ids) for ids in self._pieces(words)]

    def _pieces(self, words: Sequence[Word]) -> list[tuple[int, ...]]:
        ids, most = self._unigram.ids, self.description.most_subtokens_of_a_word
        return [ids(word.text)[:most] or _UNKNOWN for word in words]

    def run(self, words: Sequence[Word]) -> Outputs:
        """Return what the network says of a passage's words."""
        logits, queries, keys = self._session.run(list(_OUTPUTS), self.feed(words))
        add_prior(self.description, words, logits)
        return Outputs(logits, queries, keys)

    def feed(self, words: Sequence[Word]) -> dict[str, NDArray[Any]]:
        """Return the network's inputs for the words of a passage."""
        pieces = self._pieces(words)
        count, sizes = len(words), np.array([len(ids) for ids in pieces], np.int64)
        ids = np.array([self.description.opening, *chain.from_iterable(pieces), self.description.closing], np.int64)
        first = 1 + np.cumsum(sizes) - sizes
        opens = np.zeros(len(ids), np.int64)
        opens[first] = 1
        # The last row stands for the marks at both ends.
        word_of = np.concatenate([[count], np.repeat(np.arange(count), sizes), [count]])
        lexicon = self._lexicon.bits
        bits = np.array([*[lexicon(word.form) | word.place for word in words], 0], np.int64)
        features = ((bits[:, None] >> np.arange(self.description.features)) & 1).astype(np.float32)
        return {
            "ids": ids,
            "word_of": word_of,
            "opens": opens,
            "first": first,
            "features": features,
            "prefixes": np.array([*[word.prefix for word in words], 0], np.int64),
            "scheme": self._scheme,
        }


def add_prior(description: Description, words: Sequence[Word], logits: NDArray[np.float32]) -> None:
    """Add to the logits what the rules read: the network says only where they are wrong.

    The graph has seen to the particles, with the article or without; here go the article and the pronoun.
    """
    particles, pronouns = description.heads["particles"], description.heads["pronouns"]
    places = {label: index for index, label in enumerate(particles.labels)}
    rows = np.arange(len(words))
    columns = [(places[prefix, "ال"], places[prefix, ""]) for prefix in description.prefixes]
    other = [columns[word.prefix][word.article] for word in words]
    logits[rows, particles.begin + np.array(other, np.int64)] -= description.prior
    logits[rows, pronouns.begin + np.array([word.pronoun for word in words], np.int64)] += description.prior


def load_network(folder: Path | None = None, *, threads: int = 1) -> Network:
    """Return the network of a folder, the shipped one by default; loaded once a process.

    Raises:
        ResourceError: if a file of the model is missing or damaged.
    """
    return _load(folder or installed_folder(), threads)


@lru_cache(maxsize=2)
def _load(folder: Path, threads: int) -> Network:
    return Network(folder, threads=threads)


def _build(folder: Path, name: str, make: Any) -> Any:
    try:
        return make()
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder, name, f"cannot be used ({error})") from error


def _open_session(folder: Path, model: bytes, threads: int) -> InferenceSession:
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as state
    except ImportError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise KeyboardInterrupt from error  # Ctrl-C while the library starts
        raise ResourceError(
            f"onnxruntime cannot be loaded ({error}); install it again, or read without it: `--reader rules`"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Waiting threads would eat the time of the other workers.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
    except (
        state.Fail,
        state.InvalidArgument,
        state.InvalidGraph,
        state.InvalidProtobuf,
        state.NotImplemented,
    ) as error:
        reason = str(error).splitlines()[0][:120]
        raise damaged(folder, "reader.onnx", f"cannot be used by this onnxruntime ({reason})") from error
