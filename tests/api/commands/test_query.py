import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from api.commands.query import Queries
from api.settings import settings
from graph.database import Database
from tests.api.conftest import BOTH, Command

SHARED = ("query", "shared-developers", "--repositories", BOTH)
QUERY = """// title: Greetings
// about: One greeting.
// kind: table
// param name: str = world whom to greet
// param limit: int = 10 [1..100] most rows to return
// returns greeting: str the greeting
// example: name=you

UNWIND ['hello', 'good day'] AS word
RETURN word + ', ' + $name AS greeting ORDER BY greeting LIMIT $limit
"""


def test_json_has_query_parameters_columns_rows_and_coverage(atlas: Database, command: Command) -> None:
    assert atlas
    said = command(*SHARED, "--format", "json")
    found = json.loads(said.out)
    assert said.code == 0
    assert set(found) == {"query", "title", "parameters", "columns", "rows", "next", "coverage", "cut"}
    assert {row["developer"]: row["contributions"] for row in found["rows"]} == {
        "LyricZhao": [12, 4],
        "dzhulgakov": [1, 1],
        "fzyzcjy": [8, 1],
        "sleepcoo": [1, 1],
    }
    assert found["coverage"]["sources"] == ["deepseek-week"]


def test_a_table_names_its_sources_and_months(atlas: Database, command: Command) -> None:
    assert atlas
    said = command(*SHARED)
    assert (said.code, said.err) == (0, "")
    assert said.out.rstrip().endswith("4 rows; from deepseek-week; months 2025-02 to 2025-08")


def test_a_list_may_be_repeated(atlas: Database, command: Command) -> None:
    assert atlas
    repeated = [part for name in BOTH.split(",") for part in ("--repositories", name)]
    assert command("query", "shared-developers", *repeated).out == command(*SHARED).out


def test_every_format_has_the_same_rows(atlas: Database, command: Command, tmp_path: Path) -> None:
    assert atlas
    rows = list(csv.DictReader(io.StringIO(command(*SHARED, "--format", "csv").out)))
    file = tmp_path / "shared.parquet"
    assert command(*SHARED, "--format", "parquet", "-o", str(file)).code == 0
    table = pq.read_table(file)
    assert [row["developer"] for row in rows] == table.column("developer").to_pylist()
    assert command(*SHARED, "--format", "markdown").out.count("\n| ") == len(rows) + 1


def test_a_cut_names_the_option_that_raises_the_cap(atlas: Database, command: Command) -> None:
    assert atlas
    assert (
        "--limit raises the cap"
        in command("query", "contents", "--format", "csv").out + command("query", "top-openrank", "--limit", "1").out
    )


def test_help_shows_parameters_with_meaning_bounds_and_an_example(command: Command) -> None:
    said = command("query", "shared-developers", "--help")
    words = " ".join(said.out.split())
    assert said.code == 0
    assert "--repositories REPOSITORY,…" in words
    assert "repositories to compare, owner/name (required; 2 to 20 values)" in words
    assert "--activity merged_prs|commits|opened_prs|" in words
    assert "--weight total|collaboration|strength" in words
    assert "(default merged_prs)" in words
    assert f"ossatlas query shared-developers --repositories {BOTH}" in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["shared-developer"], 3, "did you mean 'shared-developers'"),
        (["leiden"], 2, "leiden is a metric"),
        (["shared-developers"], 2, "needs `repositories`"),
        (["shared-developers", "--repository", "a/b"], 2, "there is no option --repository; near are --repositories"),
        (
            ["shared-developers", "--repositories", BOTH, "--at-least", "x"],
            2,
            "at_least: found 'x', expected a whole number",
        ),
        (["shared-developers", "--repositories", BOTH, "--from", "May"], 2, "expected a month such as 2025-04"),
        (["shared-developers", "--repositories", BOTH, "--format", "xml"], 2, "'xml' is not one of"),
        (["shared-developers", "--repositories", BOTH, "--format", "parquet"], 2, "not for the terminal"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    atlas: Database, command: Command, arguments: list[str], code: int, sentence: str
) -> None:
    assert atlas
    said = command("query", *arguments)
    assert said.code == code
    assert sentence in said.err
    assert "Traceback" not in said.err


def test_an_unknown_repository_is_exit_code_3_with_near_names(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("query", "project-contributors", "--repository", "deepseek-ai/DeepEPP")
    assert (said.code, "near are deepseek-ai/DeepEP" in said.err) == (3, True)


def test_a_query_of_ones_own_is_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "greetings.cypher").write_text(QUERY)
    monkeypatch.setenv("OSSATLAS_QUERIES", str(tmp_path))
    settings.cache_clear()
    assert {"greetings", "contents"} <= set(Queries(name="query").commands)
    settings.cache_clear()


def test_help_lists_the_columns_with_their_meaning(command: Command) -> None:
    said = command("query", "snapshots", "--help").out
    assert "Columns:\n" in said
    assert "  as_of         the day that its data stand for\n" in said
    assert "  key           source, dataset and content hash\n" in said


def test_the_ending_of_the_file_tells_the_format(atlas: Database, command: Command, tmp_path: Path) -> None:
    assert atlas
    assert command(*SHARED, "-o", str(tmp_path / "top.csv")).code == 0
    assert (tmp_path / "top.csv").read_text().startswith("developer,")
    said = command(*SHARED, "-o", str(tmp_path / "top"))
    assert (said.code, "end it in .csv" in said.err) == (2, True)


def test_an_empty_graph_is_said_to_be_empty(database: Database, command: Command) -> None:
    assert database
    said = command("query", "project-contributors", "--repository", "a/b")
    assert (said.code, "the graph is empty" in said.err, "ossatlas demo" in said.err) == (3, True, True)
