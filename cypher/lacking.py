"""Of which repositories nothing is loaded that an answer could rest on, and the command that would load it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cypher.query import Query
from graph.kinds import NodeKind
from graph.node_kinds import REPOSITORY

if TYPE_CHECKING:
    from graph.database import Database

Row = Mapping[str, object]

OWNER, LOGIN = "OWNER/NAME", "@LOGIN"
"""What stands in a `load` line for a repository and for a developer."""
MOST = 20
"""Repositories that a sentence names, and a command loads."""
_VALUES = ("openrank", "mean", "value", "before", "momentum", "mean_month")
"""Columns that hold a measure, or what it is compared with."""
_SERIES = f"ossatlas load opendigger {OWNER} --metrics openrank"
_STARS = f"ossatlas load github {OWNER} --what repository,stars"
_NAMES = "MATCH (n:{label}) WHERE n.key IN $keys RETURN n.{title} AS name ORDER BY toLower(name)"
_PRESETS = f"""
MATCH (r:{REPOSITORY.label}) WHERE r.name IN $names
OPTIONAL MATCH (r)-[m:MEASURED]->(:Month)
WHERE m.metric IN $metrics AND size(m.period) = 7 AND (NOT m.preset ENDS WITH '-raw' OR m.preset = $preset)
WITH DISTINCT r.name AS name, m.preset AS preset ORDER BY toLower(name), preset
RETURN name, collect(preset) AS presets
"""
_ANY = """
MATCH (:Month)<-[m:MEASURED]-(:Repository)-[n:MEASURED]->(:Month)
WHERE m.metric IN $metrics AND n.metric = m.metric AND n.source = m.source AND n.preset = m.preset
  AND size(m.period) = 7 AND size(n.period) = 7 AND m.period < n.period
RETURN 1 LIMIT 1
"""


def names_of(database: Database, keys: Sequence[str], kind: NodeKind = REPOSITORY) -> list[str]:
    """The names of the nodes `keys`, in the order of the alphabet."""
    statement = _NAMES.format(label=kind.label, title=kind.title)
    return [str(name) for (name,) in database.read(statement, {"keys": list(keys)}).rows] if keys else []


def series_lacking(
    database: Database, query: Query, parameters: Mapping[str, object], asked: Sequence[str], rows: Sequence[Row]
) -> Iterator[str]:
    """Sentences about the repositories, `asked` by name or in `rows`, of which the query's `metric` is not known.

    They have no series of it, or one by another definition than the answer alone, or one that lacks months.
    """
    metric, wanted = str(parameters["metric"]), parameters.get("preset")
    there, empty = _in_rows(query, rows)
    out = list(dict.fromkeys([*(name for name in asked if name not in there), *empty]))
    given = {"names": out, "metrics": metrics_of(query, metric), "preset": wanted}
    known = {str(name): _texts(presets) for name, presets in database.read(_PRESETS, given).rows} if out else {}
    load = _series_load(query, metric)
    lacking = [name for name, presets in known.items() if not presets]
    if lacking:
        yield f"no source has a series of {metric} of {listed(lacking)}: {loading(load, lacking)}"
    expected = {str(wanted)} if wanted is not None else {str(row["preset"]) for row in rows if row.get("preset")}
    others = {name for name, presets in known.items() if presets and expected and not expected & presets}
    for name in sorted(others):
        presets = ", ".join(sorted(known[name]))
        yield f"{name} has {metric} by another definition alone, which `preset` chooses: {presets}"
    short = [name for name in known if name in empty and known[name] and name not in others]
    if short:
        yield f"the series of {metric} of {listed(short)} lacks months that this needs: {loading(load, short)}"


def has_series(database: Database, query: Query, metric: str) -> bool:
    """Whether any repository has two months or more of `metric`, or of what the query adds up in its place."""
    return bool(database.read(_ANY, {"metrics": metrics_of(query, metric)}).rows)


def metrics_of(query: Query, metric: str) -> list[str]:
    """The metrics that answer for `metric`: where there are no stars, the query may add up those gained each month."""
    return [metric, "stars_gained"] if metric == "stars" and "stars_gained" in query.text else [metric]


def rowless(query: Query, asked: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """A sentence about the repositories, `asked` by name, that have no row in an answer with a row for each."""
    if not query.load or not rows or not any(column.name == "repository" for column in query.returns):
        return
    there = {row["repository"] for row in rows}
    out = [name for name in asked if name not in there]
    if out:
        yield f"nothing that is loaded answers this of {listed(out)}: {loading(query.load, out)}"


def listed(names: Sequence[str]) -> str:
    """`names` in a sentence; of many their number and the first of them."""
    few = ", ".join(names[:MOST])
    return few if len(names) <= MOST else f"{len(names)} repositories ({few} and {len(names) - MOST} more)"


def loading(load: str, names: Sequence[str]) -> str:
    """The end of a sentence: what the command `load` would bring, with `names` filled in."""
    some = names[:MOST] if OWNER in load and len(names) > MOST else names
    whom = "" if len(some) == len(names) else f" of the first {MOST}"
    return f"`{filled(load, some)}` would load what there is{whom}"


def filled(load: str, names: Sequence[str], login: str = "") -> str:
    """The command `load` with repositories and a developer in place of what stands for them."""
    text = load.replace(LOGIN, f"@{login}") if login else load
    address = text.rpartition(" ")[2] if f"/{OWNER}" in text else OWNER
    return text.replace(address, " ".join(address.replace(OWNER, name) for name in names)) if names else text


def _series_load(query: Query, metric: str) -> str:
    if metric in ("stars", "stars_gained"):
        return _STARS
    load = query.load if OWNER in query.load and "--metrics" in query.load else _SERIES
    return load.replace("--metrics openrank", f"--metrics {metric}")


def _in_rows(query: Query, rows: Sequence[Row]) -> tuple[set[str], list[str]]:
    """The repositories of the rows, and those of them whose measure is unknown, though they were there to have it."""
    column = next((c.name for c in query.returns if c.name in ("repository", "name")), None)
    if column is None:
        return set(), []
    empty = [str(row[column]) for row in rows if _unknown(row) and row.get("existed") != 0]
    return {str(row[column]) for row in rows}, empty


def _unknown(row: Row) -> bool:
    return any(name in row and row[name] is None for name in _VALUES)


def _texts(value: object) -> set[str]:
    return {str(item) for item in value} if isinstance(value, list) else set()
