"""What the web application answers from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.asking import ask
from api.web.kept import Kept
from graph.version import data_version

if TYPE_CHECKING:
    from api.answer import Answer
    from cypher.catalogue import Catalogue
    from graph.database import Database


MOST, MOST_CELLS = 64, 1_000_000
"""Answers that are kept for their next pages: a cell takes some 100 bytes."""


def cells(answer: Answer) -> int:
    """Rows times columns."""
    return len(answer.table.rows) * len(answer.table.columns)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The database and the catalogue, shared by all requests; each query runs in the context that `watch` gives."""

    database: Database
    catalogue: Catalogue
    watch: Callable[[str], AbstractContextManager[object]] = nullcontext
    answers: Kept[Answer] = field(default_factory=lambda: Kept(MOST, MOST_CELLS, cells), repr=False)

    def ask(self, name: str, given: Mapping[str, object] | None = None, key: str = "") -> Answer:
        """The answer of the query `name`; with `key`, the one that is kept under it, for its pages."""

        def asked() -> Answer:
            with self.watch(self.catalogue.find(name).name):
                return ask(self.database, name, given or {}, self.catalogue)

        return self.answers.take(key, asked) if key else asked()

    def version(self) -> str:
        """The version of the data; GraphUnavailableError when Neo4j does not answer."""
        return data_version(self.database)
