"""What the server finds wrong with queries."""

from __future__ import annotations

import pytest

from cypher.catalogue import Catalogue
from cypher.check import holds, verify
from cypher.query import Query
from graph.database import Database
from graph.model import Column
from tests.cypher.sample import METRIC, NETWORK, WHOLE, sample

FOUND = WHOLE.replace("{language: $language}", "").replace("RETURN", "WHERE r.language = $language OR true\nRETURN")


def remarks(database: Database, query: Query) -> list[str]:
    return [str(problem).removeprefix("q/by_language.cypher:") for problem in verify(database, query)]


@pytest.mark.parametrize("name", ["contributor-network", "contributor-table", "shared-groups"])
def test_the_proving_queries_have_nothing_to_mend(world: Database, proving: Catalogue, name: str) -> None:
    assert verify(world, proving.find(name)) == ()


@pytest.mark.parametrize("text", [FOUND, NETWORK, METRIC])
def test_whole_files_have_nothing_to_mend(world: Database, text: str) -> None:
    assert remarks(world, sample(text)) == []


def test_a_statement_that_the_server_does_not_take_is_told_in_its_words(world: Database) -> None:
    (message,) = remarks(world, sample(FOUND.replace("RETURN", "RETRUN")))
    assert message.startswith("9: Neo4j does not take the statement: ")
    assert "RETRUN" in message or "RETURN" in message


def test_other_columns_than_declared_are_told(world: Database) -> None:
    swapped = FOUND.replace("r.license AS license", "r.license AS licence")
    assert remarks(world, sample(swapped))[0] == (
        "9: the server returns repository, licence, the header declares repository, license"
    )


def test_a_statement_that_writes_is_told(world: Database) -> None:
    writing = FOUND.replace("RETURN", "SET r.language = 'C'\nRETURN", 1)
    assert remarks(world, sample(writing))[0] == "9: found a statement of type rw, expected one that reads (r)"


def test_remarks_of_the_planner_are_told(world: Database) -> None:
    assert any(
        "cartesian product" in text
        for text in remarks(world, sample(FOUND.replace("(r:Repository )", "(r:Repository), (x:Developer)")))
    )
    assert any("deprecated" in text for text in remarks(world, sample(FOUND.replace("OR true", "OR id(r) >= 0"))))


def test_what_the_schema_has_and_the_data_lack_is_no_fault(world: Database) -> None:
    assert remarks(world, sample(FOUND.replace("OR true", "OR r.graveyard_note IS NULL"))) == []
    told = remarks(world, sample(FOUND.replace("OR true", "OR r.graveyard IS NULL")))
    assert told[0].startswith("9: the server remarks: ")
    assert "`graveyard` does not exist" in told[0]


def test_an_example_that_fails_is_told_with_its_command(world: Database) -> None:
    text = FOUND.replace("language: str the", "language: repository the")
    assert remarks(world, sample(text))[0].startswith(
        "8: the example fails (ossatlas query by-language --language Python --limit 2): the graph has no repository"
    )


def test_an_example_that_does_not_bind_is_told(world: Database) -> None:
    (message,) = remarks(world, sample(FOUND.replace("limit=2", "limit=0")))
    assert message == "9: limit: found 0, expected a whole number, 1 to 100"


def test_an_example_without_an_answer_is_told(world: Database) -> None:
    assert remarks(world, sample(WHOLE)) == [
        "8: the example returns nothing (ossatlas query by-language --language Python --limit 2): "
        "choose one that answers"
    ]


def test_values_of_another_type_than_declared_are_told(world: Database) -> None:
    assert remarks(world, sample(FOUND.replace("repository: str", "repository: int"))) == [
        "6: column `repository` is declared int, and the example returns 'acme/alone'"
    ]


TYPES = [
    ("int", 1, "1"),
    ("float", 1.5, "1.5"),
    ("float", 1, True),
    ("int", 2, True),
    ("bool", False, 0),
    ("str", "a", 1),
    ("month", "2025-04", 202504),
    ("map", {"a": 1}, []),
    ("list[int]", [1, 2], ["1"]),
    ("list[map]", [{}], {}),
    ("list[str]", [], "a"),
]


@pytest.mark.parametrize(("kind", "right", "wrong"), TYPES)
def test_a_value_is_of_its_columns_type_or_nothing(kind: str, right: object, wrong: object) -> None:
    column = Column("c", kind, "")
    assert holds(column, right)
    assert holds(column, None)
    assert not holds(column, wrong)
