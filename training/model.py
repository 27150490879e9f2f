"""The reader: one encoder, a linear head for each task on every word, and scores of who is tied to whom."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.batches import Batch
from training.encoder import Encoder, Shape
from training.labels import ENTITY_LABELS, HEADS, LINKS, MOST_SPAN, PERSONS, PRIOR

LINK_WIDTH = 32
SPAN_WIDTH = 64
NEVER = -1e4  # score of a name that ends behind the passage
DISTANCES = 15
STATES = "states"  # beside a teacher's probabilities by head: its last states, (words, hidden)
WEIGHTS = {"entities": 1.0, "inner": 0.5, "roles": 0.7, "particles": 0.3, "pronouns": 0.2} | dict.fromkeys(
    ("cue", "cnt", "spk", "via", "adr"), 0.4
)


class Reader(nn.Module):
    """Words to logits of all heads, queries and keys of all links."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.shape.hidden
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(hidden, sum(HEADS.values()))
        self.queries = nn.Linear(hidden, len(LINKS) * LINK_WIDTH)
        self.keys = nn.Linear(hidden, len(LINKS) * LINK_WIDTH)
        # What the tables and particles say of a word and its neighbours, straight to the labels: through the encoder
        # alone these inputs stay too faint.
        self.direct = nn.Linear(3 * (encoder.shape.features + encoder.shape.prefixes), sum(HEADS.values()), bias=False)
        nn.init.zeros_(self.direct.weight)
        # A person's name as one decision: its first word chooses its last one, or none.
        self.firsts = nn.Linear(hidden, SPAN_WIDTH)
        self.lasts = nn.Linear(hidden, SPAN_WIDTH)
        self.lengths = nn.Parameter(torch.zeros(MOST_SPAN))
        self.distances = nn.Parameter(torch.zeros(len(LINKS), DISTANCES))
        nn.init.normal_(self.heads.weight, std=0.02)

    def read(self, batch: Batch) -> Tensor:
        """Return the states of the words, (batch, words, hidden): those of each word's first subtoken."""
        encoder = self.encoder
        features = torch.gather(batch.features, 1, batch.word_of[:, :, None].expand(-1, -1, batch.features.shape[2]))
        prefixes = torch.gather(batch.prefixes, 1, batch.word_of) * batch.opens
        added = encoder.features(features) + encoder.prefixes(prefixes) + encoder.schemes(batch.schemes)[:, None, :]
        # The opening and the closing mark stay beside the words: much of the attention rests on them.
        marks = torch.stack([torch.zeros(len(batch.ids), dtype=torch.long), batch.mask.sum(1) - 1], dim=1)
        there = torch.cat([torch.ones_like(marks, dtype=torch.bool), batch.words], dim=1)
        masks = [torch.zeros(one.shape).masked_fill(~one, float("-inf"))[:, None, None] for one in (batch.mask, there)]
        states: Tensor = encoder(batch.ids, added, torch.cat([marks, batch.first], dim=1), (masks[0], masks[1]))
        return states[:, 2:]

    def forward(self, batch: Batch) -> tuple[dict[str, Tensor], Tensor, Tensor, Tensor]:
        """Return logits by head (batch, words, labels), queries and keys (batch, words, links, width), states."""
        states = self.read(batch)
        words = self.dropout(states)
        joined = self.heads(words) + self.direct(self.surroundings(batch.features, batch.prefixes))
        logits = joined.float().split(list(HEADS.values()), dim=-1)
        shape = (*words.shape[:2], len(LINKS), LINK_WIDTH)
        queries, keys = self.queries(words).float().view(shape), self.keys(words).float().view(shape)
        found = dict(zip(HEADS, logits, strict=True))
        for head, rule in zip(("particles", "pronouns"), batch.rules, strict=True):
            found[head] = found[head] + PRIOR * functional.one_hot(rule, HEADS[head])
        found[PERSONS] = self.span_scores(words)
        return found, queries, keys, states

    def surroundings(self, features: Tensor, prefixes: Tensor) -> Tensor:
        """Return features and particles of each word, the one before it and the one behind it.

        Args:
            features, prefixes: (batch, words + 1, ...), the last row zeros.
        """
        known = torch.cat([features, functional.one_hot(prefixes, self.encoder.shape.prefixes).float()], dim=-1)
        none = torch.zeros_like(known[:, :1])
        before = torch.cat([none, known[:, :-2]], dim=1)
        return torch.cat([before, known[:, :-1], known[:, 1:]], dim=-1)

    def span_scores(self, words: Tensor) -> Tensor:
        """Return (batch, words, 1 + MOST_SPAN): the score that no person opens at a word (0), then of each length."""
        firsts, lasts = self.firsts(words).float(), self.lasts(words).float()
        scores = [torch.zeros_like(firsts[..., 0])]
        for more in range(MOST_SPAN):
            # A slice and what fills it up, not a window: the graph that is shipped has no windows.
            later = torch.cat([lasts[:, more:], torch.zeros_like(lasts[:, :more])], dim=1)
            score = (firsts * later).sum(-1) / SPAN_WIDTH**0.5 + self.lengths[more]
            over = torch.cat([torch.zeros_like(score[:, more:]), torch.full_like(score[:, :more], NEVER)], dim=1)
            scores.append(score + over)
        return torch.stack(scores, dim=-1)

    def link_scores(self, queries: Tensor, keys: Tensor, batch: Batch) -> Tensor:
        """Return (links, 1 + targets): the score of no tie (0), then of each target; absent ones are -inf."""
        links = batch.links
        query = queries[links.row, links.at, links.kind]
        key = keys[links.row[:, None], links.targets.clamp(min=0), links.kind[:, None]]
        scores = (query[:, None, :] * key).sum(-1) / LINK_WIDTH**0.5
        scores = scores + self.distances[links.kind[:, None], bucket(links.targets - links.at[:, None])]
        scores = scores.masked_fill(links.targets < 0, float("-inf"))
        return torch.cat([torch.zeros_like(scores[:, :1]), scores], dim=1)


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words: its sign and the bits of its size, 0 to DISTANCES - 1."""
    size = torch.log2(distance.abs().float() + 1).floor().clamp(max=DISTANCES // 2).long()
    return torch.where(distance < 0, -size, size) + DISTANCES // 2


def head_losses(logits: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss by head: minus the log of the summed probability of the allowed labels."""
    losses = {}
    for head, masks in batch.labels.items():
        known = masks > 0
        if not bool(known.any()):
            continue
        allowed = (masks[known][:, None] >> torch.arange(HEADS[head])) & 1 > 0
        log_probabilities = torch.log_softmax(logits[head][known], dim=-1)
        losses[head] = -torch.logsumexp(log_probabilities.masked_fill(~allowed, float("-inf")), dim=-1).mean()
    return losses


