"""The community preset in the graph: what developers are to one repository, by its issues and pull requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.openrank.months import Kept, Month, solve_months
from graph.openrank.presets import COMMUNITY
from graph.openrank.stored import Written, run_of, series_of, stamps_of, write_month

if TYPE_CHECKING:
    from graph.database import Database

COMMUNITY_METRIC = "community-openrank"
"""A metric of its own: its values cannot be compared with those of a solve over many repositories."""


def community_series(repository: str) -> str:
    """What stands at MEASURED.preset: definition, version, and the key of the repository that it is solved for."""
    return f"{series_of(COMMUNITY)}:{repository}"


def measure_community(database: Database, repository: str, months: Iterable[Month]) -> Iterator[Written]:
    """All months of the repository of that key in turn; those that are right in the graph already are not written.

    months: without gaps, oldest first, pairs of developers and issues or pull requests. One repository is solved in
    moments, and issues have no node to keep a value, so each run solves all of its months.
    """
    series = community_series(repository)
    stamps = stamps_of(database, series, COMMUNITY_METRIC)
    for month in solve_months(COMMUNITY, months):
        if isinstance(month, Kept) or stamps.get(month.period) == month.stamp:
            run = run_of(series, month.period, month.stamp, COMMUNITY_METRIC)
            yield Written(month.period, run, 0, already=True)
        else:
            yield write_month(database, COMMUNITY, series, month, COMMUNITY_METRIC)
