"""OpenRank for the command line: months checked, solved in turn and written, then the newest value on each node."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from api.asking import queries
from graph.calendar import periods, preceding
from graph.errors import BadInputError, NotFoundError
from graph.names import resolve
from graph.node_kinds import REPOSITORY
from graph.openrank.covered import window
from graph.openrank.presets import GlobalPreset, preset

if TYPE_CHECKING:
    from graph.database import Database
    from graph.openrank.months import Month
    from graph.openrank.pairs import Pairs
    from graph.openrank.stored import Written
    from ingest.desk import Desk
    from ingest.sources.github.items import ItemMonth

PAIRS = "openrank-pairs"
"""The question of the catalogue whose rows a month is made from."""


def chosen(
    name: str,
    first: str | None = None,
    last: str | None = None,
    repository: str | None = None,
    *,
    freeze: bool = False,
) -> GlobalPreset | None:
    """The preset of that name, None for that of one repository; BadInputError where the other choices do not fit it.

    `first` and `last` are months in order; the community preset is of one repository and of all its months, and has
    no quirk to reproduce.
    """
    found = preset(name)
    list(periods(first or last or "2015-01", last or first or "2015-01"))
    if isinstance(found, GlobalPreset):
        if repository:
            raise BadInputError(f"the preset {name} is of all repositories: take --preset community for one of them")
        return found
    if not repository:
        raise BadInputError(f"the preset {name} is of one repository: name it with --repository OWNER/NAME")
    if first or last:
        raise BadInputError(f"the preset {name} goes through all months of a repository: leave out --from and --to")
    if freeze:
        raise BadInputError(f"the preset {name} is always solved to its fixed point: leave out --freeze")
    return None


def ranked_within(database: Database, desk: Desk, repository: str) -> Iterator[Written]:
    """Each month of one repository as it is written or kept, out of its issues and pull requests that were read."""
    from graph.openrank.community import measure_community  # noqa: PLC0415 - numpy is slow to import
    from ingest.sources.github.items import item_months, repository_id  # noqa: PLC0415

    number = repository_id(desk, repository)
    found = list(item_months(desk, number)) if number is not None else []
    if not found:
        raise NotFoundError(
            f"no issue or pull request of {repository} has been read",
            hint=f"ossatlas load github {repository} --what repository,contributors,issues,pulls,comments",
        )
    key = resolve(database, REPOSITORY.label, [repository])[0]
    yield from measure_community(database, key, _months(found, key))


def _months(found: list[ItemMonth], repository: str) -> Iterator[Month]:
    from graph.openrank.months import Month  # noqa: PLC0415 - numpy is slow to import
    from graph.openrank.pairs import pairs_of  # noqa: PLC0415
    from ingest.sources.github.items import ON_ITEMS, UNTOLD  # noqa: PLC0415

    told = {month.period: month for month in found}
    for period in periods(found[0].period, found[-1].period):
        month = told.get(period)
        rows, merged = (month.rows, month.merged) if month else ([], frozenset())
        pairs = pairs_of(rows, ON_ITEMS, merged=merged, repository=repository, lacks=[UNTOLD])
        yield Month(period, pairs)


def ranked(
    database: Database, found: GlobalPreset, first: str | None, last: str | None, *, freeze: bool = False
) -> Iterator[Written | str]:
    """Each month as it is written or kept, then sentences: what is on the nodes, and which later months are stale."""
    from graph.openrank.latest import write_latest  # noqa: PLC0415 - slow to import
    from graph.openrank.stored import measure_months, series_of, stamps_of  # noqa: PLC0415 - numpy is slow to import

    first, last = window(database, found, first, last)
    _check_between(database, found, first, freeze=freeze)
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


def _check_between(database: Database, found: GlobalPreset, first: str, *, freeze: bool) -> None:
    """Nothing, when the months that the series lacks before `first` are covered; NotFoundError names the others."""
    from graph.openrank.stored import first_to_solve, series_of, stamps_of  # noqa: PLC0415 - numpy is slow to import

    series = series_of(found, freeze=freeze)
    begin = first_to_solve(stamps_of(database, series), first)
    if begin == first:
        return
    why = f"{first} inherits from the months before it, and {preceding(begin)} is in the series {series}: "
    window(database, found, begin, first, why=why)


def _pairs(database: Database, found: GlobalPreset, period: str) -> Pairs:
    from graph.openrank.stored import read_pairs  # noqa: PLC0415 - numpy is slow to import

    query = queries().find(PAIRS)
    given = query.bind({"month": period, "preset": found.name})
    return read_pairs(database, query.text, found, given)
