"""The files of a trained model: where they are, whether they are whole, and what to do where they are not.

A folder holds `SHA256SUMS` with the digest of every other file, as sha256sum(1) writes it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from riwaya.errors import ResourceError

SUMS = "SHA256SUMS"
NETWORK = ("reader.onnx", "tokenizer.json", "lexicon.tsv", "letters.tsv", "labels.json")
MERGING = "merging.tsv"  # how much the network counts beside the rules
NAMES = (*NETWORK, MERGING)


@cache
def installed_folder() -> Path:
    """Return the folder in which a model is shipped; it need not be there."""
    return Path(str(files("riwaya"))) / "models" / "reader"


def is_installed(folder: Path | None = None) -> bool:
    """Return whether a model was shipped; a file missing from it is damage, to be told when the model is loaded."""
    place = folder or installed_folder()
    return any(place.joinpath(name).is_file() for name in (SUMS, *NAMES))


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the contents of the model's files by name.

    Raises:
        ResourceError: if one is missing, unreadable or not as it was shipped.
    """
    contents = {name: _read(folder, name) for name in (SUMS, *NAMES)}
    lines = contents.pop(SUMS).decode("utf-8", "replace").splitlines()
    expected = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    if sorted(expected) != sorted(NAMES) or len(lines) != len(NAMES) or not all(map(_is_digest, expected.values())):
        raise damaged(folder, SUMS, "is damaged")
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != expected.get(name):
            raise damaged(folder, name, "is damaged")
    return contents


@cache
def check_model() -> None:
    """Look once a process whether the shipped model is whole.

    Raises:
        ResourceError: if a file is missing, unreadable or not as it was shipped.
    """
    read_files(installed_folder())


def model_version() -> str:
    """Return a name of the shipped model: the beginning of the digest of its digests."""
    return hashlib.sha256(_read(installed_folder(), SUMS)).hexdigest()[:12]


def _read(folder: Path, name: str) -> bytes:
    try:
        return folder.joinpath(name).read_bytes()
    except FileNotFoundError as error:
        raise damaged(folder, name, "is missing") from error
    except OSError as error:
        raise damaged(folder, name, f"cannot be read ({error.strerror})") from error


def damaged(folder: Path, name: str, what: str) -> ResourceError:
    """Return the error for a file of the model, in one line that says how to go on."""
    return ResourceError(
        f"the model file {folder / name} {what}; restore it (in a checkout: `git checkout -- src/riwaya/models`; else "
        "install riwaya again as before, with `--force-reinstall`) or read without it: `--reader rules`"
    )


def _is_digest(text: str) -> bool:
    return len(text) == hashlib.sha256().digest_size * 2 and set(text) <= set("0123456789abcdef")


def seal(folder: Path) -> None:
    """Write the digests of a finished model's files; the last step before it is shipped."""
    lines = [f"{hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest()}  {name}\n" for name in NAMES]
    folder.joinpath(SUMS).write_text("".join(lines), "utf-8", newline="\n")
