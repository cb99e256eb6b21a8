import json

from api.schema_pages.document import as_json
from graph.schema import EDGES, NODES


def test_the_schema_is_whole() -> None:
    read = json.loads(as_json())
    assert [kind["label"] for kind in read["nodes"]] == list(NODES)
    assert [kind["type"] for kind in read["edges"]] == list(EDGES)
    assert all(prop["about"] for kind in (*read["nodes"], *read["edges"]) for prop in kind["props"])
