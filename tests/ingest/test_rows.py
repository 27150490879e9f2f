"""Rows of tables, JSON and feeds."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.errors import UsageError
from riwaya.ingest import IngestConfig, parse_field_map, read_sources
from riwaya.model import Page

from .builders import BODY, TITLE, URL, read, read_one, reasons, write


def fields(page: Page) -> dict[str, object]:
    assert page.media_type == "application/json"
    value = json.loads(page.content)
    assert page.content == json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
    return value  # type: ignore[no-any-return]


ROW = {"url": URL, "outlet": "نور", "title": TITLE, "published": "2026-03-05", "text": BODY}


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt"])
def test_tables_are_read_by_content(tmp_path: Path, charset: str, delimiter: str, name: str) -> None:
    quoted = delimiter.join(f'"{value}"' for value in ROW.values())
    page = read_one(write(tmp_path / name, f"{delimiter.join(ROW)}\r\n{quoted}\r\n", charset))
    assert fields(page) == ROW
    assert (page.url, page.key, page.source, page.charset) == (URL, URL, URL, "")


@pytest.mark.parametrize(
    "row",
    [
        {"الرابط": URL, "الصحيفة": "نور", "العنوان": TITLE, "تاريخ النشر": "2026-03-05", "النص": BODY},
        {"Source_URL": URL, "Newspaper": "نور", "Headline": TITLE, "publishDate": "2026-03-05", "Full Text": BODY},
        {"link": URL, "src": "نور", "title": TITLE, "time": "2026-03-05", "maintext": BODY},
        {"url": URL, "source": {"id": 3, "name": "نور"}, "title": TITLE, "publishedAt": "2026-03-05", "content": BODY},
        {"source": URL, "source-hostname": "نور", "title": TITLE, "date": "2026-03-05", "raw_text": "x", "text": BODY},
        {
            "url": URL,
            "publisher": {"name": "نور"},
            "headline": TITLE,
            "datePublished": "2026-03-05",
            "articleBody": BODY,
        },
        {"_index": "n", "_source": ROW},
    ],
)
def test_usual_names_are_recognised(tmp_path: Path, row: dict[str, object]) -> None:
    assert fields(read_one(write(tmp_path / "a.jsonl", json.dumps(row)))) == ROW
    assert fields(read_one(write(tmp_path / "a.json", json.dumps(row, ensure_ascii=False, indent=2)))) == ROW


def test_an_ant_like_line_is_read_whole(tmp_path: Path) -> None:
    row = {
        "docno": "NR-1", "url": URL, "src": "نور", "cat": "economy", "title": TITLE, "abstract": "ملخص",
        "time": "Thu, 05 Mar 2026 21:35:43 +0400", "author": "سعاد علي", "text": BODY, "date": "2026-03-05",
    }  # fmt: skip
    assert fields(read_one(write(tmp_path / "a.jsonl", json.dumps(row)))) == ROW | {
        "published": "2026-03-05T21:35:43+04:00", "standfirst": "ملخص", "authors": ["سعاد علي"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ({"date": "2026-03-05", "time": "9:05"}, "2026-03-05T09:05"),
        ({"date": "2026-03-05", "datetime": "2026-03-05 09:05:00"}, "2026-03-05T09:05:00"),
        ({"published": "2026-03-05", "created_at": "2026-03-07T01:02:03Z"}, "2026-03-05"),
        ({"timestamp": 1772704800}, "2026-03-05T10:00:00Z"),
        ({"timestamp": 1772704800000}, "2026-03-05T10:00:00Z"),
        ({"date": "20260305"}, "2026-03-05"),
        ({"date": "5 آذار 2026"}, "5 آذار 2026"),
        ({"date": "nan"}, None),
    ],
)
def test_the_fuller_date_is_taken(tmp_path: Path, row: dict[str, object], published: str | None) -> None:
    page = read_one(write(tmp_path / "a.json", json.dumps(row | {"text": BODY})))
    assert fields(page).get("published") == published


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["أ", "ب", "أ"], ["أ", "ب"]),
        ("أ; ب", ["أ", "ب"]),
        ("['أ', 'ب']", ["أ", "ب"]),
        ([{"name": "أ"}, {"name": "ب"}], ["أ", "ب"]),
        ("عمّان - أ", ["عمّان - أ"]),
    ],
)
def test_authors_become_a_list(tmp_path: Path, authors: object, expected: list[str]) -> None:
    page = read_one(write(tmp_path / "a.json", json.dumps({"author": authors, "text": BODY})))
    assert fields(page)["authors"] == expected


def test_text_is_kept_character_for_character(tmp_path: Path) -> None:
    text = '  \u200fنَصٌّ ـ  مع\r\nأسطر\u00a0و"اقتباس" \n\n'
    lines = json.dumps({"text": text}) + "\n" + json.dumps({"text": text}, ensure_ascii=False)
    pages, _ = read(write(tmp_path / "a.jsonl", lines))
    assert [fields(page)["text"] for page in pages] == [text, text]
    quoted = text.replace('"', '""')
    assert fields(read_one(write(tmp_path / "a.csv", f'title,text\nx,"{quoted}"\n')))["text"] == text


def test_marked_up_text_goes_to_html(tmp_path: Path) -> None:
    page = read_one(write(tmp_path / "a.json", json.dumps({"title": TITLE, "content": f"<p>{BODY}</p>"})))
    assert fields(page) == {"title": TITLE, "html": f"<p>{BODY}</p>"}
    both = {"html": "<p>x</p>", "text": BODY}
    assert fields(read_one(write(tmp_path / "b.json", json.dumps(both)))) == {"text": BODY}


@pytest.mark.parametrize(
    "document",
    [
        [ROW, ROW | {"title": "ب"}],
        {"status": "ok", "articles": [ROW, ROW | {"title": "ب"}]},
        {"response": {"docs": [ROW, ROW | {"title": "ب"}]}},
        {"hits": {"hits": [{"_source": ROW}, {"_source": ROW | {"title": "ب"}}]}},
        {"a": ROW, "b": ROW | {"title": "ب"}},
        {name: {"0": ROW[name], "1": "ب" if name == "title" else ROW[name]} for name in ROW},
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.jsonl"])
def test_documents_of_several_articles(tmp_path: Path, document: object, indent: int | None, name: str) -> None:
    pages, rejections = read(write(tmp_path / name, json.dumps(document, indent=indent)))
    assert not rejections
    assert [fields(page)["title"] for page in pages] == [TITLE, "ب"]


def test_a_bad_line_costs_its_own_row_only(tmp_path: Path) -> None:
    good = json.dumps(ROW)
    lines = [good, '{"title": "x", "tex', "", good, "[1]", '{"title": "no text"}', good.replace("77", "78")]
    pages, rejections = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert len(pages) == 3
    assert [(r.item.rpartition("#")[2], r.reason.value) for r in rejections] == [
        ("2", "bad-row"), ("5", "bad-row"), ("6", "missing-field"),
    ]  # fmt: skip
    assert "line 2" in rejections[0].detail


def test_a_bad_first_line_does_not_hide_the_others(tmp_path: Path) -> None:
    pages, rejections = read(write(tmp_path / "a.jsonl", f"{{bad\n{json.dumps(ROW)}\n{json.dumps(ROW)}\n"))
    assert (len(pages), [r.reason.value for r in rejections]) == (2, ["bad-row"])


def test_a_damaged_element_of_an_array_costs_itself_only(tmp_path: Path) -> None:
    text = f'[{json.dumps(ROW)}, {{"title": oops}}, {json.dumps(ROW)}, 5, {json.dumps(ROW)}'
    pages, rejections = read(write(tmp_path / "a.json", text))
    assert len(pages) == 3
    assert [r.reason.value for r in rejections] == ["bad-row", "bad-row", "damaged-markup"]


def test_a_large_array_is_streamed(tmp_path: Path) -> None:
    rows = [ROW | {"url": f"{URL}{number}", "text": BODY * (number % 50)} for number in range(1, 600)]
    pages, _ = read(write(tmp_path / "a.json", json.dumps(rows)), config=IngestConfig(max_document_bytes=1000))
    assert [page.url for page in pages] == [row["url"] for row in rows if row["text"]]


def test_lines_in_two_charsets_are_each_read(tmp_path: Path) -> None:
    line = json.dumps(ROW, ensure_ascii=False) + "\n"
    pages, _ = read(write(tmp_path / "a.jsonl", line.encode() + line.encode("windows-1256") + line.encode()))
    assert [fields(page)["text"] for page in pages] == [BODY] * 3


def test_bad_rows_of_a_table_are_rejected_with_their_number(tmp_path: Path) -> None:
    table = (
        f'title,text\nأ,"{BODY}"\nب\nج,{BODY.splitlines()[0].replace("،", ",")},x,y,z\n\nد,\nه,{BODY.split("،")[0]}\n'
    )
    pages, rejections = read(write(tmp_path / "a.csv", table))
    assert [fields(page)["title"] for page in pages] == ["أ", "ه"]
    assert [(r.item.rpartition("#")[2], r.reason.value) for r in rejections] == [
        ("2", "bad-row"), ("3", "bad-row"), ("4", "missing-field"),
    ]  # fmt: skip
    assert all("row" in rejection.detail for rejection in rejections)


def test_a_quotation_mark_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    rows = [f"عنوان {number},نص طويل {number}" for number in range(50)]
    rows[7] = 'عنوان 7,"نص بلا نهاية'
    pages, rejections = read(write(tmp_path / "a.csv", "title,text\n" + "\n".join(rows)))
    assert len(pages) == 49
    assert [(r.reason.value, r.item.rpartition("#")[2]) for r in rejections] == [("bad-row", "8")]


def test_many_quotation_marks_never_closed_end_in_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "title,text\n" + 'أ,"ب\n' * 3001)
    pages, rejections = read(path, config=IngestConfig(max_page_bytes=50_000))
    assert len(pages) <= 1
    assert rejections


def test_very_large_fields_and_nul_bytes_in_a_table(tmp_path: Path) -> None:
    large = BODY * 1500
    pages, rejections = read(write(tmp_path / "a.csv", f'title,text\nأ,"{large}"\nب\0ج,{"نص" * 9}\0\nد,"{BODY}"\n'))
    assert [fields(page)["title"] for page in pages] == ["أ", "ب ج", "د"]
    assert fields(pages[0])["text"] == large
    assert not rejections


def test_rows_above_the_limit_are_too_large(tmp_path: Path) -> None:
    config = IngestConfig(max_page_bytes=2_000)
    small, large = json.dumps(ROW | {"text": "نص"}), json.dumps(ROW | {"text": BODY * 20})
    for name, text in {"a.jsonl": f"{small}\n{large}\n{small}", "a.json": f"[{small},{large},{small}]"}.items():
        pages, rejections = read(write(tmp_path / name, text), config=config)
        assert (len(pages), [r.reason.value for r in rejections]) == (2, ["too-large"]), name
    table = f"title,text\nأ,نص\nب,{'نص' * 3000}\nج,نص\n"
    pages, rejections = read(write(tmp_path / "a.csv", table), config=config)
    assert (len(pages), [r.reason.value for r in rejections]) == (2, ["too-large"])


def test_a_table_without_a_text_column_is_rejected(tmp_path: Path) -> None:
    write(tmp_path / "f" / "a.csv", "id,price\n1,2\n")
    write(tmp_path / "f" / "b.csv", "title,text\n")
    _, rejections = read(tmp_path / "f")
    assert [r.reason.value for r in rejections] == ["missing-field", "empty"]
    assert "price" in rejections[0].detail


def test_the_field_map_outranks_the_names(tmp_path: Path) -> None:
    row = {"headline": "لا", "myTitle": TITLE, "text": "لا", "Inhalt": BODY}
    path = write(tmp_path / "a.jsonl", json.dumps(row))
    pages, _ = read(path, field_map=parse_field_map("title=myTitle, text=inhalt"))
    assert fields(pages[0]) == {"title": TITLE, "text": BODY}


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json"])
def test_a_mapped_column_that_is_missing(tmp_path: Path, name: str) -> None:
    content = f'title,text\nأ,"{BODY}"\n' if name == "a.csv" else json.dumps(ROW)
    path = write(tmp_path / "folder" / name, content)
    config = IngestConfig(field_map=(("text", "body"),))
    with pytest.raises(UsageError, match=r"body.*title, .*text"):
        list(read_sources([str(path)], config))
    _, rejections = read(path.parent, config=config)
    assert [r.reason.value for r in rejections] == ["missing-field"]


@pytest.mark.parametrize("text", ["", "title", "=a", "title=", "nonsense=a", "title=a,title=b"])
def test_a_bad_field_map_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError):
        parse_field_map(text)


def test_field_map_knows_synonyms_of_fields() -> None:
    assert parse_field_map("date=d,author=a,العنوان=t") == (("published", "d"), ("authors", "a"), ("title", "t"))


def test_parquet_rows(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "odd [name]*.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT * FROM (VALUES (?, TIMESTAMP '2026-03-05 10:20:30', ['أ', 'ب'], {'name': 'نور'}), "
            "(NULL, NULL, NULL, NULL)) t(body, published, authors, source)) TO '" + str(path) + "' (FORMAT parquet)",
            [BODY],
        )
    pages, rejections = read(path)
    assert fields(pages[0]) == {
        "text": BODY, "published": "2026-03-05T10:20:30", "authors": ["أ", "ب"], "outlet": "نور",
    }  # fmt: skip
    assert [r.reason.value for r in rejections] == ["missing-field"]
    assert reasons(write(tmp_path / "cut.parquet", path.read_bytes()[:-30])) == ["damaged-archive"]
    with pytest.raises(UsageError, match="nix"):
        list(read_sources([str(path)], IngestConfig(field_map=(("text", "nix"),))))


RSS = f"""<?xml version="1.0" encoding="{{charset}}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>نور</title><language>ar</language>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Thu, 05 Mar 2026 10:20:30 +0300</pubDate>
<dc:creator>سعاد علي</dc:creator><description>ملخص الخبر</description>
<content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded></item>
<item><title>ثان</title><guid isPermaLink="true">{URL}8</guid><description>{BODY}</description></item>
<item><title>بلا نص</title></item>
</channel></rss>"""


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.txt", "a"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256"])
def test_feed_entries(tmp_path: Path, name: str, charset: str, declared: str) -> None:
    pages, rejections = read(write(tmp_path / name, RSS.format(charset=declared), charset))
    assert fields(pages[0]) == {
        "url": URL, "outlet": "نور", "title": TITLE, "published": "2026-03-05T10:20:30+03:00", "authors": ["سعاد علي"],
        "html": f"<p>{BODY}</p>", "standfirst": "ملخص الخبر", "language": "ar",
    }  # fmt: skip
    assert (pages[1].url, fields(pages[1])["text"]) == (f"{URL}8", BODY)
    assert [(r.reason.value, r.item.rpartition("#")[2]) for r in rejections] == [("missing-field", "3")]


def test_an_atom_feed(tmp_path: Path) -> None:
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>نور</title><entry><title>{TITLE}</title><link href="{URL}"/>'
        f'<published>2026-03-05T10:20:30Z</published><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content>'
        "</entry></feed>"
    )
    page = read_one(write(tmp_path / "a.atom", atom))
    assert fields(page)["html"] == f"<p>{BODY}</p>"
    assert (page.url, fields(page)["published"]) == (URL, "2026-03-05T10:20:30Z")


def test_a_feed_of_nested_entities_does_not_expand(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]><rss><channel><item><title>t</title>'
    pages, rejections = read(
        write(tmp_path / "a.xml", f"{bomb}<description>&e11;</description></item></channel></rss>")
    )
    assert len(pages) + len(rejections) == 1
    assert all(len(page.content) < 1000 for page in pages)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' * 50_000, '{"text": ' + "9" * 6000 + "}"])
def test_hostile_json_gives_rejections_only(tmp_path: Path, text: str) -> None:
    for name in ("a.json", "a.jsonl", "a.txt"):
        read(write(tmp_path / name, text))


def test_lone_surrogates_become_storable(tmp_path: Path) -> None:
    page = read_one(write(tmp_path / "a.jsonl", '{"title": "\\ud83d\\ude00 \\ud83d", "text": "نص \\udc00 نص"}'))
    assert fields(page) == {"title": "😀 \ufffd", "text": "نص \ufffd نص"}


def test_rows_without_address_share_the_key_of_their_file(tmp_path: Path) -> None:
    row = {"title": TITLE, "text": BODY, "url": "77"}
    pages, _ = read(write(tmp_path / "day" / "a.jsonl", "\n".join(json.dumps(row | {"title": t}) for t in "أبج")))
    assert {page.key for page in pages} == {"day/a.jsonl"}
    assert len({page.id for page in pages}) == 3
    assert {page.url for page in pages} == {""}
    assert {page.source for page in pages} == {str(tmp_path / "day" / "a.jsonl")}


WORDS_FOR_NOTHING = ("nan", "none", "null", "nat", "undefined")  # of letters alone: programs write them in empty cells
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(
    lambda text: text.strip() and text.strip().isalpha() and text.strip().casefold() not in WORDS_FOR_NOTHING
) | st.text(st.sampled_from('نص"،,;\n\r\t \u200f«»<>&\\|0'), min_size=1, max_size=60).map(lambda text: f"خبر {text}")


@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from([",", ";", "\t", "|"]))
@settings(max_examples=100, deadline=None)
def test_tables_and_lines_give_back_every_character(texts: list[str], delimiter: str) -> None:
    rows = [{"title": f"عنوان {number}", "text": text} for number, text in enumerate(texts)]
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, ["title", "text"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"a.csv": table.getvalue(), "b.jsonl": lines, "c.json": json.dumps(rows)}.items():
            pages, rejections = read(write(Path(folder) / name, content))
            assert not rejections
            assert [fields(page)["text"] for page in pages] == texts, name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", "<rss>" + "<!DOCTYPE [" * 200_000),
        ("a.html", "<!DOCTYPE [" * 200_000),
        ("a.html", "<!--" * 500_000),
        ("a.warc", "WARC/1.0\r\n" + "junk\r\n" * 100_000),
        ("a.json", '{"text":"x","authors":"[' + "\\\\'" * 300_000 + ']"}'),
        ("a.csv", "title,text\n" + 'a,"b "c\n' * 20_000),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + "--x\n" * 500_000),
    ],
    ids=["entities", "types", "comments", "records", "names", "quotes", "parts"],
)
def test_hostile_repetition_is_read_in_linear_time(tmp_path: Path, name: str, content: str) -> None:
    began = time.process_time()
    read(write(tmp_path / name, content))
    assert time.process_time() - began < 10  # a quadratic reader takes minutes
