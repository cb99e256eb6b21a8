from api.schema_pages.text import as_text
from graph.kinds import EdgeKind, NodeKind
from graph.schema import EDGES, NODES

KINDS: dict[str, NodeKind | EdgeKind] = {**NODES, **EDGES}


def test_every_property_is_told_with_its_type_and_meaning() -> None:
    lines = as_text().splitlines()
    for kind in KINDS.values():
        for prop in kind.props:
            start = f"    {prop.name}: {prop.type}"
            assert any(line.startswith(start) and line.endswith(prop.about) for line in lines)


def test_edges_are_drawn_as_in_cypher() -> None:
    assert "(Developer)-[:CONTRIBUTED_TO]->(Repository)" in as_text()
