from __future__ import annotations

from typing import Any

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Drawn, Look


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


def test_colour_is_explained_by_the_definition_of_the_answer_and_not_at_all_without_a_series() -> None:
    told = {"definition": "a month over the one before", "preset": "opendigger"}
    assert drawn({**row("a", "Serving", 300.0, 0.1), **told}).means == (
        "Area: OpenRank over twelve months", "Colour: growth, a month over the one before, by opendigger",
    )  # fmt: skip
    assert drawn(row("a", "Serving", 300.0)).means == ("Area: OpenRank over twelve months",)


def test_as_of_a_month_the_area_says_so() -> None:
    found = charts.draw("landscape-map", answer("landscape-map", row("a", "D", 3.0)), Look(asked={"month": "2025-03"}))
    assert found.means[0] == "Area: OpenRank over the twelve months up to 2025-03"


def test_who_is_left_out_as_nothing_is_known_is_counted_below_the_chart() -> None:
    assert drawn({**row("a", "Serving", 300.0, 0.1), "left_out": 2}).notes == (
        "2 projects left out: when they were created or how they grew is not known",
    )


def test_of_many_projects_without_a_size_the_first_are_named() -> None:
    found = drawn(*(row(f"p{at:02}", "Serving", None, 0.1) for at in range(20)))
    assert found.notes == (
        "OpenRank unknown for 20, drawn smallest, with a dashed edge: "
        "p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11 and others",
    )
