"""What was told of nodes and edges, put together by their keys as the ordinary loader does, but on disk.

Rows of one snapshot under one name are combined in SQL, as `claims.add` does: what either knows, of two values the
larger one, of lists both. What several names or snapshots claim is settled in Python, by `claims.encode` itself.
"""

# ruff: noqa: S608 - tables and columns are named by the schema, never by input

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple, cast

from graph.bulk.shape import CLAIMS, EDGE_SHAPES, NODE_SHAPES, RENAMED, SNAPSHOTS, Column, Shape
from graph.bulk.spill import Spill
from graph.bulk.store import TOGETHER, Store, listed, parts_of, text
from graph.claims import Claim, encode
from graph.kinds import EdgeKind, NodeKind
from graph.model import Value

_CHUNK = 20_000
_PLAIN = "coalesce({name}::VARCHAR, '')"
Row = dict[str, object]


class Claims(NamedTuple):
    """How claims are selected, under a condition, and what all rows share that are combined into one."""

    select: Callable[[str], str]
    by: str


def combine(store: Store, spill: Spill, together: int = TOGETHER) -> list[Shape]:
    """Make a table of each label's and type's settled elements, called as these; return the shapes that have some."""
    made = []
    for shape in (*NODE_SHAPES.values(), *EDGE_SHAPES.values()):
        if files := spill.relation(shape.name):
            parts = parts_of(store.count(files), together)
            of = edge_claims if isinstance(shape.kind, EdgeKind) else node_claims
            store.fill("claims", *of(shape, files), parts)
            store.run("CREATE TABLE several AS SELECT key FROM claims GROUP BY key HAVING count(*) > 1")
            store.run(alone(shape))
            _settle(store, spill, shape)
            store.run("DROP TABLE claims; DROP TABLE several")
            made.append(shape)
    return made


def node_claims(shape: Shape, files: str) -> Claims:
    """How `claims` of nodes are selected: one row for each node, snapshot and name that it was told under."""
    join, node, name = _meant("t.ref", text(shape.name), "m") if shape.name in RENAMED else ("", "t.ref", "''")
    mark = f"t.mark || CASE WHEN {name} = '' THEN '' ELSE '|' || {name} END"
    columns, source = f"{node} AS key, {mark} AS mark, {_together(shape)}", f"{files} t {join}"
    return Claims(lambda part: f"SELECT {columns} FROM {source} WHERE {part} GROUP BY ALL", node)


def edge_claims(shape: Shape, files: str) -> Claims:
    """How `claims` of edges are selected: one row for each edge, snapshot and names of its ends."""
    kind = cast("EdgeKind", shape.kind)
    start_join, start, start_name = _end("start", kind.start)
    end_join, end, end_name = _end("end", kind.end)
    sides = [_side("start", start, kind.start), _side("end", end, kind.end)]
    key = " || '|' || ".join([*sides, *(_PLAIN.format(name=f't."{name}"') for name in kind.key_props)])
    key += "".join(f""" || coalesce('|' || t."{name}"::VARCHAR, '')""" for name in kind.key_where_known)
    names = f"CASE WHEN {start_name} = '' AND {end_name} = '' THEN '' ELSE '|' || {start_name} || '|' || {end_name} END"
    ends = f't.start_label AS start_label, {start} AS "start", t.end_label AS end_label, {end} AS "end"'
    columns = f"{key} AS key, t.mark || {names} AS mark, {ends}, {_together(shape)}"
    source = f"{files} t {start_join} {end_join}"
    return Claims(lambda part: f"SELECT {columns} FROM {source} WHERE {part} GROUP BY ALL", start)


def alone(shape: Shape) -> str:
    """The statement that makes the settled table out of elements with one claim."""
    plain = listed([column.quoted for column in shape.settled[:-2]])
    return (
        f'CREATE TABLE "{shape.name}" AS SELECT {plain}, [mark] AS {SNAPSHOTS}, NULL::VARCHAR AS {CLAIMS} '
        "FROM claims ANTI JOIN several USING (key)"
    )


def _meant(ref: str, label: str, alias: str) -> tuple[str, str, str]:
    """The join that finds what `ref` means, the node's key, and the name that it was told under if that is another."""
    join = f"LEFT JOIN meanings {alias} ON {alias}.label = {label} AND {alias}.name = {ref}"
    node = f"coalesce({alias}.node, {ref})"
    return join, node, f"CASE WHEN {node} = {ref} THEN '' ELSE {ref} END"


def _end(end: str, labels: Sequence[str]) -> tuple[str, str, str]:
    ref = f't."{end}"'
    return _meant(ref, f"t.{end}_label", f"m_{end}") if set(labels) & set(RENAMED) else ("", ref, "''")


def _side(end: str, node: str, labels: Sequence[str]) -> str:
    return f"t.{end}_label || ':' || {node}" if len(labels) > 1 else node


def _together(shape: Shape) -> str:
    return listed([f"{_larger(column)} AS {column.quoted}" for column in shape.props])


def _larger(column: Column) -> str:
    name = f"t.{column.quoted}"
    united = f"list_sort(list_distinct(flatten(list({name}) FILTER (WHERE {name} IS NOT NULL))))"
    return united if column.kept == "texts" else f"max({name})"


def _settle(store: Store, spill: Spill, shape: Shape) -> None:
    for part, groups in enumerate(_chunks(_several(store, shape))):
        settled = [_settled(rows, shape) for rows in groups]
        values = [[row.get(column.name) for row in settled] for column in shape.settled]
        spill.write(f"settled-{shape.name}", shape.settled, values, part=str(part))
    if files := spill.relation(f"settled-{shape.name}"):
        store.run(f'INSERT INTO "{shape.name}" FROM {files}')


def _several(store: Store, shape: Shape) -> Iterator[list[Row]]:
    names = [column.name for column in shape.claimed]
    columns = listed([column.quoted for column in shape.claimed])
    statement = f"SELECT {columns} FROM claims SEMI JOIN several USING (key) ORDER BY key"
    rows = (dict(zip(names, row, strict=True)) for chunk in store.rows(statement) for row in chunk)
    for _, told in groupby(rows, key=itemgetter("key")):
        yield list(told)


def _settled(rows: Sequence[Row], shape: Shape) -> Row:
    props = [column.name for column in shape.props]
    claims = {str(row["mark"]): _claim(row, props) for row in rows}
    kind = shape.kind if isinstance(shape.kind, NodeKind) else None
    return {name: rows[0][name] for name in ("key", *shape.ends)} | encode(claims, kind)


def _claim(row: Row, props: Iterable[str]) -> Claim:
    return {name: cast("Value", row[name]) for name in props if row[name] is not None}


def _chunks(groups: Iterable[list[Row]]) -> Iterator[list[list[Row]]]:
    groups = iter(groups)
    while chunk := list(islice(groups, _CHUNK)):
        yield chunk
