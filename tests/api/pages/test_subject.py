import pytest

from api.pages.subject import subject, view_query
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import NotFoundError
from tests.api.conftest import BOTH


def test_a_network_is_gathered_with_its_finding(atlas: Database) -> None:
    found = subject(Atlas(atlas, catalogue()), "overlap", {"repositories": BOTH}, address="/views/overlap-network")
    assert found.drawing is not None
    assert (found.view, found.address) == ("overlap-network", "/views/overlap-network")
    assert found.answer == "4 developers: LyricZhao, fzyzcjy, dzhulgakov and sleepcoo."


def test_a_path_is_the_repository_that_a_view_is_about(atlas: Database) -> None:
    found = subject(Atlas(atlas, catalogue()), "ego-network", {}, "deepseek-ai/DeepEP")
    assert found.parameters["repository"] == "deepseek-ai/DeepEP"


def test_a_chart_is_gathered_with_its_rows_and_drawn_when_asked(atlas: Database) -> None:
    found = subject(Atlas(atlas, catalogue()), "rank-race", {})
    assert found.drawing is None
    assert found.table.rows
    assert found.chart
    assert "<svg" in found.chart("dark")


def test_a_table_without_a_picture_is_no_view(database: Database) -> None:
    with pytest.raises(NotFoundError, match="there is no view 'contents'"):
        view_query(Atlas(database, catalogue()), "contents")
