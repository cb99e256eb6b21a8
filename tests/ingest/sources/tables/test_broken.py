# ruff: noqa: E501 - one broken table to a line
"""Tables that cannot be taken: each gives one clear sentence, before anything is loaded."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from graph.errors import BadInputError, BadRowError, NotFoundError
from tests.ingest.sources.tables.reading import open_dataset, refused, write

GOOD = "login,repository,month,commits\nann,a/b,2025-04,3\n"
ROW = "login,repository,month,commits\n"


def _book(*rows: tuple[str | int, ...], merge: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _parquet(table: pa.Table) -> bytes:
    kept = io.BytesIO()
    pq.write_table(table, kept)
    return kept.getvalue()


def _damaged(content: bytes, inside: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        at = archive.getinfo(inside).header_offset + 60
    return content[:at] + bytes(20) + content[at + 20 :]


BOOK = _book(("login", "repository", "month", "commits"), ("ann", "a/b", "2025-04", 3))
PARQUET = _parquet(pa.table({"login": ["ann"], "repository": ["a/b"], "month": ["2025-04"], "commits": [3]}))
NESTED = _parquet(pa.table({"login": [{"a": 1}], "repository": ["a/b"], "month": ["2025-04"], "commits": [3]}))
BYTES = _parquet(pa.table({"login": [b"ann"], "repository": ["a/b"], "month": ["2025-04"], "commits": [3]}))

FILES: list[tuple[str, str | bytes, str]] = [
    ("t.csv", "", "t.csv is empty: expected a table"),
    ("t.csv", "\n\n", "t.csv is empty: expected a row with the names of columns"),
    ("t.md", "| | |\n|---|---|\n| 1 | 2 |\n", "t.md has no names of columns: its first row has to hold them"),
    ("t.csv", ROW, "t.csv has names of columns and no rows: expected at least one"),
    ("t.csv", "login,login,commits\na,b,1\n", "t.csv has two columns called login: rename one of them"),
    ("t.csv", "login,user,repo,month,commits\na,b,a/b,2025-01,1\n", "t.csv: columns login and user both mean developer: say in a mapping which one to ignore"),
    ("t.csv", "colour,shape\nred,round\n", "t.csv: the columns colour, shape do not tell what the table holds; accepted are corrections: developer and field and value; contributors:"),
    ("t.csv", "login,repository,commits\nann,a/b,3\n", "t.csv has no column of months: say which period its counts cover, such as 2025-02..2025-08"),
    ("t.csv", "repository,stars\na/b,3\n", "t.csv: say the day that its data stand for (as_of), such as 2025-08-10"),
    ("t.csv", GOOD.encode("utf-16"), "t.csv is UTF-16: save it as UTF-8"),
    ("t.csv", "login,company\nann,蚂蚁\n".encode("gbk"), "t.csv is not UTF-8 (byte 0xc2): save it as UTF-8"),
    ("t.csv", GOOD + "ann,\xe9\n".encode("latin-1").decode("latin-1") + "\0", "t.csv:4: the line holds a zero byte: this is no text file in UTF-8"),
    ("t.csv", ROW + 'ann,"a/b,2025-04,3\n', "t.csv:2: a quotation mark is opened and never closed"),
    ("t.csv", ROW + '"ann"x,a/b,2025-04,3\n', "t.csv:2: a quotation mark ends in the middle of a cell: double it inside a quoted cell"),
    ("t.csv", ROW + '"' + "x" * 200_000 + '"\n', "t.csv:2: a cell is longer than 131,072 letters: is a quotation mark left open?"),
    ("t.csv", ROW + "x" * 1_000_001, "t.csv:2: the line is longer than 1,000,000 letters: this is no table"),
    ("t.csv", BOOK, "t.csv is an XLSX workbook or another zip file under another format's ending: expected a CSV or TSV file"),
    ("t.csv", PARQUET, "t.csv is a Parquet file under another format's ending: expected a CSV or TSV file"),
    ("t.md", b"%PDF-1.7 ...", "t.md is a PDF under another format's ending: expected a Markdown file"),
    ("t.csv", "<!DOCTYPE html><p>", "t.csv is a web page under another format's ending: expected a CSV or TSV file"),
    ("t.csv", '{"login": 1}', "t.csv is a JSON file under another format's ending: expected a CSV or TSV file"),
    ("t.csv", gzip.compress(GOOD.encode()), "t.csv is a gzip file under another format's ending: expected a CSV or TSV file"),
    ("t.csv.gz", gzip.compress(GOOD.encode())[:-12], "t.csv.gz is not a whole gzip file: fetch it again"),
    ("t.csv.gz", GOOD, "t.csv.gz is not a whole gzip file: fetch it again"),
    ("t.md", "# Only words\n\nand no table | here\n", "t.md holds no Markdown table: expected a row of names and a row of dashes below it"),
    ("t.md", "```\n| a | b |\n|---|---|\n```\n", "t.md holds no Markdown table: expected a row of names and a row of dashes below it"),
    ("t.md", "| login | login |\n|---|---|\n| a | b |\n", "t.md has two columns called login: rename one of them"),
    ("t.xlsx", b"PK\x03\x04 and no more", "t.xlsx is not a whole XLSX workbook (File is not a zip file): save it anew"),
    ("t.xlsx", BOOK[: len(BOOK) // 2], "t.xlsx is not a whole XLSX workbook (File is not a zip file): save it anew"),
    ("t.xlsx", _damaged(BOOK, "xl/worksheets/sheet1.xml"), "t.xlsx is not a whole XLSX workbook ("),
    ("t.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "t.xlsx is a password-protected or old (.xls) workbook under another format's ending: expected an XLSX workbook"),
    ("t.xlsx", GOOD, "t.xlsx does not begin like an XLSX workbook: save it anew"),
    ("t.xlsx", _book(), "t.xlsx is empty: expected a row with the names of columns"),
    ("t.xlsx", _book(("login", "repo", "month", "commits"), ("a", "a/b", "2025-01", 1), ("a", "a/b", "2025-02", 1), merge="A2:A3"), "t.xlsx has merged cells (A2:A3), so it is not clear which rows they belong to: unmerge them"),
    ("t.xlsx", _book(("login", "repo", "month", "commits"), ("a", "a/b", "2025-01", "=1+1")), "t.xlsx:2: the formula =1+1 has no stored value: open the workbook in a spreadsheet program and save it"),
    ("t.parquet", PARQUET[:-20], "t.parquet is not a whole Parquet file (Parquet magic bytes not found in footer."),
    ("t.parquet", b"PAR1" + bytes(50) + b"PAR1", "t.parquet is not a whole Parquet file ("),
    ("t.parquet", GOOD, "t.parquet does not begin like a Parquet file: save it anew"),
    ("t.parquet", NESTED, "t.parquet: column login is of type struct<a: int64>, expected text, numbers, dates or lists of text: leave it out"),
    ("t.parquet", BYTES, "t.parquet: column login is of type binary, expected text, numbers, dates or lists of text: leave it out"),
    ("t.json", "[]", "t.json has no ending that tells its format: expected one of .md, .markdown, .csv, .tsv, .tab, .md.gz,"),
    ("t.xls", b"\xd0\xcf\x11\xe0", "t.xls has no ending that tells its format: expected one of .md,"),
]  # fmt: skip

ROWS: list[tuple[str, str, str]] = [
    ("contributors", ROW + "ann,a/b,2025-13,3\n", "t.csv:2: month: found 2025-13, expected a month such as 2025-04"),
    ("contributors", ROW + "ann,a/b,,3\n", "t.csv:2: month: found nothing, expected a month such as 2025-04"),
    ("contributors", ROW + "ann,DeepEP,2025-04,3\n", "t.csv:2: repository: found DeepEP, expected a repository as owner/name"),
    ("contributors", ROW + "Ann Lee,a/b,2025-04,3\n", "t.csv:2: login: found Ann Lee, expected a login of Latin letters, digits and hyphens"),
    ("contributors", ROW + ",a/b,2025-04,3\n", "t.csv:2: login: found nothing, expected a login of Latin letters, digits and hyphens"),
    ("contributors", ROW + "x@example.org,a/b,2025-04,3\n", "t.csv:2: login: found nothing, expected a login of Latin letters, digits and hyphens"),
    ("contributors", ROW + "ann,a/b,2025-04,-3\n", "t.csv:2: commits: found -3, expected a whole number, 0 or more"),
    ("contributors", ROW + "ann,a/b,2025-04,NaN\n", "t.csv:2: commits: found NaN, expected a whole number, 0 or more"),
    ("contributors", ROW + "ann,a/b,2025-04,1e400\n", "t.csv:2: commits: found 1e400, expected a whole number, 0 or more"),
    ("contributors", ROW + "ann,a/b,2025-04,\n", "t.csv:2: commits: found nothing, expected a whole number, 0 or more"),
    ("contributors", ROW + "ann,a/b,2025-04,3,4\n", "t.csv:2: row: found 5 cells, expected 4, as many as columns"),
    ("contributors", GOOD + "Ann,A/B,2025-04,4\n", "t.csv:3: row: found other values for Ann, A/B, 2025-04 than an earlier row, expected one row for each"),
    ("contributors", ROW + f"ann,{'x' * 90},2025-04,3\n", f"t.csv:2: repository: found {'x' * 60}…, expected a repository as owner/name"),
    ("repositories", "repo,created\na/b,2025-02-30\n", "t.csv:2: created: found 2025-02-30, expected a date such as 2025, 2025-04 or 2025-04-12"),
    ("repositories", "repo,stars,platform\na/b,1,Gitee\n", "t.csv:2: platform: found Gitee, expected one of github"),
    ("repositories", "repo,created\n,2025\n", "t.csv:2: repo: found nothing, expected some text"),
    ("repositories", "repo,builds_on\na/b,torch\n", "t.csv:2: builds_on: found torch, expected a repository as owner/name"),
    ("series", "repo,month,openrank\na/b,2025-04,\n", "t.csv:2: openrank: found nothing, expected a finite number"),
    ("series", "repo,month,openrank\na/b,2025-04,high\n", "t.csv:2: openrank: found high, expected a finite number"),
    ("links", "subject,relation,object\na/b,loves,Meta\n", "t.csv:2: relation: found loves, expected one of founded_by, hosted_by, joined_ecosystem_of, part_of, succeeded_by, fork_of, built_on"),
    ("links", "subject,relation,object\na/b,founded_by,;\n", "t.csv:2: object: found ;, expected some text"),
    ("links", "subject,relation,object\na/b,part_of,Meta\n", "t.csv:2: subject: found a/b, expected domain or organization for this relation"),
    ("products", "name,kind,maker\nDevin,toy,X\n", "t.csv:2: kind: found toy, expected one of product, standard, dataset, benchmark, project"),
    ("organizations", "name,country\nMeta,CA\n", "t.csv:2: country: found CA, expected one country"),
    ("events", "date,subject,kind,event\nsoon,a/b,release,x\n", "t.csv:2: date: found soon, expected a date such as 2025, 2025-04 or 2025-04-12"),
    ("figures", "id,subject,figure,value,unit\n1,a,b,many,%\n", "t.csv:2: value: found many, expected a finite number"),
    ("features", "feature,a/b\nX,mostly\n", "t.csv:2: a/b: found mostly, expected one of full, partial, none"),
    ("corrections", "developer,field,value\nann,shoe size,5\n", "t.csv:2: field: found shoe size, expected organization, or a count in a repository such as merged_prs in owner/name"),
    ("coverage", "repository,status,note,head_date\na/b,read,,\n", "t.csv:2: head_date: found nothing, expected a date such as 2025, 2025-04 or 2025-04-12"),
    ("coverage", "repository,status,note,head_date\na/b,not read,,\n", "t.csv:2: note: found nothing, expected some text"),
    ("integrations", "repository,integrates\na/b,c\n", "t.csv:2: integrates: found c, expected a repository as owner/name"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "sentence"), FILES)
def test_a_broken_file_is_one_sentence_before_anything_is_read(
    tmp_path: Path, name: str, content: str | bytes, sentence: str
) -> None:
    with pytest.raises(BadInputError) as caught:
        open_dataset(write(tmp_path, name, content))
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(("kind", "content", "sentence"), ROWS)
def test_a_broken_row_is_one_sentence_with_file_line_field_found_and_expected(
    tmp_path: Path, kind: str, content: str, sentence: str
) -> None:
    path = write(tmp_path, "t.csv", content)
    assert refused(open_dataset(path, kind=kind, period="2025-01", as_of="2025-08-10")) == [sentence]


def test_the_good_rows_around_a_broken_one_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", GOOD + "bob,a/b,2025-04,x\ncid,a/b,2025-04,1\n")
    items = list(open_dataset(path).records)
    lines = [item.line if isinstance(item, BadRowError) else item.where.line for item in items]
    assert lines == [2, 3, 4, 0]
    assert isinstance(items[1], BadRowError)


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no file"):
        open_dataset(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(BadInputError, match=r"folder\.csv is a folder: name a file"):
        open_dataset(tmp_path / "folder.csv")
