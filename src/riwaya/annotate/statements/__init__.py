"""Who said what, to whom, through whom: attributed statements by rules over reviewed tables."""

from riwaya.annotate.statements.finder import find_statements

__all__ = ["find_statements"]
