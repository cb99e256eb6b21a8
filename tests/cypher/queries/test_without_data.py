"""Every query where nothing answers it: the answer says so, and names the command that would load what could."""

from __future__ import annotations

import re

import pytest

from cypher.catalogue import catalogue
from cypher.params import Param
from cypher.query import Query
from cypher.run import run
from graph.database import Database
from graph.errors import AtlasError
from graph.load import prepare
from graph.model import Network
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import Told, build

ASKED = [query for query in catalogue() if query.kind != "metric"]
ABOUT_THE_GRAPH = {
    "answering-sources", "contents", "coverage", "edge-contents", "search", "snapshots", "unresolved-identities",
}  # fmt: skip
"""They tell what is loaded, which is an answer also where it is nothing."""
COMMAND = re.compile(r"`?ossatlas (load|demo|measure)\b")
NAMES = {"repository": ["o/one", "o/two"], "developer": ["ann"], "organization": ["Works"], "domain": ["D", "E"]}


@pytest.fixture
def bare(holding: Holding) -> Database:
    """A graph that knows names and nothing about them."""
    return holding("bare", make)


def make(database: Database) -> Database:
    """Two repositories, a developer, an organization and two domains."""
    told = Told("names", "reference")
    told.others += [
        *(records.repository(name, told.where) for name in NAMES["repository"]),
        records.developer("ann", told.where),
        records.organization("Works", told.where),
        *(records.domain("names", (name,), "domain", told.where) for name in NAMES["domain"]),
    ]
    return build(database, told)


def value(param: Param) -> object:
    """Something that a parameter without a default can take."""
    if param.type.base in NAMES:
        return NAMES[param.type.base] if param.type.many else NAMES[param.type.base][0]
    return {"month": "2025-04", "int": 1}.get(param.type.base, "something")


def told(database: Database, query: Query) -> tuple[bool, str]:
    """Whether the answer is empty, and what it says is missing; so does a question that cannot be asked yet."""
    values = {param.name: value(param) for param in query.params if param.required or param.name in query.one_of[:1]}
    try:
        answer = run(database, query, values)
    except AtlasError as error:
        return True, f"{error} {error.hint}"
    rows = answer.edges if isinstance(answer, Network) else answer.rows
    return not rows, "\n".join(answer.coverage.gaps)


@pytest.mark.parametrize("query", ASKED, ids=lambda query: query.name)
def test_an_answer_without_rows_names_the_command_that_would_load_what_could(bare: Database, query: Query) -> None:
    empty, said = told(bare, query)
    assert not empty or query.name in ABOUT_THE_GRAPH or COMMAND.search(said), said


@pytest.mark.parametrize("query", ASKED, ids=lambda query: query.name)
def test_on_an_empty_graph_it_names_the_command_that_would_fill_it(holding: Holding, query: Query) -> None:
    empty, said = told(holding("nothing", prepare), query)
    assert not empty or query.name in ABOUT_THE_GRAPH or COMMAND.search(said), said
