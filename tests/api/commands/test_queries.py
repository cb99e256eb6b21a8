import json

from cypher.catalogue import catalogue
from tests.api.conftest import Command


def test_the_whole_catalogue_is_listed(command: Command) -> None:
    rows = json.loads(command("queries", "--format", "json").out)["rows"]
    assert {row["name"] for row in rows} == {query.name for query in catalogue()}


def test_a_family_is_listed_alone(command: Command) -> None:
    rows = json.loads(command("queries", "--family", "clusters", "--format", "json").out)["rows"]
    assert {row["family"] for row in rows} == {"clusters"}


def test_an_unknown_family_is_exit_code_3_with_those_that_there_are(command: Command) -> None:
    said = command("queries", "--family", "nothing")
    assert (said.code, "there are atlas, centrality" in said.err) == (3, True)
