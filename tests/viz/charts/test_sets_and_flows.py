"""What projects share, who went where, and where people come from."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look

BOTH = {"repositories": ["o/a", "o/b"], "developers": 2, "totals": [5, 4], "logins": ["x", "y"]}
ONE = {"repositories": ["o/a"], "developers": 3, "totals": [5], "logins": ["z"]}


def test_each_combination_has_its_dots_its_bar_and_all_developers_of_a_project_stand_beside_its_name() -> None:
    drawn = charts.draw("overlap-sets", answer("overlap-sets", BOTH, ONE), Look(asked={"repositories": ["o/b", "o/a"]}))
    values = all_values(drawn)
    assert [value["words"] for value in values if "words" in value] == ["b  4", "a  5"]
    dots = [(value["at"], value["px"], value["member"]) for value in values if "member" in value]
    assert dots == [(0, 15, True), (0, 45, True), (1, 15, False), (1, 45, True)]
    assert {value["combination"] for value in values if "combination" in value} == {"b and a", "a"}


def test_flows_keep_their_amounts_and_too_many_are_counted() -> None:
    rows = [{"from_repository": f"o/f{at}", "to_repository": "o/t", "developers": 2} for at in range(45)]
    drawn = charts.draw("migration", answer("migration", *rows), Look(asked={"first": "2024-01..2024-12"}))
    assert drawn.notes == ("The 40 largest of 45 flows are drawn; the table has all",)
    assert {value["words"] for value in all_values(drawn) if value.get("column") == 1} == {"t  80"}
    assert {value["developers"] for value in all_values(drawn) if "flow" in value} == {2}


def test_the_most_frequent_nine_are_named_the_others_added_up_and_the_unknown_stay() -> None:
    rows = [
        {"repository": "o/a", "name": f"E{at}", "developers": 20 - at, "share": 0.05, "all_developers": 200}
        for at in range(12)
    ]
    rows.append({"repository": "o/a", "name": "unknown", "developers": 90, "share": 0.45, "all_developers": 200})
    drawn = charts.draw("project-origins", answer("project-origins", *rows))
    assert [group.title for group in drawn.groups] == [
        *(f"E{at}" for at in (0, 1, 10, 11, 2, 3, 4, 5, 6)),
        "others",
        "unknown",
    ]
    parts = {value["group"]: value["developers"] for value in all_values(drawn)}
    assert sum(parts.values()) == sum(int(str(row["developers"])) for row in rows)


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
