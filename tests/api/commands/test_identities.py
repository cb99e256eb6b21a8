import json

from graph.database import Database
from tests.api.conftest import Command


def test_what_could_not_be_read_is_listed_with_reasons(atlas: Database, command: Command) -> None:
    assert atlas
    rows = json.loads(command("identities", "--unresolved", "--what", "location", "--format", "json").out)["rows"]
    assert rows
    assert all(row["what"] == "location" and row["reason"] for row in rows)


def test_the_table_says_how_to_correct_them(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("identities", "--unresolved")
    assert (said.code, "OSSATLAS_ALIASES" in said.err) == (0, True)


def test_the_flag_may_be_left_out(atlas: Database, command: Command) -> None:
    assert atlas
    assert (
        command("identities", "--format", "json").out == command("identities", "--unresolved", "--format", "json").out
    )
