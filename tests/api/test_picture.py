from __future__ import annotations

import pytest

from api.picture import about_one, centre_of, picture_of
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import NotFoundError
from graph.model import Network
from tests.viz.worlds import overlap

EP = "github:deepseek-ai/deepep"


def test_a_picture_has_the_network_the_statement_and_the_view_of_its_query(atlas: Database) -> None:
    query = catalogue().find("project-contribution")
    picture = picture_of(Atlas(atlas, catalogue()), query, {"repository": "deepseek-ai/deepep", "developers": 2})
    assert (picture.query, picture.cypher, picture.view) == (query.name, query.text, "rings")
    assert len(picture.network.nodes) == 3
    assert picture.centre == picture.network.nodes[0].key


def test_the_centre_is_the_node_that_a_parameter_names_however_it_is_written() -> None:
    assert centre_of(overlap(), {"repository": "DEEPSEEK-AI/deepep"}) == EP
    assert centre_of(overlap(), {"developer": "sphish", "repository": None}) == "github:@sphish"


def test_a_former_name_means_what_the_query_answers_first() -> None:
    assert centre_of(overlap(), {"repository": "old/name"}) == overlap().nodes[0].key


def test_without_a_name_or_a_node_there_is_no_centre() -> None:
    assert centre_of(overlap(), {"repositories": ["a/b"]}) == ""
    assert centre_of(Network((), ()), {"repository": "a/b"}) == ""


@pytest.mark.parametrize(
    ("name", "path", "found"),
    [
        ("project-contribution", "a/b", {"repository": "a/b"}),
        ("project-contribution", "ann", {"repository": "ann"}),
        ("developer-activity", "ann", {"developer": "ann"}),
        ("ego-network", "a/b", {"repository": "a/b"}),
        ("ego-network", "ann", {"developer": "ann"}),
    ],
)
def test_a_path_is_the_repository_or_the_developer_that_a_view_is_about(
    name: str, path: str, found: dict[str, str]
) -> None:
    assert about_one(catalogue().find(name), path) == found


def test_a_view_about_several_has_no_path() -> None:
    with pytest.raises(NotFoundError, match="overlap-network is about no single repository"):
        about_one(catalogue().find("overlap-network"), "a/b")
