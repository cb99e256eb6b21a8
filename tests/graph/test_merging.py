"""Names learned and unlearned."""

from __future__ import annotations

from graph.database import Database
from graph.keys import repository
from graph.load import load
from graph.merging import read_names, settle, unlearn
from graph.naming import Link, Saying
from tests.graph.worlds import at, names, origin, project


def test_a_name_of_which_nothing_is_said_means_itself(graph: Database) -> None:
    with graph.writing() as writer:
        known = writer.together(lambda transaction: read_names(transaction, "Repository", ["github:o/a"]))
    assert (known["github:o/a"].said, known["github:o/a"].node) == (frozenset(), "github:o/a")


def test_an_alias_keeps_who_said_what(graph: Database) -> None:
    load(graph, origin("s"), [project("o/b", 7, former=["o/a"], where=at(1))])
    with graph.writing() as writer:
        known = writer.together(lambda transaction: read_names(transaction, "Repository", ["github:o/a", "github:o/b"]))
    assert known["github:o/a"].said == {Saying(origin("s").key, Link.BORE, "github:7")}
    assert known["github:o/b"].said == {Saying(origin("s").key, Link.BEARS, "github:7")}
    assert {held.node for held in known.values()} == {"github:7"}


def test_settling_answers_for_every_key(graph: Database) -> None:
    refs = [repository("o/a"), repository("o/b", number=7, former=("o/a",)), repository("o/c")]
    with graph.writing() as writer:
        found = writer.together(lambda transaction: settle(transaction, "Repository", refs, "s"))
        plain = writer.together(lambda transaction: settle(transaction, "Country", [], "s"))
    assert found == {
        "github:o/a": "github:7",
        "github:o/b": "github:7",
        "github:7": "github:7",
        "github:o/c": "github:o/c",
    }
    assert plain == {}


def test_unlearning_gives_names_their_own_nodes_back(graph: Database) -> None:
    load(graph, origin("names"), [project("o/a", where=at(1))])
    load(graph, origin("ids"), [project("o/a", 7, where=at(1))])
    assert names(graph) == ["github:7"]
    with graph.writing() as writer:
        writer.together(lambda transaction: unlearn(transaction, "Repository", ["github:o/a"], lambda _: True))
    assert names(graph) == ["github:7", "github:o/a"]
    assert names(graph, "Alias") == []
