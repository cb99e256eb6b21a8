import xml.etree.ElementTree as ET
from itertools import combinations

from api.schema_pages.picture import HEIGHT, WIDTH, as_svg
from graph.schema import EDGES, NODES

SVG = "{http://www.w3.org/2000/svg}"


def test_it_is_valid_xml_with_every_label_and_type() -> None:
    texts = {"".join(found.itertext()).strip() for found in ET.fromstring(as_svg()).iter()}  # noqa: S314 - our own
    assert set(NODES) <= texts
    assert set(EDGES) <= texts


def test_labels_do_not_lie_on_each_other_and_stay_inside() -> None:
    boxes = [
        tuple(float(str(box.get(name))) for name in ("x", "y", "width", "height"))
        for box in ET.fromstring(as_svg()).iter(f"{SVG}rect")  # noqa: S314 - our own
        if box.get("rx")
    ]
    assert len(boxes) == len(NODES)
    assert all(x >= 0 and x + w <= WIDTH and y >= 0 and y + h <= HEIGHT for x, y, w, h in boxes)
    for (x1, y1, w, h), (x2, y2, _, _) in combinations(boxes, 2):
        assert abs(x1 - x2) >= w or abs(y1 - y2) >= h


def test_it_loads_nothing_and_is_the_same_each_time() -> None:
    assert as_svg() == as_svg()
    assert "<script" not in as_svg()
    assert "href" not in as_svg()
