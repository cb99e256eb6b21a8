from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.charts.domain_curves import MOST
from viz.vega.drawn import Look


def row(domain: str, period: str, value: float, projects: int | None = 2) -> dict[str, object]:
    how = "sum of its projects" if projects else "published for the domain"
    return {"domain": domain, "period": period, "value": value, "how": how, "projects": projects, "members": 5}


ROWS = [row("A", "2025-01", 1.0), row("A", "2025-02", 2.0), row("A", "2025-03", 9.0, 3)]


def test_a_step_between_sums_over_different_projects_is_dashed_and_said() -> None:
    drawn = charts.draw("domain-curves", answer("domain-curves", *ROWS))
    (leap,) = [value for value in all_values(drawn) if "y2" in value]
    assert (leap["y"], leap["y2"]) == (2.0, 9.0)
    assert drawn.notes[0] == (
        "Dashed: the number of projects with a value changes there, which is no growth: A 2025-03, 2 to 3 projects"
    )
    assert drawn.notes[1].startswith("In the last month 3 of 5 projects have a value")


def test_a_published_series_is_one_whole_line() -> None:
    rows = [row("A", "2024", 1.0, None), row("A", "2025", 2.0, None)]
    drawn = charts.draw("domain-curves", answer("domain-curves", *rows))
    assert not drawn.notes
    assert not [value for value in all_values(drawn) if "y2" in value]


def test_events_of_the_time_that_is_drawn_are_marked_those_known_by_their_year_are_not() -> None:
    said = ("2025-02", "2025-03-31", "2025", "2024-12", "2025-04")
    events = answer("events", *({"date": date, "subject": "o/r", "event": date} for date in said))
    drawn = charts.draw("domain-curves", answer("domain-curves", *ROWS), Look(beside={"events": events}))
    assert {value["event"] for value in all_values(drawn) if "event" in value} == {"2025-02", "2025-03-31"}
    assert charts.beside("domain-curves", {"from": "2025-01", "to": None})["events"].given["from"] == "2025-01"


def test_small_domains_beyond_the_twelve_colours_are_named() -> None:
    rows = [row(f"D{at:02}", "2025-01", 100.0 - at) for at in range(MOST + 2)]
    drawn = charts.draw("domain-curves", answer("domain-curves", *rows))
    assert drawn.notes[-1] == "2 smaller domains are in the table alone: D12, D13"
