"""The command line. Exit status: 0 done, 1 nothing usable, 2 wrong call, 130 interrupted."""

from __future__ import annotations

from riwaya.cli.interrupts import leave_at_once


def main() -> None:
    """Run the command line; from its first moment on an interrupt ends it with one line, never with a traceback."""
    leave_at_once()
    # The commands take a third of a second to import, in which people do press Ctrl-C.
    from riwaya.cli.commands import run

    run()
