import pytest

import ossatlas
from api.client import Client
from api.notebook.local import Local
from graph.connection import Connection
from graph.errors import BadInputError, GraphUnavailableError


def test_without_an_address_it_is_the_neo4j_of_the_settings(in_use: Connection) -> None:
    with ossatlas.connect() as atlas:
        assert isinstance(atlas, Local)
        assert atlas.address == in_use.uri


def test_a_bolt_address_takes_user_and_password_of_the_settings_unless_given(in_use: Connection) -> None:
    with ossatlas.connect(in_use.uri) as atlas:
        assert atlas.cypher("RETURN 1 AS one").records() == [{"one": 1}]
    with (
        ossatlas.connect(in_use.uri, password=in_use.uri) as stranger,
        pytest.raises(GraphUnavailableError, match="refuses the user name or password"),
    ):
        stranger.cypher("RETURN 1")


def test_an_address_of_the_api_is_a_client() -> None:
    with ossatlas.connect("http://127.0.0.1:1/") as atlas:
        assert isinstance(atlas, Client)
        assert atlas.address == "http://127.0.0.1:1"


@pytest.mark.parametrize("where", ["localhost", "ftp://a", "neo4j", "bolt://"])
def test_another_address_is_refused_with_those_that_fit(where: str) -> None:
    with pytest.raises(BadInputError, match=r"expected|no address of an atlas") as caught:
        ossatlas.connect(where)
    assert "bolt" in caught.value.hint
