import io

import pytest
import typer

from api.consent import ask_first
from graph.errors import BadInputError


class Terminal(io.StringIO):
    """A terminal on which somebody has typed."""

    def isatty(self) -> bool:
        return True


def test_yes_asks_nothing() -> None:
    ask_first("Lose it?", yes=True)


def test_where_nobody_can_answer_the_option_is_named() -> None:
    with pytest.raises(BadInputError, match="Nobody is there to answer") as caught:
        ask_first("Lose it?", yes=False)
    assert caught.value.hint == "add --yes"


def test_who_agrees_goes_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    ask_first("Lose it?", yes=False)
    assert "Lose it?" in capsys.readouterr().err


def test_who_declines_loses_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    with pytest.raises(typer.Exit) as caught:
        ask_first("Lose it?", yes=False)
    assert caught.value.exit_code == 1
    assert "nothing was done" in capsys.readouterr().err
