"""All commands together, and what becomes of their errors."""

from __future__ import annotations

import errno
import os
import sys

import typer

from riwaya.cli.adding import add, demo
from riwaya.cli.article import article
from riwaya.cli.evaluating import evaluate
from riwaya.cli.exporting import export, report
from riwaya.cli.interrupts import STATUS, ignore_interrupts, interrupted, last_line
from riwaya.cli.judging import judge
from riwaya.cli.knowing import kb
from riwaya.cli.showing import person, rejections, search, status, stories
from riwaya.cli.statements import statements
from riwaya.cli.telling import story
from riwaya.cli.timeline import timeline
from riwaya.engine.garbage import collect_seldom
from riwaya.errors import RiwayaError

_OUT_OF_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

app = typer.Typer(
    name="riwaya",
    help="Read Arabic web news: who reported what, who said what through whom, what was copied, how accounts differ.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    add,
    stories,
    story,
    timeline,
    article,
    statements,
    person,
    search,
    report,
    export,
    evaluate,
    demo,
    status,
    rejections,
):
    app.command()(command)
app.add_typer(judge, name="judge")
app.add_typer(kb, name="kb")


def run() -> None:
    """Run a command; a user sees one clear line and an exit status, never a traceback of an expected error."""
    _replace_closed_streams()
    collect_seldom()
    try:
        status_code = _status_of_command()
    except Exception:
        # An interrupt within an import may come out as another error.
        if not interrupted():
            raise
        status_code = STATUS
    ignore_interrupts()
    if status_code == STATUS:
        print(last_line(), file=sys.stderr)
    sys.exit(status_code)


def _status_of_command() -> int:
    try:
        outcome = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        sys.stdout.flush()
        return (outcome if isinstance(outcome, int) else 0) if sys.argv[1:] else 2
    except RiwayaError as error:
        print(f"riwaya: {error}", file=sys.stderr)
        return error.exit_status
    except (KeyboardInterrupt, typer.Abort):
        return STATUS
    except typer.TyperException as error:
        print(f"riwaya: {_message_of(error)} (try riwaya --help)", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has seen enough.
        _drop_output()
        return 0
    except OSError as error:
        if error.errno not in _OUT_OF_SPACE:
            raise
        _drop_output()
        print(f"riwaya: cannot write: {error.strerror}", file=sys.stderr)
        return 1


def _drop_output() -> None:
    """Let what is still unwritten go nowhere, so that Python does not complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace_closed_streams() -> None:
    """Put nothing in place of a standard stream that is closed: a file opened later would take its number."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _message_of(error: typer.TyperException) -> str:
    """Return the line that typer would show for a wrong call."""
    describe = getattr(error, "format_message", None)
    return str(describe() if describe else error)
