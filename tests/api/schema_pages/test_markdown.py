from api.schema_pages.markdown import as_markdown
from graph.kinds import EdgeKind, NodeKind
from graph.schema import EDGES, NODES

KINDS: dict[str, NodeKind | EdgeKind] = {**NODES, **EDGES}


def test_every_kind_has_a_heading_and_every_property_a_row() -> None:
    page = as_markdown()
    for name, kind in KINDS.items():
        assert f"### {name}\n" in page
        assert all(f"| `{prop.name}` | {prop.type} |" in page for prop in kind.props)


def test_rows_have_three_cells() -> None:
    rows = [line for line in as_markdown().splitlines() if line.startswith("| `")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {4}
