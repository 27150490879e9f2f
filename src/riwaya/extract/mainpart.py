"""Which blocks of a page are its article: trafilatura's answer, placed back into the page and completed.

trafilatura loses leads that stand in their own box and gives no order of what it dropped. Its text is therefore
only the measure by which the page's own blocks are kept; blocks between and right before kept ones come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from riwaya.extract.blocks import Block
from riwaya.extract.lines import arabic_share, ends_sentence

_LONG = 40
_SEARCH_BUDGET = 100_000_000


def _key(text: str) -> str:
    return re.sub(r"[\s|]+", "", text)


def main_text(root: Any) -> str:
    """Return trafilatura's main text of the parsed page, "" where it finds none. The tree is used up."""
    import trafilatura
    from lxml import etree

    try:
        found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        # Damaged trees break it in several ways; the fallback reads the same blocks.
        return ""
    return str(getattr(found, "text", "") or "")


def choose_main(blocks: Sequence[Block], text: str) -> list[bool]:
    """Return for each block whether it belongs to the article; `text` is trafilatura's, "" for none."""
    kept = _aligned(blocks, text)
    size = sum(
        len(block.text) for block, flag in zip(blocks, kept, strict=True) if flag and arabic_share(block.text) > 0.5
    )
    dense = _densest(blocks)
    dense_size = sum(len(blocks[index].text) for index in dense)
    if size < 200 and dense_size > 2 * size:
        kept = [False] * len(blocks)
        for index in dense:
            kept[index] = True
    _drop_zones(blocks, kept)
    _complete(blocks, kept)
    return kept


def _aligned(blocks: Sequence[Block], text: str) -> list[bool]:
    keys = Counter(_key(line.removeprefix("- ")) for line in text.split("\n"))
    whole = _key(text)
    budget, kept = _SEARCH_BUDGET, []
    for block in blocks:
        key = _key(block.text)
        found = keys[key] > 0
        if found:
            keys[key] -= 1
        elif len(key) >= 25 and budget > 0:
            budget -= len(whole)
            found = key in whole
        kept.append(found)
    return _without_strays(blocks, kept)


def _without_strays(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Drop short blocks that merely equal a line of the text and stand far from it (a menu entry, a tag)."""
    long_ones = [index for index, block in enumerate(blocks) if kept[index] and len(block.text) >= _LONG]
    if not long_ones:
        return kept
    return [flag and long_ones[0] - 8 <= index <= long_ones[-1] + 12 for index, flag in enumerate(kept)]


def is_paragraph(block: Block) -> bool:
    """Return whether a block is running text."""
    return len(block.text) >= 60 and block.link_share < 0.3 and not block.heading


def _densest(blocks: Sequence[Block]) -> list[int]:
    """Return the blocks of the element that directly holds most running Arabic text."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if not block.zone and is_paragraph(block) and arabic_share(block.text) > 0.5:
            sizes[block.container] += len(block.text)
    if not sizes:
        return []
    best = sizes.most_common(1)[0][0]
    inside = [index for index, block in enumerate(blocks) if block.container == best and not block.zone]
    return [index for index in inside if blocks[index].link_share < 0.5]


def _drop_zones(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Drop kept blocks in comment, share or related boxes, unless that "box" holds the article itself."""
    total = sum(len(block.text) for block, flag in zip(blocks, kept, strict=True) if flag) or 1
    shares: Counter[int] = Counter()
    for block, flag in zip(blocks, kept, strict=True):
        if flag and block.zone:
            shares[block.zone_root] += len(block.text)
    for index, block in enumerate(blocks):
        if block.zone and shares[block.zone_root] > 0.4 * total:
            block.zone = ""
        elif block.zone and kept[index]:
            kept[index] = False


def _complete(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Take back what stands between kept blocks of one element, and running text between heading and first kept block."""  # noqa: E501
    places = [index for index, flag in enumerate(kept) if flag and len(blocks[index].text) >= _LONG]
    if not places:
        return
    homes = Counter(blocks[index].container for index in places)
    for index in range(places[0], places[-1]):
        block = blocks[index]
        if not kept[index] and not block.zone and block.link_share < 0.5 and homes[block.container] and not block.dated:
            kept[index] = True
    for index in range(places[0] - 1, max(-1, places[0] - 15), -1):
        block = blocks[index]
        if block.heading == 1:
            break
        lead = is_paragraph(block) and not block.zone and ends_sentence(block.text) and arabic_share(block.text) > 0.5
        if lead and any(other.heading == 1 for other in blocks[max(0, index - 15) : index]):
            kept[index] = True
