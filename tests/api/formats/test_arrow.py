from api.answer import Answer
from api.formats.arrow import arrow, as_arrow, schema
from graph.model import Table
from tests.api.formats.test_parquet import COLUMNS, ROWS


def test_columns_have_the_types_that_they_declare() -> None:
    types = {field.name: str(field.type) for field in schema(COLUMNS, {})}
    assert types == {
        "name": "string", "n": "int64", "share": "double", "bot": "bool", "tags": "list<item: string>",
        "facts": "string",
    }  # fmt: skip


def test_no_rows_are_a_table_of_the_same_types() -> None:
    assert arrow(schema(COLUMNS, {}), []).schema == arrow(schema(COLUMNS, {}), ROWS).schema


def test_an_answer_says_what_it_is() -> None:
    assert as_arrow(Answer("q", "A question", Table(COLUMNS, ROWS))).schema.metadata[b"query"] == b"q"
