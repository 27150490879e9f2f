"""Unlabelled press text as network and rules read it together: what a further training of the network learns from.

    python -m training.agreement --out OUT/agreed.pt --articles 11000

The shipped reader, rules, tables and the whole article arbitrate between names better than the network by itself does
on a passage; a training on what they agree on puts a part of that into the network. Articles that any gold set
measures on are left out. Writes (words, masks of "entities", probabilities of the other heads) of passages.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from training.labels import ENTITY_LABELS, HEADS, SCHEMES, Example, Span, mark, outermost

from riwaya.annotate import mentions_of
from riwaya.annotate.document import Document
from riwaya.annotate.reader import installed_folder, read_text
from riwaya.annotate.reader.network import Network, Outputs
from riwaya.annotate.reader.words import Word
from riwaya.model import Article, Field, MentionKind, PublishedFrom
from training import corpora

Agreed = tuple[list[Word], list[int], NDArray[np.float16]]
_SURE = 0.6  # a name from here on is learnt as it is
_NOTHING = 0.5  # a word outside all names that the network calls no name with this probability is none
_PASSAGES = 4  # of one article
_SHORTEST = 15  # words of a passage
_PERSON = sum(1 << ENTITY_LABELS.index(f"{edge}-PER") for edge in "BI")
_TYPES = {MentionKind.MISC: frozenset(("MISC", "EVENT"))}


class _Recording(Network):
    """A network that keeps what it said of each passage."""

    said: list[tuple[Sequence[Word], Outputs]]

    def run(self, words: Sequence[Word]) -> Outputs:
        outputs = super().run(words)
        self.said.append((words, outputs))
        return outputs


def read_article(text: str, network: _Recording, chance: random.Random) -> Iterator[Agreed]:
    """Yield some passages of an article: words, masks of "entities" (0: not sure), probabilities of all heads."""
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    document = Document.read(article, Field.TEXT)
    network.said = []
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    mentions = [mention for mention in mentions_of(document, reading) if mention.kind is not MentionKind.ROLE]
    spans = [
        Span(one.span.start, one.span.end, _TYPES.get(one.kind, frozenset((one.kind.value,))), str(one.score))
        for one in mentions
    ]
    outer, _ = outermost(spans)
    sure = [span for span in outer if float(span.key) >= _SURE]
    passages = [(words, outputs) for words, outputs in network.said if len(words) > _SHORTEST]
    for words, outputs in chance.sample(passages, min(_PASSAGES, len(passages))):
        chances = torch.softmax(torch.from_numpy(outputs.logits[:, : len(ENTITY_LABELS)]), -1)
        masks, touched = mark(sure, words, ENTITY_LABELS), mark(outer, words, ENTITY_LABELS)
        kept = [
            mask if _is_agreed(mask, any_name, heard) else 0
            for mask, any_name, heard in zip(masks, touched, chances, strict=True)
        ]
        by_head = torch.from_numpy(outputs.logits[:, : sum(HEADS.values())]).split(list(HEADS.values()), dim=-1)
        yield list(words), kept, torch.cat([torch.softmax(one, -1) for one in by_head], -1).half().numpy()


def _is_agreed(mask: int, any_name: int, heard: Tensor) -> bool:
    """Return whether a word's label may be learnt, given the network's probabilities by itself.

    Of persons the reader as a whole knows more than the network; a state or a nation that the network takes for a part
    of a longer name («المنتخب السوري») may be one.
    """
    if mask == 1:
        return any_name == 1 and float(heard[0]) >= _NOTHING
    likeliest = 1 << int(heard.argmax())
    return bool(mask & likeliest or mask & _PERSON or likeliest & _PERSON or likeliest == 1)


_network: list[_Recording] = []


def _start() -> None:
    torch.set_num_threads(1)
    _network.append(_Recording(installed_folder(), threads=1))


def _read(task: tuple[int, str]) -> list[Agreed]:
    seed, text = task
    return list(read_article(text, _network[0], random.Random(seed)))


def load_agreed(path: Path) -> list[tuple[Example, dict[str, Tensor]]]:
    """Return passages as examples with the probabilities of all heads."""
    found = []
    for words, masks, chances in torch.load(path, weights_only=False):
        example = Example(words, SCHEMES.index("own"), {"entities": masks}, source="ant")
        by_head = torch.from_numpy(chances).split(list(HEADS.values()), dim=-1)
        found.append((example, dict(zip(HEADS, by_head, strict=True))))
    return found


def main() -> int:
    """Read articles and write what was agreed on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=11000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    options = parser.parse_args()
    kept_apart = corpora.measured_articles(options.shared, options.gold)
    texts = [row["text"] for row in corpora.read_ant(options.shared) if row["docno"] not in kept_apart]
    random.Random(options.seed).shuffle(texts)
    found: list[Agreed] = []
    with get_context("spawn").Pool(options.threads, _start) as pool:
        tasks = list(enumerate(texts[: options.articles]))
        # Arrays, not tensors: a tensor sent to another process keeps a file open.
        for number, passages in enumerate(pool.imap(_read, tasks, chunksize=20), 1):
            found.extend(passages)
            if number % 500 == 0:
                print(f"{number} articles, {len(found)} passages", flush=True)
    torch.save(found, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
