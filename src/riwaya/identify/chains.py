"""The map part: mentions of one entity in one article, joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import Role, adherents, is_common, members_body, nation_key, read_role, thing_key
from riwaya.identify.ambiguous import cut_names, place_names
from riwaya.identify.causes import RoleCause
from riwaya.identify.common_bodies import bracketed_names, common_key, nations_bodies
from riwaya.identify.company import keep_company
from riwaya.identify.described import describe, find_homes, find_namesakes
from riwaya.identify.families import find_siblings, sex_told, told_by_gender
from riwaya.identify.given import tells_what_is_made
from riwaya.identify.lives import tell
from riwaya.identify.open_roles import (
    TO_COME,
    adjoining_holders,
    called_to_govern,
    former_alone,
    heads_alone,
    heads_at_length,
    may_hold,
    of_named,
    offices_held,
)
from riwaya.identify.person import ALONE, OPEN, Name
from riwaya.identify.person_names import (
    block_key,
    is_kunya,
    is_typing_error,
    name_behind,
    nominative,
    split_name,
    surname,
)  # fmt: skip
from riwaya.identify.records import Chain, SeenRole, Surface
from riwaya.identify.role_context import role_in_place, unlisted_words, without_doubtful_holders
from riwaya.identify.same_article import join_names, namesakes_by_role, nearest_namesakes
from riwaya.identify.shared_roles import share_roles
from riwaya.identify.stray import cut_strays, kept_words
from riwaya.identify.turns import told_by_turns
from riwaya.identify.written import find_kin, find_nicknames, find_relatives, find_revered, find_royals, written_name
from riwaya.knowledge.roles import is_office
from riwaya.model import Article, Field, Mention, MentionKind, Statement, content_id

_PLACES = (MentionKind.GPE, MentionKind.LOC)
_BODIES = (MentionKind.ORG, MentionKind.OUTLET)
_GROUPS = {
    MentionKind.GPE: "place", MentionKind.LOC: "place", MentionKind.ORG: "body", MentionKind.OUTLET: "body",
    MentionKind.NORP: "nation", MentionKind.MISC: "thing",
}  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """A chain in the making.

    Attributes:
        known_as: with a title that the name is not without.
        cut: what is left of mentions that hold stray words.
    """

    block: str
    known_as: str = ""
    cut: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    role_mentions: list[Mention] = field(default_factory=list)
    roles: list[SeenRole] = field(default_factory=list)


def chain_mentions(
    article: Article, mentions: Sequence[Mention], statements: Sequence[Statement] = ()
) -> tuple[Chain, ...]:
    """Return the chains of an article: every mention but a role without a known holder belongs to one.

    The order of the mentions does not matter. `statements` tell whom of a family a speaker's surname means.
    """
    ordered = _in_order(mentions)
    drafts = [*_draft_persons(article, ordered, statements)[0], *_draft_things(article, ordered)]
    chains = [_finish(article, draft) for draft in drafts]
    return keep_company(sorted(chains, key=lambda chain: (chain.block, chain.id)))


def role_causes(
    article: Article, mentions: Sequence[Mention], statements: Sequence[Statement] = ()
) -> dict[str, RoleCause]:
    """Return why each role of an article was given to a person, or to nobody, by the role's mention."""
    return _draft_persons(article, _in_order(mentions), statements)[1]


def _in_order(mentions: Sequence[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.field is Field.TEXT, mention.span, mention.kind, mention.id))


