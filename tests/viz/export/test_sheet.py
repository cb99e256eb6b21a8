import re
from pathlib import Path

import pytest

from graph.errors import BadInputError
from viz.export.sheet import LINE_INK, Sheet, read_sheet
from viz.vega.theme import mixed

STYLES = Path(__file__).parents[3] / "viz" / "browser" / "src" / "atlas.css"


def test_without_wishes_a_picture_is_light_and_of_the_usual_size() -> None:
    assert read_sheet({}) == read_sheet({"theme": "", "width": None}) == Sheet("light", 1200, 750)


def test_theme_size_and_words_are_taken_as_typed() -> None:
    assert read_sheet({"theme": "dark", "width": "640", "height": "480"}) == Sheet("dark", 640, 480, "all")
    assert read_sheet({"words": "none"}).words == "none"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("words", "few"),
        ("width", "1e3"),
        ("width", "99"),
        ("height", "5000"),
        ("height", "-3"),
        ("width", "٦٤٠"),
        ("width", ["1", "2"]),
    ],
)
def test_what_cannot_be_taken_is_named(name: str, value: object) -> None:
    with pytest.raises(BadInputError, match=f"{name}: found"):
        read_sheet({name: value})


def test_the_colour_of_lines_is_the_style_sheets() -> None:
    assert list(dict.fromkeys(re.findall(r"--line-ink: (#\w+)", STYLES.read_text("utf-8")))) == list(LINE_INK.values())


def test_half_of_black_over_white_is_grey() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#0072B2", "#fdfdfc", 1.0) == "#0072b2"
