"""When undated articles were published: an interval from their own clues and from dated accounts of the same."""

from riwaya.stories.dating.accounts import DatedNeighbour
from riwaya.stories.dating.derive import Undated, derive_dating
from riwaya.stories.dating.likeness import Likeness, likenesses

__all__ = ["DatedNeighbour", "Likeness", "Undated", "derive_dating", "likenesses"]
