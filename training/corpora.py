"""The data sets as examples: words with labels of the heads that each set annotates.

Everything is read from the data folder beside the project and from this repository; nothing is copied. What may be
trained on is decided here: CLEANANERCorp's TEST part, CAraNER, Wojood's test part and the test articles of the own
gold are only ever measured. NewsFANE holds the same texts as CLEANANERCorp, so it gives finer types to sentences of
TRAIN alone, and none of its own sentences is read: its part of TEST is never seen.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.labels import (
    ARTICLES,
    ENTITY_LABELS,
    ENTITY_TYPES,
    LINKS,
    SCHEMES,
    SEGMENTS,
    SPAN_LABELS,
    SPEECH,
    Example,
    Span,
    covered,
    mark,
    mark_segments,
    outermost,
)
from training.lexicon import NATION_ADJECTIVE, word_bits
from training.markup import MarkedSpan, read_file

from riwaya.annotate.reader.words import PREFIXES, PRONOUNS, read_words
from riwaya.arabic.normalise import fold

Tagged = list[tuple[str, str]]
SHARED = Path("../shared")
_MOST_WORDS = 110
_FINE = {
    "Nation": "GPE", "Population-Center": "GPE", "State-or-Province": "GPE", "County-or-District": "GPE",
    "GPE-Cluster": "LOC", "Continent": "LOC", "Water-Body": "LOC", "Building-Grounds": "LOC", "Land": "LOC",
    "Land-Region-Natural": "LOC", "Airport": "LOC", "Path": "LOC", "Subarea-Facility": "LOC", "Media": "OUTLET",
}  # fmt: skip
_COARSE = {"PERS": {"PER"}, "LOC": {"LOC", "GPE"}, "ORG": {"ORG", "OUTLET"}, "MISC": {"NORP", "EVENT", "MISC"}}
_WOJOOD = {
    "PERS": {"PER"}, "ORG": {"ORG", "OUTLET"}, "GPE": {"GPE"}, "LOC": {"LOC"}, "FAC": {"LOC"}, "NORP": {"NORP"},
    "EVENT": {"EVENT"}, "LAW": {"MISC"}, "PRODUCT": {"MISC"}, "LANGUAGE": {"MISC"},
    "WEBSITE": {"OUTLET", "ORG", "MISC"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text with spans, of one document or of sentences that follow each other."""

    text: str
    spans: tuple[Span, ...]
    source: str
    domain: str = ""


# --- word-a-line files ------------------------------------------------------------------------------------------


def read_tagged(path: Path) -> list[Tagged]:
    """Return the sentences of a file with a word and its tags on each line, blank lines between sentences."""
    sentences: list[Tagged] = []
    current: Tagged = []
    for line in path.read_text("utf-8-sig").splitlines():
        word, _, tags = line.replace("\u200e", "").strip().replace("\t", " ").partition(" ")
        if tags:
            current.append((word, tags.strip()))
        elif current:
            sentences.append(current)
            current = []
    return sentences + ([current] if current else [])


