"""How near the store's records of the demo newsroom come to its golden records, stage by stage.

Every function takes a `Newsroom` and returns figures by name (shares from 0 to 1) with what fell short, as lines
to read. Found records are looked up in the text that was found, so a fault of extraction shows in every later stage.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from golden.demo_gold import DEMO, DemoGold, GoldStatement, load_gold, locate
from riwaya.annotate.statements.scoring import Counts, Judged, count, match
from riwaya.arabic.names import fold_name
from riwaya.model import (
    Alignment,
    Article,
    Entity,
    Field,
    Link,
    Mention,
    MentionKind,
    Mode,
    Origin,
    Page,
    Passage,
    Span,
    Statement,
    Story,
    Time,
)
from riwaya.model.interval import read_interval
from riwaya.store.contract import Store


@dataclass(slots=True)
class Report:
    """Figures by name, and what fell short."""

    figures: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def share(self, name: str, right: int, of: int) -> None:
        """Note a share under a name."""
        self.figures[name] = right / of if of else 1.0

    def f1(self, name: str, right: int, found: int, gold: int) -> None:
        """Note a harmonic mean of precision and recall."""
        self.figures[name] = 2 * right / (found + gold) if found + gold else 1.0


class Newsroom:
    """The demo's records as found, by the names that the gold uses (`page`, `page@1` for a second article)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.gold: DemoGold = load_gold()
        feed = (DEMO / "wire" / "feed.xml").read_text("utf-8")
        entries = re.findall(r"<item>.*?<link>(.*?)</link>", feed, re.DOTALL)
        page_of_key = {link: f"wire/feed.xml#{number}" for number, link in enumerate(entries)}
        page_of = {page.id: page_of_key.get(page.key, page.key) for page in store.select(Page)}
        self.articles: dict[str, Article] = {}
        for article in store.select(Article):
            position = f"@{article.position}" if article.position else ""
            self.articles[page_of[article.page_id] + position] = article
        self.name_of = {article.id: name for name, article in self.articles.items()}
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in store.select(Mention):
            self.mentions[self.name_of[mention.article_id]].append(mention)
        self.entity_of = {link.mention_id: link.entity_id for link in store.select(Link)}
        self.entities = {entity.id: entity for entity in store.select(Entity)}
        self.statements: dict[str, list[Statement]] = defaultdict(list)
        for statement in store.select(Statement):
            self.statements[self.name_of[statement.article_id]].append(statement)
        self.story_of = {
            self.name_of[article_id]: story.id for story in store.select(Story) for article_id in story.article_ids
        }

    def entities_of(self, page: str, form: str) -> list[str]:
        """Return the entities of the persons that a page's text names by exactly this form, one a mention."""
        return [
            self.entity_of.get(mention.id, "")
            for mention in self.mentions[page]
            if mention.kind == MentionKind.PER and mention.field == Field.TEXT and mention.text == form
        ]


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """Return B-cubed F1 (Bagga and Baldwin 1998); what was not found stands alone."""
    whole = {item: found.get(item) or f"alone {item}" for item in gold}
    totals = [0.0, 0.0]
    for item in gold:
        mine = {other for other in gold if whole[other] == whole[item]}
        theirs = {other for other in gold if gold[other] == gold[item]}
        totals[0] += len(mine & theirs) / len(mine)
        totals[1] += len(mine & theirs) / len(theirs)
    precision, recall = (total / len(gold) for total in totals)
    return 2 * precision * recall / (precision + recall)


