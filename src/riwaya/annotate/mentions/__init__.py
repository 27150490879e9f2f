"""Mentions by rules and tables: persons, bodies, places, outlets, nations, roles."""

from riwaya.annotate.mentions.find import find_mentions

__all__ = ["find_mentions"]
