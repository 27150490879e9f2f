"""What Ctrl-C, a request to end and a closed terminal do: at once before anything is written, tidily from then on."""

from __future__ import annotations

import os
import signal
from types import FrameType

STATUS = 130
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_LINE = "riwaya: stopped"
_STORED = "; what was read so far is stored, and the same command goes on from there"


class _Interrupts:
    """Whether this process was asked to stop, and whether it stores what it reads.

    Some libraries make another error of the interrupt.
    """

    asked = False
    stores = False


def leave_at_once() -> None:
    """Have an interrupt end the process with one line: nothing is open yet that would have to be closed."""
    _handle(_leave)


def stop_tidily(*, stores: bool = False) -> None:
    """Have an interrupt raise KeyboardInterrupt, so that what is being written is ended whole or taken away.

    `stores` if a store is written, from which the same command goes on.
    """
    _Interrupts.stores |= stores
    _handle(_raise)


def ignore_interrupts() -> None:
    """Let interrupts pass: the process is ending anyway."""
    _handle(signal.SIG_IGN)


def interrupted() -> bool:
    """Return whether this process was asked to stop."""
    return _Interrupts.asked


def last_line() -> str:
    """Return what an interrupted command says last."""
    return _LINE + _STORED if _Interrupts.stores else _LINE


def _handle(handler: object) -> None:
    for name in _NAMES:
        number = getattr(signal, name, None)
        # Who started this process may have it ignore a signal: nohup does so with the closed terminal's.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)  # type: ignore[arg-type]


def _leave(number: int, frame: FrameType | None) -> None:
    # Not through the interpreter's own ending: it may be in the middle of an import.
    os.write(2, f"{_LINE}\n".encode())
    os._exit(STATUS)


def _raise(number: int, frame: FrameType | None) -> None:
    _Interrupts.asked = True
    raise KeyboardInterrupt
