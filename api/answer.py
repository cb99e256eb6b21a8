"""An answer on its way out: what was asked, and the table or network that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import NotFoundError
from graph.model import Column, Coverage, Network, Table

if TYPE_CHECKING:
    from graph.database import Rows

TIES = (
    Column("source", "str", "the edge's start"),
    Column("target", "str", "the edge's end"),
    Column("type", "str", "what joins them"),
    Column("weight", "float", "how strongly"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query, or a statement without a name, answered; `cap` is the number of rows it may have at most.

    `next` is the address of the rows that follow, where these are a page of them.
    """

    query: str
    title: str
    result: Table | Network
    parameters: Mapping[str, object] = field(default_factory=dict)
    cap: int | None = None
    next: str = ""

    @property
    def table(self) -> Table:
        """The answer as a table; of a network its edges, the ends by title."""
        return self.result if isinstance(self.result, Table) else ties(self.result)

    @property
    def row(self) -> dict[str, object]:
        """The one row of a profile; NotFoundError where the graph knows nothing."""
        rows = self.table.records()
        if not rows:
            asked = ", ".join(str(value) for value in self.parameters.values())
            raise NotFoundError(f"{self.query} knows nothing of {asked}")
        return rows[0]

    @property
    def coverage(self) -> Coverage:
        """What the answer rests on."""
        return self.result.coverage


def ties(network: Network) -> Table:
    """The edges of `network` as a table."""
    titles = {node.key: node.title for node in network.nodes}
    rows = [
        (titles.get(edge.source, edge.source), titles.get(edge.target, edge.target), edge.type, edge.weight)
        for edge in network.edges
    ]
    return Table(TIES, rows, network.coverage, network.cut)


def of_rows(query: str, rows: Rows, given: Mapping[str, object], cap: int | None) -> Answer:
    """The answer that `rows` of a statement without a header are."""
    return Answer(query, "", typed_table(rows), given, cap=cap)


def typed_table(rows: Rows) -> Table:
    """`rows` of a statement without a header; types of columns are those of their values."""
    columns = tuple(Column(name, _type(at, rows), "") for at, name in enumerate(rows.columns))
    return Table(columns, rows.rows, cut=rows.cut)


def _type(at: int, rows: Rows) -> str:
    """The type of a column by its values; what differs from row to row is text."""
    names = {_NAMES.get(type(row[at]), "map") for row in rows.rows if row[at] is not None}
    return names.pop() if len(names) == 1 else "str"


_NAMES: dict[type, str] = {str: "str", bool: "bool", int: "int", float: "float"}
