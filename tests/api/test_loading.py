import pytest

from api.loading import SHOWN, load_all, tell
from graph.database import Database
from graph.load import Loaded
from ingest.datasets.bundled import bundled_table
from ingest.identity import Identities


def test_datasets_are_loaded_in_turn_and_not_twice(database: Database) -> None:
    table = bundled_table("deepseek_week_maintenance", Identities.load())
    first, again = load_all(database, [table, table])
    assert (first.rows_taken, first.already, again.already) == (6, False, True)
    assert database.read("MATCH (s:Snapshot) RETURN count(s)").rows == [[1]]


def test_a_load_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Loaded("git:x", 3, 3, 0, ()))
    tell(Loaded("git:x", 3, 3, 0, (), already=True))
    assert capsys.readouterr().err == "git:x loaded: 3 rows taken\ngit:x was loaded already: 3 rows taken\n"


def test_the_first_refused_rows_are_listed_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    refused = tuple(f"file:{n}: login: found nothing, expected a login" for n in range(30))
    tell(Loaded("git:x", 40, 10, 30, refused))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "git:x loaded: 10 rows taken, 30 refused"
    assert len(lines) == SHOWN + 2
    assert lines[-1].strip() == "and 10 more"
