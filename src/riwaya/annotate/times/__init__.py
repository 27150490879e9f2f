"""Time expressions: found by a grammar over tokens, resolved to TIMEX3 / ISO 8601 values."""

from riwaya.annotate.times.anchor import Anchor, anchor_of, read_anchor
from riwaya.annotate.times.find import find_times, read_times
from riwaya.annotate.times.written import Written

__all__ = ["Anchor", "Written", "anchor_of", "find_times", "read_anchor", "read_times"]
