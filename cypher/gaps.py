"""What an answer could not rest on: repositories that no source, or not the wanted one, covers; outdated measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cypher.catalogue import catalogue
from cypher.lacking import MOST, OWNER, Row, filled, has_series, listed, loading, names_of, rowless, series_lacking
from cypher.query import Query
from graph.measure import stale_runs
from graph.node_kinds import DEVELOPER

if TYPE_CHECKING:
    from graph.database import Database

_WHICH = "answering-sources"
_WINDOW = ("activity", "from", "to", "source")
_WHICH_OF_TWO = "migration-sources"
_TWO_PERIODS = ("repositories", "first", "second", "activity", "source")
_LOAD = f"ossatlas load github {OWNER}"
"""What loads the contributions that most answers count."""
_WOULD = "would load"
_FEW = 5
"""Repositories that have a sentence each; more are told in one."""
_SETS = {
    "domains": "MATCH (d:Domain)<-[:PART_OF*0..8]-(:Domain)<-[:IN_DOMAIN]-(r:Repository) WHERE d.key IN $asked",
    "organizations": "MATCH (o:Organization)-[:OWNS]->(r:Repository) WHERE o.key IN $asked",
    "communities": "MATCH (r:Repository) WHERE r.community IN $asked",
}
"""Sets of projects that a question may be about."""
_KNOWN_BY = {"year": ("created", "date of creation"), "min_growth": ("growth", "growth")}
"""Filters that leave out who is not known to fit: the column that would tell, and what it is called."""
_COUNTED = """
RETURN EXISTS { ()-[c:COVERED_BY]->()
  WHERE ($activity IN c.activities OR $activity = 'any' AND any(a IN c.activities WHERE a IN ['commits', 'merged_prs']))
    AND c.covers_to >= coalesce($from, '') AND c.covers_from <= coalesce($to, '9999') } AS some
