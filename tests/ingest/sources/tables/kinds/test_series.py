from __future__ import annotations

from tests.ingest.sources.tables.reading import context, edges, records_of


def test_each_metric_of_a_month_is_a_value() -> None:
    about = context(presets={"openrank": "opendigger"})
    found = edges(
        records_of("series", about, repository="a/b", month="2025-04", openrank="106.035", stars="5", forks=""),
        "MEASURED",
    )
    assert [(edge.props["metric"], edge.props["preset"], edge.props["value"]) for edge in found] == [
        ("openrank", "opendigger", 106.035),
        ("stars", "published", 5.0),
    ]
    assert {edge.end.ref.key for edge in found} == {"2025-04"}
