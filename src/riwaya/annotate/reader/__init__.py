"""The trained reader: names, roles and their holders, and the parts of reported speech, found by one small network.

Nothing here loads the network, or the library that runs it, before something is read.
"""

from riwaya.annotate.document import Document
from riwaya.annotate.reader.files import check_model, installed_folder, is_installed, model_version
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.network import Network, load_network
from riwaya.annotate.reader.proposals import propose
from riwaya.annotate.reader.reading import Reading, read_text
from riwaya.annotate.reader.records import Findings, Named, Role, SpeechPart
from riwaya.annotate.reader.statements import choose_statements
from riwaya.annotate.reader.thoughts import is_unsaid
from riwaya.model import Statement


def merge_statements(document: Document, statements: list[Statement], reading: Reading) -> list[Statement]:
    """Return the statements of rules and network together, in order of their contents.

    Args:
        document: what was read.
        statements: those of the rules.
        reading: what the network found in the same text.
    """
    proposals = [one for one in propose(document, statements, reading) if not is_unsaid(document.text, one)]
    found = choose_statements(proposals, reading)
    return sorted(found, key=lambda each: (each.content, each.cue))


def read_document(document: Document, *, threads: int = 1) -> Reading | None:
    """Return what the shipped network reads in a document, None where there is no word in it.

    Args:
        document: what is read.
        threads: of the network, in this process.
    """
    if not document.tokens:
        return None
    network = load_network(threads=threads)
    return read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)


__all__ = [
    "Findings",
    "Named",
    "Network",
    "Reading",
    "Role",
    "SpeechPart",
    "check_model",
    "installed_folder",
    "is_installed",
    "load_network",
    "merge_mentions",
    "merge_statements",
    "model_version",
    "read_document",
    "read_text",
]
