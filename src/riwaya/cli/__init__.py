"""The command line. Exit status: 0 done, 1 nothing usable, 2 wrong call, 130 interrupted."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from types import FrameType

import typer

from riwaya.cli.adding import add, demo
from riwaya.cli.exporting import export, report
from riwaya.cli.showing import article, person, rejections, search, status, stories, story
from riwaya.errors import RiwayaError

_OUT_OF_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

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
    _replace_closed_streams()
    _stop_like_an_interrupt()
    # Records by the hundred thousand are made and dropped without cycles; looking for cycles took a fifth of the time.
    gc.set_threshold(200_000, 50, 100)
    try:
        outcome = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        status_code = outcome if isinstance(outcome, int) else 0
        status_code = status_code if sys.argv[1:] else 2
        sys.stdout.flush()
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
        # The reader of our output has seen enough.
        _drop_output()
        status_code = 0
    except OSError as error:
        if error.errno not in _OUT_OF_SPACE:
            raise
        _drop_output()
        print(f"riwaya: cannot write: {error.strerror}", file=sys.stderr)
        status_code = 1
    sys.exit(status_code)


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


def _stop_like_an_interrupt() -> None:
    """Have a request to end (and a closed terminal, unless ignored by nohup) stop the work as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def _message_of(error: typer.TyperException) -> str:
    """Return the line that typer would show for a wrong call."""
    describe = getattr(error, "format_message", None)
    return str(describe() if describe else error)
