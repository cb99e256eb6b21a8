"""Batches kept whole or not at all; interrupted loads continue; refused rows leave nothing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from graph import schema
from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.errors import AtlasError, BadInputError, BadRowError
from graph.load import Loaded, load, prepare
from graph.model import EdgeRecord, NodeRecord, Origin, Record
from graph.rows import Tally
from graph.statements import searched
from tests.graph.loader import start
from tests.graph.worlds import at, lines, names, origin, person, project, wipe, work

ROWS = 60


class BrokenLineError(Exception):
    """The source went away."""


def broken_after(count: int, rows: list[Record]) -> Iterator[Record]:
    yield from rows[:count]
    raise BrokenLineError


def edges(database: Database) -> int:
    return int(str(database.read("MATCH ()-[r:CONTRIBUTED_TO]->() RETURN count(r)").rows[0][0]))


def stored(database: Database, key: str) -> dict[str, object]:
    found = database.read("MATCH (s:Snapshot {key: $key}) RETURN properties(s) AS s", {"key": key}).records()
    props = found[0]["s"]
    assert isinstance(props, dict)
    return props


def test_a_load_is_recorded_with_its_counts(graph: Database) -> None:
    seen: list[int] = []
    done = load(graph, origin("git"), lines(5), batch=2, report=lambda tally: seen.append(tally.rows_in))
    assert done == Loaded(origin("git").key, 5, 5, 0, ())
    assert seen == [2, 4, 5]
    found = stored(graph, done.snapshot)
    assert (found["state"], found["rows_in"], found["rows_taken"], found["rows_refused"]) == ("complete", 5, 5, 0)


def test_an_empty_load_is_complete_with_no_rows(graph: Database) -> None:
    assert load(graph, origin("git"), []) == Loaded(origin("git").key, 0, 0, 0, ())
    assert load(graph, origin("git"), []).already
    assert names(graph) == []


def test_the_same_content_is_not_read_again(graph: Database) -> None:
    load(graph, origin("git"), lines(3))
    assert load(graph, origin("git"), broken_after(0, [])).already


@pytest.mark.parametrize("at_row", [0, 1, 29, 30, 31, 59])
def test_a_source_that_breaks_off_is_continued_behind_the_last_batch(graph: Database, at_row: int) -> None:
    load(graph, origin("git"), lines(ROWS), batch=10)
    whole = graph_hash(graph)
    wipe(graph)
    with pytest.raises(BrokenLineError):
        load(graph, origin("git"), broken_after(at_row, lines(ROWS)), batch=10)
    kept = max(at_row - 1, 0) // 10 * 10  # a row ends where the next one begins
    assert edges(graph) == kept
    assert stored(graph, origin("git").key)["rows_in"] == kept
    done = load(graph, origin("git"), lines(ROWS), batch=7)
    assert (done.rows_in, done.already) == (ROWS, False)
    assert graph_hash(graph) == whole


def kill_again_and_again(graph: Database, connection: Connection, kills: int, random: Random) -> None:
    rows = 40 * (kills + 1)
    load(graph, origin("git"), lines(rows), batch=10)
    whole = graph_hash(graph)
    wipe(graph)
    for _ in range(kills):
        process = start(connection, "git", rows, 10)
        assert process.stdout is not None
        for _ in range(random.randint(1, 3)):
            process.stdout.readline()
        process.kill()
        process.communicate()
        held = stored(graph, origin("git").key)
        assert edges(graph) == held["rows_in"], "records and counts of a batch are one transaction"
    load(graph, origin("git"), lines(rows), batch=10)
    assert graph_hash(graph) == whole


def test_a_load_that_is_killed_three_times_ends_in_the_same_graph(graph: Database, connection: Connection) -> None:
    kill_again_and_again(graph, connection, 3, Random(4))  # noqa: S311 - moments, not secrets


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_load_that_is_killed_forty_times_ends_in_the_same_graph(graph: Database, connection: Connection) -> None:
    kill_again_and_again(graph, connection, 40, Random(5))  # noqa: S311 - moments, not secrets


def test_two_processes_load_at_once_without_doubles_or_deadlocks(graph: Database, connection: Connection) -> None:
    for source in ("one", "two", "two-again"):
        load(graph, origin(source.removesuffix("-again")), lines(120, source.removesuffix("-again")), batch=10)
    whole = graph_hash(graph)
    wipe(graph)
    together = [start(connection, source, 120, 10) for source in ("one", "two", "two")]
    ended = [process.communicate() for process in together]
    assert [process.returncode for process in together] == [0, 0, 0], ended
    assert graph_hash(graph) == whole
    assert edges(graph) == 240


BAD = [
    (1, "Repository.language", "7", "text"),
    (3, "CONTRIBUTED_TO.commits", "'many'", "a whole number"),
    (4, "Developer.login", "nothing", "text"),
]


def with_bad_rows() -> list[Record | BadRowError]:
    """Rows 1, 3 and 4 have each one good record and one that is refused; row 5 cannot be read at all."""
    good = project("good/one", where=at(2))
    return [
        project("half/one", where=at(1)),
        project("bad/language", where=at(1), language=7),
        good,
        project("half/two", where=at(3)),
        work(person("ann", where=at(3)), good, at(3), commits="many"),
        project("half/three", where=at(4)),
        NodeRecord(person("x").ref, {"platform": "github"}, at(4)),
        BadRowError("table.csv", 5, "month", "'Mai'", "a month such as 2025-04"),
        project("good/two", where=at(6)),
    ]


def test_a_refused_row_leaves_none_of_its_records_and_is_listed(graph: Database) -> None:
    done = load(graph, origin("git"), with_bad_rows())
    assert names(graph) == ["github:good/one", "github:good/two"]
    assert (done.rows_in, done.rows_taken, done.rows_refused) == (6, 2, 4)
    listed = [f"table.csv:{line}: {field}: found {found}, expected {expected}" for line, field, found, expected in BAD]
    assert done.refused == (*listed, "table.csv:5: month: found 'Mai', expected a month such as 2025-04")
    assert stored(graph, done.snapshot)["refused"] == list(done.refused)
    assert load(graph, origin("git"), []).refused == done.refused


def test_refusals_before_an_interruption_stay_counted(graph: Database) -> None:
    rows = with_bad_rows()
    with pytest.raises(BrokenLineError):
        load(graph, origin("git"), broken_after(8, rows), batch=1)  # type: ignore[arg-type]
    done = load(graph, origin("git"), rows, batch=1)
    assert (done.rows_in, done.rows_refused, len(done.refused)) == (6, 4, 4)


def test_strict_raises_the_first_refusal_and_keeps_what_was_committed(graph: Database) -> None:
    rows: list[Record] = [*lines(4), project("bad/language", where=at(5), language=7), *lines(2)]
    with pytest.raises(BadRowError, match=r"table.csv:5: Repository.language: found 7, expected text"):
        load(graph, origin("git"), rows, strict=True, batch=2)
    assert edges(graph) == 4
    found = stored(graph, origin("git").key)
    assert (found["state"], found["rows_in"], found["rows_refused"]) == ("loading", 4, 0)


def test_more_refusals_than_are_shown_are_counted(graph: Database) -> None:
    done = load(graph, origin("git"), [BadRowError("t", line, "f", "x", "y") for line in range(1, 151)])
    assert (done.rows_refused, len(done.refused)) == (150, 100)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (NodeRecord(person("a").ref, {"login": "a", "platform": "github", "shoe_size": 43}, at(1)), "shoe_size"),
        (EdgeRecord("LIKES", person("a"), project("o/a"), {}, at(1)), "unknown type LIKES"),
        (EdgeRecord("OWNS", person("a"), project("o/a"), {"source": "s"}, at(1)), "OWNS does not join Developer"),
    ],
)
def test_what_the_schema_does_not_have_is_a_defect_and_leaves_nothing(
    graph: Database, record: Record, words: str
) -> None:
    with pytest.raises(AtlasError, match=words) as caught:
        load(graph, origin("git"), [project("o/good", where=at(1)), record])
    assert not isinstance(caught.value, BadInputError)
    assert names(graph) == []


def test_an_origin_that_would_break_keys_is_refused(graph: Database) -> None:
    with pytest.raises(BadInputError, match=r"may hold no \|"):
        load(graph, origin("a|b"), [])


HOSTILE = "'; MATCH (n) DETACH DELETE n //\n\t\"`{}$x\\ ☃ 深度求索 " + "x" * 300


def test_hostile_texts_and_edge_values_come_back_as_they_were(graph: Database) -> None:
    largest = 2**63 - 1
    facts = {"language": HOSTILE, "github_id": largest, "openrank_12m_sum": 5e-324}
    load(graph, origin("git"), [NodeRecord(project("o/a").ref, project("o/a", **facts).props, at(1))])  # type: ignore[arg-type]
    back = graph.read("MATCH (r:Repository) RETURN r.language, r.github_id, r.openrank_12m_sum").rows
    assert back == [[HOSTILE, largest, 5e-324]]


def test_prepare_may_run_again_and_makes_every_constraint(graph: Database) -> None:
    prepare(graph)
    made = graph.read(
        "SHOW CONSTRAINTS YIELD labelsOrTypes, type, properties RETURN labelsOrTypes[0], type, properties"
    )
    unique = {str(name) for name, kind, properties in made.rows if "UNIQUENESS" in str(kind) and properties == ["key"]}
    assert unique >= {*schema.NODES, *schema.EDGES, schema.ALIAS_LABEL, schema.FORGOTTEN_LABEL, schema.TURN_LABEL}


def test_a_tally_counts_what_is_left() -> None:
    assert Tally(5, 2).rows_taken == 3


def test_origins_of_one_source_differ_by_content() -> None:
    assert isinstance(origin("git"), Origin)
    assert origin("git").key != origin("git", dataset="other").key


def test_a_search_index_as_an_earlier_version_made_it_is_made_anew(graph: Database) -> None:
    graph.run_alone(f"DROP INDEX {schema.SEARCH_INDEX} IF EXISTS")
    graph.run_alone(f"CREATE FULLTEXT INDEX {schema.SEARCH_INDEX} FOR (n:Repository) ON EACH [n.name]")
    prepare(graph)
    told = "SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes AS labels, properties WHERE name = $name"
    [row] = graph.read(f"{told} RETURN labels, properties", {"name": schema.SEARCH_INDEX}).rows
    assert [{*names} for names in row if isinstance(names, list)] == [{*names} for names in searched()]


def test_an_index_that_could_not_be_filled_is_made_anew(graph: Database) -> None:
    graph.run_alone("DROP INDEX repository_community IF EXISTS")
    graph.write("CREATE (:Repository {key: 'x', community: $long})", {"long": "x" * 40_000})
    with pytest.raises(AtlasError, match="FAILED state"):
        prepare(graph)
    wipe(graph)
    prepare(graph)
    told = "SHOW INDEXES YIELD name, state WHERE name = 'repository_community' RETURN state"
    assert graph.read(told).rows == [["ONLINE"]]
