from __future__ import annotations

import json
import math
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from viz.page_data import ErrorPage
from viz.pages import error_page
from viz.templating import Piece, is_number, pieces, plain, sparkline, static

JSONABLE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSONABLE)
def test_anything_becomes_json_that_browsers_read_exactly(value: object) -> None:
    json.dumps(plain(value), allow_nan=False)


def test_large_ids_become_texts_and_dates_too() -> None:
    assert plain(2**60) == str(2**60)
    assert plain(date(2025, 4, 1)) == "2025-04-01"
    assert plain(math.inf) is None


def test_cells_link_to_their_pages() -> None:
    assert pieces("deepseek-ai/DeepEP", "repository") == [
        Piece("deepseek-ai/DeepEP", "/repositories/deepseek-ai/DeepEP")
    ]
    assert pieces(["a", "b"], "logins") == [Piece("a", "/developers/a"), Piece("b", "/developers/b")]
    assert pieces(None, "login") == [Piece("unknown", unknown=True)]
    assert pieces("a/b/c", "repository") == [Piece("a/b/c")]


def test_numbers_stand_flush_right() -> None:
    assert is_number("int")
    assert not is_number("str")


def test_a_sparkline_starts_at_the_left_and_tops_at_the_maximum() -> None:
    assert sparkline([0.0, 5.0, 10.0], width=100, height=44) == "0.0,42.0 50.0,22.0 100.0,2.0"
    assert sparkline([3.0]) == "0.0,2.0"
    assert sparkline([]) == ""
    assert sparkline([0.0, 0.0], width=10) == "0.0,42.0 10.0,42.0"


def test_static_addresses_change_with_the_content() -> None:
    assert static("atlas.css").startswith("/static/atlas.css?v=")
    assert static("nothing.css").endswith("?v=missing")


def test_templates_escape() -> None:
    page = error_page(ErrorPage(404, "<b>", "{{ 7 * 7 }}", '"'))
    assert "&lt;b&gt;" in page
    assert "{{ 7 * 7 }}" in page
