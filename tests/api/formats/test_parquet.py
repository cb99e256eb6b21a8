import io
import json

import pyarrow.parquet as pq

from api.answer import Answer
from api.formats.parquet import as_parquet
from graph.model import Column, Coverage, Table

COLUMNS = (
    Column("name", "str", "its name"),
    Column("n", "int", "how many"),
    Column("share", "float", "0..1"),
    Column("bot", "bool", "whether"),
    Column("tags", "list[str]", "tags"),
    Column("facts", "map", "facts"),
)
ROWS: list[list[object]] = [["a", 1, 0.5, True, ["x", "y"], {"k": 1}], [None, None, None, None, None, None]]


def test_values_keep_their_types_and_unknown_is_null() -> None:
    table = pq.read_table(io.BytesIO(as_parquet(Answer("q", "Q", Table(COLUMNS, ROWS)))))
    assert table.to_pylist() == [
        {"name": "a", "n": 1, "share": 0.5, "bot": True, "tags": ["x", "y"], "facts": '{"k": 1}'},
        dict.fromkeys((column.name for column in COLUMNS), None),
    ]


def test_lists_of_numbers_keep_theirs() -> None:
    table = Table((Column("counts", "list[int]", "counts"),), [[[12, 4]]])
    assert pq.read_table(io.BytesIO(as_parquet(Answer("q", "Q", table)))).to_pylist() == [{"counts": [12, 4]}]


def test_the_file_tells_what_it_rests_on() -> None:
    table = Table(COLUMNS, [], Coverage(("git",)))
    schema = pq.read_schema(io.BytesIO(as_parquet(Answer("q", "A question", table))))
    assert schema.metadata[b"title"] == b"A question"
    assert json.loads(schema.metadata[b"coverage"])["sources"] == ["git"]
    assert schema.field("share").metadata[b"about"] == b"0..1"
