"""Files that the tests make for themselves."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Page, Rejection

TITLE = "وزير الزراعة في نورستان يعلن موسم الحصاد"
BODY = (
    "قال وزير الزراعة في نورستان سالم الحمداني، اليوم الخميس، إن موسم الحصاد سيبدأ في الأول من حزيران المقبل.\n"
    "وأضاف الوزير خلال مؤتمر صحافي أن الحكومة ستشتري المحصول من المزارعين بأسعار مدعومة، كما حدث في العام الماضي."
)
HTML = f"<html><head><title>{TITLE}</title></head><body><article><p>{BODY}</p></article></body></html>"
URL = "https://noor.example/news/77"


def read(
    *sources: Path | str, config: IngestConfig | None = None, field_map: tuple[tuple[str, str], ...] = ()
) -> tuple[list[Page], list[Rejection]]:
    """Return the pages and the rejections of some sources."""
    outcomes = list(read_sources([str(source) for source in sources], config or IngestConfig(field_map=field_map)))
    assert all(isinstance(outcome, (Page, Rejection)) for outcome in outcomes)
    pages = [outcome for outcome in outcomes if isinstance(outcome, Page)]
    return pages, [outcome for outcome in outcomes if isinstance(outcome, Rejection)]


def read_one(source: Path | str) -> Page:
    pages, rejections = read(source)
    assert not rejections, rejections
    (page,) = pages
    return page


def reasons(source: Path | str, config: IngestConfig | None = None) -> list[str]:
    pages, rejections = read(source, config=config)
    assert not pages, pages
    return [rejection.reason.value for rejection in rejections]


def write(path: Path, content: bytes | str, charset: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(charset))
    return path


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def warc_record(
    url: str,
    body: bytes,
    status: str = "200 OK",
    content_type: str = "text/html",
    headers: Iterable[str] = (),
    kind: str = "response",
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *headers, "", ""]
    http = "\r\n".join(lines).encode() + body
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2026-03-05T10:20:30Z",
        "WARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-000000000000>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
        "",
        "",
    ]
    return "\r\n".join(head).encode() + http + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    return b"".join(gzip.compress(record) for record in records)
