"""Areas, flows and labels: where things stand before anything is drawn."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from viz.vega.flows import Flow, blocks, ribbons
from viz.vega.labels import GAP, beside_lines, labels, spread
from viz.vega.lines import round_numbers
from viz.vega.theme import THEMES, on
from viz.vega.treemap import Box, squarified
from viz.vega.world import places

WEIGHTS = st.lists(st.floats(0.01, 1e6), min_size=1, max_size=60)
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=40)
AMOUNTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 50)), min_size=1, max_size=40)
CSS = Path(__file__).parents[3] / "viz" / "browser" / "src" / "atlas.css"


@given(WEIGHTS)
def test_areas_are_in_proportion_and_fill_their_box_without_lying_outside(weights: list[float]) -> None:
    box = Box(1, 2, 4, 3)
    found = squarified(weights, box)
    for weight, part in zip(weights, found, strict=True):
        assert abs(part.width * part.height - 3 * weight / sum(weights)) < 1e-6
        assert box.x - 1e-9 <= part.x <= part.x2 <= box.x2 + 1e-6
        assert box.y - 1e-9 <= part.y <= part.y2 <= box.y2 + 1e-6


def test_equal_weights_are_nearly_square() -> None:
    for part in squarified([1.0] * 12, Box(0, 0, 4, 3)):
        assert 0.5 < part.width / part.height < 2


def test_a_box_that_is_smaller_than_its_edges_has_nothing_inside() -> None:
    inner = Box(0, 0, 1, 1).within(0.6)
    assert (inner.width, inner.height) == (0, 0)


@given(SHARES)
def test_labels_beside_lines_keep_their_order_and_their_distance(shares: list[float]) -> None:
    gap = 0.02
    moved = spread(shares, gap)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in moved)
    in_order = [moved[at] for at in sorted(range(len(shares)), key=lambda at: shares[at])]
    least = min(gap, 1 / max(len(shares) - 1, 1)) - 1e-9
    assert all(two - one >= least for one, two in pairwise(in_order))


def test_labels_with_room_stay_where_their_lines_end() -> None:
    found = beside_lines({"a": 1.0, "b": 100.0}, 1.0, 100.0, logarithmic=True, height=10 * GAP)
    assert [round(value, 6) for value in found.values()] == [1.0, 100.0]


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30))
def test_the_weightiest_mark_is_named_first_and_labels_that_are_shown_have_a_side(
    marks: list[tuple[float, float]],
) -> None:
    found = labels(marks, ["a name"] * len(marks))
    assert len(found) == len(marks)
    assert {label.side for label in found if label} <= {"left", "right"}


def test_a_label_goes_to_the_other_side_where_a_mark_is_in_its_way() -> None:
    (first, second) = labels([(0.5, 0.5), (0.53, 0.5)], ["name", "name"])
    assert first
    assert second
    assert (first.side, second.side) == ("left", "right")


@given(AMOUNTS)
def test_what_leaves_the_first_column_comes_to_the_second(amounts: list[tuple[int, int, int]]) -> None:
    flows = [Flow(f"a{one}", f"b{two}", float(many)) for one, two, many in amounts]
    placed = blocks(flows)
    sums = [sum(block.amount for block in placed if block.column == column) for column in (0, 1)]
    assert sums == [sum(flow.amount for flow in flows)] * 2
    assert all(-1e-9 <= block.y <= block.y2 <= 1 + 1e-9 for block in placed)
    where = {(block.column, block.name): block for block in placed}
    for point in ribbons(flows, placed):
        flow = flows[int(str(point["flow"]))]
        block = where.get({0.0: (0, flow.source), 1.0: (1, flow.target)}.get(float(str(point["x"])), (2, "")))
        if block:
            assert block.y - 1e-9 <= float(str(point["y"])) <= float(str(point["y2"])) <= block.y2 + 1e-9


def test_the_colours_of_files_are_those_of_the_pages() -> None:
    told = CSS.read_text()
    light, dark = told.split("@media (prefers-color-scheme: dark)")[:2]
    for theme, text in (("light", light), ("dark", dark)):
        for name, color in THEMES[theme].items():
            found = re.search(rf"{re.escape(name[4:-1])}: (#[0-9a-f]{{6}})", text)
            assert found
            assert found[1] == color, (theme, name)


def test_numbers_on_a_colour_are_black_or_white_whichever_is_read_better() -> None:
    assert {on(color) for color in ("#ffffff", "#CCBB44", "#EE7733")} == {"#000000"}
    assert {on(color) for color in ("#4477AA", "#AA3377", "#000000")} == {"#ffffff"}


def test_a_logarithmic_axis_has_one_two_and_five() -> None:
    assert round_numbers(3, 60) == [5, 10, 20, 50]
    assert round_numbers(0, 5) == []


def test_small_countries_have_a_place_too_and_that_of_france_is_in_europe() -> None:
    assert {"SG", "HK", "MT", "LU"} <= places().keys()
    longitude, latitude = places()["FR"]
    assert 0 < longitude < 6
    assert 43 < latitude < 50


def test_a_label_lies_on_a_line_that_parts_the_plane_only_where_it_has_no_other_place() -> None:
    name = "a name of many letters"
    assert [label and label.side for label in labels([(0.45, 0.4)], [name])] == ["right"]
    assert [label and label.side for label in labels([(0.45, 0.4)], [name], across=[0.5])] == ["left"]
    assert labels([(0.45, 0.4)], [name], down=[0.4]) == labels([(0.45, 0.4)], [name])
