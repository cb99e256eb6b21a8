import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.commands.cypher import parameters
from graph.database import Database
from graph.errors import BadInputError
from tests.api.conftest import Command


def test_rows_are_printed_with_their_types(database: Database, command: Command) -> None:
    assert database
    said = command("cypher", "UNWIND [1, 2] AS n RETURN n, 'x' AS t, [n] AS l ORDER BY n", "--format", "json")
    found = json.loads(said.out)
    assert [(column["name"], column["type"]) for column in found["columns"]] == [
        ("n", "int"),
        ("t", "str"),
        ("l", "map"),
    ]
    assert found["rows"][0] == {"n": 1, "t": "x", "l": [1]}


def test_parameters_are_json_where_they_parse(database: Database, command: Command) -> None:
    assert database
    said = command("cypher", "RETURN $a + 1 AS a, $b AS b", "-p", "a=1", "-p", "b=x=y", "--format", "csv")
    assert said.out == "a,b\r\n2,x=y\r\n"


def test_a_cut_is_said_with_the_option_that_raises_it(database: Database, command: Command) -> None:
    assert database
    said = command("cypher", "UNWIND range(1, 9) AS n RETURN n", "--limit", "2")
    assert "2 rows; cut at its cap of 2 rows, so rows are missing (--limit raises the cap)" in said.out


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE (n:Repository {key: 'x'}) RETURN n", "Writing in read access mode not allowed"),
        ("MATCH (n) DETACH DELETE n", "Writing in read access mode not allowed"),
        ("CALL { CREATE (:X) } IN TRANSACTIONS", "not allowed"),
        ("CREATE INDEX x FOR (n:X) ON (n.y)", "not allowed"),
        ("RETUN 1", "Invalid input 'RETUN'"),
        ("RETURN $missing", "missing"),
    ],
)
def test_what_writes_or_is_wrong_is_refused(
    database: Database, command: Command, statement: str, sentence: str
) -> None:
    said = command("cypher", statement)
    assert (said.code, sentence in said.err) == (2, True), said.err
    assert database.read("MATCH (n) RETURN count(n)").rows == [[0]]


def test_an_endless_statement_is_ended(database: Database, command: Command) -> None:
    assert database
    endless = "UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y RETURN sum(x * y)"
    assert command("cypher", endless, "--timeout", "0.5").code == 4


@pytest.mark.parametrize("text", ["", "=1", "1a=1", "a b=1", "a"])
def test_what_is_no_parameter_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="is no name=value"):
        parameters([text])


@given(st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True), st.none() | st.booleans() | st.integers() | st.text())
def test_json_values_come_through(name: str, value: object) -> None:
    assert parameters([f"{name}={json.dumps(value)}"]) == {name: value}


def test_unknown_labels_and_properties_are_remarked_on(database: Database, command: Command) -> None:
    assert database
    said = command("cypher", "MATCH (n:Repositry) RETURN n.nmae AS name")
    assert said.code == 0
    assert "Repositry" in said.err
    assert "nmae" in said.err
    assert command("cypher", "EXPLAIN RETURN 1").code == 0
    assert command("cypher", "RETURN 1 AS one").err == ""
