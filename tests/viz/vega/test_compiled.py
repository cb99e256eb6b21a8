"""Vega as the browser runs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.viz.charts.answers import answer
from tests.viz.charts.test_domain_curves import ROWS as DOMAINS
from tests.viz.charts.test_openrank_series import EVENT
from tests.viz.charts.test_openrank_series import ROWS as SERIES
from tests.viz.charts.test_rank_race import ROWS as RACE
from viz import charts
from viz.vega.compiled import vega
from viz.vega.drawn import Look


def marks(group: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for mark in group.get("marks", []):
        yield mark
        yield from marks(mark)


@pytest.mark.parametrize(
    ("name", "rows"), [("openrank-series", SERIES), ("domain-curves", DOMAINS), ("rank-race", RACE)]
)
def test_a_cell_around_a_mark_says_what_the_mark_says_and_leads_nowhere(
    name: str, rows: list[dict[str, object]]
) -> None:
    made = vega(charts.draw(name, answer(name, *rows)))
    (cell,) = [mark for mark in marks(made) if str(mark["name"]).endswith("voronoi")]
    assert cell["encode"]["update"]["tooltip"] == {"signal": "datum.tooltip"}
    assert "href" not in cell["encode"]["update"]


def test_events_lie_above_the_cells_so_that_a_pointer_reaches_them() -> None:
    look = Look(beside={"events": answer("events", EVENT)})
    found = list(marks(vega(charts.draw("openrank-series", answer("openrank-series", *SERIES), look))))
    (cell,) = [at for at, mark in enumerate(found) if str(mark["name"]).endswith("voronoi")]
    (event,) = [at for at, mark in enumerate(found) if '"diamond"' in str(mark).replace("'", '"')]
    assert event > cell
