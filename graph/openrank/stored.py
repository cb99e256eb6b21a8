"""OpenRank in the graph: a month's pairs read from it, its values written back with their run.

A value stands on a MEASURED edge with its parts, so that a query can take it apart. A month's Snapshot carries its
stamp and is written last: a run that was stopped leaves a month without one, which the next run solves again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from graph.calendar import months_between, periods, preceding
from graph.errors import BadInputError
from graph.openrank.latest import METRIC
from graph.openrank.months import Handed, Kept, Month, Solved, original, solve_months
from graph.openrank.networks import ITEM, Values
from graph.openrank.pairs import Pairs, pairs_of
from graph.openrank.presets import GlobalPreset, Preset
from graph.openrank.solver import EXACT
from graph.version import MEASURE

if TYPE_CHECKING:
    from graph.database import Database

_BATCH = 10_000
_READING = 600.0
"""Seconds that the pairs of a month may take."""
_STAMPS = (
    "MATCH (s:Snapshot {source: $source, state: 'complete'}) WHERE s.dataset STARTS WITH $series "
    "RETURN s.covers_from, s.content_hash"
)
_VALUES = (
    "MATCH (:Month)<-[m:MEASURED {metric: $metric, preset: $preset, source: $source}]-(n) WHERE m.period <= $period "
    "WITH n, max([m.period, m.value]) AS newest RETURN labels(n)[0], n.key, newest[0], newest[1]"
)
_FORGET = "MATCH (s:Snapshot {source: $source, dataset: $dataset}) DETACH DELETE s"
_CLEAR = (
    "MATCH (:Month {key: $period})<-[m:MEASURED {metric: $metric, preset: $preset, source: $source}]-() "
    "CALL (m) { DELETE m } IN TRANSACTIONS OF 10000 ROWS"
)
_MONTH = "MERGE (m:Month {key: $period}) SET m.month = $period"
PARTS = ("value", "new", "inherited", "background", "activity", "surplus")
"""What a value's edge tells, beside the series and the month: the value, and parts that no query can work out."""
_WRITE = (
    "MATCH (month:Month {{key: $period}}) UNWIND $rows AS row MATCH (n:{label} {{key: row[0]}}) "
    "CREATE (n)-[:MEASURED {{key: '{label}:' + row[0] + '|' + $period + $mark, metric: $metric, preset: $preset, "
    "source: $source, period: $period, run: $run, "
    + ", ".join(f"{name}: row[{at}]" for at, name in enumerate(PARTS, 1))
    + "}}]->(month)"
)
_RUN = "MERGE (s:Snapshot {key: $key}) SET s = $props, s.key = $key"
_NEWEST = "MATCH (s:Snapshot) WHERE s.source <> $source RETURN coalesce(max(s.as_of), '1970')"


@dataclass(frozen=True, slots=True)
class Written:
    """A month of a run: its Snapshot, the values in the graph, and whether they were right already."""

    period: str
    run: str
    rows: int
    already: bool = False


def read_pairs(
    database: Database, text: str, preset: GlobalPreset, parameters: Mapping[str, object]
) -> Pairs:  # fmt: skip
    """The pairs that the statement `text` returns with `parameters`.

    Its columns: `developer` (key), `bot` (whether it is one), `repository` (key), and a count for each name of the
    preset's weights; a count that the answering source does not make is null.
    """
    names = [name for name, _ in preset.weights]
    found = database.gather(text, ("developer", "bot", "repository", *names), parameters, timeout=_READING).rows
    table = np.array([row[3:] for row in found], np.float64).reshape(len(found), len(names))  # null becomes nan
    counts = np.nan_to_num(table).tolist()
    rows = ((str(row[0]), str(row[2]), count) for row, count in zip(found, counts, strict=True))
    bots = frozenset(str(row[0]) for row in found if row[1])
    lacks = [name for name, column in zip(names, table.T, strict=True) if found and np.isnan(column).all()]
    return replace(pairs_of(rows, names), bots=bots, lacks=tuple(lacks))


def measure_months(
    database: Database,
    preset: Preset,
    first: str,
    last: str,
    read: Callable[[str], Pairs],
    *,
    freeze: bool = False,
) -> Iterator[Written]:
    """The months `first` to `last` in turn, each solved and written where it is not right in the graph already.

    read: the pairs of a month, such as `read_pairs` with a statement. The first month of a series inherits nothing,
    each other one from the month before it: where the series has earlier months and lacks some of those between,
    these are solved as well. Months that nobody asked for and that inherited from changed ones keep their old stamps,
    so the next run that reaches them does them again.
    """
    if not isinstance(preset, GlobalPreset):
        raise BadInputError(f"the preset {preset.name} needs single issues and pull requests, which the graph has not")
    series = series_of(preset, freeze=freeze)
    stamps = stamps_of(database, series)
    first = first_to_solve(stamps, first)
    before = Handed(preceding(first), stamps[preceding(first)], None) if preceding(first) in stamps else None
    months = (Month(period, read(period)) for period in periods(first, last))
    options = original(preset) if freeze else EXACT
    found = solve_months(
        preset,
        months,
        before=before,
        stored=stamps,
        recall=lambda period: [values_after(database, preset, series, period)],
        options=options,
    )
    for month in found:
        if isinstance(month, Kept):
            yield Written(month.period, run_of(series, month.period, month.stamp), 0, already=True)
        else:
            yield write_month(database, preset, series, month)


