from pathlib import Path

from graph.database import Database
from tests.api.commands.conftest import people
from tests.api.commands.test_load import GOOD, SETTINGS
from tests.api.conftest import Command


def test_forget_removes_a_person_for_good(loaded: Database, command: Command, tmp_path: Path) -> None:
    said = command("forget", "ann", "--yes")
    assert (said.code, "forgot ann; 1 name or id is barred" in said.out) == (0, True)
    (tmp_path / "people.csv").write_text(GOOD + "dan,o/left,1\n")
    assert command("load", "tables", str(tmp_path / "people.csv"), *SETTINGS).code == 0
    assert people(loaded) == ["bob", "dan"]


def test_forget_without_yes_and_without_a_terminal_does_nothing(loaded: Database, command: Command) -> None:
    said = command("forget", "ann")
    assert (said.code, "add --yes" in said.err) == (2, True)
    assert people(loaded) == ["ann", "bob"]


def test_forget_of_an_unknown_person_is_exit_code_3(loaded: Database, command: Command) -> None:
    assert loaded
    assert command("forget", "nobody", "--yes").code == 3
