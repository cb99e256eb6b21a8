import json

from graph.database import Database
from tests.api.conftest import Command


def test_loaded_lists_the_load(loaded: Database, command: Command) -> None:
    assert loaded
    rows = json.loads(command("loaded", "--format", "json").out)["rows"]
    assert [(row["source"], row["rows_taken"], row["state"]) for row in rows] == [("mine", 3, "complete")]


def test_the_table_begins_with_the_key_and_fits_a_terminal(loaded: Database, command: Command) -> None:
    assert loaded
    lines = command("loaded").out.splitlines()
    head, row = (next(line for line in lines if word in line) for word in ("as_of", "mine:people:"))
    assert head.split() == ["key", "state", "rows", "as_of", "months"]
    assert row.split()[1:] == ["complete", "3", "2025-07-01", "2025-01..2025-06"]
    assert max(map(len, lines[:4])) <= 100
