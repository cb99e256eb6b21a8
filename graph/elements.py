"""All nodes of a label, or edges of a type, by pages in the order of their keys: flat memory, no long transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graph import schema, statements
from graph.kinds import EdgeKind, NodeKind
from graph.model import Column
from graph.names import resolve

if TYPE_CHECKING:
    from graph.database import Database

SECONDS = 60.0
"""Most seconds that a page may take."""
PAGE = 10_000
STORED = "stored"
_KEY = Column("key", "str", "what it is known by in the graph, and nothing else is")
_ENDS = (
    Column("start_label", "str", "the label of the node at its start"),
    Column("start", "str", "the key of that node"),
    Column("end_label", "str", "the label of the node at its end"),
    Column("end", "str", "the key of that node"),
)


@dataclass(frozen=True, slots=True)
class Elements:
    """The nodes or the edges of a kind: `name` is how addresses call them, `fixed` what each has besides properties."""

    name: str
    kind: NodeKind | EdgeKind
    fixed: tuple[Column, ...]

    @property
    def label(self) -> str:
        """The label of its nodes, or the type of its edges."""
        return self.kind.type if isinstance(self.kind, EdgeKind) else self.kind.label

    @property
    def columns(self) -> tuple[Column, ...]:
        """Key, of edges the ends, and every property of the schema."""
        return (*self.fixed, *(Column(prop.name, prop.type, prop.about) for prop in self.kind.props))

    @property
    def indexed(self) -> tuple[str, ...]:
        """The properties of nodes by which they are found without looking at all of them."""
        return tuple(prop.name for prop in self.kind.props if prop.indexed) if isinstance(self.kind, NodeKind) else ()

    def page(
        self, database: Database, after: str = "", size: int = PAGE, equal: Mapping[str, object] | None = None
    ) -> list[list[object]]:
        """The next `size` rows, in the order of the columns, of what comes behind the key `after`.

        Of nodes those alone whose indexed properties have the values `equal`.
        """
        equal = equal or {}
        found = database.gather(
            self._statement(tuple(equal)), (*(column.name for column in self.fixed), STORED),
            {**equal, "after": after, "size": size}, timeout=SECONDS,
        )  # fmt: skip
        return [self._row(row) for row in found.rows]

    def one(self, database: Database, name: str) -> list[object]:
        """The row of the node whose key or name is `name`; NotFoundError with near names where there is none."""
        statement = statements.read_nodes(self.label)
        found = database.read(statement, {"keys": [name]}).rows
        if not found:
            found = database.read(statement, {"keys": resolve(database, self.label, [name])}).rows
        return self._row(found[0])

    def walk(self, database: Database, size: int = PAGE) -> Iterator[list[list[object]]]:
        """All rows, page by page."""
        page = self.page(database, size=size)
        while page:
            yield page
            page = self.page(database, str(page[-1][0]), size) if len(page) == size else []

    def _row(self, row: Sequence[object]) -> list[object]:
        stored = cast("Mapping[str, object]", row[-1])
        return [*row[:-1], *(stored.get(prop.name) for prop in self.kind.props)]

    def _statement(self, by: tuple[str, ...]) -> str:
        if isinstance(self.kind, EdgeKind):
            return statements.page_of_edges(self.kind)
        return statements.page_of_nodes(self.kind.label, by)


NODES = {kind.plural: Elements(kind.plural, kind, (_KEY,)) for kind in schema.NODES.values()}
EDGES = {
    name: Elements(name, kind, (_KEY, *_ENDS))
    for name, kind in ((kind.type.lower().replace("_", "-"), kind) for kind in schema.EDGES.values())
}
