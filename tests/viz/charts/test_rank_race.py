from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.charts.rank_race import leaders
from viz.vega.compiled import vega
from viz.vega.drawn import Look


def row(repository: str, month: str, rank: int, of: int = 2) -> dict[str, object]:
    return {
        "repository": repository,
        "month": month,
        "rank": rank,
        "value": 10.0 - rank,
        "of": of,
        "preset": "p",
        "source": "s",
    }


ROWS = [row("o/a", "2025-01", 1), row("o/b", "2025-01", 2), row("o/a", "2025-02", 2), row("o/b", "2025-03", 1, 1)]


def test_the_race_plays_through_every_month_also_those_without_a_value() -> None:
    drawn = charts.draw("rank-race", answer("rank-race", *ROWS))
    assert list(drawn.frames) == ["2025-01", "2025-02", "2025-03"]
    signals = {signal["name"]: signal.get("value") for signal in vega(drawn)["signals"]}  # type: ignore[attr-defined]
    assert signals["frame"] == 2


def test_a_line_breaks_in_a_month_in_which_the_project_is_not_among_the_ranks() -> None:
    drawn = charts.draw("rank-race", answer("rank-race", *ROWS))
    found = [(value["month"], value["rank"]) for value in all_values(drawn) if value.get("repository") == "o/b"]
    assert found[:3] == [("2025-01", 2), ("2025-02", None), ("2025-03", 1)]


def test_who_leads_at_the_end_comes_first_and_who_left_by_the_best_rank() -> None:
    assert leaders(ROWS) == ["o/b", "o/a"]
    assert leaders([]) == []


def test_ranks_among_a_changing_number_of_projects_say_so() -> None:
    (defined, counted) = charts.draw("rank-race", answer("rank-race", *ROWS)).notes
    assert defined == "Defined by p, from s"
    assert counted == "Ranks are among the projects with a value in the month: 1 to 2 of them"


def test_the_measure_itself_is_another_look_at_the_same_answer() -> None:
    drawn = charts.draw("rank-race", answer("rank-race", *ROWS), Look({"show": "value"}, {"metric": "openrank"}))
    assert not drawn.frames
    assert {value["y"] for value in all_values(drawn) if "tip" not in value and "y" in value} >= {9.0, 8.0}


def test_who_is_not_ranked_is_named_and_counted() -> None:
    rows = [{**value, "unranked": 21, "unranked_names": [f"o/u{at:02}" for at in range(20)]} for value in ROWS]
    words = charts.draw("rank-race", answer("rank-race", *rows)).notes[-1]
    assert words.startswith("Not ranked, with a value in too few of the months: 21 (o/u00, ")
    assert words.endswith("o/u11 and others)")
