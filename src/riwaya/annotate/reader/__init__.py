"""The trained reader: names, roles and their holders, and the parts of reported speech, found by one small network.

Nothing here loads the network, or the library that runs it, before something is read.
"""

from riwaya.annotate.document import Document
from riwaya.annotate.reader.files import check_model, installed_folder, is_installed, model_version
from riwaya.annotate.reader.hearing import weigh_statements
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.network import Network, load_network
from riwaya.annotate.reader.reading import Reading, read_text
from riwaya.annotate.reader.records import Findings, Named, Role, SpeechPart


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
    "model_version",
    "read_document",
    "read_text",
    "weigh_statements",
]
