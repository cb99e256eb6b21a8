import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.console import PIPE_WIDTH, clean, errors, output, progress


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not any((ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 for c in clean(text))
    assert len(clean(text)) == len(text)


def test_an_escape_sequence_is_disarmed() -> None:
    assert "\x1b" not in clean("\x1b[31mred\x1b[0m")


def test_a_pipe_is_wide_enough_for_every_cell() -> None:
    assert output().width == PIPE_WIDTH


def test_progress_draws_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as bars:
        bars.add_task("x", total=3, rate="")
    assert capsys.readouterr() == ("", "")
    assert not errors().is_terminal
