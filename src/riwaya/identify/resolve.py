"""The group part: the chains of one block become entities, with links from every mention.

Persons who share a name must be told apart, so a block of persons is resolved from all its chains. Whatever else shares
a key is one entity: its links follow from the key in the map part, and the group part counts names alone. A state that
half of all articles name then costs one page no more than any other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import is_common, members_body, nation_key, nation_name, plain_name, thing_key
from riwaya.identify.judged import apply_judgements
from riwaya.identify.known import agreeing, latin_name, recognise
from riwaya.identify.person import Person
from riwaya.identify.person_names import split_name
from riwaya.identify.persons import join_blocks, resolve_persons
from riwaya.identify.records import Bearer, Block, Chain, Lacking, Thing
from riwaya.identify.table_parts import terms_by_person
from riwaya.identify.terms import offices_over_time
from riwaya.identify.things import facts_of, with_own
from riwaya.knowledge.offices import Term
from riwaya.model import Entity, Link, MentionKind, content_id

_NAMES = 50
_THING_SCORE = 0.9


Outcome = Entity | Link | Bearer | Lacking


def resolve_block(block: Block) -> Iterator[Outcome]:
    """Yield the persons of a block, the links of their chains' mentions, and its bearers unless it was judged.

    The records do not depend on the order of the chains. An entity's id is the hash of its block and of the name that
    most articles give it, so it stays as articles arrive that name it in the same way.

    Where the block says what was found before, only the entities whose chains are others than then and the links that
    differ are yielded, and all bearers; or `Lacking` alone.
    """
    before = {
        chain: (bearer.entity_id, score) for bearer in block.before for chain, score in bearer.links()
    }  # fmt: skip
    sizes = Counter(entity for entity, _ in before.values())
    named = list(_identify(find_persons(block)))
    changed = [(identity, person) for identity, person in named if not _is_as_before(identity, person, before, sizes)]
    if any(person.size > len(person.chains) for _, person in changed):
        yield Lacking(block.key)
        return
    told = terms_by_person([person for _, person in named], block.judged, block.known)
    for identity, person in changed:
        terms = told.get(id(person))
        if terms is None:
            terms = _terms(person, block.known)
        yield _make_person(identity, person, terms)
        yield from _links(identity, [pair for pair in person.chains if before.get(pair[0].id) != (identity, pair[1])])
    if not block.judged:
        for identity, person in named:
            for bearer in person.bearers:
                yield bearer if bearer.entity_id == identity else replace(bearer, entity_id=identity)


def _terms(person: Person, own: Sequence[Term]) -> tuple[Term, ...]:
    """Return the table's terms of a person; of one told from the most named bearer of a name an office must agree."""
    chains = [chain for chain, _ in person.chains]
    terms = recognise(chains, own)
    doubted = bool(person.discriminator) and bool(person.full_in)
    return () if doubted and not agreeing(chains, terms) else terms


def _identify(persons: Sequence[Person]) -> Iterator[tuple[str, Person]]:
    """Yield the persons with the ids of their entities."""
    taken: Counter[tuple[str, str, str]] = Counter()
    for person in sorted(persons, key=_order):
        name = (home_block(person), " ".join(person.canonical()), person.discriminator)
        taken[name] += 1
        parts = ["entity", *name]
        if taken[name] > 1:
            parts.append(str(taken[name]))
        yield content_id(*parts), person


def _is_as_before(
    identity: str, person: Person, before: Mapping[str, tuple[str, float]], sizes: Mapping[str, int]
) -> bool:
    """Return whether a person has the id, the chains and the scores of the run before."""
    if sizes.get(identity, 0) != person.size:
        return False
    return all(before.get(chain) == (identity, score) for chain, score in person.links())


def find_persons(block: Block) -> list[Person]:
    """Return the persons of a block or of joined blocks: each block's own, joined by their names, then as judged."""
    parts: dict[str, list[Chain]] = defaultdict(list)
    for chain in sorted(block.chains, key=attrgetter("id")):
        parts[chain.block].append(chain)
    same: dict[str, list[Bearer]] = {key: [] for key in block.same}
    for bearer in sorted(block.before, key=lambda bearer: bearer.number):
        if bearer.block in same:
            same[bearer.block].append(bearer)
    by_id = {chain.id: chain for key in same for chain in parts[key]}
    persons: list[Person] = []
    keys = sorted({*parts, *same})
    for key in keys:
        if key in same:
            persons.extend(Person.of(bearer, by_id) for bearer in same[key])
            continue
        found = resolve_persons(parts[key])
        for number, person in enumerate(found):
            person.bear(key, number)
        persons.extend(found)
    if len(keys) > 1:
        persons = join_blocks(persons)
    return apply_judgements(persons, block.judged) if block.judged else persons


