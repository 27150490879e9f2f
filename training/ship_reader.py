"""Put a finished export into the package: its files, and their digests, without which no reader is taken for whole.

    python -m training.ship_reader OUT/export

The weights of its merging with the rules stay those of the model before, until `fit_merging` and `fit_statements` are
run.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from riwaya.annotate.reader import installed_folder
from riwaya.annotate.reader.files import NETWORK, seal
from riwaya.annotate.reader.learnt import Learnt, learnt, write_learnt
from riwaya.annotate.reader.network import Network

_MOST_MEGABYTES = 40


def keep_learnt(found: Learnt) -> None:
    """Put weights of merging beside the shipped network, for whatever is read from now on."""
    write_learnt(installed_folder(), found)
    seal(installed_folder())
    learnt.cache_clear()


def main() -> int:
    """Look at an export, copy it, seal it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=Path)
    parser.add_argument("--to", type=Path, default=installed_folder())
    options = parser.parse_args()
    size = sum(options.export.joinpath(name).stat().st_size for name in NETWORK) / 2**20
    if size > _MOST_MEGABYTES:
        sys.exit(f"{size:.1f} MB are more than {_MOST_MEGABYTES}")
    options.to.mkdir(parents=True, exist_ok=True)
    for name in NETWORK:
        shutil.copyfile(options.export / name, options.to / name)
    seal(options.to)
    Network(options.to, threads=1)  # whole, and of a form that this version reads
    print(f"{size:.1f} MB in {options.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
