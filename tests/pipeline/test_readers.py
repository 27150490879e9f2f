"""The reader is a setting: what was read with another one is read again, and a missing model stops a run at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from conftest import DEMO, add_to
from riwaya.annotate import AnnotateConfig, annotate_stage
from riwaya.annotate.document import Document
from riwaya.annotate.reader import files
from riwaya.config import Config, load_config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import ResourceError, UsageError
from riwaya.model import Mention, MentionKind
from riwaya.pipeline import run
from riwaya.store.contract import Pending
from riwaya.store.sqlite import open_store

RULES = Config(annotate=AnnotateConfig(reader="rules"))
NEURAL = Config(annotate=AnnotateConfig(reader="neural"))


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readers") / "read.riwaya"
    add_to(path, DEMO / "rawasi")
    return path


def _kinds(path: Path, config: Config) -> Counter[MentionKind]:
    """Bring a store up to date with a configuration; return its mentions by kind."""
    store = open_store(path, write=True)
    try:
        run(store, LocalEngine(LocalConfig(workers=1)), [], config=config)
        assert not store.count(Pending)
        return Counter(mention.kind for mention in store.select(Mention))
    finally:
        store.close()


def test_another_reader_reads_every_article_again(
    read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_persons(document: Document, ruled: list[Mention], reading: object) -> list[Mention]:
        return [mention for mention in ruled if mention.kind is MentionKind.PER]

    path = shutil.copy(read_once, tmp_path / "copy.riwaya")
    before = _kinds(path, RULES)
    monkeypatch.setattr("riwaya.annotate.check_model", lambda: None)
    monkeypatch.setattr("riwaya.annotate.model_version", lambda: "made-up")
    monkeypatch.setattr("riwaya.annotate.read_document", lambda document, threads: "a reading")
    monkeypatch.setattr("riwaya.annotate.merge_mentions", only_persons)
    monkeypatch.setattr("riwaya.annotate.merge_statements", lambda document, statements, reading: statements)
    assert _kinds(path, NEURAL) == {MentionKind.PER: before[MentionKind.PER]}
    assert _kinds(path, RULES) == before


def test_a_missing_model_stops_a_run_before_it_touches_the_store(
    read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(read_once, tmp_path / "copy.riwaya")
    before = _kinds(path, RULES)
    monkeypatch.setattr(files, "installed_folder", lambda: tmp_path)
    files.check_model.cache_clear()
    with pytest.raises(ResourceError, match=r"SHA256SUMS is missing"):
        _kinds(path, NEURAL)
    files.check_model.cache_clear()
    assert _kinds(path, RULES) == before


def test_an_unknown_reader_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="there is no reader magic; there are auto, neural, rules"):
        annotate_stage(AnnotateConfig(reader="magic"))


def test_the_reader_is_set_by_the_environment() -> None:
    assert load_config(None, {"RIWAYA_ANNOTATE_READER": "rules"}).annotate == AnnotateConfig(reader="rules")


def test_the_rules_alone_never_load_the_network_library() -> None:
    code = (
        "import sys\n"
        "from riwaya.annotate import AnnotateConfig, annotate\n"
        "from riwaya.model import Article, PublishedFrom\n"
        "article = Article('a', 'p', '', 0, '', 'عنوان', '', (), '', (), '', PublishedFrom.UNKNOWN, 'ar', "
        "'قال الوزير إن الماء يكفي.', ())\n"
        "list(annotate(article, AnnotateConfig(reader='rules')))\n"
        "sys.exit('onnxruntime' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
