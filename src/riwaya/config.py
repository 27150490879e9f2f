"""Configuration: one frozen record per stage, from a TOML file and the environment; unknown keys are refused."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from riwaya.annotate.config import AnnotateConfig
from riwaya.engine.local import LocalConfig
from riwaya.errors import UsageError
from riwaya.extract.config import ExtractConfig
from riwaya.ingest.config import IngestConfig
from riwaya.search.sureness import ShowConfig
from riwaya.store.sqlite import StoreConfig

ConfigType = TypeVar("ConfigType")

_PREFIX = "RIWAYA_"
_FILES = frozenset(("annotate.cues",))  # keys that name a file, whose text the configuration then holds


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set."""

    ingest: IngestConfig = field(default_factory=IngestConfig)
    extract: ExtractConfig = field(default_factory=ExtractConfig)
    annotate: AnnotateConfig = field(default_factory=AnnotateConfig)
    store: StoreConfig = field(default_factory=StoreConfig)
    show: ShowConfig = field(default_factory=ShowConfig)
    engine: LocalConfig = field(default_factory=lambda: LocalConfig(workers=max(1, min(os.cpu_count() or 1, 8))))


def load_config(path: Path | None, environment: Mapping[str, str]) -> Config:
    """Return the configuration: defaults, then the TOML file, then `RIWAYA_<SECTION>_<KEY>` variables.

    Raises:
        UsageError: for an unreadable file, an unknown section or key, or a value of the wrong type.
    """
    config = Config()
    if path is not None:
        try:
            table = tomllib.loads(path.read_text("utf-8"))
        except OSError as error:
            raise UsageError(f"cannot read the configuration {path}: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"the configuration {path} is not TOML: {error}") from error
        for section, values in table.items():
            if not isinstance(values, dict):
                raise UsageError(f"the configuration key {section} belongs into a section")
            for key, value in values.items():
                config = _set(config, section, key, _text_of(f"{section}.{key}", value, path.parent))
    for name, text in sorted(environment.items()):
        if name.startswith(_PREFIX) and "_" in name.removeprefix(_PREFIX):
            section, key = name.removeprefix(_PREFIX).lower().split("_", 1)
            config = _set(config, section, key, _text_of(f"{section}.{key}", text, Path()))
    return config


def _text_of(name: str, value: Any, folder: Path) -> Any:
    """Return a value as it is; of a key that names a file, the file's text."""
    if name not in _FILES or not isinstance(value, str) or not value:
        return value
    path = folder / value
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}, which {name} names, is no UTF-8 text") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read {path}, which {name} names: {getattr(error, 'strerror', error)}") from error


def _set(config: Config, section: str, key: str, value: Any) -> Config:
    sections = {part.name: getattr(config, part.name) for part in fields(config)}
    if section not in sections:
        raise UsageError(f"unknown configuration section {section}; there are {', '.join(sections)}")
    record = sections[section]
    assert is_dataclass(record) and not isinstance(record, type)
    hints = get_type_hints(type(record))
    if key not in hints:
        raise UsageError(f"unknown configuration key {section}.{key}; there are {', '.join(hints)}")
    changed: Any = {section: replace(record, **{key: _convert(hints[key], value, f"{section}.{key}")})}
    return replace(config, **changed)


def _convert(hint: Any, value: Any, name: str) -> Any:
    if hint in (int, float) and not isinstance(value, bool):
        try:
            number = hint(value)
        except (TypeError, ValueError, OverflowError):
            number = -1
        if number >= 0:
            return number
        raise UsageError(f"{name} must be a number from 0 up, not {value!r}")
    if hint is bool:
        if value in (True, "1", "true", "yes"):
            return True
        if value in (False, "0", "false", "no"):
            return False
        raise UsageError(f"{name} must be true or false, not {value!r}")
    if hint is str and isinstance(value, str):
        return value
    raise UsageError(f"{name} cannot be set to {value!r}")
