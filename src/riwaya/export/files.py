"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riwaya.errors import StoreError


@contextmanager
def whole_file(output: Path) -> Iterator[Path]:
    """Give a place beside `output` to write to, moved onto it at the end.

    Raises:
        StoreError: if the place or the output cannot be written; what stood there before stays.
    """
    if output.exists() and not (output.is_file() or output.is_dir()):
        # A pipe or a device is written to; a file moved there would take its place.
        try:
            yield output
        except OSError as error:
            raise StoreError(f"cannot write {output}: {error.strerror}") from error
        return
    output = Path(os.path.realpath(output))
    try:
        handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    except OSError as error:
        raise StoreError(f"cannot write {output}: {error.strerror}") from error
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        mask = os.umask(0)
        os.umask(mask)
        aside.chmod(0o666 & ~mask)
        aside.replace(output)
    except OSError as error:
        raise StoreError(f"cannot write {output}: {error.strerror}") from error
    finally:
        aside.unlink(missing_ok=True)
