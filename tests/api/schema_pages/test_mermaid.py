from api.schema_pages.mermaid import as_mermaid, ends
from graph.schema import EDGES


def test_every_pair_of_ends_is_an_arrow() -> None:
    lines = as_mermaid().splitlines()
    arrows = [line for line in lines if "-->" in line or "-.->" in line]
    assert len(arrows) == sum(len(ends(edge)) for edge in EDGES.values())
    assert lines[0] == "flowchart LR"


def test_what_a_measure_writes_is_dotted() -> None:
    assert "Repository -.->|SHARES_DEVELOPERS| Repository" in as_mermaid()
    assert "Developer -->|CONTRIBUTED_TO| Repository" in as_mermaid()
