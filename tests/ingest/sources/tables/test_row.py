from __future__ import annotations

import pytest

from graph.errors import BadRowError
from graph.model import Where
from ingest.sources.tables import values
from ingest.sources.tables.row import Row

ROW = Row(
    Where("t.csv", 7),
    [" ann ", "", "x"],
    {"developer": 0, "company": 1, "commits": 2, "far": 9},
    ("User", "Org", "Commits"),
)


def test_words_are_clean_and_empty_where_there_is_no_cell() -> None:
    assert ROW.words("developer") == "ann"
    assert ROW.words("company") == ROW.words("far") == ROW.words("unheard of") == ""


def test_an_empty_cell_is_unknown_and_not_an_error() -> None:
    assert ROW.known("company", values.whole) is None
    assert ROW.known("far", values.whole) is None


def test_a_refusal_speaks_of_the_column_as_the_table_heads_it() -> None:
    with pytest.raises(BadRowError) as caught:
        ROW.known("commits", values.whole)
    error = caught.value
    assert (error.file, error.line, error.field) == ("t.csv", 7, "Commits")
    assert (error.found, error.expected) == ("x", "a whole number, 0 or more")


def test_what_is_needed_and_missing_is_refused() -> None:
    with pytest.raises(BadRowError, match=r"t\.csv:7: Org: found nothing, expected some text"):
        ROW.needed("company", values.text)


def test_an_address_in_a_refused_cell_is_not_repeated() -> None:
    row = Row(Where("t.csv", 2), ["x@example.org is me"], {"commits": 0}, ("commits",))
    assert "@" not in str(row.refused("commits", "a count"))