def tagged_spans(sentence: Tagged, offset: int = 0) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, tag) of a sentence whose words are joined by blanks; a word may carry several tags."""
    open_spans: dict[str, list[int]] = {}
    position = offset
    for word, tags in sentence:
        names = {tag[2:]: tag[0] for tag in tags.split() if tag[:2] in ("B-", "I-")}
        for name in [name for name in open_spans if names.get(name) != "I"]:
            yield (*open_spans.pop(name), name)
        for name in names:
            if name in open_spans:
                open_spans[name][1] = position + len(word)
            else:
                open_spans[name] = [position, position + len(word)]
        position += len(word) + 1
    for name, (start, end) in open_spans.items():
        yield start, end, name


def join_sentences(sentences: Sequence[Tagged], *, most: int = _MOST_WORDS) -> Iterator[list[Tagged]]:
    """Yield runs of sentences that follow each other, up to about `most` words."""
    run: list[Tagged] = []
    for sentence in sentences:
        if run and sum(map(len, run)) + len(sentence) > most:
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _text_of(run: Sequence[Tagged]) -> str:
    return " ".join(word for sentence in run for word, _ in sentence)


# --- CLEANANERCorp, with NewsFANE's finer types -------------------------------------------------------------------


def read_cleananercorp(shared: Path, part: str) -> list[Passage]:
    """Return the passages of a part: "train" (eleven twelfths of TRAIN), "dev" (its last twelfth) or "test"."""
    folder = shared / "data/ner"
    name = "TEST" if part == "test" else "TRAIN"
    sentences = read_tagged(folder / f"cleananercorp/cleananercorp_{name}.txt")
    cut = len(sentences) * 11 // 12
    sentences = sentences if part == "test" else sentences[:cut] if part == "train" else sentences[cut:]
    fine = _fine_types(folder / "newsfane/NewsFANE_Gold_2014_170K.txt") if part == "train" else {}
    passages = []
    for run in join_sentences(sentences):
        spans, offset = [], 0
        for sentence in run:
            text = _text_of([sentence])
            known = fine.get(_letters(text), {})
            for start, end, tag in tagged_spans(sentence, offset):
                written = text[start - offset : end - offset]
                spans.append(Span(start, end, _types(tag, written, known.get(_letters(written), ""))))
            offset += len(text) + 1
        passages.append(Passage(_text_of(run), tuple(spans), f"cleananercorp-{part}"))
    return passages


def _letters(text: str) -> str:
    """Return what two tokenisations of one sentence share: letters without article, marks and spelling variants."""
    return re.sub(r"[^\w]", "", fold(text)).replace("لال", "لل").replace("ال", "").lstrip("وفبلك")


def _fine_types(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for sentence in read_tagged(path):
        text = _text_of([sentence])
        names = found.setdefault(_letters(text), {})
        for start, end, tag in tagged_spans(sentence):
            names[_letters(text[start:end])] = tag
    return found


def _types(tag: str, written: str, fine: str) -> frozenset[str]:
    """Return the types that a coarse tag may mean."""
    if tag == "MISC":
        forms = [word.form for word in read_words(written)]
        if fine == "Group" or (len(forms) == 1 and word_bits(forms[0]) >> NATION_ADJECTIVE & 1):
            return frozenset({"NORP"})
    if _FINE.get(fine) in _COARSE[tag]:
        return frozenset({_FINE[fine]})
    if tag == "ORG" and fine:
        return frozenset({"ORG"})
    return frozenset(_COARSE[tag])


def coarse(kind: str) -> str:
    """Return the CLEANANERCorp tag of one of our types."""
    return next(tag for tag, kinds in _COARSE.items() if kind in kinds)


# --- Wojood, CAraNER ------------------------------------------------------------------------------------------------


def read_wojood(shared: Path, part: str) -> list[Passage]:
    """Return the passages of Wojood's sample: part "train", "val" or "test". OCC becomes ROLE."""
    passages = []
    for sentence in read_tagged(shared / f"data/ner/wojood_sample/data/{part}.txt"):
        sentence = [(word, tags) for word, tags in sentence if word != "$#$"]
        spans = [
            Span(start, end, frozenset({"ROLE"} if tag == "OCC" else _WOJOOD[tag]))
            for start, end, tag in tagged_spans(sentence)
            if tag == "OCC" or tag in _WOJOOD
        ]
        passages.append(Passage(_text_of([sentence]), tuple(spans), f"wojood-{part}"))
    return passages


