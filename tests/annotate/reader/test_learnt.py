from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.annotate.reader.files import MERGING
from riwaya.annotate.reader.learnt import Learnt, chance, read_learnt, write_learnt
from riwaya.errors import ResourceError

FOUND = Learnt(names=(0.5,) * 18, roles=(-0.25,) * 18, contents=(1.75,) * 24, statements=(0.0,) * 24)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_learnt(tmp_path, FOUND)
    assert read_learnt(tmp_path) == FOUND


def test_a_missing_file_of_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=f"{MERGING} is missing"):
        read_learnt(tmp_path)


@pytest.mark.parametrize("content", ["", "of\tfeature\tweight\nnames\tbias\t1.0\n", "of\tfeature\tweight\nx\ty\tz\n"])
def test_a_file_that_lacks_weights_is_named(tmp_path: Path, content: str) -> None:
    tmp_path.joinpath(MERGING).write_text(content, "utf-8")
    with pytest.raises(ResourceError, match="cannot be used"):
        read_learnt(tmp_path)


def test_a_feature_that_counts_for_raises_the_chance() -> None:
    assert chance((0.0, 2.0), (1.0, 1.0)) > chance((0.0, 2.0), (1.0, 0.0)) == 0.5
