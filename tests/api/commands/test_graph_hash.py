from pathlib import Path

from graph.database import Database
from tests.api.commands.test_load import SETTINGS
from tests.api.conftest import Command


def test_graph_hash_is_the_same_for_the_same_inputs(loaded: Database, command: Command, tmp_path: Path) -> None:
    assert loaded
    first = command("graph-hash").out
    assert len(first.strip()) == 64
    assert command("reset", "--yes").code == 0
    assert command("graph-hash").out != first
    assert command("load", "tables", str(tmp_path / "people.csv"), *SETTINGS).code == 0
    assert command("graph-hash").out == first
