"""The command line. Exit status: 0 done, 1 nothing usable, 2 wrong call, 130 interrupted."""

from __future__ import annotations

import os
import sys

import typer

from riwaya.cli.adding import add, demo
from riwaya.cli.exporting import export, report
from riwaya.cli.showing import article, person, rejections, search, status, stories, story
from riwaya.errors import RiwayaError

app = typer.Typer(
    name="riwaya",
    help="Read Arabic web news: who reported what, who said what through whom, what was copied, how accounts differ.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (add, stories, story, article, person, search, report, export, demo, status, rejections):
    app.command()(command)


def main() -> None:
    """Run the command line; a user sees one clear line and an exit status, never a traceback of an expected error."""
    try:
        outcome = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        status_code = outcome if isinstance(outcome, int) else 0
        status_code = status_code if sys.argv[1:] else 2
    except RiwayaError as error:
        print(f"riwaya: {error}", file=sys.stderr)
        status_code = error.exit_status
    except (KeyboardInterrupt, typer.Abort):
        print(
            "riwaya: stopped; what was read so far is stored, and the same command goes on from there", file=sys.stderr
        )
        status_code = 130
    except typer.TyperException as error:
        print(f"riwaya: {_message_of(error)} (try riwaya --help)", file=sys.stderr)
        status_code = 2
    except BrokenPipeError:
        # The reader of our output has seen enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status_code = 0
    sys.exit(status_code)


def _message_of(error: typer.TyperException) -> str:
    """Return the line that typer would show for a wrong call."""
    describe = getattr(error, "format_message", None)
    return str(describe() if describe else error)