def _draft_persons(
    article: Article, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[list[_Draft], dict[str, RoleCause]]:
    """Return the chains of persons in the making, and why each role was given to one or to none."""
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    parts = {mention.id: _name_of(mention) for mention in persons}
    revered = find_revered(article, persons)
    parts |= {name: split_name(title) for name, title in revered.items()}
    cut = cut_strays(article, persons, parts)
    parts |= cut | find_siblings(article, persons)
    written = set(parts.values())
    # «أبا حمزة» for «أبو حمزة الأنباري», «ابن سلمان» for «محمد بن سلمان»
    written |= {(part,) for name in written for part in name if is_kunya(part) or part.startswith("بن ")}
    for mention in persons:
        # «المعروف بأبي خالد» is «أبو خالد» of the same article; «آبي أحمد» is no case of another.
        plain = tuple(nominative(part) for part in parts[mention.id])
        if plain in written:
            parts[mention.id] = plain
    others = find_relatives(article, persons) | find_royals(article, persons)
    for mention in persons:
        if mention.text in others and mention.id not in revered:
            parts[mention.id] = (*parts[mention.id], ALONE)
    kin = {frozenset((parts[one], parts[other])) for one, other in find_kin(article, persons)}
    for namesake in find_namesakes(article, persons, _roles_of(mentions)):
        alone = parts[namesake]
        parts[namesake] = (*alone, ALONE)
        kin.add(frozenset((alone, parts[namesake])))
    nicknames = list(find_nicknames(article, persons))
    home = join_names(
        [parts[mention.id] for mention in persons],
        kin,
        nicknames={parts[one] for one, _ in nicknames if not is_kunya(parts[one][0])},
    )
    for nickname, named in nicknames:
        other, person = home[parts[nickname]], home[parts[named]]
        home = {name: person if main == other else main for name, main in home.items()}
    occurrences = [(mention.id, parts[mention.id]) for mention in persons]
    nearest = nearest_namesakes(occurrences, home) | namesakes_by_role(occurrences, home, _roles_of(mentions))
    meant = {mention: home[name] for mention, name in occurrences} | nearest
    meant |= _told_by_turns(article, mentions, parts, meant, statements)
    drafts: dict[tuple[str, ...], _Draft] = {}
    holder: dict[str, _Draft] = {}
    for mention in persons:
        name = meant[mention.id]
        draft = drafts.setdefault(name, _Draft(""))
        draft.known_as = draft.known_as or revered.get(mention.id, "")
        if mention.id in cut:
            draft.cut[mention.id] = kept_words(mention.text, cut[mention.id])
        draft.mentions.append(mention)
        holder[mention.id] = draft
    for name, draft in drafts.items():
        draft.block = _person_block(article, name, [parts[mention.id] for mention in draft.mentions])
    causes = _attach_roles(article, mentions, holder)
    return list(drafts.values()), causes


def _person_block(article: Article, name: Name, forms: Sequence[Name]) -> str:
    own = tuple(part for part in name if part != ALONE)
    block = f"PER {block_key((_usual_surname(own, forms),))}"
    return f"{block} in {article.id}" if name[-2:] == OPEN else block  # no other article says who an open one is


def _told_by_turns(
    article: Article,
    mentions: Sequence[Mention],
    parts: Mapping[str, Name],
    meant: Mapping[str, Name],
    statements: Sequence[Statement],
) -> dict[str, Name]:
    """Return whom names alone mean by who spoke last and by the words that agree with them, nobody where both fail."""
    turns = told_by_turns(article, mentions, parts, meant, statements)
    as_told = {**meant, **turns.meant}
    told = told_by_gender(article, mentions, parts, as_told)
    otherwise = told_by_gender(article, mentions, parts, as_told | turns.doubtful)
    unsure = turns.doubtful.keys() - told.keys() - otherwise.keys()
    return {**turns.meant, **told, **{mention: (*parts[mention], *OPEN) for mention in unsure}}


def _roles_of(mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """Return the offices written beside each person, folded, by mention; «السيد» tells nobody from another."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind is MentionKind.ROLE and mention.holder_id and is_office(key := read_role(mention.text).key):
            found[mention.holder_id].add(key)
    return found


def _name_of(mention: Mention) -> tuple[str, ...]:
    """Return the parts of a name; of letters that make none (a damaged page), those as they stand."""
    parts = split_name(mention.text)
    return name_behind(parts) or parts or (mention.text,)


def _usual_surname(name: tuple[str, ...], forms: Sequence[tuple[str, ...]]) -> str:
    """Return the part by which the article calls a person most.

    The full name may be the misspelt one, or go on with a grandfather's name or a word that is no name.
    """
    own = surname(name)
    votes = Counter(surname(form) for form in forms if form != name[:1])
    like = [
        form for form in votes if form == own or form in name[1:] or (form not in name and is_typing_error(form, own))
    ]
    return min(like, key=lambda form: (-votes[form], form == own and len(name) > 2, form), default=own)


def _attach_roles(article: Article, mentions: Sequence[Mention], holder: dict[str, _Draft]) -> dict[str, RoleCause]:
    """Give every role to its holder; one without goes to the person who holds the same role elsewhere, if only one.

    Returns why, by the role's mention.
    """
    causes: dict[str, RoleCause] = {}
    mentions = without_doubtful_holders(article, mentions)
    open_roles: list[tuple[Mention, Role]] = []
    former: dict[str, set[int]] = defaultdict(set)
    shared = list(share_roles(article, mentions))
    listed = adjoining_holders(article, mentions)
    for mention, role in _read_roles(article, mentions, {each.role_id: each.text for each in shared if each.own}):
        draft = holder.get(mention.holder_id or listed.get(mention.id, ""))
        if draft is None:
            if not tells_what_is_made(mention):
                open_roles.append((mention, role))
            causes[mention.id] = RoleCause.NOBODY
        else:
            _give_role(draft, mention, role)
            causes[mention.id] = RoleCause.BESIDE if mention.holder_id else RoleCause.LISTED
            if role.former:
                former[role.key].add(id(draft))
    for each in shared:
        if not each.own:
            _note_role(holder[each.person_id], each.role_id, read_role(each.text))
    drafts = {id(draft): draft for draft in holder.values()}
    called = [id(holder[mention]) for mention in called_to_govern(article, mentions)]
    held = offices_held({number: draft.roles for number, draft in drafts.items()}, called)
    left = []
    for mention, role in of_named(open_roles, held, {number: draft.mentions for number, draft in drafts.items()}):
        known = held.get(TO_COME if role.to_come else role.key, {}).items()
        candidates = [one for one, nations in known if may_hold(article, role, nations, drafts[one].mentions)]
        if len(candidates) == 1:
            _give_role(drafts[candidates[0]], mention, role)
            causes[mention.id] = RoleCause.SAME_OFFICE
        elif candidates:
            causes[mention.id] = RoleCause.SEVERAL
        else:
            left.append((mention, role))
    by_former = former_alone(left, former)
    short = heads_alone(left, held) | by_former
    full = heads_at_length(left, held, {number: draft.role_mentions for number, draft in drafts.items()})
    for mention, role in left:
        if mention.id in full:
            _give_role(drafts[full[mention.id]], mention, role)
        elif mention.id in short:
            drafts[short[mention.id]].role_mentions.append(mention)
            causes[mention.id] = RoleCause.FORMER if mention.id in by_former else RoleCause.SHORT
    return causes


def _read_roles(
    article: Article, mentions: Sequence[Mention], words: Mapping[str, str]
) -> Iterator[tuple[Mention, Role]]:
    """Yield the roles of an article, read; `words` are those of whose holders share one noun."""
    nations = [mention for mention in mentions if mention.kind in (MentionKind.NORP, MentionKind.GPE)]
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    for mention in mentions:
        if mention.kind is MentionKind.ROLE:
            text, unlisted = words.get(mention.id, mention.text), unlisted_words(mention, nations)
            yield mention, role_in_place(article, mention, text, unlisted, persons.get(mention.holder_id))


def _give_role(draft: _Draft, mention: Mention, role: Role) -> None:
    draft.role_mentions.append(mention)
    _note_role(draft, mention.id, role)


def _note_role(draft: _Draft, mention_id: str, role: Role) -> None:
    if not role.former and role.office:
        draft.roles.append(SeenRole(role.office, role.of, role.key, role.nation, mention_id, role.status.value))


def _draft_things(article: Article, mentions: Sequence[Mention]) -> list[_Draft]:
    """Return the drafts of bodies, places, nations and the rest, one a key."""
    keys = {mention.id: _key(mention) for mention in mentions if mention.kind in _GROUPS and fold_name(mention.text)}
    keys |= place_names(article, mentions, keys)
    keys |= cut_names(article, mentions)
    keys |= bracketed_names(article, mentions, keys)
    keys |= nations_bodies(article, mentions, keys)
    bodies = {keys[mention.id] for mention in mentions if mention.kind in _BODIES and mention.id in keys}
    drafts: dict[str, _Draft] = {}
    for mention in mentions:
        if mention.id not in keys:
            continue
        key = keys[mention.id]
        if mention.kind in _BODIES and is_common(key):
            key = common_key(article, mention, key, bodies)
        # «الحوثيون» are no people but a movement's members.
        group = "body" if mention.kind is MentionKind.NORP and members_body(mention.text) else _GROUPS[mention.kind]
        block = f"{group} {key}"
        drafts.setdefault(block, _Draft(block)).mentions.append(mention)
    return list(drafts.values())


def _key(mention: Mention) -> str:
    if mention.kind is MentionKind.NORP:
        if body := members_body(mention.text):
            return thing_key(body)
        singular = adherents(mention.text)
        return nation_key(mention.text) or nation_key(singular) or singular
    if mention.kind is MentionKind.MISC:
        return fold_name(mention.text)
    return thing_key(mention.text, place=mention.kind in _PLACES) or fold_name(mention.text)


def _finish(article: Article, draft: _Draft) -> Chain:
    forms = Counter(
        draft.known_as or draft.cut.get(mention.id) or written_name(article, mention) for mention in draft.mentions
    )
    surfaces = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
    kinds = Counter(mention.kind for mention in draft.mentions)
    if draft.block.startswith("body "):
        kinds[MentionKind.ORG] += kinds.pop(MentionKind.NORP, 0)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    name = _person_name(draft, surfaces) if kind is MentionKind.PER else surfaces[0][0]
    return Chain(
        id=content_id("chain", article.id, draft.block, draft.mentions[0].id),
        article_id=article.id,
        outlet=article.outlet,
        published=article.published,
        kind=kind,
        name=name,
        mention_ids=tuple(mention.id for mention in (*draft.mentions, *draft.role_mentions)),
        surfaces=tuple(Surface(form, count) for form, count in surfaces),
        roles=tuple(draft.roles),
        block=draft.block,
        told=_said_of(article, draft.mentions) if kind is MentionKind.PER else (),
        homes=find_homes(article, draft.mentions) if kind is MentionKind.PER else (),
    )


def _said_of(article: Article, mentions: Sequence[Mention]) -> tuple[str, ...]:
    sex = sex_told(article, mentions)
    return tuple(dict.fromkeys((*describe(article, mentions), *tell(article, mentions), *((sex,) if sex else ()))))


def _person_name(draft: _Draft, surfaces: Sequence[tuple[str, int]]) -> str:
    """Return the full form that the article uses most, of equals the one that ends with the usual surname."""

    def rank(surface: tuple[str, int]) -> tuple[bool, int, bool, int, str]:
        parts = split_name(surface[0])
        usual = f"PER {block_key(parts)}" == draft.block
        return len(parts) < 2, -surface[1], not usual, -len(parts), surface[0]

    return min(surfaces, key=rank)[0]
