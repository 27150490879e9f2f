"""Sources (files, folders, archives, tables, feeds) to pages."""

from riwaya.ingest.config import IngestConfig
from riwaya.ingest.fields import parse_field_map
from riwaya.ingest.read import read_sources

__all__ = ["IngestConfig", "parse_field_map", "read_sources"]
