"""Reading the shipped tables: UTF-8, tab-separated, a header row; one reader for all of them."""

from __future__ import annotations

from importlib.resources import files

from riwaya.errors import ResourceError


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table under resources/, each by the names of its header.

    Raises:
        ResourceError: if the table is missing, is no UTF-8, or a row has another number of columns than the header.
    """
    try:
        lines = files("riwaya.resources").joinpath(name).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"resources/{name} cannot be read ({error}); reinstall riwaya") from error
    if not lines:
        raise ResourceError(f"resources/{name} is empty; reinstall riwaya")
    header = lines[0].split("\t")
    try:
        # Splitting is many times faster than the csv module, and the tables quote nothing.
        return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]
    except ValueError as error:
        raise ResourceError(f"resources/{name} has a damaged row; reinstall riwaya") from error
