"""Fine-tune the encoder with all heads, or teach a smaller one what a larger one says.

    python -m training.train_reader teacher --layers 12 --epochs 5
    python -m training.train_reader student --layers 9 --teacher OUT/teacher.pt --silver 12000
    python -m training.train_reader reader --layers 12 --teacher OUT/teacher.pt OUT/student.pt --silver 12000

Everything is written to the output folder: NAME.log (every figure), NAME.state (to go on from where it was stopped),
NAME.pt (weights of the best epoch on the dev parts), tokenizer.json.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from onnxruntime import InferenceSession
from torch import Tensor
from training.agreement import load_agreed
from training.batches import Batch, Pieces, make_batch, plan_batches
from training.corpora import Passage, make_example, split_example
from training.encoder import build_tokenizer, kept_pieces, load_encoder, read_pretrained
from training.export_reader import export_graph, open_session, read_with_session
from training.labels import ENTITY_LABELS, HEADS, PERSONS, PREFIXES, SCHEMES, Example
from training.lexicon import freeze_lexicon
from training.measure import (
    BIAS,
    MOST,
    compare_cleananercorp,
    compare_own,
    compare_wojood,
    read_examples,
    read_passages,
    segmentation_accuracy,
)
from training.model import (
    STATES,
    WEIGHTS,
    Reader,
    distil_loss,
    head_losses,
    link_loss,
    load_model,
    save_model,
    span_loss,
    state_loss,
    thin_out,
)
from training.vary import vary_names

from riwaya.annotate.reader.words import pack_sentences, read_words
from training import corpora

# Which layers of the twelve a smaller reader keeps. Left out one by one without further training, 7 to 10 cost the
# fine-tuned teacher least (0.4 to 2 points each), the first and the last most (10 and 24).
LAYERS = {
    12: tuple(range(12)),
    10: (0, 1, 2, 3, 4, 5, 6, 7, 9, 11),
    9: (0, 1, 2, 3, 4, 5, 6, 9, 11),
    8: (0, 1, 3, 4, 6, 7, 9, 11),
    6: (1, 3, 5, 7, 9, 11),
    4: (2, 5, 8, 11),
}
AVERAGE = 0.998  # share of the average's weights that each step leaves as they are
Unit = tuple[Example, dict[str, Tensor] | None]


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of a run; see `main`."""

    name: str
    layers: int
    narrows: int | None
    states: float
    epochs: int
    rate: float
    head_rate: float
    budget: int
    seed: int
    threads: int
    vary: float
    out: Path
    shared: Path
    gold: Path | None
    teacher: list[Path]
    start: Path | None
    silver: int
    agreed: list[Path]
    share: float


