"""Labelled pairs of names: the reviewed list, and spellings of one Latin name with hard neighbours.

Writes `bench/gold/name_pairs.tsv` (left, right, same, part, kind). Sources beside `real_name_pairs.tsv` are read from
`../shared/data/names` (NETransliteration, MIT; google/transliteration ar2en, Apache-2.0). A family of pairs is in
one part.
"""

from __future__ import annotations

import csv
import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from riwaya.arabic.names import fold_name, skeleton

ROOT = Path(__file__).resolve().parents[1]
NAMES = ROOT.parent / "shared" / "data" / "names"
GIVEN = [
    "أحمد",
    "محمد",
    "علي",
    "حسن",
    "حسين",
    "خالد",
    "سامي",
    "سمير",
    "سامر",
    "نبيل",
    "وليد",
    "طارق",
    "كريم",
    "ماجد",
    "ناصر",
    "فادي",
    "هاني",
    "زياد",
    "عادل",
    "جمال",
    "كمال",
    "رائد",
    "إياد",
    "نادر",
    "بلال",
    "عمر",
    "عمرو",
    "عماد",
    "سعيد",
    "سعد",
    "سالم",
    "سليم",
    "مريم",
    "ليلى",
    "هدى",
    "منى",
    "سارة",
    "نادية",
    "سلمى",
    "رنا",
    "ريم",
    "هند",
    "نجوى",
    "أمل",
    "فاطمة",
    "عائشة",
]
FOREIGN = [
    "جون",
    "مايكل",
    "ديفيد",
    "روبرت",
    "جيمس",
    "ماريا",
    "آنا",
    "بيتر",
    "توماس",
    "مارتن",
    "كارلوس",
    "خوسيه",
    "لويس",
    "أنطونيو",
    "ماركو",
    "باولو",
    "فرانك",
    "هنري",
    "ميشال",
    "سيرغي",
    "ألكسندر",
    "نيكولا",
    "ستيفن",
    "كيفن",
    "إيفان",
    "يوسف",
    "إريك",
    "لارس",
    "يان",
    "آدم",
    "دانيال",
    "سوزان",
    "جوليا",
    "كلارا",
    "إيلينا",
    "كريستينا",
]
SPELT = (
    ("ميشال", "ميشيل"), ("سيرغي", "سيرجي"), ("ألكسندر", "الكسندر"), ("أنطونيو", "أنتونيو"), ("إيفان", "ايفان"),
    ("ستيفن", "ستيفين"), ("كيفن", "كيفين"), ("دانيال", "دانييل"), ("ديفيد", "دافيد"), ("نيكولا", "نيقولا"),
    ("روبرت", "روبيرت"), ("توماس", "طوماس"), ("كريستينا", "كرستينا"), ("غابرييل", "جبرييل"), ("إريك", "ايريك"),
    ("فيليب", "فيليبي"), ("غريغوري", "جريجوري"), ("أنجيلا", "أنغيلا"), ("إيلينا", "إلينا"), ("مارك", "مارك"),
)  # fmt: skip
_POSITIVES, _NEGATIVES = 650, 500


