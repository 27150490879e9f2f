"""Users' own rows of who is who: kept in the store under the name blocks that they may concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from riwaya.identify import body_block, person_blocks
from riwaya.knowledge.offices import Term
from riwaya.knowledge.own import Kept, OwnBody, Refused, row_key, same_term
from riwaya.model import Stage, content_id
from riwaya.model.knowledge import KnowledgeRow
from riwaya.model.schema import dump_text, load_text
from riwaya.store.contract import Changes, Pending, Roster, Store

_TERM, _BODY = "term", "body"


def remark_beside_own(store: Store, rows: Sequence[Kept]) -> list[Kept]:
    """Return the rows, those with a remark more that look like a term of the store's own rows with other dates."""
    terms = {row.id: (row, load_text(Term, row.data)) for row in store.select(KnowledgeRow, kind=_TERM)}
    found = []
    for kept in rows:
        also = [f"your row {row.id[:8]}: {like}" for row, term in terms.values() if (like := same_term(kept.row, term))]
        found.append(replace(kept, remark="; ".join(filter(None, (kept.remark, *also)))))
    return found


def keep_rows(store: Store, rows: Sequence[Kept], source: str) -> list[Refused]:
    """Keep rows in the store, and note the work that follows; return those that the store has already.

    A row is kept once for each name block that it may concern.
    """
    known = {row.id: row.source for row in store.select(KnowledgeRow)}
    changes = Changes()
    refused = []
    for kept in rows:
        identity = content_id("knowledge", *row_key(kept.row))
        if identity in known:
            again = f"the store has it from {known[identity]}; `riwaya kb remove {identity[:8]}` takes it out"
            refused.append(Refused(kept.line, again))
            continue
        kind = _TERM if isinstance(kept.row, Term) else _BODY
        for block in _blocks(kept.row):
            place = f"{source}:{kept.line}"
            changes.records.append(KnowledgeRow(identity, kind, block, place, dump_text(kept.row)))
            changes.records.append(Pending(Stage.IDENTIFY, block))
            changes.remove(Roster, "block", [block])
    store.apply(changes)
    return refused


def remove_rows(store: Store, identities: Sequence[str]) -> None:
    """Take rows out of the store, and note the work that follows."""
    changes = Changes()
    blocks = sorted(set(store.values(KnowledgeRow, "block", id=list(identities))))
    changes.remove(KnowledgeRow, "id", list(identities))
    changes.remove(Roster, "block", blocks)
    changes.records.extend(Pending(Stage.IDENTIFY, block) for block in blocks)
    store.apply(changes)


def read_row(row: KnowledgeRow) -> Term | OwnBody:
    """Return the term or body of a stored row."""
    return load_text(Term, row.data) if row.kind == _TERM else load_text(OwnBody, row.data)


def own_terms(store: Store, keys: Sequence[str]) -> dict[str, tuple[Term, ...]]:
    """Return the user's terms by name block."""
    found: dict[str, list[Term]] = defaultdict(list)
    for row in store.select(KnowledgeRow, block=list(keys), kind=_TERM):
        found[row.block].append(load_text(Term, row.data))
    return {block: tuple(terms) for block, terms in found.items()}


def own_bodies(store: Store, keys: Sequence[str]) -> dict[str, OwnBody]:
    """Return the user's bodies by name block; of several the one whose id comes first."""
    found: dict[str, OwnBody] = {}
    for row in store.select(KnowledgeRow, block=list(keys), kind=_BODY):
        found.setdefault(row.block, load_text(OwnBody, row.data))
    return found


def own_joins(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the name blocks of the user's bodies whose names stand in several, by the row's id: they are one body."""
    found: dict[str, set[str]] = defaultdict(set)
    for identity, block in store.rows(KnowledgeRow, "id", "block", kind=_BODY):
        found[identity].add(block)
    return {identity: tuple(sorted(blocks)) for identity, blocks in sorted(found.items()) if len(blocks) > 1}


def _blocks(row: Term | OwnBody) -> list[str]:
    if isinstance(row, Term):
        return sorted({block for name in (row.person, *row.names) for block in person_blocks(name)})
    return sorted({body_block(name) for name in (row.name, *row.names)})
