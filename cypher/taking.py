"""What a recipe takes of an answer's rows: their count, names in a column, a value, or when one passed another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Rows = Sequence[Mapping[str, object]]
Between = Mapping[str, tuple[str, str]]
"""The column of names, and the two names of it that are compared."""


def counting(rows: Rows, where: Mapping[str, str | bool]) -> list[Mapping[str, object]]:
    """The rows that have all the values of `where`, as a person would type them."""
    return [row for row in rows if all(_plain(row.get(name)) == value for name, value in where.items())]


def taken(what: str, rows: Rows, between: Between | None = None) -> float | None:
    """What `take` says of the rows: their count, distinct names in a column, or a value of one; None without any."""
    verb, _, column = what.partition(" ")
    if verb == "count":
        return float(len(rows))
    if verb == "distinct":
        return float(len({name for row in rows for name in _names(row[column])}))
    if verb == "passed":
        return passed(column, rows, between or {})
    values = [float(value) for row in rows if isinstance(value := row[column], int | float)]
    return _TAKEN[verb](values) if values else None


def passed(column: str, rows: Rows, between: Between) -> float | None:
    """The first year, by `period`, from which on the first of two names stays ahead of the other in `column`.

    None where they share no period, where it is not ahead in the last of them, or where it was ahead in all.
    """
    ahead: dict[str, bool] = {}
    for by, (one, other) in between.items():
        curves = [_curve(column, rows, by, name) for name in (one, other)]
        ahead = {period: curves[0][period] > curves[1][period] for period in curves[0].keys() & curves[1].keys()}
    behind = max((period for period, first in ahead.items() if not first), default="")
    since = min((period for period in ahead if period > behind), default="")
    return float(since[:4]) if behind and since else None


def _curve(column: str, rows: Rows, by: str, name: str) -> dict[str, float]:
    return {
        str(row["period"]): float(value)
        for row in rows
        if row[by] == name and isinstance(value := row[column], int | float)
    }


def _plain(value: object) -> object:
    return value if isinstance(value, bool) else str(value)


def _names(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_TAKEN: dict[str, Callable[[Sequence[float]], float]] = {
    "first": lambda values: values[0],
    "sum": sum,
    "mean": _mean,
    "least": min,
    "most": max,
}
