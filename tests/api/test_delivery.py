from pathlib import Path

import pytest

from api.answer import Answer
from api.choices import FormatChoice
from api.delivery import hand_over
from graph.errors import BadInputError
from graph.model import Column, Table

COLUMNS = (Column("name", "str", "its name"), Column("n", "int", "how many"))
ANSWER = Answer("q", "A question", Table(COLUMNS, [["a", 1], ["b", None]], cut=True), cap=2)


def test_a_table_is_for_the_terminal_with_the_cut_below(capsys: pytest.CaptureFixture[str]) -> None:
    hand_over(ANSWER, FormatChoice.table, None, more="--limit")
    said = capsys.readouterr().out
    assert "A question" in said
    assert "unknown" in said
    assert "cut at its cap of 2 rows, so rows are missing (--limit raises the cap)" in said


def test_a_table_is_not_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="not for a file"):
        hand_over(ANSWER, FormatChoice.table, tmp_path / "x.txt")


def test_parquet_is_not_for_the_terminal() -> None:
    with pytest.raises(BadInputError, match="not for the terminal"):
        hand_over(ANSWER, FormatChoice.parquet, None)


def test_other_formats_say_the_cut_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    hand_over(ANSWER, FormatChoice.csv, None, more="--limit")
    said = capsys.readouterr()
    assert said.out == "name,n\r\na,1\r\nb,\r\n"
    assert "--limit raises the cap" in said.err


def test_a_file_is_confirmed_with_its_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_over(ANSWER, FormatChoice.parquet, tmp_path / "x.parquet")
    said = capsys.readouterr()
    assert (said.out, "wrote 2 rows" in said.err) == ("", True)