def score_articles(room: Newsroom) -> Report:
    """Compare what extraction gives of every page."""
    report, right = Report(), Counter[str]()
    names = {f"{gold.page}@{gold.position}" if gold.position else gold.page: gold for gold in room.gold.articles}
    for name in names.keys() ^ room.articles.keys():
        report.faults.append(f"articles: {name} {'is missing' if name in names else 'is too much'}")
    right["count"] = len(names.keys() & room.articles.keys())
    total = Counter({"count": len(names)})
    for name in sorted(names.keys() & room.articles.keys()):
        gold, found = names[name], room.articles[name]
        checks = {
            "title": (found.title, gold.title, found.title == gold.title),
            "standfirst": (found.standfirst, gold.standfirst, found.standfirst == gold.standfirst),
            "outlet": (found.outlet, gold.outlet, found.outlet in {gold.outlet, *gold.outlet_forms}),
            "authors": (found.authors, gold.authors, found.authors == gold.authors),
            "published": (found.published, gold.published, _right_day(found, gold.published, gold.date)),
            "published_from": (found.published_from.value, gold.published_from, _right_from(found, gold)),
            "dateline": (found.dateline, gold.dateline, found.dateline == gold.dateline),
            "credits": (found.credits, gold.credits, set(found.credits) == set(gold.credits)),
            "edges": (
                (found.text[:40], found.text[-40:]),
                (gold.first, gold.last),
                found.text.startswith(gold.first) and found.text.endswith(gold.last),
            ),
            "removed": ([part for part in gold.not_in_text if part in found.text], [], None),
            "text": (*_difference(found.text, gold.text), found.text == gold.text),
        }
        for check, (got, wanted, verdict) in checks.items():
            total[check] += 1
            right[check] += verdict if verdict is not None else got == wanted
            if not (verdict if verdict is not None else got == wanted):
                report.faults.append(f"articles {check}: {name}: {got!r} for {wanted!r}")
    for check in total:
        report.share(f"articles {check}", right[check], total[check])
    return report


def _right_day(found: Article, published: str, true_day: str) -> bool:
    interval = read_interval(found.published)
    if found.published == published or found.published[:10] == published != "":
        return True
    wide = interval is None or (interval.last_day - interval.first_day).days > 31
    if interval is None or wide or found.published_from.value not in ("derived", "inferred"):
        return False
    return interval.first_day.isoformat() <= true_day <= interval.last_day.isoformat()


def _right_from(found: Article, gold: object) -> bool:
    wanted = getattr(gold, "published_from")  # noqa: B009
    allowed = {"derived": {"derived", "inferred"}, "unknown": {"unknown", "inferred", "derived"}}
    return found.published_from.value in allowed.get(wanted, {wanted})


def _difference(found: str, gold: str) -> tuple[list[str], list[str]]:
    """Return the lines that only one of two texts holds."""
    one, other = found.split("\n"), gold.split("\n")
    return [line for line in one if line not in other], [line for line in other if line not in one]


def score_people(room: Newsroom) -> Report:
    """Compare who is named where, and which names are one person."""
    report, found_forms, chained = Report(), 0, 0
    found: dict[str, str] = {}
    gold: dict[str, str] = {}
    forms = sum(len(person.forms) for person in room.gold.people)
    for person in room.gold.people:
        item = f"{person.page} {person.canonical}"
        entities: list[str] = []
        for form in person.forms:
            here = room.entities_of(person.page, form)
            found_forms += bool(here)
            entities += here
            if not here:
                report.faults.append(f"people form: {person.page}: {form}")
        gold[item] = person.canonical
        chained += len(set(entities)) == 1
        if len(set(entities)) > 1:
            report.faults.append(f"people chain: {item}: {len(set(entities))} entities")
        if entities:
            found[item] = Counter(entities).most_common(1)[0][0]
    report.share("people forms found", found_forms, forms)
    report.share("people chained", chained, len(room.gold.people))
    report.figures["people B3"] = b_cubed(found, gold)
    by_person, by_entity = defaultdict(set), defaultdict(set)
    for item, entity in found.items():
        by_person[gold[item]].add(entity)
        by_entity[entity].add(gold[item])
    report.share("people in one entity", sum(len(each) == 1 for each in by_person.values()), len(by_person))
    report.share("people alone in their entity", sum(len(each) == 1 for each in by_entity.values()), len(by_entity))
    for name, ids in by_person.items():
        if len(ids) > 1:
            names = [room.entities[each].names if each in room.entities else each for each in ids]
            report.faults.append(f"people split: {name}: {names}")
    report.faults += [f"people merged: {sorted(names)}" for names in by_entity.values() if len(names) > 1]
    _score_invented(room, report)
    return report


