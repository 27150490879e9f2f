from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.annotate.reader.files import NAMES, SUMS, installed_folder, is_installed, read_files, seal
from riwaya.annotate.reader.network import Network
from riwaya.errors import ResourceError

from .made_up import describe


@pytest.fixture
def model(tmp_path: Path) -> Path:
    contents = {
        "reader.onnx": "no model",
        "tokenizer.json": '{"model": {"type": "Unigram", "unk_id": 0, "vocab": [["a", 0]]}, '
        '"pre_tokenizer": {"type": "Metaspace"}}',
        "lexicon.tsv": "form\tbits\n",
        "letters.tsv": "letters\tlog_ratio\n",
        "labels.json": describe(),
        "merging.tsv": "of\tfeature\tweight\n",
    }
    for name, content in contents.items():
        tmp_path.joinpath(name).write_text(content, "utf-8")
    seal(tmp_path)
    return tmp_path


def test_whole_files_are_read(model: Path) -> None:
    assert set(read_files(model)) == set(NAMES)


@pytest.mark.parametrize("name", [SUMS, *NAMES])
def test_a_missing_file_is_named_with_the_way_to_restore_it(model: Path, name: str) -> None:
    model.joinpath(name).unlink()
    with pytest.raises(ResourceError, match=f"{name} is missing; restore it .in a checkout: .git checkout") as caught:
        read_files(model)
    assert "\n" not in str(caught.value)
    assert "--reader rules" in str(caught.value)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_named(model: Path, name: str) -> None:
    path = model.joinpath(name)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ResourceError, match=f"{name} is damaged"):
        read_files(model)


@pytest.mark.parametrize("cut", [0, 2, 40, 80])
def test_a_damaged_list_of_digests_is_named(model: Path, cut: int) -> None:
    path = model.joinpath(SUMS)
    path.write_bytes(path.read_bytes()[:-cut] if cut else b"\xff\x00 nothing")
    with pytest.raises(ResourceError, match=f"{SUMS} is damaged"):
        read_files(model)


def test_a_file_of_a_newer_format_is_named(model: Path) -> None:
    model.joinpath("labels.json").write_text(describe(version=7), "utf-8")
    seal(model)
    with pytest.raises(ResourceError, match=r"labels\.json cannot be used \(of version 7"):
        Network(model, threads=1)


def test_a_graph_that_the_library_cannot_read_is_named(model: Path) -> None:
    pytest.importorskip("onnxruntime")
    with pytest.raises(ResourceError, match=r"reader\.onnx cannot be used") as caught:
        Network(model, threads=1)
    assert "\n" not in str(caught.value)


def test_without_a_model_nothing_is_installed(tmp_path: Path) -> None:
    assert not is_installed(tmp_path)


def test_the_shipped_model_is_whole() -> None:
    if not is_installed():
        pytest.skip("no model is shipped yet")
    assert set(read_files(installed_folder())) == set(NAMES)


def test_importing_the_stage_loads_no_network_library() -> None:
    code = "import riwaya.annotate.reader, riwaya.annotate, sys; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