"""


def gaps_of(
    database: Database, query: Query, parameters: Mapping[str, object], rows: Sequence[Row] = (), *, empty: bool = False
) -> tuple[str, ...]:
    """One sentence for each thing that the answer `rows` could not rest on.

    They name measures that are out of date, and repositories of which no source, or not the wanted one, tells, with
    what would have to be loaded. An answer that is `empty` though all that it asks about is loaded has none of them.
    """
    said = (
        *_uncovered(database, query, parameters, empty=empty),
        *_left_out(database, query, parameters),
        *_lacking(database, query, parameters, rows),
        *(_not_known(database, query, parameters) if empty else ()),
    )
    unloaded = _unloaded(database, query, parameters) if empty and not any(_WOULD in text for text in said) else ()
    return (*_stale(database, query), *said, *unloaded)


def _lacking(
    database: Database, query: Query, parameters: Mapping[str, object], rows: Sequence[Row]
) -> Iterator[str]:  # fmt: skip
    """What is said of repositories that have no series, or no row."""
    keys = nodes_asked(query, parameters)
    if "metric" in parameters:
        yield from series_lacking(database, query, parameters, names_of(database, keys), rows)
    elif keys and not _counts(query, parameters):
        yield from rowless(query, names_of(database, keys), rows)


def _not_known(database: Database, query: Query, parameters: Mapping[str, object]) -> Iterator[str]:
    """Of an answer without rows, how many each filter leaves out because it is not known whether they fit."""
    filters = {name: _KNOWN_BY[name] for name in _KNOWN_BY if parameters.get(name) is not None}
    rows = database.read(query.text, {**parameters, **dict.fromkeys(filters)}).records() if filters else []
    known = {column: {row["repository"] for row in rows if row[column] is not None} for column, _ in filters.values()}
    everyone = {row["repository"] for row in rows}
    for name, (column, called) in filters.items():
        if unknown := len(everyone - known[column]):
            yield f"`{name}` leaves out {unknown} of {len(everyone)} projects, as their {called} is not known"


def _unloaded(database: Database, query: Query, parameters: Mapping[str, object]) -> tuple[str, ...]:
    """What would load what could answer, where that is not loaded: else there is none, which is an answer."""
    keys = nodes_asked(query, parameters)
    if not query.load or _known_to_be_none(database, query, parameters, keys):
        return ()
    people = names_of(database, nodes_asked(query, parameters, "developer"), DEVELOPER)
    load = filled(query.load, names_of(database, keys)[:MOST], people[0] if len(people) == 1 else "")
    return (f"nothing that is loaded answers this; `{load}` would load what could",)


def _known_to_be_none(
    database: Database, query: Query, parameters: Mapping[str, object], keys: Sequence[str]
) -> bool:  # fmt: skip
    """Whether what an answer without rows would rest on is loaded: sources that count, or series."""
    if "metric" in parameters:
        return bool(keys) or has_series(database, query, str(parameters["metric"]))
    if set(_TWO_PERIODS) <= parameters.keys():
        return bool(keys) and not _left_out(database, query, parameters)
    if not _counts(query, parameters) or nodes_asked(query, parameters, "developer"):
        return False
    if keys or any(parameters.get(name) is not None for name in _SETS):
        return bool(keys or _members(database, parameters))
    return bool(database.read(_COUNTED, {name: parameters[name] for name in _WINDOW}).rows[0][0])


def _counts(query: Query, parameters: Mapping[str, object]) -> bool:
    """Whether the answer counts contributions, of which it is known who tells of them in which months."""
    return query.load == _LOAD and set(_WINDOW) <= parameters.keys()


def _members(database: Database, parameters: Mapping[str, object]) -> list[str]:
    """The keys of the repositories of the sets that a question is about."""
    asked = [(match, parameters[name]) for name, match in _SETS.items() if parameters.get(name) is not None]
    found = (database.read(f"{match} RETURN DISTINCT r.key", {"asked": value}).rows for match, value in asked)
    return [str(key) for rows in found for (key,) in rows]


def _stale(database: Database, query: Query) -> tuple[str, ...]:
    return tuple(
        f"`{name}` was computed before the last load: `ossatlas measure {name}` brings it up to date"
        for name in stale_runs(database, query.needs)
    )


def _uncovered(
    database: Database, query: Query, parameters: Mapping[str, object], *, empty: bool
) -> tuple[str, ...]:  # fmt: skip
    if not parameters.keys() >= set(_WINDOW):
        return ()
    keys = nodes_asked(query, parameters) or (_members(database, parameters) if empty else [])
    if not keys:
        return ()
    asked = {"repositories": keys, "limit": len(keys)} | {name: parameters[name] for name in _WINDOW}
    rows = database.read(catalogue().find(_WHICH).text, asked).records()
    out = [row for row in rows if row["source"] not in _fine(row, parameters["source"])]
    nobody = [str(row["repository"]) for row in out if row["source"] is None]
    if len(nobody) <= _FEW:
        return tuple(_sentence(row, parameters) for row in out)
    others = (_sentence(row, parameters) for row in out if row["source"] is not None)
    said = f"no source tells of {_what(parameters)}{_months(parameters)} of {listed(nobody)}"
    return (f"{said}: {loading(_LOAD, nobody)}", *others)


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
    return (f"left out, for no source tells of {_what(parameters)} in both {periods}: {', '.join(out)}",)


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
    load = f"`ossatlas load github {row['repository']}` would load one"
    return f"{row['repository']}: no source tells of {_what(parameters)}{_months(parameters)} ({reason}); {load}"


def _what(parameters: Mapping[str, object]) -> str:
    """The kind of contribution that was asked for, in a sentence."""
    return "any contribution" if parameters["activity"] == "any" else str(parameters["activity"])


def _months(parameters: Mapping[str, object]) -> str:
    if not (parameters["from"] or parameters["to"]):
        return ""
    return f" from {parameters['from'] or 'the beginning'} to {parameters['to'] or 'today'}"


def _known(row: Mapping[str, object]) -> str:
    known = row["known"]
    return "; ".join(map(str, known)) if isinstance(known, list) and known else "nothing is loaded"
