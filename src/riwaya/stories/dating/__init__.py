"""When undated articles were published: an interval from their own clues and from dated accounts of the same."""

from riwaya.stories.dating.accounts import DatedNeighbour
from riwaya.stories.dating.derive import Undated, derive_dating

__all__ = ["DatedNeighbour", "Undated", "derive_dating"]
