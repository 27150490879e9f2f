"""Making, undoing, listing and exchanging judgements; what they change is resolved again at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from riwaya.engine.contract import Engine
from riwaya.errors import UsageError
from riwaya.identify import Chain, Judged
from riwaya.identify.judged import splits_behind
from riwaya.model import Entity, Link, MentionKind, Stage
from riwaya.model.judgements import Judgement, Verdict
from riwaya.model.schema import dump_text, load_text
from riwaya.pipeline import finish
from riwaya.pipeline.cutting import cut_by_passage
from riwaya.pipeline.identifying import report_judgements
from riwaya.pipeline.judging import Bench, mark_chains, work_of
from riwaya.pipeline.judging_things import thing_chains
from riwaya.store.contract import BlockEntity, Changes, Evidence, Store

_MARKS = 25  # so many articles say which person is meant; new ones join them as they would have without the judgement
_MOST_MARKS = 500
_HEADER = {"file": "riwaya judgements", "version": 1}


@dataclass(frozen=True, slots=True)
class Listed:
    """A judgement with its state: applied, or why it is not."""

    judgement: Judgement
    state: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line of a file of judgements that was not taken, or not applied, and why."""

    line: int
    reason: str


def chains_of(store: Store, entity: Entity) -> list[Chain]:
    """Return the chains of a person, those with the fullest names first; of anything else its articles' mentions."""
    if entity.kind is not MentionKind.PER:
        return thing_chains(store, entity)
    named = set(store.values(Link, "mention_id", entity_id=entity.id))
    blocks = sorted(set(store.values(BlockEntity, "block", entity_id=entity.id)))
    evidence = store.select(Evidence, stage=Stage.IDENTIFY, key=blocks)
    cuts = Bench(store).cuts
    chains = [piece for each in evidence for piece in cuts.pieces(load_text(Chain, each.data))]
    own = [chain for chain in chains if not named.isdisjoint(chain.mention_ids)]
    return sorted(own, key=lambda chain: (-min(len(chain.name.split()), 2), chain.id))


def part_chains(store: Store, entity: Entity, chains: Sequence[Chain], passage: str) -> tuple[list[Chain], list[Chain]]:
    """Return a person's chains with the mentions in a passage of their articles apart, and what is left of them.

    Raises:
        UsageError: if it is no person: all mentions of another thing's name in an article are one by their key.
    """
    if entity.kind is not MentionKind.PER:
        raise UsageError("--passage parts persons of one name; a body's or place's articles are parted by --articles")
    return cut_by_passage(store, chains, passage)


def judge(
    store: Store, verdict: Verdict, sides: tuple[Sequence[Chain], Sequence[Chain]], *, name: str, made: str, note: str
) -> Judgement:
    """Return the judgement that says so of these chains; a split names all chains that leave, the others some.

    Raises:
        UsageError: if a side names nobody, one names persons and the other does not, or a split names too many.
    """
    if verdict is Verdict.SPLIT and len(sides[0]) > _MOST_MARKS:
        raise UsageError(f"{len(sides[0])} articles are too many to name; say {_MOST_MARKS} at most")
    if len({chain.kind is MentionKind.PER for side in sides for chain in side}) > 1:
        raise UsageError("a person and what is no person cannot be one; `reject` takes the wrong one away")
    most = _MOST_MARKS if verdict is Verdict.SPLIT else _MARKS
    # A split keeps its chains apart whatever other splits say; all else is said of what they made.
    parts = Bench(store).parts() if verdict is not Verdict.SPLIT else {}
    ordered = (sorted(side, key=lambda chain: chain.id not in parts) for side in sides)
    # Of an article that means two people by one name, every mention is said to be the one or the other.
    both = {chain.article_id for chain in sides[0]} & {chain.article_id for chain in sides[1]}
    one, other = (
        mark_chains(store, side[:most], parts, wholly=both if verdict is Verdict.SPLIT else ()) for side in ordered
    )
    if not one or (verdict in (Verdict.MERGE, Verdict.SPLIT) and not other):
        raise UsageError("one side names nobody")
    return Judgement(Judgement.make_id(verdict, one, other, name), verdict, one, other, name, made, note)


def keep(store: Store, judgement: Judgement) -> None:
    """Keep a judgement and note what it changes; a new name for a person replaces the one given before.

    Raises:
        UsageError: if it contradicts a judgement kept before; then nothing is kept.
    """
    before = [each for each in store.select(Judgement) if each.id != judgement.id]
    replaced = _renamed_before(store, before, judgement)
    left = [each for each in before if each.id not in {old.id for old in replaced}]
    trouble = Bench(store, [*left, judgement]).settlement.troubled.get(judgement.id)
    if trouble:
        raise UsageError(f"the judgement {trouble}; `riwaya judge list` shows all, `riwaya judge undo` takes one back")
    changes = Changes(records=[judgement, *work_of(store, [judgement, *replaced])])
    changes.remove(Judgement, "id", [old.id for old in replaced])
    store.apply(changes)


def _renamed_before(store: Store, before: Sequence[Judgement], judgement: Judgement) -> list[Judgement]:
    if judgement.verdict is not Verdict.RENAME:
        return []
    bench = Bench(store, [*before, judgement])
    splits = {each.id for each in bench.settlement.applied if each.verdict is Verdict.SPLIT}
    # A name for a part that is no part now is not the name of the whole; it waits for its split.
    named = {each.id: set(each.one) for each in bench.judged if splits.issuperset(each.rests_on)}
    renames = [each for each in before if each.verdict is Verdict.RENAME and each.id in named]
    return [each for each in renames if named[each.id] & named.get(judgement.id, set())]


