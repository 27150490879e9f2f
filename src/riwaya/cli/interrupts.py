"""What Ctrl-C, a request to end and a closed terminal do: at once before anything is written, tidily from then on."""

from __future__ import annotations

import os
import signal
from types import FrameType

STATUS = 130
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_LINE = "riwaya: stopped\n"


class _Interrupts:
    """Whether this process was asked to stop: some libraries make another error of the interrupt."""

    asked = False


def leave_at_once() -> None:
    """Have an interrupt end the process with one line: nothing is open yet that would have to be closed."""
    _handle(_leave)


def stop_tidily() -> None:
    """Have an interrupt raise KeyboardInterrupt, so that what is being written is ended whole."""
    _handle(_raise)


def ignore_interrupts() -> None:
    """Let interrupts pass: the process is ending anyway."""
    _handle(signal.SIG_IGN)


def interrupted() -> bool:
    """Return whether this process was asked to stop."""
    return _Interrupts.asked


def _handle(handler: object) -> None:
    for name in _NAMES:
        number = getattr(signal, name, None)
        # Who started this process may have it ignore a signal: nohup does so with the closed terminal's.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)  # type: ignore[arg-type]


def _leave(number: int, frame: FrameType | None) -> None:
    # Not through the interpreter's own ending: it may be in the middle of an import.
    os.write(2, _LINE.encode())
    os._exit(STATUS)


def _raise(number: int, frame: FrameType | None) -> None:
    _Interrupts.asked = True
    raise KeyboardInterrupt
