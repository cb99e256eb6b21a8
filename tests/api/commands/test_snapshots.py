import json

from graph.database import Database
from tests.api.conftest import Command


def test_snapshots_lists_the_load(loaded: Database, command: Command) -> None:
    assert loaded
    rows = json.loads(command("snapshots", "--format", "json").out)["rows"]
    assert [(row["source"], row["rows_taken"], row["state"]) for row in rows] == [("mine", 3, "complete")]
