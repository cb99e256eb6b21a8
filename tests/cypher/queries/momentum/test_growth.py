from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column

ALL = ["g/whole", "g/holed", "g/young"]


@pytest.mark.parametrize(
    ("by", "value", "before"),
    [("month", 120.0, 100.0), ("quarter", 110.0, 90.0), ("year", 120.0, 60.0)],
)
def test_each_definition_compares_what_it_says(series: Database, by: str, value: float, before: float) -> None:
    (row,) = asked(series, "growth", repositories=["g/whole"], metric="growing", by=by)
    assert (row["month"], row["value"], row["before"]) == ("2025-03", value, before)
    assert row["absolute"] == value - before
    assert row["relative"] == pytest.approx((value - before) / before)
    assert row["preset"] == "told"


def test_the_definition_stands_in_the_answer(series: Database) -> None:
    said = {by: asked(series, "growth", repositories=["g/whole"], metric="growing", by=by)[0]["definition"]
            for by in ("month", "quarter", "year")}  # fmt: skip
    assert said == {
        "month": "a month over the one before",
        "quarter": "mean of three months over the mean of the three before",
        "year": "a month over the same month a year earlier",
    }


def test_a_missing_month_leaves_it_unknown_and_the_unknown_come_last(series: Database) -> None:
    rows = asked(series, "growth", repositories=ALL, metric="growing", by="quarter")
    assert column(rows, "name", "relative") == [("g/whole", pytest.approx(2 / 9)), ("g/holed", None), ("g/young", None)]
    rows = asked(series, "growth", repositories=ALL, metric="growing")
    assert column(rows, "name", "relative") == [("g/holed", 1.0), ("g/whole", 0.2), ("g/young", -0.2)]


def test_a_domain_is_the_sum_of_the_projects_that_are_known_in_both(series: Database) -> None:
    (row,) = asked(series, "growth", of="domain", metric="growing", by="year")
    assert (row["name"], row["value"], row["before"], row["projects"]) == ("Grown", 140.0, 70.0, 2)


def test_a_project_in_two_parts_of_a_domain_counts_once(series: Database) -> None:
    (row,) = asked(series, "growth", of="domain", metric="growing", repositories=["g/whole"])
    assert (row["value"], row["before"], row["projects"]) == (120.0, 100.0, 1)


def test_another_month_can_be_asked_for(series: Database) -> None:
    (row,) = asked(series, "growth", repositories=["g/whole"], metric="growing", month="2025-02")
    assert (row["value"], row["before"]) == (100.0, 110.0)
