import pytest

from api.pages.network import network_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import BadInputError
from tests.api.conftest import BOTH
from viz.pages import network_page


def test_an_overlap_tells_its_finding(atlas: Database) -> None:
    page = network_data(Atlas(atlas, catalogue()), "overlap-network", {"repositories": BOTH})
    assert page.answer == "4 developers: LyricZhao, fzyzcjy, dzhulgakov and sleepcoo."
    assert (page.picture.view, page.picture.query) == ("overlap", "overlap-network")


def test_without_parameters_the_example_is_shown(atlas: Database) -> None:
    page = network_data(Atlas(atlas, catalogue()), "overlap-network", {})
    assert page.picture.parameters["repositories"] == BOTH.split(",")


def test_an_ego_network_knows_its_centre(atlas: Database) -> None:
    page = network_data(Atlas(atlas, catalogue()), "ego-network", {"repository": "deepseek-ai/DeepEP"})
    assert page.picture.centre
    assert page.answer == ""


def test_what_is_not_drawn_is_counted_and_the_way_to_it_is_shown(atlas: Database) -> None:
    opened = Atlas(atlas, catalogue())
    page = network_data(opened, "overlap-network", {"repositories": BOTH, "limit": 10})
    all_of_them = network_data(opened, "overlap-network", {"repositories": BOTH})
    drawn, whole = page.picture.network, all_of_them.picture.network
    assert drawn.left_out == len(whole.nodes) - len(drawn.nodes)
    assert page.more.endswith("&limit=40")
    html = network_page(page)
    assert f"{drawn.left_out} more were found than are drawn." in html
    assert f'href="{page.more.replace("&", "&amp;")}">Draw more</a>' in html
    assert '<p class="cut" data-cut>' in html
    assert '<p class="cut" data-cut hidden>' in network_page(all_of_them)  # other months may be cut


def test_a_table_is_no_network(database: Database) -> None:
    with pytest.raises(BadInputError, match="contents is no network"):
        network_data(Atlas(database, catalogue()), "contents", {})
