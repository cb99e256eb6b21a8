import csv
import io
import json
import time
from threading import BoundedSemaphore

import httpx
import psutil
import pyarrow.parquet as pq
import pytest

from api.exports import AT_ONCE, KINDS, elements_of, in_turn, written
from api.formats import FORMATS
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import OutdatedError, TooManyError

PATH = "/api/v1/exports"
MANY = 1_000_000
FLAT = 64 * 1024 * 1024
"""Bytes that a server may grow by, whatever the number of rows: several pages of them, with what was made of them."""
TOPICS = "UNWIND range(1, $n) AS i CALL (i) { CREATE (:Topic {key: 't' + i, name: 'topic ' + i}) } IN TRANSACTIONS"


def test_every_kind_is_listed_with_its_address_and_columns(web: httpx.Client) -> None:
    listed = web.get(PATH).json()["exports"]
    assert [one["name"] for one in listed] == list(KINDS)
    assert {one["of"] for one in listed} == {"nodes", "edges"}
    assert all(column["about"] for one in listed for column in one["columns"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_exported_whole(web: httpx.Client, atlas: Database, kind: str) -> None:
    name = elements_of(kind).kind
    pattern = f"(n:{name.label})" if hasattr(name, "label") else f"()-[n:{name.type}]->()"
    answer = web.get(f"{PATH}/{kind}")
    assert answer.headers["content-type"] == "application/jsonl"
    assert len(answer.text.splitlines()) == atlas.read(f"MATCH {pattern} RETURN count(n) AS n").rows[0][0]


def test_the_formats_have_the_same_rows_and_columns(web: httpx.Client) -> None:
    asked = {form: web.get(f"{PATH}/countries", params={"format": form}) for form in ("jsonl", "csv", "parquet")}
    lines = [json.loads(line) for line in asked["jsonl"].text.splitlines()]
    cells = list(csv.DictReader(io.StringIO(asked["csv"].text)))
    table = pq.read_table(io.BytesIO(asked["parquet"].content))
    assert lines == table.to_pylist() == [{name: cell or None for name, cell in row.items()} for row in cells]
    assert "deepseek-week" in json.loads(table.schema.metadata[b"coverage"])["sources"]
    assert asked["csv"].headers["content-disposition"] == 'attachment; filename="countries.csv"'


def test_columns_are_picked(web: httpx.Client) -> None:
    lines = web.get(f"{PATH}/countries", params={"fields": "name,key"}).text.splitlines()
    assert list(json.loads(lines[0])) == ["name", "key"]


@pytest.mark.parametrize(
    ("path", "parameters", "status", "words"),
    [
        ("country", {}, 404, "did you mean 'countries'?"),
        ("countries", {"format": "json"}, 422, "expected one of jsonl, csv, parquet"),
        ("countries", {"fields": "nam"}, 422, "did you mean 'name'"),
        ("countries", {"page_size": "2"}, 422, "no parameter 'page_size'"),
        ("countries", {"nope": "2"}, 422, "no parameter 'nope'"),
    ],
)
def test_what_cannot_be_taken_is_said(
    web: httpx.Client, path: str, parameters: dict[str, str], status: int, words: str
) -> None:
    answer = web.get(f"{PATH}/{path}", params=parameters)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text


def test_an_export_is_not_sent_twice_and_head_reads_nothing(web: httpx.Client) -> None:
    first = web.head(f"{PATH}/measured")
    assert (first.status_code, first.content, "content-length" in first.headers) == (200, b"", False)
    again = web.get(f"{PATH}/measured", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_file_does_not_end_where_the_data_have_changed_meanwhile(database: Database) -> None:
    atlas = Atlas(database, catalogue())
    database.run_alone(TOPICS, {"n": 5})
    for form in ("jsonl", "csv", "parquet"):
        pieces = written(atlas, elements_of("topics"), [0], FORMATS[form], atlas.version())
        next(pieces)
        database.write("CREATE (:Snapshot {key: $key, state: 'complete', rows_in: 1})", {"key": form})
        with pytest.raises(OutdatedError, match="while they were exported"):
            list(pieces)


def test_only_so_many_files_are_written_at_a_time() -> None:
    free, started = BoundedSemaphore(2), []
    for _ in range(2):
        started.append(in_turn(free, iter([b"a", b"b"])))
        assert next(started[-1]) == b"a"
    with pytest.raises(TooManyError, match="busy with other exports"):
        next(in_turn(free, iter([b"a"])))
    started.pop()  # nobody wants more of it
    assert list(in_turn(free, iter([b"a"]))) == [b"a"]
    assert list(started[0]) == [b"b"]
    assert list(in_turn(free, iter([b"a"]))) == [b"a"]


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_million_rows_come_in_flat_memory_and_a_reader_may_leave(database: Database, server: str) -> None:
    database.run_alone(TOPICS, {"n": 1_000})
    with httpx.Client(base_url=server, timeout=60) as web:
        for form in ("csv", "jsonl", "parquet"):  # what is imported once is no growth
            assert web.get(f"{PATH}/topics", params={"format": form}).status_code == 200
        database.run_alone("MATCH (t:Topic) DELETE t")
        database.run_alone(TOPICS, {"n": MANY})
        for form in ("csv", "jsonl", "parquet"):
            grown, size = streamed(web, form)
            assert size > 10 * MANY or form == "parquet"
            assert grown < FLAT, f"{form}: {grown / 2**20:.0f} MiB"
        for _ in range(AT_ONCE + 1):
            with web.stream("GET", f"{PATH}/topics") as answer:
                next(answer.iter_bytes())
                assert answer.status_code == 200
            time.sleep(1)
        time.sleep(2)
        running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $words RETURN currentQuery"
        assert [database.read(running, {"words": "n:Topic"}).rows for _ in range(20)] == [[]] * 20


def streamed(web: httpx.Client, form: str) -> tuple[int, int]:
    """By how many bytes the process grows at most while it sends topics, and how many it sends."""
    process = psutil.Process()
    before, most, size = process.memory_info().rss, 0, 0
    with web.stream(
        "GET", f"{PATH}/topics", params={"format": form}, headers={"accept-encoding": "identity"}
    ) as answer:
        for piece in answer.iter_raw():
            size += len(piece)
            most = max(most, process.memory_info().rss)
    return most - before, size
