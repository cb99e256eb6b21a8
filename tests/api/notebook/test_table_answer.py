import pandas as pd
import polars as pl
import pytest

from api.answer import Answer
from api.notebook.table_answer import MOST_ROWS, TableAnswer, captioned
from graph.model import Column, Table
from tests.api.formats.test_document import COVERAGE
from tests.api.formats.test_parquet import COLUMNS, ROWS
from tests.viz.worlds import HOSTILE

ANSWER = TableAnswer(Answer("q", "A question", Table(COLUMNS, ROWS, COVERAGE)), 0.5)


def texts(count: int) -> TableAnswer:
    return TableAnswer(Answer("q", "Q", Table((Column("text", "str", ""),), [[str(n)] for n in range(count)])))


def test_a_frame_of_pandas_keeps_whole_numbers_beside_unknown_ones() -> None:
    frame = ANSWER.to_pandas()
    assert [str(frame[name].dtype) for name in ("n", "share", "bot")] == ["Int64", "float64", "boolean"]
    assert frame["n"].tolist() == [1, pd.NA]
    assert frame["facts"][0] == {"k": 1}
    assert frame.attrs["rests_on"] == "2 rows; from git; months 2025-01 to 2025-02; known gaps: a gap"


def test_a_frame_of_polars_has_the_same_rows() -> None:
    frame = ANSWER.to_polars()
    assert isinstance(frame, pl.DataFrame)
    assert frame["n"].to_list() == [1, None]
    assert frame["tags"].to_list() == [["x", "y"], None]


def test_arrow_has_the_meanings_of_the_columns() -> None:
    assert ANSWER.to_arrow().schema.field("share").metadata[b"about"] == b"0..1"


def test_an_answer_without_rows_has_its_columns() -> None:
    assert list(TableAnswer(Answer("q", "Q", Table(COLUMNS, []))).to_pandas().columns) == [c.name for c in COLUMNS]


def test_rows_columns_and_coverage_are_at_hand() -> None:
    assert (len(ANSWER), next(iter(ANSWER))["name"], ANSWER.rows) == (2, "a", ROWS)
    assert (ANSWER.columns, ANSWER.coverage, ANSWER.cut) == (COLUMNS, COVERAGE, False)


def test_a_notebook_shows_title_sources_and_some_of_many_rows() -> None:
    shown = ANSWER._repr_html_()
    assert "<b>A question</b>" in shown
    assert "2 rows; from git" in shown
    assert texts(500)._repr_html_().count("<tr>") <= MOST_ROWS + 2
    assert "from git" in repr(ANSWER)


@pytest.mark.parametrize("text", HOSTILE[:3])
def test_texts_of_strangers_stay_text(text: str) -> None:
    column = Column(text, "str", text)
    shown = TableAnswer(Answer(text, text, Table((column,), [[text]])))._repr_html_()
    assert "<img" not in shown
    assert "<script" not in shown


def test_no_title_is_no_heading() -> None:
    assert captioned("", "2 rows") == "<p><small>2 rows</small></p>"
