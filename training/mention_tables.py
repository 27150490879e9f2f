"""Derive the name and place tables of the rule reader from the licensed sources and the press corpus.

Run from the repository root: `python training/mention_tables.py ../shared/data`. Writes facts only (forms, counts,
shares, coordinates) to src/riwaya/resources/: name_parts.tsv, press_words.tsv, name_letters.tsv, places.tsv.

The share of a form as a family name is the share of the articles holding it in which it also stands right behind
a given name: a family name is introduced by the full name, a common word is not. The share as a given name is
that of its occurrences followed by a family name. Each defines the other, so a few rounds settle both.
"""

from __future__ import annotations

import csv
import json
import lzma
import math
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise

RESOURCES = Path("src/riwaya/resources")
PREFIXES = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")
PLACE_WORDS = frozenset(
    [
        "مدينه",
        "بمدينه",
        "لمدينه",
        "بلده",
        "قريه",
        "محافظه",
        "ولايه",
        "العاصمه",
        "منطقه",
        "اقليم",
        "مقاطعه",
        "مطار",
        "ومدينه",
        "قضاء",
    ]
)
ARAB_AND_NEAR = frozenset(
    [
        "EG",
        "IQ",
        "SY",
        "LB",
        "PS",
        "IL",
        "JO",
        "SA",
        "YE",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "LY",
        "TN",
        "DZ",
        "MA",
        "SD",
        "MR",
        "SO",
        "DJ",
        "EH",
    ]
)
BOUND = frozenset(["عبد", "ابو", "ابي", "بن", "ابن", "ال", "ام", "وعبد", "وابو", "لابو", "لعبد"])
NOT_NAMES = frozenset(["من", "الي", "في", "قال", "بيان", "رئيس", "كان", "عن", "بعد", "حزب", "انصار", "شركه"])


