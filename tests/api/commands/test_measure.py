from graph.database import Database
from tests.api.conftest import Command


def test_nothing_is_computed_twice(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("measure", "leiden")
    assert said.code == 0
    assert said.out.startswith("leiden is up to date: ")


def test_a_question_is_no_metric(command: Command) -> None:
    said = command("measure", "contents")
    assert (said.code, "ossatlas query contents" in said.err) == (2, True)


def test_help_names_the_parameters(command: Command) -> None:
    said = command("measure", "leiden", "--help")
    assert "--gamma FLOAT" in said.out
    assert "ossatlas measure leiden --seed 42" in said.out


def test_a_value_out_of_bounds_is_refused_before_anything_runs(command: Command) -> None:
    said = command("measure", "leiden", "--gamma", "0")
    assert (said.code, "gamma: found 0.0" in said.err) == (2, True)