def _score_invented(room: Newsroom, report: Report) -> None:
    """Count mentions of persons that share no word with any golden form, by-lines aside (names not in the gold)."""
    known = {word for person in room.gold.people for form in person.forms for word in fold_name(form).split()}
    names = {person.page for person in room.gold.people}
    total = strange = 0
    for page in sorted(names):
        for mention in room.mentions[page]:
            if mention.kind == MentionKind.PER and mention.field == Field.TEXT:
                words = fold_name(mention.text).split()
                total += 1
                strange += not known.issuperset(words)
                if not known.issuperset(words):
                    report.faults.append(f"people too much: {page}: {mention.text}")
    report.share("people precision", total - strange, total)


def score_offices(room: Newsroom) -> Report:
    """Compare who held what office, and when."""
    report, right, dated, dates = Report(), 0, 0, 0
    for gold in room.gold.offices:
        holders = [entity for entity in room.entities.values() if entity.name == gold.holder]
        offices = [office for entity in holders for office in entity.offices]
        fitting = [office for office in offices if _is_office(office.office, office.of, gold.labels, gold.of)]
        right += bool(fitting)
        if not fitting:
            held = [(office.office, office.of) for office in offices]
            report.faults.append(f"offices: {gold.holder}: {gold.labels[0]} of {gold.of}: found {held}")
        for wanted, edge in ((gold.start, "start"), (gold.end, "end")):
            if wanted:
                dates += 1
                dated += any(getattr(office, edge)[:10] == wanted for office in fitting)
    report.share("offices", right, len(room.gold.offices))
    report.share("offices dated", dated, dates)
    return report


def _is_office(office: str, of: str, labels: Sequence[str], wanted: str) -> bool:
    words = set(fold_name(f"{office} {of}").split())
    stem = fold_name(wanted).removeprefix("ال")[:4]
    place = any(word.removeprefix("ال").startswith(stem) for word in words) or wanted in office
    return place and any(set(fold_name(label).split()) <= words for label in labels)


def score_times(room: Newsroom) -> Report:
    """Compare time expressions by span and value."""
    report, right, spans, found_total, gold_total = Report(), 0, 0, 0, 0
    found_times: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for time in room.store.select(Time):
        if time.field == Field.TEXT:
            found_times[room.name_of[time.article_id]][time.span.start, time.span.end] = time.value
    for page in sorted(room.gold.time_pages):
        text = room.articles[page].text if page in room.articles else ""
        gold = {_place(text, each.text, each.nth): _timex(each.value) for each in room.gold.times if each.page == page}
        found = found_times[page]
        gold_total, found_total = gold_total + len(gold), found_total + len(found)
        spans += len(gold.keys() & found.keys())
        right += len(gold.items() & found.items())
        report.faults += [f"times: {page}: missing {text[s:e]!r} {v}" for (s, e), v in gold.items() - found.items()]
        report.faults += [f"times: {page}: found {text[s:e]!r} {v}" for (s, e), v in found.items() - gold.items()]
    report.f1("times strict F1", right, found_total, gold_total)
    report.f1("times span F1", spans, found_total, gold_total)
    return report


def _timex(value: str) -> str:
    """Return a golden value in the spelling of TIMEX3: hours behind a T, the dawn among the mornings."""
    return {"PXH": "PTXH"}.get(value, value).replace("TDA", "TMO")


def _place(text: str, string: str, nth: int) -> tuple[int, int]:
    try:
        return locate(text, string, nth)
    except ValueError:
        return -1 - nth, -1


def _judged(gold: GoldStatement, text: str) -> Judged | None:
    start, end = _place(text, gold.content, gold.nth)
    return Judged(Span(start, end), gold.speaker, gold.via, Mode(gold.mode)) if start >= 0 else None


