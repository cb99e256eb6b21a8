"""What the web application answers from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.asking import ask
from graph.version import data_version

if TYPE_CHECKING:
    from api.answer import Answer
    from cypher.catalogue import Catalogue
    from graph.database import Database


@dataclass(frozen=True, slots=True)
class Atlas:
    """The database and the catalogue, shared by all requests."""

    database: Database
    catalogue: Catalogue

    def ask(self, name: str, given: Mapping[str, object] | None = None) -> Answer:
        """The answer of the query `name`."""
        return ask(self.database, name, given or {}, self.catalogue)

    def version(self) -> str:
        """The version of the data; GraphUnavailableError when Neo4j does not answer."""
        return data_version(self.database)
