import json
import re
from html import unescape

import pytest

from graph.errors import BadInputError
from graph.model import Network
from tests.viz import worlds
from tests.viz.export import subjects
from viz.export.standalone import is_small, standalone
from viz.network import MANY

DATA = re.compile(r'<script type="application/json" data-network>(.*?)</script>')
LOADS = re.compile(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="([^"$]+)"')


def links(page: str) -> set[str]:
    found = DATA.search(page)
    assert found
    return {node["href"] for node in json.loads(unescape(found[1]))["nodes"]}


def test_the_page_has_all_that_it_needs() -> None:
    page = standalone(subjects.overlap())
    assert LOADS.findall(page) == []
    assert "@import" not in page
    assert "url(http" not in page


def test_links_lead_to_the_site_or_nowhere() -> None:
    assert links(standalone(subjects.overlap())) == {""}
    assert "https://atlas.example/developers/LyricZhao" in links(
        standalone(subjects.overlap(), "https://atlas.example")
    )


def test_names_of_strangers_stay_text() -> None:
    page = standalone(subjects.hostile())
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_what_needs_webgl_is_refused() -> None:
    many = subjects.subject(Network(tuple(worlds.developer(f"d{n}") for n in range(MANY + 1)), ()))
    assert many.drawing
    assert not is_small(many.drawing)
    with pytest.raises(BadInputError, match="too large"):
        standalone(many)