def undo(store: Store, beginning: str) -> Judgement:
    """Take a judgement back; of a split, what was judged of the part that it made is not said of the whole.

    Raises:
        UsageError: if no judgement's id, or more than one, begins so.
    """
    found = [each for each in store.select(Judgement) if each.id.startswith(beginning)]
    if len(found) != 1 or not beginning:
        raise UsageError(f"{'no' if not found else 'more than one'} judgement begins with {beginning}")
    gone = found[0]
    marked = _marked(store, gone) if gone.verdict is Verdict.SPLIT else []
    changes = Changes(records=[*marked, *work_of(store, [gone, *marked])])
    changes.remove(Judgement, "id", [gone.id])
    store.apply(changes)
    return gone


def _marked(store: Store, split: Judgement) -> list[Judgement]:
    """Return what was judged of the part that a split made, marked so: judgements of older stores and files are not."""
    bench = Bench(store)
    judged = {each.id: each for each in bench.judged}
    found = []
    for each in bench.judgements:
        if each.verdict is Verdict.SPLIT:
            continue
        later = each.made >= split.made
        sides = (judged[each.id].one, judged[each.id].other)
        one, other = (
            tuple(replace(mark, split=mark.split or split.id) for mark in marks)
            if later and _is_of_part(side, judged[split.id])
            else marks
            for marks, side in zip((each.one, each.other), sides, strict=True)
        )
        named = replace(each, one=one, other=other)
        if split.id in splits_behind(named):
            found.append(named)
    return found


def _is_of_part(side: Sequence[str], split: Judged) -> bool:
    return not {*side}.isdisjoint(split.one) and {*side}.isdisjoint(split.other)


def merges_of(store: Store, one: Sequence[Chain], other: Sequence[Chain]) -> list[Judgement]:
    """Return the judgements that hold and make the persons of two lists of chains one."""
    sides = [{chain.id for chain in side} for side in (one, other)]
    bench = Bench(store)
    held = {
        each.id
        for each in bench.settlement.applied
        if each.verdict is Verdict.MERGE and all(side & {*each.one, *each.other} for side in sides)
    }
    return [each for each in bench.judgements if each.id in held]


def resting_on(store: Store, split: Judgement) -> list[Judgement]:
    """Return the judgements on the part that a split makes."""
    return [each for each in store.select(Judgement) if split.id in splits_behind(each)]


def listed(store: Store) -> list[Listed]:
    """Return all judgements, the latest first, each with its state."""
    bench = Bench(store)
    ordered = sorted(bench.judgements, key=lambda each: (each.made, each.id), reverse=True)
    return [Listed(each, bench.settlement.troubled.get(each.id, "applied")) for each in ordered]


def written(judgements: Iterable[Judgement]) -> str:
    """Return judgements as the text of a file: one JSON object a line, a header first."""
    lines = [json.dumps(_HEADER), *(dump_text(each) for each in judgements)]
    return "".join(f"{line}\n" for line in lines)


def take_in(store: Store, text: str) -> tuple[list[Judgement], list[Refusal]]:
    """Keep the judgements of a file's text that are new; say of every line that cannot be kept or applied, why.

    Bytes that were no UTF-8 stand in the text as lone surrogates, and refuse their line.
    One that names what is not in the store is kept, since its pages may come; one that contradicts what is kept is not.
    """
    known = {each.id: each for each in store.select(Judgement)}
    fresh: list[Judgement] = []
    refused: list[Refusal] = []
    read: list[tuple[int, Judgement]] = []
    for number, line in enumerate(text.split("\n"), start=1):  # other line ends may stand in a note
        if not line.strip() or (number == 1 and line.strip() == json.dumps(_HEADER)):
            continue
        judgement = _read(line)
        if isinstance(judgement, str):
            refused.append(Refusal(number, judgement))
        else:
            read.append((number, judgement))
    # What was judged of a part comes after the split that makes the part.
    for number, judgement in sorted(read, key=lambda pair: bool(splits_behind(pair[1]))):
        if judgement.id in known:
            continue
        trouble = Bench(store, [*known.values(), judgement]).settlement.troubled.get(judgement.id, "")
        if trouble:
            refused.append(Refusal(number, trouble))
        if not trouble.startswith("contradicts"):
            known[judgement.id] = judgement
            fresh.append(judgement)
    store.apply(Changes(records=[*fresh, *work_of(store, fresh)]))
    return fresh, sorted(refused, key=lambda each: each.line)


def _read(line: str) -> Judgement | str:
    """Return the judgement of a line, or why there is none."""
    if not _is_sound(line):
        return "not UTF-8"
    try:
        judgement = load_text(Judgement, line)
    except ValueError as error:
        return f"no judgement ({error})"
    if judgement.id != Judgement.make_id(judgement.verdict, judgement.one, judgement.other, judgement.name):
        return "its id is not that of its content"
    return judgement


def _is_sound(text: str) -> bool:
    """Return whether a text holds no lone surrogate."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def settle_down(store: Store, engine: Engine) -> None:
    """Resolve again what judgements changed, and what follows from it."""
    finish(store, engine)
    # Judgements that name nothing here leave nothing to resolve, and are to be reported all the same.
    report_judgements(store, Bench(store))
