from __future__ import annotations

import struct

import pytest

from graph.errors import BadInputError
from viz.charts.coverage import coverage_chart
from viz.charts.picture import picture

CHART = coverage_chart([{"repository": "o/仓库", "source": "git", "spans": ["2025-01..2025-03"]}])


def test_an_svg_holds_the_names_and_asks_no_other_host() -> None:
    drawn = picture(CHART, "svg").decode()
    assert drawn.startswith("<svg")
    assert "o/仓库" in drawn
    assert "href=" not in drawn


def test_a_png_is_twice_as_dense() -> None:
    drawn = picture(CHART, "png")
    width, height = struct.unpack(">II", drawn[16:24])
    assert drawn.startswith(b"\x89PNG")
    assert width > 1200
    assert height > 60


@pytest.mark.parametrize("form", ["", "pdf", "SVG", "jpeg"])
def test_another_form_is_one_sentence(form: str) -> None:
    with pytest.raises(BadInputError, match="expected svg or png"):
        picture(CHART, form)
