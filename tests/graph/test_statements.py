"""The Cypher that follows from the schema: as text, and as the server takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph import schema, statements
from graph.database import Database


def every() -> Iterator[str]:
    """One example of each statement."""
    yield from statements.constraints()
    for label in ("Developer", "Country"):
        yield statements.read_nodes(label)
        yield statements.find_nodes(label)
        yield statements.merge_nodes(label)
        yield statements.remove_nodes(label)
        yield statements.edges_of(label)
        yield statements.page_of_nodes(label)
        yield statements.create_aliases(label)
        yield statements.update_aliases(label)
    kind = schema.EDGES["CONTRIBUTED_TO"]
    yield statements.read_edges(kind.type)
    yield statements.create_edges(kind, "Developer", "Repository")
    yield statements.update_edges(kind.type)
    yield statements.page_of_edges(kind)
    yield statements.page_of_nodes("Repository", ("name", "community"))
    yield statements.PAGE_OF_ALIASES
    yield statements.remove_edges(kind.type)
    yield statements.READ_ALIASES
    yield statements.REMOVE_ALIASES
    yield statements.TAKE_TURNS


def test_the_text_is_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("graph/statements.cypher", "".join(f"{statement};\n" for statement in every()))


def test_every_label_and_type_has_its_constraint() -> None:
    text = "\n".join(statements.constraints())
    assert all(f"(n:{label}) REQUIRE n.key IS UNIQUE" in text for label in schema.NODES)
    assert all(f"-[r:{kind}]-() REQUIRE r.key IS UNIQUE" in text for kind in schema.EDGES)


@pytest.mark.parametrize("statement", [text for text in every() if not text.startswith("CREATE")])
def test_the_server_plans_each_of_them(graph: Database, statement: str) -> None:
    given: dict[str, object] = {"keys": [], "rows": [], "after": "", "size": 1}
    assert graph.explain(statement, given).query_type in {"r", "w", "rw"}
