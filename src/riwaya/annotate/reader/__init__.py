"""The trained reader: names, roles and their holders, and the parts of reported speech, found by one small network.

Nothing here loads the network, or the library that runs it, before something is read.
"""

from riwaya.annotate.reader.files import is_installed
from riwaya.annotate.reader.network import Network, load_network
from riwaya.annotate.reader.reading import Reading, read_text
from riwaya.annotate.reader.records import Findings, Named, Role, SpeechPart

__all__ = [
    "Findings",
    "Named",
    "Network",
    "Reading",
    "Role",
    "SpeechPart",
    "is_installed",
    "load_network",
    "read_text",
]
