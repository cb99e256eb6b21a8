from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column

BOTH = ["p/one", "p/two"]


def test_projects_side_by_side_with_the_unknown_counted(projects: Database) -> None:
    one, two = asked(projects, "compare", repositories=BOTH, metric="compared")
    assert (one["openrank"], one["growth"], one["stars"], one["participants"]) == (15.0, 1.0, 120, 90)
    assert (one["founded_by"], one["owners"], one["contributors"]) == (["Founders"], ["Engine Works"], 3)
    assert one["organizations"] == ["Engine Works 2", "unknown 1"]
    assert one["countries"] == ["Germany 1", "unknown 2"]
    assert one["key_developers"] == ["hal (Engine Works)", "ida (Engine Works)", "jon"]
    assert (two["openrank"], two["growth"], two["stars"], two["participants"]) == (5.0, None, None, None)


def test_all_values_are_of_one_definition(projects: Database) -> None:
    assert column(asked(projects, "compare", repositories=BOTH, metric="compared"), "preset") == ["told", "told"]
    rows = asked(projects, "compare", repositories=BOTH, metric="compared", preset="global-2026/1")
    assert column(rows, "repository", "openrank") == [("p/one", None), ("p/two", 9000.0)]


def test_a_project_without_any_series_stays_in(projects: Database) -> None:
    rows = asked(projects, "compare", repositories=["p/one", "u/app"], metric="nothing")
    assert column(rows, "repository", "openrank", "contributors") == [("p/one", None, 3), ("u/app", None, 0)]


def test_the_answer_names_the_source_of_each_number(projects: Database) -> None:
    (one,) = [row for row in asked(projects, "compare", repositories=BOTH, metric="compared") if row["stars"]]
    assert (one["stars_source"], one["participants_source"]) == ("table", "a-report")
    assert set(one["sources"]) == {"gharchive", "table", "a-report"}  # type: ignore[call-overload] # a list


def test_growth_is_unknown_where_a_month_is_missing(projects: Database) -> None:
    rows = asked(projects, "compare", repositories=["p/one", "p/holed"], metric="compared")
    assert column(rows, "repository", "openrank", "growth") == [("p/holed", 15.0, None), ("p/one", 15.0, 1.0)]
