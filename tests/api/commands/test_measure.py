from graph.database import Database
from tests.api.conftest import Command
from tests.cypher.openrank_world import build


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


def test_openrank_says_each_month_and_what_it_kept(database: Database, command: Command) -> None:
    build(database)
    said = command("measure", "openrank", "--from", "2025-03", "--to", "2025-04")
    assert (said.code, said.err) == (0, "")
    first, second, last = said.out.splitlines()
    assert first.startswith("openrank 2025-03 written: ")
    assert second.startswith("openrank 2025-04 written: ")
    assert last == "the newest values of global-2026/1 stand at Repository.openrank and Developer.openrank"
    again = command("measure", "openrank", "--from", "2025-03", "--to", "2025-04")
    assert [line.split(" (")[0] for line in again.out.splitlines()] == [
        "openrank 2025-03 is up to date",
        "openrank 2025-04 is up to date",
    ]


def test_openrank_on_the_bundled_data_names_what_would_load_events(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("measure", "openrank")
    assert said.code == 3
    assert "nothing that is loaded counts issues, pull requests and comments by month" in said.err
    assert "ossatlas load gharchive" in said.err


def test_openrank_refuses_before_anything_runs(command: Command) -> None:
    said = command("measure", "openrank", "--preset", "community")
    assert (said.code, "is of one repository: name it with --repository" in said.err) == (2, True)
    said = command("measure", "openrank", "--from", "2025-04", "--to", "2025-03")
    assert (said.code, "2025-04 comes after 2025-03" in said.err) == (2, True)
    assert "--freeze" in command("measure", "openrank", "--help").out
