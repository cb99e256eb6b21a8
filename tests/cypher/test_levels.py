from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.levels import check_level, check_taxonomy
from graph.database import Database
from graph.errors import NotFoundError


@pytest.fixture
def tree(database: Database) -> Database:
    database.write("""
        CREATE (top:Domain {key: 't/a', taxonomy: 't', level: 'tech-0', name: 'a'}),
               (:Domain {key: 't/a/b', taxonomy: 't', level: 'tech-1', name: 'b'})-[:PART_OF {key: '1'}]->(top)
    """)
    return database


def test_a_level_that_the_taxonomy_lacks_is_told_with_those_that_it_has(tree: Database) -> None:
    with pytest.raises(NotFoundError, match=r"^taxonomy t has no level 'domain'; it has tech-0, tech-1$"):
        check_level(tree, {"taxonomy": "t", "level": "domain"})


@pytest.mark.parametrize(
    "asked",
    [{}, {"taxonomy": "t"}, {"taxonomy": "t", "level": None}, {"taxonomy": "t", "level": "Tech-1"},
     {"taxonomy": "not loaded", "level": "domain"}],
)  # fmt: skip
def test_a_level_that_there_is_or_none_is_fine(tree: Database, asked: dict[str, object]) -> None:
    check_level(tree, asked)


def test_a_taxonomy_that_is_not_loaded_is_told_with_those_that_are(tree: Database) -> None:
    with pytest.raises(NotFoundError, match=r"^there is no taxonomy 'nope'; known are t$"):
        check_taxonomy(tree, catalogue().find("cut-developers"), {"taxonomy": "nope"})


@pytest.mark.parametrize("wanted", [None, "t", "llm-landscape-2025"])
def test_a_loaded_taxonomy_or_the_usual_one_is_fine(tree: Database, wanted: str | None) -> None:
    check_taxonomy(tree, catalogue().find("cut-developers"), {"taxonomy": wanted})


def test_where_no_domain_is_loaded_any_taxonomy_is_fine(database: Database) -> None:
    check_taxonomy(database, catalogue().find("cut-developers"), {"taxonomy": "nope"})
