from __future__ import annotations

from tests.ingest.sources.tables.reading import edges, name, records_of


def test_each_platform_offers_a_feature_in_its_measure_and_empty_cells_say_nothing() -> None:
    found = edges(records_of("features", feature="RAG", a__b="full", c__d="None", e__f=""), "OFFERS")
    assert [(name(edge.start), edge.props["level"]) for edge in found] == [("a/b", "full"), ("c/d", "none")]
    assert {name(edge.end) for edge in found} == {"RAG"}
