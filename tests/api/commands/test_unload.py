from graph.database import Database
from tests.api.commands.conftest import people
from tests.api.conftest import Command


def test_unload_takes_a_source_back(loaded: Database, command: Command) -> None:
    said = command("unload", "mine")
    assert (said.code, said.out.startswith("unloaded mine:")) == (0, True)
    assert people(loaded) == []


def test_unload_of_nothing_names_what_is_loaded(loaded: Database, command: Command) -> None:
    assert loaded
    said = command("unload", "yours")
    assert (said.code, "loaded are: mine" in said.err) == (3, True)
