"""What can be set for annotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnnotateConfig:
    """How articles are read.

    Attributes:
        reader: neural (the trained reader and the rules together), rules (several times faster), or auto: neural where
            a trained model is installed.
        threads: of the trained reader in each process; more than one pays only with a single worker.
    """

    reader: str = "auto"
    threads: int = 1
