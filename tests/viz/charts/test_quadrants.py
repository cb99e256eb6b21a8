"""Any two measures beside each other."""

from __future__ import annotations

import re

import pytest

from tests.viz.charts.answers import answer
from viz import charts
from viz.vega.drawn import Look
from viz.vega.picture import picture

ASKED = {"x": "autonomy", "y": "expertise_needed"}


def row(name: str, x: float | None, y: float | None, quadrant: str | None = None) -> dict[str, object]:
    return {"repository": name, "x": x, "y": y, "quadrant": quadrant, "x_parts": 0.0, "y_parts": 0.5}


ROWS = (
    row("a/one", -1.0, 0.9, "low autonomy and high expertise_needed"),
    row("a/two", 1.0, 0.1, "high autonomy and low expertise_needed"),
    row("b/three", 0.5, 0.2, "high autonomy and low expertise_needed"),
    row("b/lacking", 0.5, None),
)


def test_quadrants_are_counted_and_who_lacks_a_measure_is_named() -> None:
    drawn = charts.draw("quadrants", answer("quadrants", *ROWS), Look(asked=ASKED))
    assert [(group.title, group.count) for group in drawn.groups] == [
        ("low autonomy and high expertise_needed", 1), ("high autonomy and low expertise_needed", 2),
    ]  # fmt: skip
    assert drawn.notes == ("One of the two measures is unknown for 1 of 4: b/lacking",)


def test_lines_part_the_plane_where_the_answer_says() -> None:
    drawn = charts.draw("quadrants", answer("quadrants", *ROWS), Look(asked=ASKED)).chart.to_dict()
    rules = [layer for layer in drawn["layer"] if layer["mark"]["type"] == "rule"]
    assert [sorted(layer["encoding"]) for layer in rules] == [["x"], ["y"]]


@pytest.mark.parametrize(("parts", "named"), [(0.0, {"low", "high"}), (-0.9, {"high"}), (0.9, {"low"})])
def test_a_quarter_is_named_where_its_name_has_room_beside_the_line(parts: float, named: set[str]) -> None:
    rows = [{**one, "x_parts": parts} for one in ROWS]
    drawn = charts.draw("quadrants", answer("quadrants", *rows), Look(asked=ASKED))
    texts = re.findall(r"<text([^>]*italic[^>]*)>(low|high) ", picture(drawn, "svg").decode())
    seen = {words for attributes, words in texts if 'opacity="0"' not in attributes}
    assert seen == named


def scales(options: dict[str, str], *rows: dict[str, object]) -> set[str]:
    drawn = charts.draw("quadrants", answer("quadrants", *rows), Look(options, ASKED)).chart.to_dict()
    return {layer["encoding"]["x"]["scale"]["type"] for layer in drawn["layer"] if layer["mark"]["type"] == "point"}


def test_a_wide_axis_is_logarithmic_unless_asked_or_below_zero() -> None:
    wide = (row("a/one", 1.0, 1.0, "q"), row("a/two", 1000.0, 1.0, "q"))
    assert scales({}, *wide) == {"log"}
    assert scales({"scale": "linear"}, *wide) == {"linear"}
    assert scales({}, *wide, row("a/none", 0.0, 1.0, "q")) == {"linear"}


def test_what_a_logarithmic_scale_cannot_place_is_said() -> None:
    drawn = charts.draw("quadrants", answer("quadrants", *ROWS), Look({"scale": "log"}, ASKED))
    assert "1 at zero or below have no place on a logarithmic scale" in drawn.notes


def test_a_measure_that_nobody_has_is_said_in_place_of_an_empty_plane() -> None:
    drawn = charts.draw("quadrants", answer("quadrants", row("a/one", 1.0, None)), Look(asked=ASKED))
    assert drawn.empty.startswith("No project has a value of expertise_needed beside the other measure. Measures are")
    assert charts.draw("quadrants", answer("quadrants", *ROWS), Look(asked=ASKED)).empty == ""


def test_an_empty_answer_is_an_empty_plane() -> None:
    drawn = charts.draw("quadrants", answer("quadrants"), Look(asked=ASKED))
    assert (drawn.groups, drawn.notes) == ((), ())