def gold_statements(room: Newsroom, page: str) -> tuple[list[GoldStatement], list[Judged]]:
    """Return a page's golden statements whose contents stand in the text that was found."""
    text = room.articles[page].text
    pairs = [(each, _judged(each, text)) for each in room.gold.statements if each.page == page]
    present = [(each, judged) for each, judged in pairs if judged]
    return [each for each, _ in present], [judged for _, judged in present]


def found_statements(room: Newsroom, page: str) -> list[Judged]:
    """Return a page's found statements in the form that is compared."""
    text = room.articles[page].text
    return [
        Judged(each.content, each.speaker_text, tuple(span.of(text) for span in each.via), each.mode)
        for each in room.statements[page]
    ]


def score_statements(room: Newsroom) -> Report:
    """Compare statements by content, then speaker, intermediaries and mode."""
    report, counts = Report(), Counts()
    for page in sorted(room.gold.statement_pages & room.articles.keys()):
        text = room.articles[page].text
        _, gold = gold_statements(room, page)
        found = found_statements(room, page)
        before = len(counts.missed), len(counts.wrong)
        count(text, gold, found, counts)
        for kind, items in (("missed", counts.missed[before[0] :]), ("wrong", counts.wrong[before[1] :])):
            report.faults += [f"statements {kind}: {page}: {i.speaker}: {i.content.of(text)}" for i in items]
        for one, other in match(text, gold, found):
            for name in ("via", "mode"):
                if getattr(gold[one], name) != getattr(found[other], name):
                    values = getattr(found[other], name), getattr(gold[one], name)
                    report.faults.append(f"statements {name}: {page}: {values[0]!r} for {values[1]!r}")
            if set(gold[one].speaker.split()) != set(found[other].speaker.split()):
                report.faults.append(f"statements speaker: {page}: {found[other].speaker} for {gold[one].speaker}")
    counts.gold = len(room.gold.statements)
    report.figures |= {"statements content F1 .8": counts.f1, "statements content precision": counts.precision}
    report.figures |= {f"statements {name}": counts.share(name) for name in ("speaker", "chain", "mode")}
    return report


def score_passages(room: Newsroom) -> Report:
    """Compare copied passages: found at all, with their direction, their kind and their extent."""
    report, right = Report(), Counter[str]()
    passages = list(room.store.select(Passage))
    for gold in room.gold.passages:
        here, there = room.articles[gold.page], room.articles[gold.other_page]
        start, end = _place(here.text, gold.excerpt, 1)
        over = [
            (min(end, each.span.end) - max(start, each.span.start), each)
            for each in passages
            if (each.article_id, each.other_article_id) == (here.id, there.id)
        ]
        best = max((pair for pair in over if pair[0] > 0), key=lambda pair: pair[0], default=None)
        if best is None:
            report.faults.append(f"passages missed: {gold.page} {gold.other_page}: {gold.excerpt[:80]}")
            continue
        span, union = best[1].span, max(end, best[1].span.end) - min(start, best[1].span.start)
        right["found"] += 1
        right["direction"] += best[1].direction.value == gold.direction
        right["kind"] += best[1].kind.value == gold.kind
        right["overlap"] += best[0] / union >= 0.8
        if best[1].direction.value != gold.direction or best[1].kind.value != gold.kind or best[0] / union < 0.8:
            got = f"{best[1].direction.value} {best[1].kind.value} {span.of(here.text)}"
            wanted = f"{gold.direction} {gold.kind} {gold.excerpt}"
            report.faults.append(f"passages: {gold.page} {gold.other_page}: {got} FOR {wanted}")
    for name in ("found", "direction", "kind", "overlap"):
        report.share(f"passages {name}", right[name], len(room.gold.passages))
    return report


