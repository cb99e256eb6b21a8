import re
from math import pi

import pytest

from graph.schema import NODES
from tests.viz import worlds
from tests.viz.export import subjects
from viz.export.scene import SEEN, outline, scene
from viz.export.sheet import Sheet
from viz.views import draw

FRAME = (4.0, 60.0, 1196.0, 660.0)


@pytest.mark.parametrize("shape", sorted({kind.shape for kind in NODES.values()} | {"dot"}))
def test_every_shape_is_a_closed_path_of_numbers(shape: str) -> None:
    path = outline(shape, 10, 20, 5)
    assert path.startswith("M")
    assert path.endswith("Z")
    assert "nan" not in path


@pytest.mark.parametrize("radius", [2.5, 3.45, 3.47, 5.04, 11.96])
def test_a_circle_is_as_wide_as_it_is_high(radius: float) -> None:
    rx, ry, _, _, wide, _ = map(float, re.findall(r"-?\d+\.?\d*", outline("dot", 10, 20, radius).partition("a")[2])[:6])
    assert rx == ry
    assert wide == pytest.approx(2 * rx)


def test_shapes_of_one_radius_have_about_one_area() -> None:
    corners = [tuple(map(float, point.split())) for point in outline("hexagon", 0, 0, 10)[1:-1].split("L")]
    area = (
        abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True))) / 2
    )
    assert area == pytest.approx(pi * 100, rel=0.02)


def test_all_that_is_drawn_has_its_place() -> None:
    found = scene(draw(worlds.communities()), FRAME, Sheet())
    assert len(found.shapes) == 18
    assert len(found.strokes) == 20
    assert all(0.05 <= stroke.opacity <= 0.8 for stroke in found.strokes)


def test_long_lines_are_paler_than_short_ones() -> None:
    found = scene(draw(worlds.communities()), FRAME, Sheet())
    assert len({stroke.opacity for stroke in found.strokes}) > 1


def test_the_least_mark_can_still_be_seen() -> None:
    drawing = draw(worlds.communities(12, 20))
    narrow = scene(drawing, (0.0, 0.0, 150.0, 100.0), Sheet("light", 160, 160))
    assert len(narrow.shapes) == 240
    assert SEEN > 2


def test_an_empty_drawing_is_an_empty_scene() -> None:
    drawing = subjects.empty().drawing
    assert drawing
    found = scene(drawing, FRAME, Sheet())
    assert (found.shapes, found.strokes, found.labels) == ((), (), ())
