"""OpenRank for the command line: months checked, solved in turn and written, then the newest value on each node."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from api.asking import queries
from graph.calendar import periods
from graph.errors import BadInputError
from graph.openrank.covered import window
from graph.openrank.presets import PRESETS, GlobalPreset, preset

if TYPE_CHECKING:
    from graph.database import Database
    from graph.openrank.pairs import Pairs
    from graph.openrank.stored import Written

PAIRS = "openrank-pairs"
"""The question of the catalogue whose rows a month is made from."""
_NOT_COUNTS = {"developer", "bot", "repository", "source"}


def chosen(name: str, first: str | None = None, last: str | None = None) -> GlobalPreset:
    """The preset of that name, where `first` and `last` are months in order; BadInputError where they are not."""
    found = preset(name)
    list(periods(first or last or "2015-01", last or first or "2015-01"))
    if isinstance(found, GlobalPreset):
        return found
    usable = " or ".join(each.name for each in PRESETS.values() if isinstance(each, GlobalPreset))
    message = f"the preset {name} needs single issues and pull requests, which the graph does not hold: take {usable}"
    raise BadInputError(message)


def ranked(
    database: Database, found: GlobalPreset, first: str | None, last: str | None, *, freeze: bool = False
) -> Iterator[Written | str]:
    """Each month as it is written or kept, then sentences: what is on the nodes, and which later months are stale."""
    from graph.openrank.latest import write_latest  # noqa: PLC0415 - slow to import
    from graph.openrank.stored import measure_months, series_of, stamps_of  # noqa: PLC0415 - numpy is slow to import

    first, last = window(database, found, first, last)
    changed = False
    for month in measure_months(database, found, first, last, partial(_pairs, database, found), freeze=freeze):
        changed = not month.already
        yield month
    series = series_of(found, freeze=freeze)
    stamps = stamps_of(database, series)
    if write_latest(database, series, stamps):
        yield f"the newest values of {series} stand at Repository.openrank and Developer.openrank"
    later = [period for period in stamps if period > last]
    if changed and later:
        told = f"--preset {found.name} --from {min(later)} --to {max(later)}{' --freeze' if freeze else ''}"
        yield f"later months inherited from what has changed: `ossatlas measure openrank {told}` does them again"


def _pairs(database: Database, found: GlobalPreset, period: str) -> Pairs:
    from graph.openrank.stored import read_pairs  # noqa: PLC0415 - numpy is slow to import

    query = queries().find(PAIRS)
    counts = [column.name for column in query.returns if column.name not in _NOT_COUNTS]
    given = query.bind({"month": period, "preset": found.name})
    return read_pairs(database, query.text, found, given, counts)
