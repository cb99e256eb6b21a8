import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from graph.engine.home import Home
from graph.engine.state import State, read_state, write_state

NUMBERS = st.none() | st.integers(1, 2**31)
STATES = st.builds(State, NUMBERS, NUMBERS, st.none() | st.just("2026-01-01T00:00:00+00:00"), st.floats(0, 99), NUMBERS)


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(state=STATES)
def test_what_is_remembered_comes_back(home: Home, state: State) -> None:
    write_state(home, state)
    assert read_state(home) == state


def test_nothing_remembered_is_an_empty_state(home: Home) -> None:
    assert read_state(home) == State()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '{"idle_hours": "x"}', "\x00"])
def test_a_damaged_file_is_an_empty_state(home: Home, text: str) -> None:
    home.state_file.write_text(text, encoding="utf-8")
    assert read_state(home) == State()


@pytest.mark.parametrize("value", ['"7687"', "-1", "0", "7.5", "null"])
def test_a_port_or_process_that_is_none_is_forgotten(home: Home, value: str) -> None:
    home.state_file.write_text(f'{{"port": {value}, "pid": {value}}}', encoding="utf-8")
    assert (read_state(home).port, read_state(home).pid) == (None, None)


def test_writing_leaves_no_part_behind(home: Home) -> None:
    write_state(home, State(port=7687))
    assert not list(home.root.glob("*.part"))
