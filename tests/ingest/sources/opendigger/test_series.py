"""A metric's file as a series."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.opendigger.metrics import METRICS
from ingest.sources.opendigger.series import Value, covered, values
from tests.ingest.sources.opendigger.world import real

KEYS = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(2015, 2025), st.integers(1, 12))


def told(content: object, metric: str = "openrank") -> list[tuple[str, str, str, float] | str]:
    return [
        (one.metric, one.preset, one.span.period, one.number) if isinstance(one, Value) else str(one)
        for one in values(METRICS[metric], content, "f.json")
    ]


def test_months_are_taken_and_quarters_and_years_follow_from_them() -> None:
    content = {"2020-08": 4.5, "2020Q3": 9.41, "2020": 33, "2020-09": 4.91}
    assert told(content) == [
        ("openrank", "opendigger", "2020-08", 4.5),
        ("openrank", "opendigger", "2020-09", 4.91),
    ]


@pytest.mark.parametrize(
    ("content", "period"), [({"2020Q3": 1, "2020": 2}, "2020-07..2020-09"), ({"2020": 2}, "2020-01..2020-12")]
)
def test_where_there_are_no_months_the_next_finer_is_taken(content: dict[str, int], period: str) -> None:
    assert [one[2] for one in told(content)] == [period]


def test_a_raw_month_stands_beside_the_one_that_was_filled_in() -> None:
    assert told({"2021-09": 4, "2021-10": 3, "2021-10-raw": 2.1, "2021-11": 5}) == [
        ("openrank", "opendigger", "2021-09", 4.0),
        ("openrank", "opendigger", "2021-10", 3.0),
        ("openrank", "opendigger-raw", "2021-10", 2.1),
        ("openrank", "opendigger", "2021-11", 5.0),
    ]


def test_zeros_are_no_edges_but_count_for_the_months_that_are_covered() -> None:
    content = {"2022-01": 0, "2022-05": 10.32, "2022-08": 0.0}
    assert [one[2] for one in told(content)] == ["2022-05"]
    assert covered(METRICS["openrank"], content) == ("2022-01", "2022-08")


def test_a_series_covers_its_first_to_its_last_month() -> None:
    content = {"2020-08": 1, "2021-03": 2, "2020": 3, "2021Q4": 1, "2022": 7}
    assert covered(METRICS["openrank"], content) == ("2020-08", "2021-03")
    assert covered(METRICS["openrank"], {}) is None
    assert covered(METRICS["openrank"], {"2020Q1": 1}) == ("2020-01", "2020-03")


def test_durations_are_a_series_for_each_part() -> None:
    content = {"avg": {"2020-08": 0, "2020-10": 2.5}, "levels": {"2020-08": [1, 2]}, "quantile_2": {"2020-08": 1}}
    assert told(content, "issue_response_time") == [
        ("issue_response_time.avg", "opendigger", "2020-08", 0.0),
        ("issue_response_time.avg", "opendigger", "2020-10", 2.5),
        ("issue_response_time.quantile_2", "opendigger", "2020-08", 1.0),
    ]


def test_lines_of_code_may_shrink_in_sum() -> None:
    assert told({"2020-08": -12}, "code_change_lines_sum") == [
        ("code_change_lines_sum", "opendigger", "2020-08", -12.0)
    ]


@pytest.mark.parametrize(
    ("content", "metric", "said"),
    [
        ([1, 2], "openrank", "f.json:1: openrank: found a list, expected an object of months and values"),
        (None, "openrank", "f.json:1: openrank: found nothing, expected an object of months and values"),
        ({"2020-13": 1}, "openrank", "f.json:1: openrank: found '2020-13', expected a month such as 2025-04"),
        (
            {"2020-08": "4.5"},
            "openrank",
            "f.json:1: openrank.2020-08: found '4.5', expected a finite number, 0 or more",
        ),
        ({"2020-08": None}, "stars", "f.json:1: stars.2020-08: found nothing, expected a finite number"),
        ({"2020-08": True}, "stars", "f.json:1: stars.2020-08: found true, expected a finite number"),
        ({"2020-08": -1}, "stars", "f.json:1: stars.2020-08: found -1, expected a finite number, 0 or more"),
        ({"2020-08": float("nan")}, "stars", "found nan, expected a finite number"),
        ({"2020-08": float("inf")}, "code_change_lines_sum", "found inf, expected a finite number"),
        ({"2020-08": 10**400}, "stars", "expected a finite number"),
        ({"2020-08": [1]}, "activity", "f.json:1: activity.2020-08: found a list, expected a finite number"),
        ({"avg": 3}, "issue_age", "f.json:1: avg: found 3, expected an object of months and values"),
        (
            {"avg": {"2020-08": "x"}},
            "issue_age",
            "f.json:1: issue_age.avg.2020-08: found 'x', expected a finite number",
        ),
    ],
)
def test_what_is_no_series_is_refused_by_its_row(content: object, metric: str, said: str) -> None:
    refused = [one for one in told(content, metric) if isinstance(one, str)]
    assert len(refused) == 1
    assert said in refused[0]


def test_a_bad_value_does_not_take_the_good_ones_with_it() -> None:
    assert [type(one).__name__ for one in told({"2020-08": 1, "2020-09": "x", "2020-10": 2})] == [
        "tuple",
        "str",
        "tuple",
    ]


@given(st.dictionaries(KEYS, st.floats(0, 1e6), max_size=30))
def test_every_value_but_zero_comes_back_in_order(content: dict[str, float]) -> None:
    found = told(json.loads(json.dumps(content)))
    assert found == [("openrank", "opendigger", key, content[key]) for key in sorted(content) if content[key]]


def test_the_real_answer_for_open_digger_has_its_raw_month() -> None:
    path = real("static_json") / "github" / "X-lab2017" / "open-digger" / "openrank.json"
    content = json.loads(path.read_text())
    found = {one[1:3]: one[3] for one in told(content) if not isinstance(one, str)}
    assert found["opendigger", "2020-08"] == 4.5
    assert found["opendigger", "2021-10"] == 3
    assert found["opendigger-raw", "2021-10"] == content["2021-10-raw"]
    assert covered(METRICS["openrank"], content) == ("2020-08", "2023-05")
