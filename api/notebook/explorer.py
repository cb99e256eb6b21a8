"""What `ossatlas.connect()` gives: the same questions by Bolt and over HTTP."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Self

from api.answer import Answer
from api.formats import PAGES
from api.notebook.network_answer import NetworkAnswer
from api.notebook.table_answer import TableAnswer
from graph.errors import BadInputError
from graph.model import Column, Table

ROWS = 1_000
"""Rows of a statement of one's own, unless another limit is given."""
_LISTED = (
    Column("name", "str", "what it is asked by"),
    Column("family", "str", "what it is about"),
    Column("kind", "str", "table, graph (a network) or metric"),
    Column("parameters", "list[str]", "names of its values"),
    Column("title", "str", "what it answers"),
)


class Explorer(ABC):
    """Asks the atlas; close it, or use it in a `with`."""

    address: str
    site: str = ""
    """Where the pages of the atlas stand, as far as that is known."""

    @abstractmethod
    def ask(self, name: str, given: Mapping[str, object]) -> Answer:
        """The answer of the query `name` as it came; BadInputError and NotFoundError say what does not fit."""

    @abstractmethod
    def run(self, statement: str, parameters: Mapping[str, object], limit: int) -> Answer:
        """The rows of a statement that only reads, at most `limit`."""

    @abstractmethod
    def listing(self) -> Sequence[Mapping[str, Any]]:
        """The catalogue: name, family, kind, title, about, parameters, columns and examples of each query."""

    @abstractmethod
    def export(self, kind: str, target: str | Path, *, fields: Sequence[str] = ()) -> Path:
        """The file `target` with all nodes or all edges of a kind, once it is there whole; its ending tells the format.

        `kind` is the plural of a node's label or the type of an edge, such as `developers` or `contributed-to`.
        """

    @property
    @abstractmethod
    def graph(self) -> Any:  # noqa: ANN401 - py2neo has no types
        """The graph as py2neo's `Graph`; docs/notebook.md tells what of it works."""

    @abstractmethod
    def close(self) -> None:
        """Give the connections back."""

    def query(self, name: str, /, **values: object) -> TableAnswer:
        """The answer of the query `name` as a table; of a network its edges."""
        begun = perf_counter()
        return TableAnswer(self.ask(name, values), perf_counter() - begun)

    def pages(self, name: str, /, *, page_size: int = ROWS, **values: object) -> Iterator[TableAnswer]:
        """The answer of the query `name`, `page_size` rows at a time."""
        whole = self.query(name, **values)
        answer, table = whole.answer, whole.answer.table
        for at in range(0, max(len(whole), 1), page_size):
            page = replace(table, rows=table.rows[at : at + page_size])
            yield TableAnswer(replace(answer, result=page), whole.seconds)

    def network(self, name: str, /, **values: object) -> NetworkAnswer:
        """The answer of the query `name`, which has to be one of networks."""
        begun = perf_counter()
        return NetworkAnswer(self.ask(name, values), perf_counter() - begun, self.site)

    def cypher(
        self, statement: str, parameters: Mapping[str, object] | None = None, *, limit: int = ROWS
    ) -> TableAnswer:
        """The rows of a Cypher statement that only reads, at most `limit`; a cut is told."""
        begun = perf_counter()
        return TableAnswer(self.run(statement, parameters or {}, limit), perf_counter() - begun)

    def search(self, text: str, /, **values: object) -> TableAnswer:
        """Names that fit `text`: repositories, developers, organizations and more."""
        return self.query("search", text=text, **values)

    def repository(self, name: str) -> dict[str, object]:
        """What is known of the repository `owner/name`; NotFoundError where nothing is."""
        return self.ask("repository-profile", {"repository": name}).row

    def developer(self, login: str) -> dict[str, object]:
        """What is known of a developer; NotFoundError where nothing is."""
        return self.ask("developer-profile", {"developer": login}).row

    def queries(self) -> TableAnswer:
        """All queries with their kinds, parameters and titles."""
        return TableAnswer(listed(self.listing()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<ossatlas at {self.address}>"


def form_of(file: Path) -> str:
    """The format that the ending of `file` names."""
    ending = file.suffix.removeprefix(".").lower()
    if ending not in PAGES:
        endings = ", ".join(f".{name}" for name in PAGES)
        raise BadInputError(f"{file} does not tell its format", hint=f"it may end in {endings}")
    return ending


def listed(catalogue: Sequence[Mapping[str, Any]]) -> Answer:
    """The catalogue as a table."""
    rows = [
        [query["name"], query["family"], query["kind"], [p["name"] for p in query["parameters"]], query["title"]]
        for query in catalogue
    ]
    return Answer("queries", "The catalogue", Table(_LISTED, rows))
