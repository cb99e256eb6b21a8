"""What would be imported, as a graph's hash, without an importer: the tables that the files are written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph import schema
from graph.bulk.combine import combine
from graph.bulk.load import Told, Way, put_aside
from graph.bulk.names import learn
from graph.bulk.shape import Shape
from graph.bulk.spill import Spill
from graph.bulk.store import Store, opened
from graph.canonical import _SIZE, _digest
from graph.errors import BadRowError
from graph.load import Loaded
from graph.model import Origin, Record

Source = tuple[Origin, Sequence[Record | BadRowError]]


def hash_at_once(sources: Iterable[Source], batch: int = 10_000, together: int = 1_000) -> str:
    """The hash of the graph that an import of `sources` would make."""
    with TemporaryDirectory() as folder:
        spill, done = Spill(Path(folder)), dict[str, Loaded]()
        way = Way(batch=batch)
        snapshots = [put_aside(Told(origin, rows), spill, way, done) for origin, rows in sources]
        with opened(Path(folder), 256) as store:
            learn(store, spill, together)
            shapes = combine(store, spill, together)
            elements = [*told_of(snapshots), *aliases(store)]
            elements += [element for shape in shapes for element in settled(store, shape)]
    return f"{sum(_digest(*element) for element in elements) % _SIZE:064x}"


def told_of(snapshots: Iterable[dict[str, object]]) -> Iterator[tuple[str, str, dict[str, object]]]:
    for props in snapshots:
        yield "Snapshot", str(props["key"]), without_nothing(props)


def settled(store: Store, shape: Shape) -> Iterator[tuple[str, str, dict[str, object]]]:
    """The elements of one shape: label or type, key, properties."""
    columns = [column for column in shape.settled if column.name not in shape.ends]
    names = ", ".join(column.quoted for column in columns)
    for rows in store.rows(f'SELECT {names} FROM "{shape.name}"'):  # noqa: S608 - our own names
        for row in rows:
            props = dict(zip([column.name for column in columns], row, strict=True))
            yield shape.name, str(props["key"]), without_nothing(props)


def aliases(store: Store) -> Iterator[tuple[str, str, dict[str, object]]]:
    for rows in store.rows("SELECT label, name, node, said FROM meanings"):
        for label, name, node, said in rows:
            yield schema.ALIAS_LABEL, f"{label}:{name}", {"node": node, "said": said}


def without_nothing(props: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in props.items() if value is not None}