def first_to_solve(stamps: Mapping[str, str], first: str) -> str:
    """The month with which a run begins that is asked for from `first` on: the first that the series lacks before it.

    A month without its predecessor would be taken for the beginning of the series, and those after it would inherit
    from what is too small.
    """
    begun = min(stamps, default=first)
    lacks = (month for month in periods(begun, first) if month not in stamps) if begun < first else iter(())
    return next(lacks, first)


def series_of(preset: Preset, *, freeze: bool = False) -> str:
    """What stands at MEASURED.preset: the definition and its version, such as global-2026/1."""
    return f"{preset.name}/{preset.version}{'/frozen' if freeze else ''}"


def stamps_of(database: Database, series: str, metric: str = METRIC) -> dict[str, str]:
    """The stamps of the months that are in the graph, by period."""
    # Months begin with the 2 of their millennium; a frozen series has a name of its own there.
    rows = database.read(_STAMPS, {"source": MEASURE, "series": f"{metric}/{series}/2"}).rows
    return {str(period): str(stamp) for period, stamp in rows}


def values_after(database: Database, preset: GlobalPreset, series: str, period: str) -> Values:
    """What stands after `period`: the newest value of each node, decayed for each month since, unless too small."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    parameters = {"metric": METRIC, "preset": series, "source": MEASURE, "period": period}
    for kind, key, at, value in database.stream(_VALUES, parameters):
        left = float(str(value)) * preset.kept_idle ** months_between(str(at), period)
        if at == period or left > preset.dropped:
            found[str(kind)][str(key)] = left
    return found


def write_month(
    database: Database, preset: Preset, series: str, month: Solved, metric: str = METRIC
) -> Written:  # fmt: skip
    """The month's values in place of those that were there, then the Snapshot that vouches for them.

    Issues and pull requests have values, and no node: theirs are not written.
    """
    dataset, run = f"{metric}/{series}/{month.period}", run_of(series, month.period, month.stamp, metric)
    shared: dict[str, object] = {"metric": metric, "preset": series, "source": MEASURE, "period": month.period}
    database.write(_FORGET, {"source": MEASURE, "dataset": dataset})
    database.run_alone(_CLEAR, shared)
    database.write(_MONTH, {"period": month.period})
    mark = f"|{metric}|{series}|{MEASURE}|{month.period}"
    count = 0
    with database.writing() as writer:
        for kind, rows in _rows(month).items():
            for at in range(0, len(rows), _BATCH):
                batch = {"rows": rows[at : at + _BATCH], "mark": mark, "run": run}
                writer.run(_WRITE.format(label=kind), shared | batch)
            count += len(rows)
    database.write(_RUN, {"key": run, "props": _described(database, preset, dataset, month, count)})
    return Written(month.period, run, count)


def _rows(month: Solved) -> dict[str, list[list[object]]]:
    """The key and the `PARTS` of each node, by kind of node."""
    made, values, graph = month.network, month.result.values, month.network.graph
    surplus = made.surplus(values)
    parts = (
        values + surplus,
        graph.retention * made.new,
        graph.retention * made.inherited,
        (1 - graph.retention) * surplus + surplus,  # from the hub
        made.activity,
        np.full(graph.size, surplus),
    )
    table = np.stack(parts, axis=1).tolist()
    found: dict[str, list[list[object]]] = {}
    at = 0
    for kind, keys in made.nodes.items():
        found[kind] = [[key, *told] for key, told in zip(keys, table[at : at + len(keys)], strict=True)]
        at += len(keys)
    found.pop(ITEM, None)
    return found


def _described(database: Database, preset: Preset, dataset: str, month: Solved, rows: int) -> dict[str, object]:
    told = {
        "preset": asdict(preset),
        "left_out": asdict(month.network.left_out),
        "rounds": month.result.rounds,
        "change": month.result.change,
    }
    return {
        "source": MEASURE,
        "method": "reference",
        "dataset": dataset,
        "title": f"OpenRank, {dataset.partition('/')[2].rpartition('/')[0]}: {preset.about}",
        "parameters": json.dumps(told, sort_keys=True),
        "content_hash": month.stamp,
        "as_of": database.read(_NEWEST, {"source": MEASURE}).rows[0][0],
        "covers_from": month.period,
        "covers_to": month.period,
        "gaps": [*preset.unknown, *(f"the sources do not count {name}" for name in month.lacks)],
        "rows_in": rows,
        "rows_taken": rows,
        "rows_refused": 0,
        "state": "complete",
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def run_of(series: str, period: str, stamp: str, metric: str = METRIC) -> str:
    """The key of the Snapshot of a month's run."""
    return f"{MEASURE}:{metric}/{series}/{period}:{stamp}"
