from __future__ import annotations

import pytest

from api.pages.view import SHORT, view_of
from cypher.catalogue import catalogue
from graph.errors import NotFoundError


def test_a_table_without_a_chart_is_no_view_and_its_page_is_told() -> None:
    with pytest.raises(NotFoundError, match=r"no view 'top-openrank'; its answer is a table: /queries/top-openrank"):
        view_of(catalogue(), "top-openrank")


def test_short_names_are_of_views() -> None:
    for name in SHORT.values():
        assert view_of(catalogue(), name).kind == "graph"
