from __future__ import annotations

from xml.etree import ElementTree as ET

import httpx
import pytest

from api.pages.gallery import gallery, view_families
from api.views import drawn_queries
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from tests.viz.export.opened import parsed
from viz import addresses
from viz.page_data import Link

VIEWS = [link for family in view_families(catalogue()) for link in family.queries]


def test_the_gallery_has_each_view_once_with_the_page_of_its_example() -> None:
    drawn = list(drawn_queries(catalogue()))
    found = {link.href.partition("?")[0].split("/")[2]: link.href for link in VIEWS}
    assert len(VIEWS) == len(drawn)
    assert set(found) == {query.name for query in drawn}
    for query in drawn:
        assert not query.asks_for_values or "?" in found[query.name] or "/github/" in found[query.name], query.name


def test_there_are_pictures_as_soon_as_there_are_data(database: Database) -> None:
    assert gallery(Atlas(database, catalogue())).pictures is False


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.title)
def test_each_small_picture_is_a_picture_of_modest_size(web: httpx.Client, view: object) -> None:
    answer = web.get(addresses.thumbnail(getattr(view, "href"), "light"))  # noqa: B009 - a link
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert len(answer.content) < 160_000


SHAPES = ("path", "rect", "line", "circle")


def marks(picture: ET.Element) -> int:
    """How many shapes stand for something: of a chart those that are no axis, no legend and no cell of its pointer."""
    told = [(group, group.get("class", "")) for group in picture.iter()]
    groups = [group for group, name in told if "role-mark" in name and "mark-path" not in name]
    return sum(part.tag.rpartition("}")[2] in SHAPES for group in groups or [picture] for part in group.iter())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.title)
def test_each_small_picture_shows_something_of_the_bundled_data(web: httpx.Client, view: Link) -> None:
    file = addresses.file_of(view.href, "svg")
    assert marks(parsed(web.get(f"{file}{'&' if '?' in file else '?'}words=none").text)) > 3


@pytest.mark.parametrize("path", ["/", "/views"])
def test_both_pages_show_the_gallery_with_words_for_who_does_not_see_it(web: httpx.Client, path: str) -> None:
    page = web.get(path).text
    assert page.count('class="exhibit"') == len(VIEWS)
    assert page.count('loading="lazy"') == page.count("words=none") == 2 * len(VIEWS)
    assert 'alt=""' not in page
