"""The door to Neo4j: limits that hold, and errors that say what to do."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest

from graph.connection import Connection
from graph.database import Database, Transaction, plain
from graph.errors import AtlasError, BadInputError, GraphUnavailableError, QueryTimeoutError

ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a)"


def test_rows_come_with_their_columns(database: Database) -> None:
    rows = database.read("UNWIND $names AS name RETURN name, size(name) AS letters", {"names": ["ann", "bo"]})
    assert rows.columns == ("name", "letters")
    assert rows.records() == [{"name": "ann", "letters": 3}, {"name": "bo", "letters": 2}]
    assert not rows.cut


@pytest.mark.parametrize(("limit", "kept", "cut"), [(0, 0, True), (2, 2, True), (3, 3, False), (4, 3, False)])
def test_a_cut_answer_says_so(database: Database, limit: int, kept: int, cut: bool) -> None:  # noqa: FBT001 - an answer
    rows = database.read("UNWIND [1, 2, 3] AS n RETURN n", limit=limit)
    assert (len(rows.rows), rows.cut) == (kept, cut)


def test_a_query_beyond_its_time_is_ended(database: Database) -> None:
    with pytest.raises(QueryTimeoutError, match="ran longer"):
        database.read(ENDLESS, timeout=0.3)


def test_a_read_refuses_to_write(database: Database) -> None:
    with pytest.raises(BadInputError, match="Writing in read access mode not allowed"):
        database.read("CREATE (:Repository {key: 'x'})")
    assert database.read("MATCH (n:Repository) RETURN count(n)").rows == [[0]]


def test_wrong_syntax_is_answered_in_the_servers_words(database: Database) -> None:
    with pytest.raises(BadInputError, match="Invalid input 'RETRUN'"):
        database.read("RETRUN 1")
    with pytest.raises(BadInputError, match="Variable `m` not defined"):
        database.explain("MATCH (n) RETURN m")


def test_a_missing_parameter_is_named(database: Database) -> None:
    with pytest.raises(BadInputError, match="graph_key"):
        database.read("RETURN $graph_key")


def test_another_password_is_refused_with_a_hint(connection: Connection) -> None:
    with Database(replace(connection, password="not-this-one")) as door:  # noqa: S106 - meant to be wrong
        with pytest.raises(GraphUnavailableError, match="refuses the user name or password") as caught:
            door.read("RETURN 1")
        assert "NEO4J_PASSWORD" in caught.value.hint


def test_nobody_at_the_address_is_unavailable(connection: Connection) -> None:
    with (
        Database(replace(connection, uri="bolt://127.0.0.1:1")) as door,
        pytest.raises(GraphUnavailableError, match="does not answer"),
    ):
        door.read("RETURN 1")


@pytest.mark.parametrize("uri", ["gopher://127.0.0.1", "127.0.0.1", "bolt://127.0.0.1:abc", "bolt://127.0.0.1:70000"])
def test_an_address_of_another_kind_is_named(connection: Connection, uri: str) -> None:
    with pytest.raises(GraphUnavailableError, match=uri):
        Database(replace(connection, uri=uri))


def test_an_index_that_there_is_not_is_a_wrong_statement(open_database: Database) -> None:
    with pytest.raises(BadInputError, match="no such fulltext schema index: searchable"):
        open_database.read("CALL db.index.fulltext.queryNodes('searchable', 'x') YIELD node RETURN node")


def test_explain_tells_kind_columns_and_remarks_without_running(database: Database) -> None:
    plan = database.explain("CREATE (n:Repository {key: 'x'}) RETURN n.key AS key")
    assert (plan.query_type, plan.columns) == ("rw", ("key",))
    assert database.read("MATCH (n:Repository) RETURN count(n)").rows == [[0]]
    remarks = database.explain("MATCH (n:NoSuchLabel) RETURN n").notifications
    assert any("NoSuchLabel" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("statement", "place"),
    [("RETURN missing AS x", "(line 1, column 8)"), ("MATCH (n)\nRETURN missing AS x", "(line 2, column 8)")],
)
def test_explain_tells_where_the_statement_itself_is_wrong(database: Database, statement: str, place: str) -> None:
    with pytest.raises(BadInputError) as told:
        database.explain(statement)
    assert str(told.value).endswith(f"Variable `missing` not defined {place}")


def test_a_stream_keeps_memory_flat(database: Database) -> None:
    statement = "UNWIND range(1, $count) AS n RETURN n, toString(n) + $padding AS text"
    next(iter(database.stream(statement, {"count": 10, "padding": ""})))
    tracemalloc.start()
    count = sum(1 for _ in database.stream(statement, {"count": 40_000, "padding": "x" * 200}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40_000
    assert peak < 8 * 2**20, "40,000 rows of 200 letters are more than 10 MiB"


@pytest.mark.parametrize("last", [0, 1, 1000, 2345])
def test_rows_by_the_thousand_are_the_rows_one_by_one(database: Database, last: int) -> None:
    text = "UNWIND range(1, $last) AS n RETURN n, {half: n / 2.0, day: date('2025-01-02')} AS told"
    expected = database.read(text, {"last": last})
    assert database.gather(text, ("n", "told"), {"last": last}, timeout=10) == expected
    with database.writing() as writer:
        assert writer.together(lambda within: within.gather(text, ("n", "told"), {"last": last})) == expected


def test_what_runs_together_is_kept_together(database: Database) -> None:
    def half(transaction: Transaction) -> None:
        transaction.run("CREATE (:Repository {key: 'x'})")
        raise AtlasError("half way")

    with database.writing() as writer, pytest.raises(AtlasError, match="half way"):
        writer.together(half)
    assert database.read("MATCH (n:Repository) RETURN count(n)").rows == [[0]]


def test_values_come_out_as_json_knows_them(database: Database) -> None:
    row = database.read("RETURN date('2025-04-01'), [1, null], {a: 1.5}, datetime('2025-04-01T10:00:00Z')").rows[0]
    assert row[:3] == ["2025-04-01", [1, None], {"a": 1.5}]
    assert str(row[3]).startswith("2025-04-01T10:00:00")
    assert plain({1, 2}) == [1, 2]
    assert plain(b"x") == "b'x'"


@pytest.mark.parametrize("time", ["datetime({year: -5})", "date('+999999-01-01')", "localdatetime({year: 12000})"])
@pytest.mark.parametrize("form", ["{time}", "[{time}]", "{{a: [{time}]}}"])
def test_a_time_that_python_does_not_know_is_said(database: Database, form: str, time: str) -> None:
    with pytest.raises(BadInputError, match="outside of the years 1 to 9999"):
        database.read(f"RETURN {form.format(time=time)} AS x")


@pytest.mark.parametrize("wrong", ["left('a', -1)", "substring('a', -1)", "date.truncate('nope', date())"])
def test_a_mistake_that_shows_as_the_statement_runs_is_the_askers(database: Database, wrong: str) -> None:
    with pytest.raises(BadInputError, match="does not take the statement"):
        database.read(f"UNWIND ['a'] AS a RETURN {wrong} AS x")


def test_a_node_comes_out_as_its_properties(database: Database) -> None:
    assert database.write("CREATE (n:Repository {key: 'a'}) RETURN n").rows == [[{"key": "a"}]]


def test_a_password_is_not_shown(connection: Connection) -> None:
    assert connection.password not in repr(connection)


def test_a_database_reaches_an_engine_again_that_was_started_again(connection: Connection) -> None:
    with Database(connection) as database:
        assert database.read("RETURN 1").rows == [[1]]
        database.close()
        database.reopen(connection)
        assert database.read("RETURN 2").rows == [[2]]
