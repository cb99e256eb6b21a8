"""What an answer could not rest on: repositories that no source, or not the wanted one, covers; outdated measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cypher.catalogue import catalogue
from cypher.query import Query
from graph.measure import stale_runs

if TYPE_CHECKING:
    from graph.database import Database

_WHICH = "answering-sources"
_WINDOW = ("activity", "from", "to", "source")
_WHICH_OF_TWO = "migration-sources"
_TWO_PERIODS = ("repositories", "first", "second", "activity", "source")


def gaps_of(
    database: Database, query: Query, parameters: Mapping[str, object], *, empty: bool = False
) -> tuple[str, ...]:
    """One sentence per repository that no source, or not the wanted one, answers for, and per measure out of date.

    Of an answer that is `empty`, also what would have to be loaded, where the query declares it.
    """
    return (
        *_stale(database, query),
        *_uncovered(database, query, parameters),
        *_left_out(database, query, parameters),
        *_unloaded(query, empty=empty),
    )


def _unloaded(query: Query, *, empty: bool) -> tuple[str, ...]:
    return (
        (f"nothing that is loaded answers this; `{query.load}` would load what could",) if empty and query.load else ()
    )


def _stale(database: Database, query: Query) -> tuple[str, ...]:
    return tuple(
        f"`{name}` was computed before the last load: `ossatlas measure {name}` brings it up to date"
        for name in stale_runs(database, query.needs)
    )


def _uncovered(database: Database, query: Query, parameters: Mapping[str, object]) -> tuple[str, ...]:
    keys = nodes_asked(query, parameters)
    if not keys or not parameters.keys() >= set(_WINDOW):
        return ()
    asked = {"repositories": keys, "limit": len(keys)} | {name: parameters[name] for name in _WINDOW}
    rows = database.read(catalogue().find(_WHICH).text, asked).records()
    return tuple(_sentence(row, parameters) for row in rows if row["source"] not in _fine(row, parameters["source"]))


def _left_out(database: Database, query: Query, parameters: Mapping[str, object]) -> tuple[str, ...]:
    """One sentence with the repositories that no source tells of in both periods, where two are compared."""
    if query.name == _WHICH_OF_TWO or not parameters.keys() >= set(_TWO_PERIODS):
        return ()
    which = catalogue().find(_WHICH_OF_TWO)
    asked = {name: parameters[name] for name in _TWO_PERIODS} | {"limit": which.budget.rows}
    rows = database.read(which.text, asked).records()
    out = [f"{row['repository']} ({_known(row)})" for row in rows if row["source"] is None]
    if not out:
        return ()
    periods = f"{parameters['first']} and {parameters['second']}"
    return (f"left out, for no source tells of {parameters['activity']} in both {periods}: {', '.join(out)}",)


def nodes_asked(query: Query, parameters: Mapping[str, object], base: str = "repository") -> list[str]:
    """The keys of the repositories, or of the nodes of another `base` type, that a question is about."""
    named = [parameters[param.name] for param in query.params if param.type.base == base]
    return [str(key) for value in named if value for key in (value if isinstance(value, list) else [value])]


def _fine(row: Mapping[str, object], wanted: object) -> set[object]:
    return {wanted} if wanted is not None else {row["source"]} - {None}


def _sentence(row: Mapping[str, object], parameters: Mapping[str, object]) -> str:
    reason = _known(row)
    if row["source"] is not None:
        return f"{row['repository']}: {parameters['source']} does not tell of it, {row['source']} answers ({reason})"
    window = f" from {parameters['from'] or 'the beginning'} to {parameters['to'] or 'today'}"
    asked = window if parameters["from"] or parameters["to"] else ""
    load = f"`ossatlas load github {row['repository']}` would load one"
    return f"{row['repository']}: no source tells of {parameters['activity']}{asked} ({reason}); {load}"


def _known(row: Mapping[str, object]) -> str:
    known = row["known"]
    return "; ".join(map(str, known)) if isinstance(known, list) and known else "nothing is loaded"
