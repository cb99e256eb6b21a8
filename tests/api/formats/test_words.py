import pytest

from api.answer import Answer
from api.formats.words import resting_on, shown
from graph.model import Column, Coverage, Table


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "unknown"),
        ([], "unknown"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (1.0, "1"),
        (0.12345, "0.1235"),
        (["a", None], "a, unknown"),
        ({"a": 1, "b": None}, "a 1, b unknown"),
    ],
)
def test_values_in_words(value: object, text: str) -> None:
    assert shown(value) == text


def test_all_that_an_answer_rests_on_is_one_sentence() -> None:
    table = Table(
        (Column("n", "int", ""),), [[1]], Coverage(("a", "b"), (), "2025-01", "2025-02", ("no stars",)), cut=True
    )
    assert resting_on(Answer("q", "Q", table, cap=1), "--limit") == (
        "1 row; from a, b; months 2025-01 to 2025-02; known gaps: no stars; "
        "cut at its cap of 1 rows, so rows are missing (--limit raises the cap)"
    )


def test_an_answer_without_sources_says_how_long_it_is() -> None:
    assert resting_on(Answer("q", "Q", Table((), []))) == "none found"


def test_no_rows_are_no_answer_where_something_would_have_to_be_loaded() -> None:
    coverage = Coverage(gaps=("nothing that is loaded answers this; `ossatlas load` would load what could",))
    assert resting_on(Answer("q", "Q", Table((), [], coverage))).startswith("0 rows; known gaps: nothing")
