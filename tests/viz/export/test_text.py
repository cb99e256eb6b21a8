import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.export.text import FORBIDDEN, TURNING, clipped, clipped_line, flowed, shown, storable, width, wrapped


def test_data_keep_all_that_xml_can_hold() -> None:
    assert storable("a\x00b\u202ec\n🦙") == "a\ufffdb\u202ec\n🦙"


def test_a_picture_shows_one_line_that_nothing_turns_around() -> None:
    assert shown("a\x07 \u202egnp.exe\u202c\n b\t中文") == "a gnp.exe b 中文"


@given(st.text())
def test_what_is_shown_holds_nothing_forbidden(text: str) -> None:
    assert not FORBIDDEN.search(shown(text))
    assert not TURNING.search(shown(text))


@pytest.mark.parametrize(
    ("narrow", "wide"), [("iiii", "mmmm"), ("abcd", "中文字符"), ("abcd", "ABCD"), ("e\u0301", "ee")]
)
def test_wide_letters_take_more_room(narrow: str, wide: str) -> None:
    assert width(narrow, 12) < width(wide, 12)
    assert width(wide, 12) < width(wide, 12, bold=True) < width(wide, 24)


@given(st.text(max_size=300), st.floats(40, 400))
def test_a_clipped_text_fits(text: str, room: float) -> None:
    assert width(clipped(text, 12, room), 12) <= room


def test_a_text_is_broken_between_words_and_its_rest_marked() -> None:
    assert wrapped("one two three four five", 12, 60, 2) == ["one two", "three fo…"]
    assert wrapped("", 12, 60, 2) == []
    assert wrapped("x" * 500, 12, 60, 3)[0].endswith("…")


@given(st.text(max_size=300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, most: int) -> None:
    lines = wrapped(text, 12, 120, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= 120.001 for line in lines)


def test_a_line_of_code_keeps_its_spaces() -> None:
    assert clipped_line("\tRETURN  d\x00\u202e") == "    RETURN  d"
    assert len(clipped_line("x" * 10_000)) == 400


def test_parts_flow_into_lines_and_are_not_broken() -> None:
    assert flowed(["6 nodes", "from here", "2025"], 12, 130, 2) == ["6 nodes · from here", "2025"]
    assert flowed(["6 nodes", "from here", "2025"], 12, 1000, 2) == ["6 nodes · from here · 2025"]
    assert flowed(["one", "two", "three"], 12, 30, 1)[0].endswith("…")
    assert flowed([], 12, 100, 2) == []
