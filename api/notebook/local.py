"""The atlas by Bolt: of the embedded engine, or of any Neo4j that holds the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.answer import Answer, of_rows
from api.asking import ask, queries
from api.exports import elements_of, written
from api.formats import FORMATS
from api.notebook.explorer import Explorer, form_of
from api.routes import described
from api.web.atlas import Atlas
from api.web.portion import chosen
from graph.whole_file import whole_file

if TYPE_CHECKING:
    from graph.database import Database

SECONDS = 30.0
"""After so long the server ends a statement of one's own."""


class Local(Explorer):
    """Asks a Neo4j by the catalogue of this installation."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.address = database.connection.uri
        self._graph: Any = None

    def ask(self, name: str, given: Mapping[str, object]) -> Answer:
        """The answer of the query `name` as it came."""
        return ask(self.database, name, given)

    def run(self, statement: str, parameters: Mapping[str, object], limit: int) -> Answer:
        """The rows of a statement that only reads, at most `limit`."""
        rows = self.database.read(statement, parameters, timeout=SECONDS, limit=limit)
        return of_rows("cypher", rows, parameters, limit)

    def listing(self) -> Sequence[Mapping[str, Any]]:
        """The catalogue, as the API lists it."""
        return [described(query) for query in queries()]

    def export(self, kind: str, target: str | Path, *, fields: Sequence[str] = ()) -> Path:
        """The file `target` with all nodes or all edges of a kind, once it is there whole."""
        file, elements = Path(target), elements_of(kind)
        form = FORMATS[form_of(file)]
        names = [column.name for column in elements.columns]
        places, atlas = chosen(names, tuple(fields or names)), Atlas(self.database, queries())
        with whole_file(file) as part, part.open("wb") as pieces:
            pieces.writelines(written(atlas, elements, places, form, atlas.version()))
        return file

    @property
    def graph(self) -> Any:  # noqa: ANN401 - py2neo has no types
        """The graph as py2neo's `Graph`, which comes with the extra `notebook`; docs/notebook.md tells what works."""
        if self._graph is None:
            from py2neo import Graph  # noqa: PLC0415 - of an extra

            used = self.database.connection
            self._graph = Graph(used.uri, auth=(used.username, used.password), name=used.database)
        return self._graph

    def close(self) -> None:
        """Give the connections back."""
        if self._graph is not None:
            self._graph.service.connector.close()
        self.database.close()
