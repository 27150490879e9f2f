"""`python -m bench [NAME ...]`: all of them without a name; `BENCHES` has the names."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import dating, quality, reader, resolving, scale, seeds, statements

BENCHES: dict[str, Callable[[], None]] = {
    "seeds": seeds.run,
    "statements": statements.run,
    "quality": quality.run,
    "reader": reader.run,
    "dating": dating.run,
    "identity": resolving.run,
    "startup": scale.startup,
    "install": scale.install,
    "scale": scale.run,
}

if __name__ == "__main__":
    names = sys.argv[1:] or list(BENCHES)
    unknown = set(names) - set(BENCHES)
    if unknown:
        sys.exit(f"no bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    for name in names:
        BENCHES[name]()
