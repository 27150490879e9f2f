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
        cues: further cues of statements, a table with the columns of resources/speech_cues.tsv. In a configuration
            file or the environment, the path of that table (from a file's own folder on); here, its text.
    """

    reader: str = "auto"
    threads: int = 1
    cues: str = ""
