"""Riwaya reads Arabic web news: who reported an event, who said what through whom, how the accounts differ."""

__version__ = "0.1.0"