def score_origins(room: Newsroom) -> Report:
    """Compare what accounts go back to."""
    report, right, kinds = Report(), 0, 0
    origins = {room.name_of[origin.article_id]: origin for origin in room.store.select(Origin)}
    for gold in room.gold.origins:
        found = origins.get(gold.page)
        named = found is not None and set(fold_name(gold.origin).split()) <= set(fold_name(found.origin).split())
        right += named
        same_kind = found is not None and found.kind.value == gold.kind
        kinds += same_kind
        if not (named and same_kind):
            got = f"{found.origin} {found.kind.value}" if found else "none"
            report.faults.append(f"origins: {gold.page}: {got} for {gold.origin} {gold.kind}")
    report.share("origins named", right, len(room.gold.origins))
    report.share("origins kind", kinds, len(room.gold.origins))
    return report


def score_stories(room: Newsroom) -> Report:
    """Compare the grouping of articles, and of stories into storylines."""
    report = Report()
    gold = {page: story.story for story in room.gold.stories for page in story.pages}
    report.figures["stories B3"] = b_cubed(room.story_of, gold)
    groups = defaultdict(set)
    for page, found in room.story_of.items():
        groups[found].add(page)
    exact = 0
    for story in room.gold.stories:
        exact += set(story.pages) in groups.values()
        if set(story.pages) not in groups.values():
            parts = [sorted(group) for group in groups.values() if group & set(story.pages)]
            report.faults.append(f"stories: {story.story}: {parts}")
    report.share("stories exact", exact, len(room.gold.stories))
    line_of = {room.name_of[a]: story.storyline_id for story in room.store.select(Story) for a in story.article_ids}
    lines = {page: story.storyline or story.story for story in room.gold.stories for page in story.pages}
    found_lines = {page: line_of.get(page) or room.story_of.get(page, "") for page in gold}
    report.figures["storylines B3"] = b_cubed(found_lines, lines)
    return report


def score_alignments(room: Newsroom) -> Report:
    """Compare pairs of statements of different accounts, on the stories whose pairs are all known."""
    report = Report()
    found_id: dict[tuple[str, int], str] = {}
    known: dict[str, tuple[str, int]] = {}
    pages = {page for story in room.gold.stories if story.story in room.gold.aligned_stories for page in story.pages}
    for page in sorted(room.gold.statement_pages & room.articles.keys()):
        gold, judged = gold_statements(room, page)
        for one, other in match(room.articles[page].text, judged, found_statements(room, page)):
            found_id[page, gold[one].index] = room.statements[page][other].id
            known[room.statements[page][other].id] = (page, gold[one].index)
    labels = {}
    for each in room.store.select(Alignment):
        labels[frozenset((each.statement_id, each.other_statement_id))] = each.label.value
    right = labelled = present = 0
    for pair in room.gold.alignments:
        ids = found_id.get((pair.page, pair.index)), found_id.get((pair.other_page, pair.other_index))
        present += all(ids)
        label = labels.get(frozenset(ids))  # type: ignore[arg-type]
        right += label is not None
        labelled += label == pair.label
        if all(ids) and label != pair.label:
            report.faults.append(f"alignments: {label} for {pair.label}: {pair.content} || {pair.other_content}")
    judged_pairs = [pair for pair in labels if all(each in known and known[each][0] in pages for each in pair)]
    wanted = {frozenset(((p.page, p.index), (p.other_page, p.other_index))) for p in room.gold.alignments}
    contents = {each.id: each.content_text for some in room.statements.values() for each in some}
    for ids_found in judged_pairs:
        if frozenset(known[one] for one in ids_found) not in wanted:
            texts = " || ".join(contents[one] for one in ids_found)
            report.faults.append(f"alignments too much: {labels[ids_found]}: {texts}")
    report.f1("alignments pair F1", right, len(judged_pairs), len(room.gold.alignments))
    report.f1("alignments labelled F1", labelled, len(judged_pairs), len(room.gold.alignments))
    report.share("alignments with both statements", present, len(room.gold.alignments))
    report.share("alignments label of found pairs", labelled, right)
    return report


def all_reports(room: Newsroom) -> Iterable[Report]:
    """Yield the report of every stage."""
    scores = (score_articles, score_people, score_offices, score_times, score_statements)
    for score in (*scores, score_passages, score_origins, score_stories, score_alignments):
        yield score(room)
