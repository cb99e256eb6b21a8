from pathlib import Path

from graph.database import Database
from graph.schema import NODES
from tests.api.commands.conftest import people
from tests.api.commands.test_load import SETTINGS
from tests.api.conftest import Command


def test_reset_empties_the_graph_and_leaves_others_alone(loaded: Database, command: Command) -> None:
    loaded.write("CREATE (:Stranger {name: 'not ours'})")
    said = command("reset", "--yes")
    assert (said.code, "removed" in said.out) == (0, True)
    left = {label for (labels,) in loaded.read("MATCH (n) RETURN labels(n)").rows for label in labels}  # type: ignore[attr-defined]
    assert "Stranger" in left
    assert not left & set(NODES)


def test_reset_without_yes_and_without_a_terminal_does_nothing(loaded: Database, command: Command) -> None:
    assert command("reset").code == 2
    assert people(loaded) == ["ann", "bob"]


def test_reset_does_not_take_a_wish_to_be_forgotten_back(loaded: Database, command: Command, tmp_path: Path) -> None:
    assert command("forget", "ann", "--yes").code == 0
    assert command("reset", "--yes").code == 0
    assert command("load", "tables", str(tmp_path / "people.csv"), *SETTINGS).code == 0
    assert people(loaded) == ["bob"]
