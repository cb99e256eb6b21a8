"""Developers on a map, the unknown beside it."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.language import speaking


def test_developers_whose_country_is_unknown_stand_on_no_country_and_in_the_note() -> None:
    rows = [
        {"country": "Singapore", "code": "SG", "developers": 3, "share": 0.3, "all_developers": 10},
        {"country": "Atlantis", "code": "XX", "developers": 1, "share": 0.1, "all_developers": 10},
        {"country": "unknown", "developers": 6, "share": 0.6, "all_developers": 10},
    ]
    drawn = charts.draw("developer-countries", answer("developer-countries", *rows))
    assert drawn.notes == (
        "6 of 10 developers state no country that can be read",
        "Too small for this map: Atlantis (1)",
    )
    placed = {value["country"]: value for value in all_values(drawn) if "country" in value}
    assert placed.keys() == {"Singapore", "unknown"}
    assert (round(placed["Singapore"]["longitude"]), round(placed["Singapore"]["latitude"])) == (104, 1)
    assert "away" not in placed["unknown"]


def test_on_a_chinese_page_countries_have_their_chinese_names() -> None:
    rows = [
        {"country": "Germany", "code": "DE", "developers": 12000, "share": 0.9, "all_developers": 12001},
        {"country": "unknown", "developers": 1, "share": 0.1, "all_developers": 12001},
    ]
    with speaking("zh"):
        drawn = charts.draw("developer-countries", answer("developer-countries", *rows))
    words = [value["words"] for value in all_values(drawn) if "words" in value]
    assert set(words) == {"德国 12,000", "未知 1"}
