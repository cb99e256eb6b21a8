"""The row of a profile as facts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from viz.page_data import Fact

if TYPE_CHECKING:
    from graph.model import Table


def facts(profile: Table, *, always: Collection[str] = (), left_out: Collection[str] = ()) -> tuple[Fact, ...]:
    """One fact per column: those of `always` also when they are unknown, others only when they are known."""
    row = profile.records()[0]
    shown = [column for column in profile.columns if column.name not in left_out]
    return tuple(
        Fact(column.name.replace("_", " "), row[column.name] if row[column.name] != [] else None, column.about)
        for column in shown
        if column.name in always or row[column.name] not in (None, [], "")
    )