def home_block(person: Person) -> str:
    """Return the block that most of a person's chains are of."""
    return min(person.blocks, key=lambda key: (-person.blocks[key], key))


def is_person_block(key: str) -> bool:
    """Tell whether a block holds persons, who have to be told apart."""
    return key.startswith("PER ")


def thing_id(key: str) -> str:
    """Return the id of the one entity of a block that holds no persons."""
    return content_id("entity", key)


def link_thing(chain: Chain) -> Iterator[Link]:
    """Yield the links of a chain that is no person's."""
    yield from _links(thing_id(chain.block), [(chain, _THING_SCORE)])


def name_thing(thing: Thing) -> Iterator[Entity]:
    """Yield the entity of a block that holds no persons; none when no article names it any more."""
    if thing.names:
        yield _make_thing(thing)


def _order(person: Person) -> tuple[int, tuple[str, ...], str, str]:
    return -person.size, person.canonical(), person.discriminator, person.first


def _links(identity: str, chains: Sequence[tuple[Chain, float]]) -> Iterator[Link]:
    for chain, score in chains:
        for mention_id in dict.fromkeys(chain.mention_ids):
            yield Link(mention_id, chain.article_id, identity, score)


def _count_names(chains: Sequence[Chain]) -> Counter[str]:
    forms: Counter[str] = Counter()
    for chain in chains:
        for surface in chain.surfaces:
            forms[surface.form] += surface.count
    return forms


def _ranked(forms: Counter[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-forms[form], form))


def _make_person(identity: str, person: Person, terms: Sequence[Term]) -> Entity:
    chains = [chain for chain, _ in person.chains]
    names = _ranked(_count_names(chains))
    written = Counter([chain.name for chain in chains])
    full = Counter({form: written[form] for form in written if len(split_name(form)) > 1})
    # Who is surely one of the table is called as there; a form seen once or cut short is no better name.
    name = person.shown or (terms[0].person if terms else _fullest(_ranked(full)) if full else names[0])
    offices = offices_over_time(chains, terms)
    return Entity(identity, MentionKind.PER, name, tuple(names[:_NAMES]), latin_name(terms), "", offices)


def _fullest(names: Sequence[str]) -> str:
    """Return the first name in which no part is an initial («ع. الورداني»), the first of all if there is none."""
    return next((name for name in names if min(map(len, split_name(name))) > 1), names[0])


def _make_thing(thing: Thing) -> Entity:
    kinds: Counter[MentionKind] = Counter()
    forms: Counter[str] = Counter()
    for name in thing.names:
        kinds[name.kind] += name.count
        forms[name.form] += name.count
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    names = _ranked(forms)
    facts = facts_of(thing.key, tuple(names))
    if thing.own is not None:
        facts = with_own(facts, thing.own)
    return Entity(
        id=thing.identity or thing_id(thing.key),
        kind=kind,
        name=thing.shown or _thing_name(thing.key, kind, names),
        names=tuple(names[:_NAMES]),
        name_en=facts.name_en,
        wikidata=facts.wikidata,
        offices=(),
        country=facts.country,
        location=facts.location,
    )


def _thing_name(block: str, kind: MentionKind, names: Sequence[str]) -> str:
    """Return what to call a body or place: the country's plain name, else the most frequent form that is no label."""
    if kind in (MentionKind.GPE, MentionKind.LOC) and block.startswith("place @"):
        return nation_name(block.removeprefix("place @")) or names[0]
    if kind is MentionKind.NORP:
        return names[0]
    plain = [name for name in names if plain_name(name) == name] or [plain_name(names[0])]
    # «الحوثيين» are the movement's members: its own name is better.
    own = [name for name in plain if not members_body(name)] or [members_body(plain[0])]
    # «الخارجية الأمريكي» is cut out of a minister's title: a form with its head noun is better.
    headed = [name for name in own if fold_name(name).startswith("وزاره")]
    # «الشرطة» alone may be anybody's: a form that says whose is better, however seldom.
    fuller = [name for name in own if not is_common(thing_key(name))]
    whole = [name for name in headed or fuller or own if _agreeing(name) == name]
    return whole[0] if whole else _agreeing((headed or fuller or own)[0])


def _agreeing(name: str) -> str:
    """Return a name with the ending that its adjective has lost: «الحكومة العراقي» is «الحكومة العراقية»."""
    words = name.split()
    cut = len(words) == 2 and words[0].endswith("ة") and words[1].startswith("ال") and words[1].endswith("ي")
    return f"{name}ة" if cut and nation_key(fold_name(words[1])) else name
