"""What kind of bytes these are, from the bytes first and the file name last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from riwaya.ingest.charset import detect_charset
from riwaya.ingest.fields import looks_like_header
from riwaya.ingest.streams import CHUNK

HEAD = CHUNK  # bytes looked at


class Kind(Enum):
    """A kind of input, each with one reader."""

    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    ZIP = auto()
    PARQUET = auto()
    WARC = auto()
    MHTML = auto()
    HTML = auto()
    TEXT = auto()
    FEED = auto()
    JSON = auto()
    TABLE = auto()
    EMPTY = auto()
    UNKNOWN = auto()


_COMPRESSED = (
    (re.compile(rb"\x1f\x8b\x08"), Kind.GZIP),
    (re.compile(rb"BZh[1-9](1AY&SY|\x17rE8P\x90)"), Kind.BZIP2),
    (re.compile(rb"\xfd7zXZ\0"), Kind.XZ),
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), Kind.ZIP),
    (re.compile(rb"PAR1"), Kind.PARQUET),
    (re.compile(rb"WARC/\d"), Kind.WARC),
)
_FOREIGN = re.compile(
    rb"%PDF-|\x89PNG|GIF8[79]a|\xff\xd8\xff|RIFF|\x7fELF|MZ\x90|SQLite format 3|\xd0\xcf\x11\xe0|{\\rtf"
)
# Control characters that no text holds; NUL, tab, newline, form feed, escape and separators apart.
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a]")
_PROLOGUE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\][^<>]*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_TAGS = (
    "html|head|body|title|meta|link|script|style|div|span|p|br|hr|a|b|i|em|strong|h[1-6]|ul|ol|li|img|table|tr|td|font|"
    "center|article|section|header|footer|main|nav|aside|figure|figcaption|blockquote|form|iframe|noscript|base|time"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PAGE_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MIME = re.compile(r"[A-Za-z][A-Za-z-]*:[ \t]*\S")
_MIME_TYPE = re.compile(r"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_MIME_VERSION = re.compile(r"^mime-version:", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(r"""\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:)|\[\s*(?:\{\s*["}]|\])""")
_JSON_LINE = re.compile(r"""^\s*\{\s*["}]""", re.MULTILINE)
_JSON_NAMED = re.compile(r"[\[{]")
_PAGE_NAMES = frozenset({"html", "htm", "xhtml", "shtml", "php", "asp", "aspx"})
_BLANK = "\0 \t\r\n\f\v\xa0\ufeff\u200b\u200e\u200f"
_NOT_PAGES = frozenset({"css", "js", "mjs", "map", "py", "sh", "svg", "ini", "toml", "yaml", "yml", "log", "sql"})


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the first bytes show: the kind, for an unknown one what is wrong with it, and the character set of text."""

    kind: Kind
    problem: str = ""
    charset: str = ""


def sniff(head: bytes, extension: str) -> Sniffed:
    """Return what the first bytes show.

    Args:
        head: the first bytes (up to HEAD); all of them where there are fewer.
        extension: lower-case, without dot; decides only between kinds that the bytes leave open.
    """
    for pattern, kind in _COMPRESSED:
        if pattern.match(head):
            return Sniffed(kind)
    if _FOREIGN.match(head):
        return Sniffed(Kind.UNKNOWN, "a binary file")
    charset = detect_charset(head)
    text = head.decode(charset or "cp1256", "replace").lstrip("\ufeff")
    if not text.strip(_BLANK):
        return Sniffed(Kind.UNKNOWN, "nothing but zero bytes") if "\0" in text else Sniffed(Kind.EMPTY)
    if len(_CONTROLS.findall(text)) > len(text) // 50 or text.count("\0") > len(text) // 50:
        return Sniffed(Kind.UNKNOWN, "not text")
    kind, problem = _sniff_text(text, extension)
    return Sniffed(kind, problem, charset)


def _sniff_text(text: str, extension: str) -> tuple[Kind, str]:
    body = text[_end_of_prologue(text) :]
    stripped = text.lstrip()
    if root := _ROOT.match(body):
        if root[2].lower() in _FEED_ROOTS:
            return Kind.FEED, ""
        if _TAG.match(body) or _PAGE_TAG.search(body[:8192]) or (extension in _PAGE_NAMES and _TAG.search(body)):
            return Kind.HTML, ""
        if stripped.startswith("<?xml") or extension in ("xml", "svg", "rss", "atom", "xsl", "rdf"):
            return Kind.UNKNOWN, f"XML, but no feed: <{root[2]}>"
    if _MIME.match(stripped) and _MIME_VERSION.search(stripped[:8192]) and _MIME_TYPE.search(stripped[:8192]):
        return Kind.MHTML, ""
    named_json = extension in ("json", "jsonl", "ndjson")
    if _JSON.match(stripped) or (named_json and _JSON_NAMED.match(stripped)):
        return Kind.JSON, ""
    if extension in ("csv", "tsv", "tab"):
        return Kind.TABLE, ""
    if looks_like_header(stripped.partition("\n")[0][:4096]):
        return Kind.TABLE, ""
    if _is_markup(text, extension):
        return Kind.HTML, ""
    if named_json and _JSON_LINE.search(stripped):
        return Kind.JSON, ""
    if extension in _NOT_PAGES:
        return Kind.UNKNOWN, f"a .{extension} file is no page"
    return Kind.TEXT, ""


def _end_of_prologue(text: str) -> int:
    """Return where white space, processing instructions, comments and the document type end."""
    position = 0
    while found := _PROLOGUE.match(text, position):
        position = found.end()
    return position


def _is_markup(text: str, extension: str) -> bool:
    """Return whether text that does not begin with a known tag is HTML all the same."""
    if _PAGE_TAG.search(text[:8192]):
        return True
    needed = 1 if extension in _PAGE_NAMES else 3
    return any(count >= needed for count, _ in enumerate(_TAG.finditer(text), start=1))
