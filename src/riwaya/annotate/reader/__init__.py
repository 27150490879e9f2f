"""The trained reader: names, roles and their holders, and the parts of reported speech, found by one small network.

Nothing here loads the network, or the library that runs it, before something is read.
"""

from riwaya.annotate.document import Document
from riwaya.annotate.reader.files import check_model, installed_folder, is_installed, model_version
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.network import Network, load_network
from riwaya.annotate.reader.reading import Reading, read_text
from riwaya.annotate.reader.records import Findings, Named, Role, SpeechPart
from riwaya.model import Mention


def read_mentions(document: Document, ruled: list[Mention], *, threads: int = 1) -> list[Mention]:
    """Return the mentions of a document by the shipped network and the rules together.

    Args:
        document: what is read.
        ruled: the mentions that the rules found in it.
        threads: of the network, in this process.
    """
    if not document.tokens:
        return ruled
    reading = read_text(
        load_network(threads=threads), document.text, tokens=document.tokens, sentences=document.sentences
    )
    return merge_mentions(document, ruled, reading)


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
    "model_version",
    "read_mentions",
    "read_text",
]
