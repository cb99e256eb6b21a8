from __future__ import annotations

import pytest

from api.pages.view import SHORT, view_families, view_of
from cypher.catalogue import catalogue
from graph.errors import NotFoundError
from viz import charts


def test_every_network_and_every_chart_is_a_view_with_a_page_that_answers_something() -> None:
    found = [link for family in view_families(catalogue()) for link in family.queries]
    networks = [query for query in catalogue() if query.kind == "graph"]
    assert len(found) == len(networks) + len(charts.names())
    links = {link.href.partition("?")[0].split("/")[2]: link.href for link in found}
    for query in catalogue():
        if query.name in links and query.asks_for_values:
            assert "?" in links[query.name] or "/github/" in links[query.name], query.name


def test_a_table_without_a_chart_is_no_view_and_its_page_is_told() -> None:
    with pytest.raises(NotFoundError, match=r"no view 'top-openrank'; its answer is a table: /queries/top-openrank"):
        view_of(catalogue(), "top-openrank")


def test_short_names_are_of_views() -> None:
    for name in SHORT.values():
        assert view_of(catalogue(), name).kind == "graph"
