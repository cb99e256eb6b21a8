import pytest

from api.answer import Answer
from api.formats.terminal import show
from graph.model import Column, Coverage, Table


def test_a_table_is_drawn_with_its_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table((Column("name", "str", ""), Column("n", "int", "")), [["a", 1200], [None, 2]], Coverage(("git",)))
    show(Answer("q", "A question", table))
    said = capsys.readouterr().out
    assert "A question" in said
    assert "unknown" in said
    assert said.rstrip().endswith("2 rows; from git")


def test_data_cannot_steer_the_terminal_or_the_drawing(capsys: pytest.CaptureFixture[str]) -> None:
    show(Answer("q", "", Table((Column("name", "str", ""),), [["\x1b[31m[bold]red[/bold]"]])))
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "[bold]red[/bold]" in said


def test_no_cell_is_folded_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    long = "x" * 500
    show(Answer("q", "", Table((Column("name", "str", ""),), [[long]])))
    assert long in capsys.readouterr().out
