from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser

import pytest

from graph.model import Edge, Network
from tests.viz.worlds import HOSTILE, hostile, overlap, repository
from viz.network import AtlasNetwork
from viz.views import draw


class Elements(HTMLParser):
    """The elements of a page: (tag, attributes), and the text of the page's heading and data."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = "data" if ("data-network", None) in attrs else tag

    def handle_data(self, data: str) -> None:
        self.texts[self.inside] = self.texts.get(self.inside, "") + data


def page_of(network: Network, heading: str = "A network") -> str:
    return AtlasNetwork(draw(network), heading).generate_html()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_heading_is_text(name: str) -> None:
    elements = Elements(page_of(overlap(), name))
    assert " ".join(elements.texts["h1"].split()) == " ".join(name.split())
    assert "img" not in {tag for tag, _ in elements.found}


def test_hostile_names_stay_inside_the_data() -> None:
    page = page_of(hostile())
    data = json.loads(Elements(page).texts["data"])
    assert {node["title"] for node in data["nodes"]} == set(HOSTILE)
    assert "alert(1)</script>" not in page
    assert "<img" not in page


def test_no_other_host_is_named() -> None:
    page = re.sub(r"https://github\.com/[^\"]*", "", page_of(overlap()))
    assert "http://" not in page
    assert "https://" not in page
    assert "cdn" not in page.lower()


def test_every_script_and_style_is_a_file_of_ours() -> None:
    elements = Elements(page_of(overlap())).found
    scripts = [attributes for tag, attributes in elements if tag == "script"]
    assert all("src" in script or script.get("type") == "application/json" for script in scripts)
    addresses = [a.get("src") or a.get("href") for tag, a in elements if tag in {"script", "link", "img"}]
    assert all(address is None or address.startswith("/static/") for address in addresses)
    assert "style" not in {tag for tag, _ in elements}


def test_nothing_in_the_page_is_inline() -> None:
    for _, attributes in Elements(page_of(overlap())).found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_spaces_in_options_are_kept() -> None:
    network = AtlasNetwork(draw(overlap()))
    network.set_options('{"nodes": {"font": {"face": "Noto Sans CJK"}}}')
    assert network.options == {"nodes": {"font": {"face": "Noto Sans CJK"}}}


def test_physics_is_off() -> None:
    assert AtlasNetwork(draw(overlap())).data()["options"]["physics"] is False  # type: ignore[index]


def test_adding_edges_takes_time_in_proportion() -> None:
    ends = [repository(f"o/r{i}") for i in range(400)]
    edges = tuple(Edge(a.key, b.key, "SHARES_DEVELOPERS") for i, a in enumerate(ends) for b in ends[i + 1 : i + 51])
    drawing = draw(Network(tuple(ends), edges))
    began = time.perf_counter()
    network = AtlasNetwork(drawing)
    assert len(network.edges) == len(edges) > 18_000
    assert time.perf_counter() - began < 5  # pyvis alone takes minutes


def test_an_edge_that_is_there_is_not_added_again_but_one_of_another_type_is() -> None:
    network = AtlasNetwork(draw(overlap()))
    before = len(network.edges)
    line = network.drawing.lines[0]
    network.add_edge(line.source, line.target, id=line.id)
    assert len(network.edges) == before
    network.add_edge(line.source, line.target, id=f"{line.id}~2")
    network.add_edge(line.source, line.target)
    network.add_edge(line.target, line.source)
    assert len(network.edges) == before + 2


def test_an_edge_needs_its_nodes() -> None:
    with pytest.raises(ValueError, match="no node 'nobody'"):
        AtlasNetwork(draw(overlap())).add_edge("github:@fzyzcjy", "nobody")


def test_the_data_tells_pages_hosts_and_what_words_mean() -> None:
    data = json.loads(Elements(page_of(overlap())).texts["data"])
    node = next(node for node in data["nodes"] if node["title"] == "deepseek-ai/DeepEP")
    assert node["href"] == "/repositories/deepseek-ai/DeepEP"
    assert node["host"] == "https://github.com/deepseek-ai/DeepEP"
    assert data["words"]["merged_prs"] == "own pull requests merged"
    assert data["kinds"] == {"Developer": "developers", "Repository": "repositories"}
    assert data["edges"][0]["evidence"][0]["source"] == "deepseek-week"


def test_places_in_the_page_are_those_of_the_drawing() -> None:
    drawing = draw(overlap())
    nodes = AtlasNetwork(drawing).nodes
    assert {(n["id"], n["x"], n["y"]) for n in nodes} == {(m.id, m.x, m.y) for m in drawing.marks}


def test_an_empty_network_says_what_to_do_next() -> None:
    page = page_of(Network((), ()))
    assert "Nothing to draw" in page
    assert "Change the question" in page


def test_a_network_without_edges_says_so() -> None:
    assert "Nothing ties these together" in page_of(Network((repository("a/b"), repository("c/d")), ()))
    assert "Nothing ties these together" not in page_of(overlap())