class Log:
    """Writes lines to a file and to the terminal."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, line: str) -> None:
        """Write one line with the time."""
        stamped = time.strftime("%H:%M:%S ") + line
        print(stamped, flush=True)
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(stamped + "\n")


def load_gold(folder: Path | None, part: str, shared: Path) -> list[Passage]:
    """Return the own marked articles of a part, "train", "dev" or "test", from `PART.jsonl`; none without it."""
    path = folder / f"{part}.jsonl" if folder else None
    if path is None or not path.exists():
        return []
    labels = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {label["docno"] for label in labels}
    texts = {row["docno"]: row["text"] for row in corpora.read_ant(shared) if row["docno"] in wanted}
    return corpora.read_stand_off(labels, texts, f"gold-{part}")


def training_examples(options: Options, pieces: Pieces) -> list[Example]:
    """Return everything that may be learnt from, in units that are read together."""
    own = corpora.read_sentences(Path(__file__).parent / "sentences", "train")
    sets = [
        (corpora.read_cleananercorp(options.shared, "train"), "cleananercorp"),
        (corpora.read_wojood(options.shared, "train"), "wojood"),
        (own, "own"),
        (load_gold(options.gold, "train", options.shared), "own"),
    ]
    found: list[Example] = []
    for passages, scheme in sets:
        for passage in passages:
            example = make_example(passage, scheme)
            ranges = pack_sentences(passage.text, example.words, pieces.sizes(example), most=MOST)
            found.extend(split_example(example, ranges))
    for example in corpora.read_wikinews(options.shared, "train") + corpora.read_pud(options.shared):
        ranges = pack_sentences("", example.words, pieces.sizes(example), most=MOST)
        found.extend(split_example(example, ranges))
    return found


@dataclass(slots=True)
class Dev:
    """What the choice of an epoch rests on."""

    clean: list[Passage]
    wojood: list[Passage]
    own: list[Passage]
    gold: list[Passage]
    segments: list[Example]


def load_dev(options: Options, pieces: Pieces) -> Dev:
    """Return the dev parts."""
    segments = []
    for example in corpora.read_wikinews(options.shared, "train")[-12:]:
        ranges = pack_sentences("", example.words, pieces.sizes(example), most=MOST)
        segments.extend(split_example(example, ranges))
    return Dev(
        corpora.read_cleananercorp(options.shared, "dev"),
        corpora.read_wojood(options.shared, "val"),
        corpora.read_sentences(Path(__file__).parent / "sentences", "dev"),
        load_gold(options.gold, "dev", options.shared),
        segments,
    )


def measure_dev(model: Reader, dev: Dev, pieces: Pieces, log: Log) -> float:
    """Log the figures on the dev parts; return the mean of the entity F1s."""
    BIAS[0] = model.distances.detach().numpy()

    def read(examples: Sequence[Example]) -> Any:
        return read_examples(model, examples, pieces)

    scores = []
    for name, passages, scheme, as_scheme, compare in (
        ("clean", dev.clean, "cleananercorp", "cleananercorp", compare_cleananercorp),
        ("clean as own", dev.clean, "cleananercorp", "own", compare_cleananercorp),
        ("wojood", dev.wojood, "wojood", "wojood", compare_wojood),
    ):
        counts = compare(passages, read_passages(read, passages, scheme, pieces, as_scheme=as_scheme))
        log(f"  {name}: {counts.line()}")
        scores.append(counts.scores()[2])
    for name, passages in (("sentences", dev.own), ("gold", dev.gold)):
        if passages:
            found = compare_own(passages, read_passages(read, passages, "own", pieces, as_scheme="own"))
            log(f"  {name}: {found['entities'].line()}")
            log("    " + " ".join(f"{head} {100 * counts.scores()[2]:.1f}" for head, counts in found.items()))
            scores.append(found["entities"].scores()[2])
    accuracy, total = segmentation_accuracy(read(dev.segments), dev.segments)
    log(f"  segmentation (learnt from too): {100 * accuracy:.2f} of {total}")
    return sum(scores) / len(scores)


def begin_particles(model: Reader, pieces: Pieces) -> None:
    """Let the vectors of particles begin as those of the same letters standing alone, fainter."""
    encoder = model.encoder
    with torch.no_grad():
        for index, prefix in enumerate(PREFIXES):
            if prefix:
                alone = [encoder.words.weight[pieces.ids(letter)[0]] for letter in prefix]
                encoder.prefixes.weight[index] = 0.4 * torch.stack(alone).sum(0)


def optimiser_of(model: Reader, options: Options) -> torch.optim.Optimizer:
    """Return AdamW with higher rates on what is new; the schemes would drown the words at the rate of the heads."""
    new = ("heads", "queries", "keys", "distances", "direct", "firsts", "lasts", "lengths")
    kinds = dict.fromkeys(new, 2) | {"features": 1, "prefixes": 1}
    groups: list[list[torch.nn.Parameter]] = [[], [], []]
    for name, parameter in model.named_parameters():
        groups[kinds.get(name.removeprefix("encoder.").partition(".")[0], 0)].append(parameter)
    rates = (options.rate, 4 * options.rate, options.head_rate)
    return torch.optim.AdamW(
        [
            {"params": group, "lr": rate, "peak": rate, "weight_decay": 0.0 if kind else 0.01}
            for kind, (group, rate) in enumerate(zip(groups, rates, strict=True))
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def batch_loss(model: Reader, batch: Batch, taught: list[dict[str, Tensor] | None], weight_of_states: float) -> Tensor:
    """Return the loss of a batch: labels, ties, and what a teacher says where it says something."""
    with torch.autocast("cpu", torch.bfloat16):
        logits, queries, keys, states = model(batch)
    total = torch.zeros(())
    for head, loss in head_losses(logits, batch).items():
        total = total + WEIGHTS[head] * loss
    if "entities" in batch.labels:
        total = total + 0.5 * span_loss(logits[PERSONS], batch.labels["entities"])
    if len(batch.links.at):
        total = total + 0.3 * link_loss(model.link_scores(queries, keys, batch), batch)
    if taught[0] is not None:
        rows = [row for row in taught if row is not None]
        joined = {head: torch.cat([row[head].float() for row in rows]) for head in rows[0]}
        total = total + distil_loss(logits, joined, batch.words)
        if STATES in joined:
            total = total + weight_of_states * state_loss(states, joined[STATES], batch.words)
    return total


def run_epoch(state: State, units: list[Unit], options: Options, pieces: Pieces, log: Log) -> None:
    """Train one epoch, from the step where it was stopped."""
    chance = random.Random(options.seed * 1000 + state.epoch)
    varied = [
        (vary_names(example, chance, shared=options.shared, rate=options.vary), taught) for example, taught in units
    ]
    for example, taught in varied:
        if taught is None and chance.random() < 0.15:
            example.scheme = 0
    sizes = [sum(pieces.sizes(example)) for example, _ in varied]
    # Taught and labelled examples go apart: their losses differ.
    plans = []
    for part in (True, False):
        indices = [index for index, (_, taught) in enumerate(varied) if (taught is not None) == part]
        plan = plan_batches([sizes[index] for index in indices], budget=options.budget, chance=chance)
        plans += [[indices[place] for place in places] for places in plan]
    chance.shuffle(plans)
    total_steps = options.epochs * len(plans)
    began, seen, mean = time.time(), 0, 0.0
    for step, indices in enumerate(plans):
        if step < state.step:
            continue
        now = state.epoch * len(plans) + step
        factor = min((now + 1) / (0.08 * total_steps), 1.0) * max(0.02, 1 - now / total_steps)
        for group in state.optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        loss = batch_loss(
            state.model,
            make_batch([varied[i][0] for i in indices], pieces),
            [varied[i][1] for i in indices],
            options.states,
        )
        state.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(state.model.parameters(), 1.0)
        state.optimiser.step()
        state.follow(now)
        seen += sum(sizes[index] for index in indices)
        mean = float(loss.detach()) if not mean else 0.97 * mean + 0.03 * float(loss.detach())
        if step % 50 == 49:
            log(
                f"epoch {state.epoch} step {step + 1}/{len(plans)} loss {mean:.3f} {seen / (time.time() - began):.0f}/s"
            )
        if step % 100 == 99:
            state.step = step + 1
            state.save()
    state.step = 0
    state.epoch += 1


class State:
    """What a stopped run goes on from.

    Attributes:
        average: the model whose weights follow those of `model` slowly; it is what is measured and kept.
    """

    def __init__(self, model: Reader, options: Options) -> None:
        self.model, self.optimiser = model, optimiser_of(model, options)
        self.average = copy.deepcopy(model)
        self.path = options.out / f"{options.name}.state"
        self.epoch, self.step, self.best = 0, 0, 0.0
        if self.path.exists():
            saved = torch.load(self.path, weights_only=True)
            model.load_state_dict(saved["model"])
            self.average.load_state_dict(saved["average"])
            self.optimiser.load_state_dict(saved["optimiser"])
            self.epoch, self.step, self.best = saved["epoch"], saved["step"], saved["best"]

    def follow(self, step: int) -> None:
        """Move the average towards the model, fast at first."""
        share = max(1 - AVERAGE, 9 / (step + 10))
        with torch.no_grad():
            for kept, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                kept.lerp_(new, share)

    def save(self) -> None:
        """Write the state aside and rename it."""
        parts = {"model": self.model, "average": self.average, "optimiser": self.optimiser}
        saved = {name: part.state_dict() for name, part in parts.items()}
        aside = self.path.with_suffix(".part")
        torch.save(saved | {"epoch": self.epoch, "step": self.step, "best": self.best}, aside)
        aside.rename(self.path)


def silver_units(options: Options, pieces: Pieces, log: Log) -> list[Unit]:
    """Return unlabelled press text with the teachers' mean probabilities; articles kept for measuring are left out."""
    if not options.teacher or not options.silver:
        return []
    cache = options.out / f"{options.name}.silver"
    examples = _silver_examples(options, pieces)
    if cache.exists():
        return list(zip(examples, torch.load(cache, weights_only=True), strict=True))
    teachers = [_open_teacher(weights, options.out / f"{weights.stem}.export") for weights in options.teacher]
    log(f"{len(teachers)} teachers read {len(examples)} passages")
    taught: list[dict[str, Tensor] | None] = []
    for start in range(0, len(examples), 500):
        passages = examples[start : start + 500]
        readings = [read_with_session(teacher, passages, pieces) for teacher in teachers]
        for example, *said in zip(passages, *readings, strict=True):
            mean = {
                head: sum(torch.softmax(torch.from_numpy(one.logits[head]), -1) for one in said) / len(said)
                for head in HEADS
            }
            part_coordinated(mean["entities"], example)
            if options.states:
                mean[STATES] = torch.from_numpy(said[0].states)
            taught.append({head: values.half() for head, values in mean.items()})
        log(f"  {len(taught)}")
    torch.save(taught, cache)
    return list(zip(examples, taught, strict=True))


