"""Answers of the catalogue by hand: the columns are the query's own, what a row does not tell is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cypher.catalogue import catalogue
from graph.model import Coverage, Table
from viz.vega.compiled import specification, vega
from viz.vega.drawn import Drawn

COVERAGE = Coverage(sources=("opendigger",), covers_from="2024-09", covers_to="2025-08")


def answer(query: str, *rows: Mapping[str, object], cut: bool = False) -> Table:
    """An answer of `query`; a column that the query does not have is a mistake of the test."""
    columns = catalogue().find(query).returns
    names = [column.name for column in columns]
    assert not {name for row in rows for name in row} - set(names)
    return Table(columns, [[row.get(name) for name in names] for row in rows], COVERAGE, cut)


def values(drawn: Drawn, at: int = 0) -> list[dict[str, Any]]:
    """The rows that the layer `at` of a chart draws."""
    made: Any = specification(drawn)
    data = made["layer"][at].get("data") or made["data"]
    found: list[dict[str, Any]] = data["values"] if "values" in data else made["datasets"][data["name"]]
    return found


def all_values(drawn: Drawn) -> list[dict[str, Any]]:
    """All rows of all data of a chart, as Vega has them."""
    made: Any = vega(drawn)
    return [row for data in made["data"] for row in data.get("values", []) if isinstance(row, dict)]


def without(rows: Sequence[Mapping[str, object]], name: str) -> list[object]:
    """One column of these rows."""
    return [row[name] for row in rows if name in row]