def read_caraner(shared: Path) -> list[Passage]:
    """Return CAraNER's sentences (measured only); TIT and the other tags keep their names."""
    sentences: dict[str, Tagged] = defaultdict(list)
    with (shared / "data/ner/caraner/CAraNER_dev.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            sentences[row["Sentence_ID"]].append((row["Word"], row["Revised_Label"].replace("_", "-")))
    return [
        Passage(
            _text_of([sentence]),
            tuple(Span(start, end, frozenset({tag})) for start, end, tag in tagged_spans(sentence)),
            "caraner",
        )
        for sentence in sentences.values()
    ]


# --- own sentences, own gold --------------------------------------------------------------------------------------


def _own_spans(spans: Iterable[MarkedSpan]) -> tuple[Span, ...]:
    return tuple(Span(span.start, span.end, frozenset({span.type}), span.key) for span in spans)


def read_sentences(folder: Path, part: str) -> list[Passage]:
    """Return the own sentences: every tenth is "dev", the others "train"."""
    return [
        Passage(sentence.text, _own_spans(sentence.spans), f"sentences-{part}", sentence.domain)
        for path in sorted(folder.glob("*.txt"))
        for index, sentence in enumerate(read_file(path))
        if (index % 10 == 9) == (part == "dev")
    ]


def read_stand_off(labels: Iterable[dict[str, Any]], texts: dict[str, str], source: str) -> list[Passage]:
    """Return own articles from stand-off labels and the articles' texts by docno."""
    return [
        Passage(
            texts[label["docno"]],
            tuple(Span(start, end, frozenset({kind}), key) for start, end, kind, key in label["spans"]),
            source,
            label["docno"].split("-")[1],
        )
        for label in labels
        if label["docno"] in texts
    ]


def read_ant(shared: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of the ANT corpus."""
    with lzma.open(shared / "data/ant/ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# --- passages to examples -------------------------------------------------------------------------------------------


def make_example(passage: Passage, scheme: str) -> Example:
    """Return a passage as one example with the labels of the heads that its scheme annotates."""
    words = read_words(passage.text)
    entities = [span for span in passage.spans if span.types <= frozenset(ENTITY_TYPES)]
    outer, inner = outermost(entities)
    example = Example(words, SCHEMES.index(scheme), {"entities": mark(outer, words, ENTITY_LABELS)})
    example.source = passage.source
    if scheme in ("own", "wojood"):
        example.labels["inner"] = mark(inner, words, ENTITY_LABELS)
        roles, _ = outermost(span for span in passage.spans if "ROLE" in span.types)
        example.labels["roles"] = mark(roles, words, SPAN_LABELS)
    if scheme == "own":
        for kind in SPEECH:
            parts, _ = outermost(span for span in passage.spans if kind in span.types)
            example.labels[kind.lower()] = mark(parts, words, SPAN_LABELS)
        example.labels["particles"] = mark_segments(entities, words)
        _add_links(example, passage.spans)
    return example


def _add_links(example: Example, spans: Sequence[Span]) -> None:
    opened: list[tuple[str, str, int]] = []
    for span in spans:
        found = covered(span, example.words)
        if found:
            opened.extend((kind, span.key, found[0]) for kind in span.types)
    for number, (dependent, head) in enumerate(LINKS):
        kind = {"roles": "ROLE"}.get(dependent, dependent.upper())
        example.targets[head] = sorted({first for other, _, first in opened if other == head})
        for own, key, first in opened:
            if own != kind:
                continue
            holders = tuple(sorted({at for other, tied, at in opened if other == head and key and tied == key}))
            example.links.append((number, first, holders))


def split_example(example: Example, ranges: Iterable[tuple[int, int]]) -> Iterator[Example]:
    """Yield the example's ranges of words as examples of their own; links across ranges are dropped."""
    for first, last in ranges:
        part = Example(
            example.words[first:last],
            example.scheme,
            {head: masks[first:last] for head, masks in example.labels.items()},
            source=example.source,
        )
        part.targets = {
            head: [at - first for at in targets if first <= at < last] for head, targets in example.targets.items()
        }
        for number, at, holders in example.links:
            inside = tuple(holder - first for holder in holders if first <= holder < last)
            if first <= at < last and (inside or not holders):
                part.links.append((number, at - first, inside))
        yield part


# --- segmentation ---------------------------------------------------------------------------------------------------


def read_wikinews(shared: Path, part: str) -> list[Example]:
    """Return WikiNews in runs of sentences; "test" is the last third, held out, "train" the first two."""
    lines = (shared / "data/wikinews/WikiNews_dev.pos.ref").read_text("utf-8").splitlines()[1:]
    cut = len(lines) * 2 // 3
    runs: list[list[tuple[str, tuple[str, ...], tuple[str, ...], bool]]] = [[]]
    for line in lines[:cut] if part == "train" else lines[cut:]:
        written, _, tagged = line.partition("\t")
        segments, tags = written.split("+"), tagged.split("+")
        sure = len(segments) == len(tags) and not {"PUNC", "NUM", "FOREIGN"} & set(tags)
        prefixes, pronouns = read_segments(segments, tags) if sure else ((), ())
        runs[-1].append((join_segments(written), prefixes, pronouns, sure))
        if tags == ["PUNC"] and segments[0] in ".؟!" and len(runs[-1]) > 60:
            runs.append([])
    return [_segmented(run, f"wikinews-{part}") for run in runs if run]


_PARTICLES = {"و", "ف", "ب", "ل", "ك", "ال", "س"}
_JOINS = (("ل+ال+ل", "لل"), ("ل+ال+", "لل"), ("ة+ه", "ته"), ("ة+ك", "تك"), ("ة+ن", "تن"), ("ى+ه", "اه"), ("+", ""))


def join_segments(written: str) -> str:
    """Return the word that the segments of WikiNews write."""
    for parts, joined in _JOINS:
        written = written.replace(parts, joined)
    return written


def read_segments(segments: list[str], tags: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return prefixes and pronouns; verb endings belong to the stem, a preposition before a pronoun is the stem."""
    first = 0
    while first < len(segments) - 1 and segments[first] in _PARTICLES and tags[first] not in ("NOUN", "V", "ADJ"):
        first += 1
    pronoun = len(segments) > 1 and tags[-1] == "PRON" and segments[-1] in PRONOUNS
    pronoun = pronoun and not (segments[-1] == "نا" and tags[0] == "V")
    stem_end = len(segments) - pronoun
    prefixes = segments[: first - 1] if first >= stem_end else segments[:first]
    return tuple(prefixes), tuple(segments[-1:] if pronoun else ())


def _segmented(run: list[tuple[str, tuple[str, ...], tuple[str, ...], bool]], source: str) -> Example:
    words = read_words(" ".join(written for written, *_ in run))
    particles, pronouns = [0] * len(words), [0] * len(words)
    position, index = 0, 0
    for written, prefixes, suffixes, sure in run:
        while index < len(words) and words[index].outer < position:
            index += 1
        whole = index < len(words) and words[index].outer == position and words[index].end == position + len(written)
        if sure and whole:
            option = segment_option(prefixes)
            pronoun = "".join(suffixes)
            if option is not None and pronoun in PRONOUNS:
                particles[index] = 1 << option
                pronouns[index] = 1 << PRONOUNS.index(pronoun)
        position += len(written) + 1
    return Example(words, 0, {"particles": particles, "pronouns": pronouns}, source=source)


def segment_option(prefixes: Sequence[str]) -> int | None:
    """Return the index into SEGMENTS of a word's particles, None where it is no usual combination."""
    article = "ال" if prefixes and prefixes[-1] == "ال" else ""
    particles = "".join(prefixes[: len(prefixes) - bool(article)])
    return SEGMENTS.index((particles, article)) if particles in PREFIXES and article in ARTICLES else None


def read_pud(shared: Path) -> list[Example]:
    """Return PUD's sentences with particles and pronouns; its article is no token, so it may be there or not."""
    examples = []
    for block in (shared / "data/ud/pud/ar_pud-ud-test.conllu").read_text("utf-8").split("\n\n"):
        groups: list[list[tuple[str, str]]] = []
        glued = False
        for line in block.splitlines():
            if line.startswith("#") or not line:
                continue
            columns = line.split("\t")
            if not columns[0].isdigit():
                continue
            if glued:
                groups[-1].append((columns[1], columns[3]))
            else:
                groups.append([(columns[1], columns[3])])
            glued = "SpaceAfter=No" in columns[9]
        if groups:
            examples.append(_pud_example(groups))
    return examples


def _pud_example(groups: list[list[tuple[str, str]]]) -> Example:
    # A group is what stands between blanks: marks, a word's parts, marks.
    text, targets = "", {}
    for group in groups:
        marks = [kind == "PUNCT" for _, kind in group]
        begin = marks.index(False) if False in marks else len(group)
        end = len(group) - marks[::-1].index(False) if False in marks else len(group)
        letters = group[begin:end]
        text += "".join(written for written, _ in group[:begin])
        first = 0
        while first < len(letters) - 1 and letters[first][0] in _PARTICLES and letters[first][1] in _CLITIC_KINDS:
            first += 1
        pronoun = len(letters) - first > 1 and letters[-1][1] == "PRON" and letters[-1][0] in PRONOUNS
        if len(letters) - first - pronoun == 1:
            targets[len(text)] = ("".join(part for part, _ in letters[:first]), letters[-1][0] if pronoun else "")
        text += "".join(written for written, _ in group[begin:]) + " "
    words = read_words(text)
    particles, pronouns = [0] * len(words), [0] * len(words)
    for index, word in enumerate(words):
        if word.outer in targets and targets[word.outer][0] in PREFIXES:
            prefix, pronoun = targets[word.outer]
            particles[index] = sum(1 << SEGMENTS.index((prefix, article)) for article in ARTICLES)
            pronouns[index] = 1 << PRONOUNS.index(pronoun)
    return Example(words, 0, {"particles": particles, "pronouns": pronouns}, source="pud")


_CLITIC_KINDS = {"CCONJ", "ADP", "PART", "SCONJ", "DET", "AUX"}


def measured_articles(shared: Path, gold: Path | None) -> set[str]:
    """Return the docnos of ANT articles that some gold set measures on, none of which may be trained on unlabelled."""
    found: set[str] = set()
    paths = list((shared / "gold").glob("*.jsonl")) + (list(gold.glob("*.jsonl")) if gold else [])
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            found |= set(re.findall(r'"([A-Z]{2}-[A-Za-z]+-\d+-\d{8})', line))
    return found