def _open_teacher(weights: Path, folder: Path) -> InferenceSession:
    """Return a teacher in int8: four times as quick, its probabilities the same within chance."""
    graph = folder / "reader.onnx"
    if not graph.exists():
        folder.mkdir(exist_ok=True)
        export_graph(load_model(weights), graph)
    return open_session(graph)


def part_coordinated(chances: Tensor, example: Example) -> None:
    """Correct a teacher's usual fault: a word with «و» or «ف» opens a person's name, it never goes on with one."""
    inside, opening = ENTITY_LABELS.index("I-PER"), ENTITY_LABELS.index("B-PER")
    joined = torch.tensor([PREFIXES[word.prefix][:1] in ("و", "ف") for word in example.words])
    chances[joined, opening] += chances[joined, inside]
    chances[joined, inside] = 0


def _silver_examples(options: Options, pieces: Pieces) -> list[Example]:
    chance = random.Random(options.seed)
    kept_apart = corpora.measured_articles(options.shared, options.gold)
    texts = [row["text"] for row in corpora.read_ant(options.shared) if row["docno"] not in kept_apart]
    chance.shuffle(texts)
    found: list[Example] = []
    for text in texts:
        words = read_words(text)
        example = Example(words, SCHEMES.index("own"), {}, source="ant")
        parts = list(split_example(example, pack_sentences(text, words, pieces.sizes(example), most=MOST)))
        found.extend(part for part in chance.sample(parts, min(2, len(parts))) if len(part.words) > 15)
        if len(found) >= options.silver:
            break
    return found[: options.silver]


