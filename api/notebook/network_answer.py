"""A network in a notebook: drawn in place, and handed on as tables of nodes and edges or as a graph of networkx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, cast

from api.answer import Answer, typed_table
from api.notebook.table_answer import TableAnswer, captioned
from api.picture import centre_of
from graph.database import Rows
from graph.errors import BadInputError
from graph.model import Network
from viz.aggregate import Show
from viz.export.caption import coverage_line
from viz.export.graph import graph
from viz.export.rows import edge_rows, node_rows
from viz.export.sheet import Sheet
from viz.export.standalone import is_small, standalone
from viz.export.subject import Subject
from viz.export.svg import svg
from viz.views import OF_QUERY, draw

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.model import Coverage, Table
    from viz.drawing import Drawing

HEIGHT = 480
"""Pixels of a drawn network in a notebook."""


@dataclass(frozen=True)
class NetworkAnswer:
    """Nodes and edges, what they rest on, and in how many `seconds` they came.

    Links of the picture lead to the pages at `site`; without one they lead to the code host alone.
    """

    answer: Answer
    seconds: float = 0.0
    site: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.answer.result, Network):
            raise BadInputError(f"{self.answer.query} answers with a table; ask it by `query`")

    @property
    def network(self) -> Network:
        """The network as plain values."""
        return cast("Network", self.answer.result)

    @property
    def coverage(self) -> Coverage:
        """Sources, snapshots, months and known gaps."""
        return self.answer.coverage

    @property
    def cut(self) -> bool:
        """Whether more was found than the query's limits allow."""
        return self.network.cut

    def nodes(self) -> pd.DataFrame:
        """A row for each node: key first, then kind, title, legend's entry, size, place, and every fact by its name."""
        return _frame(node_rows(self._whole))

    def edges(self) -> pd.DataFrame:
        """A row for each edge: keys of its ends first, then their titles, type, weight, facts and evidence."""
        return _frame(edge_rows(self._whole))

    def to_networkx(self) -> nx.MultiGraph[str] | nx.MultiDiGraph[str]:
        """A graph of networkx with plain values: directed where an edge is, and with all edges between two nodes."""
        return graph(self._whole)

    def to_svg(self, *, theme: str = "light", width: int = 960, height: int = 600) -> str:
        """The picture as SVG, with legend and sources."""
        return svg(self._subject, Sheet(theme, width, height))

    def to_html(self) -> str:
        """The picture as a page in one file, which moves, zooms and tells; it needs no server."""
        return standalone(self._subject, self.site)

    @cached_property
    def _whole(self) -> Drawing:
        return self._drawn(Show(everything=True))

    def _drawn(self, show: Show) -> Drawing:
        centre = centre_of(self.network, self.answer.parameters)
        return draw(self.network, view=OF_QUERY.get(self.answer.query, ""), centre=centre, show=show)

    @cached_property
    def _subject(self) -> Subject:
        asked, drawing = self.answer, self._drawn(Show())
        return Subject(asked.query, asked.title, asked.table, parameters=asked.parameters, drawing=drawing)

    def __repr__(self) -> str:
        return f"<{self.answer.query}: {len(self.network.nodes)} nodes, {len(self.network.edges)} edges>"

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, str]:
        """The picture that moves where it is small enough, beside a still one for programs that show no frames."""
        still = {"text/plain": repr(self), "image/svg+xml": self.to_svg()}
        if not is_small(self._drawn(Show())):
            return still
        allowed = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
        framed = (
            f'<iframe sandbox="{allowed}" title="{escape(self.answer.title)}" '
            f'style="width:100%;height:{HEIGHT}px;border:0" srcdoc="{escape(self.to_html())}"></iframe>'
        )
        return {**still, "text/html": captioned(self.answer.title, coverage_line(self._subject)) + framed}


def _frame(table: Table) -> pd.DataFrame:
    """The rows as a frame, with the types of their values."""
    rows = Rows(tuple(column.name for column in table.columns), [list(row) for row in table.rows])
    return TableAnswer(Answer("", "", typed_table(rows))).to_pandas()
