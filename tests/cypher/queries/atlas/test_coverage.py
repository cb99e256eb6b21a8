"""Which source tells of which months of a repository, and each of its gaps once."""

from __future__ import annotations

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import load, prepare
from graph.model import Origin, Table
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, coverage_records

ENGINE = "acme/engine"
MONTHS = ("2025-01", "2025-03")


def told(database: Database, source: str, covered: list[Covered], gaps: tuple[str, ...]) -> None:
    prepare(database)
    origin = Origin(source, "git", source, source, "", source * 8, "2025-07-01", gaps=gaps)
    load(database, origin, coverage_records(covered, Nodes(Identities.load()), origin), strict=True)


def covers(name: str, note: str) -> Covered:
    return Covered(name, MONTHS, ("commits",), facts={"note": note} if note else {})


def gaps_of(database: Database, **asked: object) -> list[object]:
    answer = run(database, catalogue().find("coverage"), asked)
    assert isinstance(answer, Table)
    return [row["gaps"] for row in answer.records() if row["repository"] == ENGINE]


def test_a_note_that_joins_the_gaps_does_not_tell_them_twice(database: Database) -> None:
    gaps = ("the clone is shallow", "4 reviews by nobody; who they are is not known", ".mailmap is missing")
    told(database, "git", [covers(ENGINE, "; ".join(gaps))], gaps)
    assert gaps_of(database) == [list(gaps)]


def test_a_note_that_says_more_is_told_beside_the_gaps(database: Database) -> None:
    told(database, "git", [covers(ENGINE, "no reviews; read in part")], ("no reviews",))
    assert gaps_of(database) == [["no reviews; read in part", "no reviews"]]


def test_a_gap_of_several_repositories_says_so(database: Database) -> None:
    told(database, "lists", [covers(ENGINE, ""), covers("acme/wheels", "")], ("two of three are missing",))
    told(database, "git", [covers(ENGINE, "")], ("no reviews",))
    assert gaps_of(database, repositories=ENGINE) == [
        ["no reviews"],
        ["lists as a whole: two of three are missing"],
    ]
    answer = run(database, catalogue().find("coverage"), {"repositories": ENGINE, "source": "git"})
    assert (answer.coverage.covers_from, answer.coverage.covers_to) == MONTHS


def test_a_source_without_gaps_has_none(database: Database) -> None:
    told(database, "git", [covers(ENGINE, "")], ())
    assert gaps_of(database) == [[]]
