from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_repositories_stand_in_quadrants_parted_at_the_medians(series: Database) -> None:
    rows = asked(series, "quadrants")
    assert column(rows, "repository", "x", "y", "quadrant")[:3] == [
        ("t/hype", 8000, 2.0, "high stars and low openrank"),
        ("t/old", 1050, 90.0, "high stars and high openrank"),
        ("t/new", 450, 30.0, "low stars and high openrank"),
    ]
    assert {(row["x_parts"], row["y_parts"]) for row in rows} == {(1050.0, 30.0)}


def test_who_lacks_one_of_the_two_is_listed_last_in_no_quadrant(series: Database) -> None:
    lacking = [row for row in asked(series, "quadrants") if row["x"] is None or row["y"] is None]
    assert lacking == asked(series, "quadrants")[3:]
    assert {row["quadrant"] for row in lacking} <= {None}


def test_the_lines_stand_where_they_are_asked_for(series: Database) -> None:
    rows = asked(series, "quadrants", x_split=9000, y_split=1)
    assert column(rows, "quadrant")[:3] == ["low stars and high openrank"] * 3


def test_one_measure_against_itself_is_a_diagonal(series: Database) -> None:
    rows = asked(series, "quadrants", x="stars", y="stars")
    assert rows
    assert all(row["x"] == row["y"] for row in rows)


def test_a_month_takes_the_readings_until_then(series: Database) -> None:
    assert all(str(row["x_month"] or "") <= "2024-06" for row in asked(series, "quadrants", month="2024-06"))


def test_a_domain_and_a_choice_of_repositories_narrow_it(series: Database) -> None:
    assert {row["repository"] for row in asked(series, "quadrants", domain="Watched")} == {"t/hype", "t/old"}
    assert [row["repository"] for row in asked(series, "quadrants", repositories="t/new")] == ["t/new"]
