import io

import networkx as nx

from tests.viz import worlds
from tests.viz.export.opened import parsed
from viz.export.gexf import gexf
from viz.views import draw


def test_gexf_has_the_places_colours_and_sizes_of_the_page() -> None:
    drawing = draw(worlds.overlap())
    found = nx.read_gexf(io.BytesIO(gexf(drawing)))
    for mark in drawing.marks:
        look = found.nodes[mark.id]["viz"]
        assert (look["position"]["x"], -look["position"]["y"]) == (mark.x, mark.y)
        assert look["size"] == mark.radius
    assert {found.nodes[mark.id]["viz"]["color"]["b"] for mark in drawing.marks} == {0xB2, 0x00}


def test_gexf_is_dated_by_the_data() -> None:
    root = parsed(gexf(draw(worlds.overlap()), "2025-08-10"))
    assert (
        next(element for element in root.iter() if element.tag.endswith("meta")).get("lastmodifieddate") == "2025-08-10"
    )
