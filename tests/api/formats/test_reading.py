import json

import pytest

from api.answer import Answer
from api.formats.document import as_json, document
from api.formats.reading import answer_of, answer_of_statement
from graph.model import Network, Table
from tests.api.formats.test_document import TABLE
from tests.viz import worlds


@pytest.mark.parametrize("result", [TABLE, Table((), []), worlds.overlap(), Network((), ())])
def test_what_is_read_says_what_was_written(result: Table | Network) -> None:
    written = json.loads(as_json(Answer("q", "Q", result, {"names": ["a"], "bots": False})))
    assert document(answer_of(written)) == written


def test_the_rows_of_a_statement_have_columns_without_meanings() -> None:
    told = {"columns": [{"name": "n", "type": "int"}], "rows": [[1], [None]], "cut": True}
    answer = answer_of_statement(told, {"least": 1}, 2)
    assert (answer.table.records(), answer.cap, answer.result.cut) == ([{"n": 1}, {"n": None}], 2, True)
