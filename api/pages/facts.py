"""The row of a profile as facts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from viz.language import month as spoken_month
from viz.language import say
from viz.page_data import Fact

if TYPE_CHECKING:
    from graph.model import Table


MONTH = "_month"


def facts(profile: Table, *, always: Collection[str] = (), left_out: Collection[str] = ()) -> tuple[Fact, ...]:
    """One fact per column: those of `always` also when they are unknown, others only when they are known.

    The month of a measure (`stars_month` of `stars`) is the measure's note and no fact of its own.
    """
    row = profile.records()[0]
    months = {name for name in row if name.endswith(MONTH) and name.removesuffix(MONTH) in row}
    shown = [column for column in profile.columns if column.name not in {*left_out, *months}]
    return tuple(
        Fact(
            column.name.replace("_", " "),
            row[column.name] if row[column.name] != [] else None,
            column.about,
            note=_month(row.get(column.name + MONTH)),
        )
        for column in shown
        if column.name in always or row[column.name] not in (None, [], "")
    )


def _month(month: object) -> str:
    return say("page.inMonth", month=spoken_month(month)) if month else ""