def span_targets(masks: Tensor) -> tuple[Tensor, Tensor]:
    """Return from the masks of "entities" (batch, words) the words of the person's name that opens at each word.

    0 where none opens; and whether that is known: names whose words or kind are unsure, and endless ones, are not.
    """
    opens, inside = (1 << ENTITY_LABELS.index(f"{edge}-PER") for edge in "BI")
    wanted = torch.where(masks & opens > 0, 1, 0)
    known = (masks > 0) & ((masks & opens == 0) | (masks == opens))
    going = wanted > 0
    for ahead in range(1, MOST_SPAN + 1):
        # Behind the last word stands no name.
        later = functional.pad(masks, (0, ahead), value=1)[:, ahead:]
        known = known & ~(going & ((later == 0) | ((later & inside > 0) & (later != inside))))
        going = going & (later == inside)
        wanted = wanted + going.long()
    return wanted, known & (wanted <= MOST_SPAN)


def span_loss(scores: Tensor, masks: Tensor) -> Tensor:
    """Return the mean loss of persons' names as a whole, from the masks of "entities"."""
    wanted, known = span_targets(masks)
    return functional.cross_entropy(scores[known], wanted[known]) if bool(known.any()) else torch.zeros(())


def link_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Return the mean loss of the ties; where a span is tied to several, any of them is right."""
    log_probabilities = torch.log_softmax(scores, dim=-1)
    return -torch.logsumexp(log_probabilities.masked_fill(~batch.links.right, float("-inf")), dim=-1).mean()


def distil_loss(logits: dict[str, Tensor], taught: dict[str, Tensor], words: Tensor) -> Tensor:
    """Return the cross-entropy of the student's labels against the teacher's probabilities, all heads weighted."""
    total = torch.zeros(())
    for head, target in taught.items():
        if head in ("particles", "pronouns", STATES):  # few words teach these, and the rules already know most
            continue
        log_probabilities = torch.log_softmax(logits[head][words], dim=-1)
        total = total - WEIGHTS[head] * (target * log_probabilities).sum(-1).mean()
    return total


def state_loss(states: Tensor, taught: Tensor, words: Tensor) -> Tensor:
    """Return how far the states (batch, words, hidden) lie from a teacher's, as a share of the size of its own."""
    return functional.mse_loss(states[words].float(), taught) / taught.square().mean()


def thin_out(model: Reader, layers: tuple[int, ...]) -> Reader:
    """Return a reader of some of the layers of another, with its heads and inputs.

    Raises:
        ValueError: if it has not that many layers.
    """
    if max(layers) >= model.encoder.shape.layers:
        raise ValueError(f"no layer {max(layers)} among {model.encoder.shape.layers}")
    kept = sum(layer < model.encoder.shape.narrows for layer in layers)
    shape = replace(model.encoder.shape, layers=len(layers), narrows=kept)
    thinner = Reader(Encoder(shape))
    weights = {name: values for name, values in model.state_dict().items() if not name.startswith("encoder.layers.")}
    for index, source in enumerate(layers):
        old = f"encoder.layers.{source}."
        weights |= {
            f"encoder.layers.{index}.{name.removeprefix(old)}": values
            for name, values in model.state_dict().items()
            if name.startswith(old)
        }
    thinner.load_state_dict(weights, strict=False)
    return thinner


def save_model(model: Reader, path: Path, **more: Any) -> None:
    """Write weights and sizes."""
    aside = path.with_suffix(".tmp")
    torch.save({"shape": asdict(model.encoder.shape), "weights": model.state_dict(), **more}, aside)
    aside.rename(path)


def load_model(path: Path) -> Reader:
    """Return a saved reader, set for evaluation."""
    saved = torch.load(path, weights_only=True)
    model = Reader(Encoder(Shape(**saved["shape"])))
    model.load_state_dict(saved["weights"])
    return model.eval()