def train(options: Options) -> None:
    """Run the training to its end."""
    torch.set_num_threads(options.threads)
    # Moments of words that are rarely seen fade into numbers too small for a processor to be quick with.
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "pid").write_text(str(os.getpid()))
    log = Log(options.out / f"{options.name}.log")
    pretrained = read_pretrained()
    kept = kept_pieces(pretrained)
    tokenizer = build_tokenizer(pretrained, kept)
    tokenizer.save(str(options.out / "tokenizer.json"))
    pieces = Pieces(tokenizer)
    freeze_lexicon(options.out)
    if options.start:
        model = load_model(options.start)
        if options.layers < model.encoder.shape.layers:
            model = thin_out(model, LAYERS[options.layers])
    elif options.teacher:
        model = thin_out(load_model(options.teacher[0]), LAYERS[options.layers])
    else:
        model = Reader(load_encoder(pretrained, kept, layers=LAYERS[options.layers]))
    if not options.start:
        begin_particles(model, pieces)
    if options.narrows:
        model.encoder.shape = replace(model.encoder.shape, narrows=options.narrows)
    model.train()
    labelled = training_examples(options, pieces)
    units: list[Unit] = [(example, None) for example in labelled[:: round(1 / options.share)]]
    words = sum(len(example.words) for example, _ in units)
    log(f"{options} {len(units)} labelled passages, {words} words")
    silver = silver_units(options, pieces, log) + [unit for path in options.agreed for unit in load_agreed(path)]
    random.Random(options.seed).shuffle(silver)
    log(f"{len(silver)} unlabelled passages")
    dev = load_dev(options, pieces)
    state = State(model, options)
    while state.epoch < options.epochs:
        # Unlabelled text is plentiful: every epoch has its own.
        run_epoch(state, units + silver[state.epoch :: options.epochs], options, pieces, log)
        score = measure_dev(state.average, dev, pieces, log)
        log(f"epoch {state.epoch} done, mean dev F1 {100 * score:.2f}")
        if score >= state.best:
            state.best = score
            save_model(state.average, options.out / f"{options.name}.pt")
        state.save()
    log(f"finished, best mean dev F1 {100 * state.best:.2f}")


def main() -> int:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--layers", type=int, default=12, choices=sorted(LAYERS))
    parser.add_argument("--narrows", type=int, help="layer from which on a word is its first subtoken alone")
    parser.add_argument("--states", type=float, default=0.0, help="weight of being like the one teacher's last states")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--budget", type=int, default=1500, help="subtokens a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--vary", type=float, default=0.3, help="share of persons given other names, anew each epoch")
    parser.add_argument("--out", type=Path, default=Path("reader-out"))
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--teacher", type=Path, nargs="*", default=[], help="the first gives the weights to begin with")
    parser.add_argument("--start", type=Path, help="weights to begin with instead of the pretrained ones")
    parser.add_argument("--silver", type=int, default=0, help="passages of unlabelled text for a student")
    parser.add_argument("--agreed", type=Path, nargs="*", default=[], help="what `training.agreement` wrote")
    parser.add_argument("--share", type=float, default=1.0, help="of the labelled passages, to try the training out")
    options = Options(**vars(parser.parse_args()))
    if options.states and len(options.teacher) != 1:
        parser.error("--states wants one --teacher: the states of two have nothing in common")
    train(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
