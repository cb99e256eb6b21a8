from __future__ import annotations

import re
import struct

import pytest

from graph.errors import BadInputError
from tests.viz.charts.answers import answer
from viz import charts
from viz.language import speaking
from viz.vega.compiled import specification
from viz.vega.picture import drawable
from viz.vega.theme import FONT

TABLE = answer("coverage", {"repository": "o/仓库", "source": "git", "spans": ["2025-01..2025-03"]})


def test_an_svg_holds_the_names_and_its_title_and_asks_no_other_host() -> None:
    drawn = charts.picture("coverage", TABLE, title="Months covered").decode()
    assert drawn.startswith("<svg")
    assert "o/仓库" in drawn
    assert "Months covered" in drawn
    assert 'href="http' not in drawn


def test_texts_are_drawn_in_one_font_for_a_list_is_slow_and_an_svg_names_those_of_the_page() -> None:
    assert set(
        re.findall(r'"(?:\w+F|f)ont": "([^"]*)"', drawable(specification(charts.draw("coverage", TABLE)), "light"))
    ) == {"sans-serif"}
    assert set(re.findall(r'font-family="([^"]*)"', charts.picture("coverage", TABLE).decode())) == {FONT}


def test_a_png_is_twice_as_dense() -> None:
    drawn = charts.picture("coverage", TABLE, form="png")
    width, height = struct.unpack(">II", drawn[16:24])
    assert drawn.startswith(b"\x89PNG")
    assert width > 1200
    assert height > 40


@pytest.mark.parametrize("form", ["", "pdf", "SVG", "jpeg"])
def test_another_form_is_one_sentence(form: str) -> None:
    with pytest.raises(BadInputError, match="expected svg or png"):
        charts.picture("coverage", TABLE, form=form)


def test_a_theme_that_there_is_not_is_one_sentence() -> None:
    with pytest.raises(BadInputError, match="no theme 'sepia': expected light or dark"):
        charts.picture("coverage", TABLE, theme="sepia")


@pytest.mark.parametrize(("language", "wanted"), [("en", {"5000", "10\u202f000"}), ("zh", {"5,000", "10,000"})])
def test_an_axis_writes_numbers_as_pages_in_the_language_do(language: str, wanted: set[str]) -> None:
    rows = [{"repository": f"o/{at}", "stars": stars, "openrank": 5.0} for at, stars in enumerate((3000, 40_000))]
    with speaking(language):
        drawn = charts.picture("attention-and-collaboration", answer("attention-and-collaboration", *rows)).decode()
    assert wanted <= set(re.findall(r">([^<>]+)</text>", drawn))