def read_spellings() -> dict[str, set[str]]:
    """Return the Arabic spellings of every Latin name."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (NAMES / "google_ar2en" / "ar2en.txt").read_text("utf-8").splitlines():
        arabic, _, latin = line.partition("\t")
        found[latin.strip().lower()].add(arabic.strip())
    aligned = NAMES / "netranslit" / "data" / "wd_arabic.normalized.aligned.tokens"
    for line in aligned.read_text("utf-8").splitlines():
        latin, letters, _ = line.split("\t")
        found[latin.strip().lower()].add(letters.replace(" ", ""))
    return {name: {form for form in forms if form.isalpha() and len(form) > 2} for name, forms in found.items()}


def part_of(family: str) -> str:
    """Return train or test, by the hash of what the pairs of a family share."""
    return "train" if hashlib.sha256(family.encode()).digest()[0] % 2 else "test"


def real_pairs() -> Iterator[tuple[str, str, int, str, str]]:
    """Yield all pairs of the reviewed list; of one person's spellings, or of different people."""
    with (ROOT / "training" / "real_name_pairs.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            names = list(dict.fromkeys(row["names"].split("|")))
            for left, right in combinations(names, 2):
                yield left, right, int(row["same"]), part_of(names[0]), "real"


def spelt_pairs(spellings: dict[str, set[str]], generator: random.Random) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield pairs of one invented bearer whose surname, or first name too, is spelt in two ways."""
    families = sorted(name for name, forms in spellings.items() if len(forms) > 1 and len(name) > 3)
    generator.shuffle(families)
    made = 0
    for latin in families:
        left, right = generator.sample(sorted(spellings[latin]), 2)
        far = DamerauLevenshtein.distance(fold_name(left), fold_name(right))
        if left == right or far > max(1, 0.34 * max(len(left), len(right))):
            continue  # the lists hold pairs that are two names
        native = skeleton(left) == skeleton(right) and ("ال" in (left[:2], right[:2]))
        given = generator.choice(GIVEN) if native else generator.choice(FOREIGN)
        first = generator.choice(SPELT) if not native and generator.random() < 0.4 else (given, given)
        yield f"{first[0]} {left}", f"{first[1]} {right}", 1, part_of(latin), "spelt"
        made += 1
        if made == _POSITIVES:
            return


def near_pairs(spellings: dict[str, set[str]], generator: random.Random) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield pairs of two people: surnames alike but of other Latin names, or one surname with like first names."""
    by_shape: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for latin, forms in sorted(spellings.items()):
        for form in sorted(forms):
            if len(form) >= 4 and latin.isascii():
                by_shape[(fold_name(form)[:2], len(form))].append((form, latin))
    shapes = sorted(by_shape)
    made = 0
    while made < _NEGATIVES // 2:
        rows = by_shape[generator.choice(shapes)]
        (left, one), (right, other) = generator.choice(rows), generator.choice(rows)
        far = DamerauLevenshtein.distance(fold_name(left), fold_name(right))
        if not 1 <= far <= 2 or skeleton(left) == skeleton(right) or Levenshtein.distance(one, other) < 3:
            continue
        given = generator.choice(FOREIGN)
        yield f"{given} {left}", f"{given} {right}", 0, part_of(one), "near surname"
        made += 1
    yield from short_pairs(spellings, generator)
    everyone = [name for name in sorted(spellings) if len(name) > 4]
    while made < _NEGATIVES:
        latin = generator.choice(everyone)
        if not spellings[latin]:
            continue
        surname = sorted(spellings[latin])[0]
        first, second = generator.sample(GIVEN if generator.random() < 0.6 else FOREIGN, 2)
        yield f"{first} {surname}", f"{second} {surname}", 0, part_of(latin), "one family"
        made += 1


def short_pairs(spellings: dict[str, set[str]], generator: random.Random) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield pairs of two people whose short surnames differ by vowels alone («كوري» and «كير»)."""
    by_bones: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for latin, forms in sorted(spellings.items()):
        for form in sorted(forms):
            if len(form) <= 5 and latin.isascii():
                by_bones[skeleton(form)].append((form, latin))
    bones = sorted(bone for bone, rows in by_bones.items() if len(rows) > 3)
    for _ in range(60):
        (left, one), (right, other) = generator.sample(by_bones[generator.choice(bones)], 2)
        sounds = {latin: [letter for letter in latin if letter not in "aeiouyhw"] for latin in (one, other)}
        if DamerauLevenshtein.distance(fold_name(left), fold_name(right)) > 2 and sounds[one] != sounds[other]:
            first, second = generator.choice(SPELT)
            yield f"{first} {left}", f"{second} {right}", 0, part_of(one), "short surname"


def native_names() -> list[str]:
    """Return Arabic names, folded."""
    path = ROOT / "src" / "riwaya" / "resources" / "arabic_names.tsv"
    return path.read_text("utf-8").splitlines()[1:]


def native_pairs(generator: random.Random) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield Arabic names: near ones are two people, with or without article, joined or with a middle name one."""
    names = native_names()
    near = [
        (one, other)
        for one, other in combinations([name for name in names if len(name) > 2], 2)
        if one[0] == other[0] and DamerauLevenshtein.distance(one, other) == 1
    ]
    for one, other in generator.sample(near, 160):
        surname, first = generator.choice(names), generator.choice(GIVEN)
        if generator.random() < 0.6:
            yield f"{one} ال{surname}", f"{other} ال{surname}", 0, part_of(one), "native given"
        else:
            yield f"{first} {one}", f"{first} {other}", 0, part_of(one), "native surname"
    for _ in range(60):
        first, middle, surname = generator.sample(names, 3)
        yield f"{first} {middle} ال{surname}ي", f"{first} ال{surname}ي", 1, part_of(first), "middle name"
        first, middle, surname = generator.sample(names, 3)
        yield f"{middle} {first} ال{surname}ي", f"{first} ال{surname}ي", 0, part_of(first), "son and father"
        first, second, third, last, surname = generator.sample([*names, *FOREIGN], 5)
        yield f"{first} {second} {third} {last} {surname}", f"{last} {surname}", 0, part_of(first), "son and father"
    for tail in ("الله", "الرحمن", "العزيز", "الكريم", "اللطيف", "القادر", "الرزاق", "الحميد", "المجيد", "الفتاح"):
        for first in generator.sample(names, 4):
            yield f"{first} عبد {tail}", f"{first} عبد{tail}", 1, part_of(first), "joined"
            yield f"عبد {tail} {first}", f"عبد{tail} {first}", 1, part_of(first), "joined"


def slipped_pairs(spellings: dict[str, set[str]], generator: random.Random) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield foreign names with one slip of the hand, or with the first letters of two words exchanged."""
    long = sorted({form for forms in spellings.values() for form in forms if len(form) >= 7})
    for place in range(120):
        first, surname = generator.choice(FOREIGN), generator.choice(long)
        at = generator.randrange(2, len(surname) - 1)
        if place % 4 == 0 and len(first) > 3 and first[0] != surname[0]:
            yield f"{first} {surname}", f"{surname[0]}{first[1:]} {first[0]}{surname[1:]}", 1, part_of(surname), "slip"
        elif place % 2 and surname[at] != surname[at + 1]:
            slipped = surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]
            yield f"{first} {surname}", f"{first} {slipped}", 1, part_of(surname), "slip"
        else:
            yield f"{first} {surname}", f"{first} {surname[:at] + surname[at + 1 :]}", 1, part_of(surname), "slip"


def written_otherwise(
    spellings: dict[str, set[str]], generator: random.Random
) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield names with an initial, a short first name, a middle name, a joined surname, or the surname first."""
    surnames = sorted({form for forms in spellings.values() for form in forms if 4 <= len(form) <= 9})
    with (ROOT / "src" / "riwaya" / "resources" / "short_names.tsv").open(encoding="utf-8") as lines:
        short = [(row["short"], row["full"]) for row in csv.DictReader(lines, delimiter="\t")]
    for _ in range(40):
        surname, (first, middle) = generator.choice(surnames), generator.sample(FOREIGN, 2)
        part = part_of(surname)
        yield f"{first} {surname}", f"{surname} {first}", 1, part, "order"
        yield f"{first} {surname}", f"{first[0]}. {surname}", 1, part, "initial"
        other = next(name for name in generator.sample(FOREIGN, 9) if fold_name(name)[0] != fold_name(first)[0])
        yield f"{first} {surname}", f"{other[0]}. {surname}", 0, part, "other initial"
        yield f"{first} {middle} {surname}", f"{first} {surname}", 1, part, "middle name"
        yield f"{first} {middle} {surname}", f"{first} {middle[0]}. {surname}", 1, part, "initial"
    for one, full in short:
        surname = generator.choice(surnames)
        yield f"{one} {surname}", f"{full} {surname}", 1, part_of(surname), "short name"
    for particle in ("دي", "فان", "لو", "دا", "بن", "ماك", "أبو"):
        for _ in range(5):
            surname, first = generator.choice(surnames), generator.choice(FOREIGN)
            yield f"{first} {particle} {surname}", f"{first} {particle}{surname}", 1, part_of(surname), "joined"


def main() -> None:
    """Write the table."""
    generator = random.Random(20)
    spellings = read_spellings()
    rows = [*real_pairs(), *spelt_pairs(spellings, generator), *near_pairs(spellings, generator)]
    rows += [*native_pairs(generator), *slipped_pairs(spellings, generator)]
    rows += written_otherwise(spellings, generator)
    kept = {tuple(sorted(row[:2])): row for row in rows if row[0] != row[1]}
    with (ROOT / "bench" / "gold" / "name_pairs.tsv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow(("left", "right", "same", "part", "kind"))
        writer.writerows(kept.values())
    print(len(kept), sum(row[2] for row in kept.values()), sum(row[3] == "test" for row in kept.values()))


if __name__ == "__main__":
    main()
