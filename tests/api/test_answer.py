import pytest

from api.answer import Answer, ties
from graph.errors import NotFoundError
from graph.model import Column, Coverage, Edge, Network, Node, Table

COVERAGE = Coverage(("git",))
NETWORK = Network(
    (Node("a", "Repository", "o/a"), Node("b", "Repository", "o/b")), (Edge("a", "b", "TIE", 2.0),), coverage=COVERAGE
)


def test_a_network_is_a_table_of_its_edges_with_titles() -> None:
    assert ties(NETWORK).records() == [{"source": "o/a", "target": "o/b", "type": "TIE", "weight": 2.0}]
    assert Answer("q", "Q", NETWORK).table.coverage == COVERAGE


def test_a_profile_has_one_row() -> None:
    table = Table((Column("name", "str", "its name"),), [["a"]])
    assert Answer("q", "Q", table).row == {"name": "a"}


def test_a_profile_of_nothing_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="q knows nothing of o/a"):
        _ = Answer("q", "Q", Table((), []), {"repository": "o/a"}).row