def read_documents(data: Path) -> list[list[str]]:
    """Return the folded tokens of every article; «عبد X» and «أبو X» are read as one token."""
    documents = []
    with lzma.open(data / "ant/ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            forms = [token.form for token in tokenise(f"{row['title'] or ''} .\n{row['text'] or ''}")]
            documents.append(forms)
    return documents


def read_name_lists(data: Path) -> tuple[Counter[str], Counter[str], set[str]]:
    """Return given names of well-known people, name parts of Wikidata's people with counts, and further parts."""
    given: Counter[str] = Counter()
    for name in json.loads((data / "names/arwikicats/people/peoples.json").read_text("utf-8")).values():
        parts = fold(name).split()
        if len(parts) > 1:
            given[parts[0]] += 1
    parts_count: Counter[str] = Counter()
    for line in (data / "names/netranslit/data/wd_arabic.normalized.aligned.tokens").open(encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) >= 3:
            parts_count[fold(fields[1].replace(" ", ""))] += int(fields[2])
    further = set()
    for path in sorted((data / "names/google_ar2en").glob("ar2en*.txt")):
        further |= {fold(line.split("\t")[0].strip()) for line in path.open(encoding="utf-8")}
    return given, parts_count, further


def strip_clitic(form: str, names: dict[str, float], counts: Counter[str]) -> str:
    """Return the name inside a form, the form itself where it is one, or ""; «بيان» holds no «يان»."""
    if names.get(form, 0) >= 0.5:
        return form
    for prefix in PREFIXES:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and len(rest) >= 3 and names.get(rest, 0) >= 0.5 and counts[rest] > counts[form]:
            return rest
    return ""


class NameShares:
    """Shares of every form as given and as family name, by mutual reinforcement over the corpus."""

    def __init__(self, documents: list[list[str]], seeds: set[str], listed: set[str]) -> None:
        self.documents = documents
        self.listed = listed
        self.article_count = Counter[str]()
        self.form_count = Counter[str]()
        for forms in documents:
            self.article_count.update(set(forms))
            self.form_count.update(forms)
        frequent = {form for form, count in self.article_count.items() if count > 6000}
        self.seeds = seeds - frequent - NOT_NAMES
        self.given: dict[str, float] = dict.fromkeys(self.seeds, 1.0)
        self.family: dict[str, float] = {}
        self.behind_given = Counter[str]()
        self.before_family = Counter[str]()

    def _count_family(self) -> None:
        self.behind_given = Counter()
        for forms in self.documents:
            anchored = set()
            for index in range(len(forms) - 1):
                if forms[index] in BOUND:
                    continue
                if strip_clitic(forms[index], self.given, self.article_count) or (
                    index and forms[index].startswith("ال") and forms[index - 1].lstrip("ولبفك") in ("عبد", "بد")
                ):
                    anchored.add(forms[index + 1])
            self.behind_given.update(anchored)
        self.family = {
            form: count / (self.article_count[form] + 2)
            for form, count in self.behind_given.items()
            if len(form) > 1 and form[0].isalpha()
        }

    def _count_given(self) -> None:
        self.before_family = Counter()
        for forms in self.documents:
            for form, following in pairwise(forms):
                if self.family.get(following, 0) >= 0.35 and following != "الله":
                    self.before_family[form] += 1
        self.given = {}
        for form, count in self.before_family.items():
            share = count / (self.form_count[form] + 2)
            if form in self.seeds and share >= 0.08:
                self.given[form] = max(share, 0.5)
            elif share >= 0.4 and count >= 4 and form in self.listed and form not in NOT_NAMES:
                self.given[form] = share
        for form in self.seeds:
            if self.form_count[form] < 5:
                self.given.setdefault(form, 0.6)

    def run(self, rounds: int) -> None:
        """Alternate the two counts."""
        for _ in range(rounds):
            self._count_family()
            self._count_given()
        self._count_family()

    def given_share(self, form: str) -> float:
        """Return the share of the form's occurrences that a family name follows."""
        return self.before_family[form] / (self.form_count[form] + 2)


def write_names(shares: NameShares, lists: tuple[Counter[str], Counter[str], set[str]]) -> dict[str, float]:
    """Write name_parts.tsv; return the forms with the larger of their shares."""
    given_list, parts, further = lists
    rows: list[tuple[object, ...]] = []
    candidates = set(given_list) | {form for form, count in parts.items() if count >= 2} | further
    candidates |= {form for form, share in shares.family.items() if share >= 0.08 and shares.behind_given[form] >= 2}
    best = {}
    for form in sorted(candidates):
        if not is_arabic(form):
            continue
        seen = shares.article_count[form]
        given, family = shares.given_share(form), shares.family.get(form, 0.0)
        listed = parts[form] + 3 * given_list[form] + (form in further)
        if seen < 5 and listed:
            # Hardly seen in the press: the lists decide, and they say little about which part it is.
            given = max(given, 0.6 if given_list[form] or parts[form] >= 20 else 0.4)
            family = max(family, 0.6)
        elif not listed and (family < 0.3 or shares.behind_given[form] < 3):
            continue
        if not listed:
            given = 0.0  # a verb stands before names as often as a given name does
        if max(given, family) < 0.02 and seen > 40:
            continue
        rows.append((form, round(100 * given), round(100 * family), listed, seen))
        best[form] = max(given, family)
    prefixed = {form for form in best if is_prefixed_name(form, shares, best)}
    rows = [row for row in rows if row[0] not in prefixed]
    write_table("name_parts.tsv", ("form", "given", "family", "listed", "seen"), rows)
    return best


def write_words(shares: NameShares, best: dict[str, float]) -> None:
    """Write press_words.tsv, the forms of the press that are no names, and name_letters.tsv."""
    words = {
        form: count
        for form, count in shares.article_count.items()
        if count >= 4 and is_arabic(form) and best.get(form, 0) < 0.3 and not is_prefixed_name(form, shares, best)
    }
    write_table("press_words.tsv", ("form", "articles"), sorted(words.items()))
    names, common = Counter[str](), Counter[str]()
    for form, share in best.items():
        if share >= 0.3:
            names.update(trigrams(form))
    for form in words:
        common.update(trigrams(form))
    total_names, total_common = sum(names.values()), sum(common.values())
    rows = []
    for gram in sorted(set(names) | set(common)):
        if names[gram] + common[gram] >= 8:
            ratio = math.log((names[gram] + 0.5) / total_names) - math.log((common[gram] + 0.5) / total_common)
            rows.append((gram, round(ratio, 2)))
    write_table("name_letters.tsv", ("letters", "log_ratio"), rows)


def is_prefixed_name(form: str, shares: NameShares, best: dict[str, float]) -> bool:
    """Return whether the form is a frequent name with particles in front («لترامب»)."""
    for prefix in PREFIXES:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and len(rest) >= 3 and best.get(rest, 0) >= 0.4:
            return shares.article_count[rest] > shares.article_count[form]
    return False


def is_arabic(form: str) -> bool:
    """Return whether a form is a word of two or more Arabic letters."""
    return len(form) > 1 and all("ء" <= letter <= "ي" for letter in form)


def trigrams(form: str) -> list[str]:
    """Return the letter trigrams of a form with its edges marked."""
    edged = f"^{form}$"
    return [edged[index : index + 3] for index in range(len(edged) - 2)]


def write_places(data: Path, shares: NameShares, best: dict[str, float]) -> None:
    """Write places.tsv: populated places whose Arabic name is no common word."""
    behind_place_word = Counter[str]()
    for forms in shares.documents:
        for form, following in pairwise(forms):
            if form in PLACE_WORDS:
                behind_place_word[following] += 1
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    ambiguous: dict[str, set[str]] = defaultdict(set)
    with (data / "names/geo_ar_dr5hn/places_ar.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, people = row["name_ar"].strip(), int(float(row["population"] or 0))
            form = fold(name)
            if row["kind"] != "cities" or not _is_plain(form) or not _is_known(form, people, row["country"], shares):
                continue
            if not _is_place(form, people, shares, behind_place_word, best):
                continue
            ambiguous[form].add(row["country"])
            if people >= found.get(form, (-1, ()))[0]:
                entry = (name, row["name"], row["country"], row["lat"][:8], row["lon"][:8], row["wikidata"])
                found[form] = (people, entry)
    rows = [(*entry, people, len(ambiguous[form])) for form, (people, entry) in sorted(found.items())]
    header = ("name", "name_en", "country", "latitude", "longitude", "wikidata", "population", "countries")
    write_table("places.tsv", header, rows)


def _is_plain(form: str) -> bool:
    return 3 <= len(form) <= 30 and all("ء" <= letter <= "ي" or letter in " -" for letter in form)


def _is_known(form: str, people: int, country: str, shares: NameShares) -> bool:
    if country in ARAB_AND_NEAR:
        return people >= 3000 or shares.article_count[form] > 0 or " " in form
    return people >= 150_000 or (people >= 40_000 and shares.article_count[form] > 1)


def _is_place(form: str, people: int, shares: NameShares, behind: Counter[str], best: dict[str, float]) -> bool:
    words = form.replace("-", " ").split()
    if len(words) > 1:
        return any(shares.article_count[word] < 400 for word in words)
    seen = shares.form_count[form]
    if best.get(form, 0) >= 0.15 and behind[form] < 0.05 * seen:
        return False
    if seen >= 12:
        return behind[form] >= max(2, 0.02 * seen) or (people >= 1_500_000 and behind[form] >= 2)
    return len(form) >= 4 and form not in best


def write_table(name: str, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Write one table with its header row."""
    with (RESOURCES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(header)
        writer.writerows(rows)
    print(name, len(rows))


def main(data: Path) -> None:
    """Derive all tables."""
    lists = read_name_lists(data)
    given, parts, further = lists
    for name in (Path(__file__).parent / "given_names.txt").read_text("utf-8").split():
        given[fold(name)] += 3
    seeds = {form for form in given if parts[form] >= 3 or given[form] >= 3} | {
        form for form, count in parts.items() if count >= 40
    }
    shares = NameShares(read_documents(data), seeds, set(given) | set(parts) | further)
    shares.run(3)
    best = write_names(shares, lists)
    write_words(shares, best)
    write_places(data, shares, best)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
