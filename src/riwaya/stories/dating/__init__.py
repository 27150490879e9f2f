"""When undated articles were published: an interval from their own clues and from dated accounts of the same."""

from riwaya.stories.dating.accounts import DatedNeighbour
from riwaya.stories.dating.derive import Undated, derive_dating
from riwaya.stories.dating.likeness import Likeness, likenesses
from riwaya.stories.dating.numbers import SEARCHED, NumberedPage, address_number, pages_around, tells_day

__all__ = [
    "SEARCHED", "DatedNeighbour", "Likeness", "NumberedPage", "Undated", "address_number", "derive_dating",
    "likenesses", "pages_around", "tells_day",
]  # fmt: skip
