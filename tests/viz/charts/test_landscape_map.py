from __future__ import annotations

from typing import Any

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Drawn


def row(project: str, domain: str, size: float | None, growth: float | None = None) -> dict[str, object]:
    place = {"layer": "Infrastructure", "domain": domain}
    return {
        "project": project,
        "repository": f"o/{project}",
        "openrank_12m": size,
        "growth": growth,
        "preset": "p",
        **place,
    }


def drawn(*rows: dict[str, object]) -> Drawn:
    return charts.draw("landscape-map", answer("landscape-map", *rows))


def areas(found: Drawn, shape: str = "wide") -> dict[str, dict[str, Any]]:
    return {value["name"]: value for value in all_values(found) if value.get("shape") == shape}


def size(area: dict[str, Any]) -> float:
    return float((area["x2"] - area["x"]) * (area["y2"] - area["y"]))


def test_areas_of_projects_in_a_domain_are_in_proportion_to_their_openrank() -> None:
    found = areas(drawn(row("a", "Serving", 300.0), row("b", "Serving", 100.0)))
    assert abs(size(found["a"]) / size(found["b"]) - 3) < 1e-9


def test_each_area_lies_within_that_of_its_domain_and_its_layer_on_both_shapes_of_pages() -> None:
    rows = [row(f"p{at}", f"D{at % 4}", 10.0 + at) for at in range(30)]
    for shape in ("wide", "tall"):
        found = areas(drawn(*rows), shape)
        for name, area in found.items():
            outer = found[area["domain"]] if area["kind"] == "project" else found["Infrastructure"]
            assert outer["x"] - 1e-9 <= area["x"] <= area["x2"] <= outer["x2"] + 1e-9, name
            assert outer["y"] - 1e-9 <= area["y"] <= area["y2"] <= outer["y2"] + 1e-9, name


def test_an_unknown_size_is_drawn_smallest_and_named_and_unknown_growth_is_no_growth_of_zero() -> None:
    found = drawn(row("a", "Serving", 300.0, 0.1), row("b", "Serving", None))
    assert areas(found)["b"]["sized"] is False
    assert (areas(found)["b"]["growth"], areas(found)["b"]["pace"]) == ("unknown", None)
    assert areas(found)["a"]["growth"] == "+10%"
    assert found.notes[0] == "Growth unknown for 1 of 2 projects: drawn empty"
    assert found.notes[1].endswith(": b")


def test_where_only_a_series_is_known_its_mean_month_stands_for_the_year() -> None:
    found = areas(drawn(row("a", "Serving", 120.0), {**row("b", "Serving", None), "mean_month": 10.0}))
    assert abs(size(found["a"]) - size(found["b"])) < 1e-9
