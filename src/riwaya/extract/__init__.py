"""Pages to articles and removed blocks."""

from riwaya.extract.config import ExtractConfig
from riwaya.extract.extraction import extract
from riwaya.extract.stage import EXTRACT

__all__ = ["EXTRACT", "ExtractConfig", "extract"]
