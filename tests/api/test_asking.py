from pathlib import Path

import pytest

from api.asking import ask, cap, queries
from api.settings import settings
from cypher.catalogue import catalogue
from cypher.problem import BrokenQueryError
from graph.database import Database
from graph.errors import BadInputError, NotFoundError
from graph.model import Network


def test_an_answer_says_what_was_asked(atlas: Database) -> None:
    answer = ask(atlas, "top_openrank", {"limit": "3"})
    assert (answer.query, answer.cap, answer.parameters["limit"]) == ("top-openrank", 3, 3)
    assert len(answer.table.rows) == 3
    assert answer.result.cut


def test_a_network_stays_a_network(atlas: Database) -> None:
    answer = ask(atlas, "ego-network", {"repository": "deepseek-ai/DeepEP"})
    assert isinstance(answer.result, Network)
    assert len(answer.table.rows) == len(answer.result.edges)


def test_an_unknown_query_or_parameter_is_named(atlas: Database) -> None:
    with pytest.raises(NotFoundError, match="did you mean 'contents'"):
        ask(atlas, "content", {})
    with pytest.raises(BadInputError, match="no parameter 'x'"):
        ask(atlas, "contents", {"x": 1})


def test_the_cap_is_the_smaller_of_limit_and_budget() -> None:
    found = catalogue().find("top-openrank")
    assert cap(found, found.bind({"limit": 7})) == 7
    assert cap(catalogue().find("contents"), {}) == 10_000


def test_a_folder_of_ones_own_joins_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "// title: One\n// about: The number one.\n// kind: table\n// returns one: int the number\n// example:\n\n"
        "RETURN 1 AS one\n"
    )
    (tmp_path / "numbers").mkdir()
    (tmp_path / "numbers" / "the_one.cypher").write_text(text)
    monkeypatch.setenv("OSSATLAS_QUERIES", str(tmp_path))
    settings.cache_clear()
    assert queries().find("the-one").family == "numbers"
    assert queries().find("contents")
    settings.cache_clear()


def test_a_broken_file_of_ones_own_is_said_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.cypher").write_text("// title: nothing more\n")
    monkeypatch.setenv("OSSATLAS_QUERIES", str(tmp_path))
    settings.cache_clear()
    found = queries()
    settings.cache_clear()
    assert len(found) == len(catalogue())
    assert f"left out, as it has to be mended: {tmp_path}/broken.cypher:1: " in capsys.readouterr().err
    with pytest.raises(BrokenQueryError):
        found.find("broken")
