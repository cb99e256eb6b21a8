from __future__ import annotations

import pytest

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.charts.coverage import PART, READ, spans

ROW = {"repository": "o/r", "source": "git", "spans": ["2025-01..2025-03", "2025-05..2025-05?"]}


def test_each_run_of_months_is_a_bar_that_ends_where_the_next_month_begins() -> None:
    first, second = spans(ROW)
    assert (first["from"], first["to"], first["how"]) == ("2025-01-01", "2025-04-01", READ)
    assert (second["from"], second["to"], second["how"]) == ("2025-05-01", "2025-06-01", PART)
    assert second["months"] == "2025-05..2025-05"


def test_a_source_that_could_not_tell_has_an_empty_row_and_is_said() -> None:
    nothing = {"repository": "o/r", "source": "git", "spans": []}
    (bar,) = spans(nothing)
    assert (bar["row"], bar["months"], "from" in bar) == ("o/r  git", "none", False)
    drawn = charts.draw("coverage", answer("coverage", ROW, nothing))
    assert drawn.notes == ("1 of 2 rows have no month: their source could not tell",)


@pytest.mark.parametrize(
    ("month", "next_one"), [("2025-01", "2025-02"), ("2025-12", "2026-01"), ("2025-09", "2025-10")]
)
def test_the_month_after(month: str, next_one: str) -> None:
    (bar,) = spans({"repository": "o/r", "source": "git", "spans": [f"{month}..{month}"]})
    assert bar["to"] == f"{next_one}-01"


def test_the_chart_holds_every_bar_and_its_legend_every_source() -> None:
    other = {"repository": "o/r", "source": "github", "spans": ["2024-01..2024-02"]}
    drawn = charts.draw("coverage", answer("coverage", ROW, other))
    assert len(all_values(drawn)) == 3
    assert [(group.title, group.count) for group in drawn.groups] == [("git", 1), ("github", 1)]
