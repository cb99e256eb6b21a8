"""Developers' activity by month."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.source import Dataset
from tests.ingest.sources.opendigger.world import desk, edges, opened, refusals, statics

DETAILS = {
    "2020-08": [["frank-zsy", 4.69], ["dependabot[bot]", 2]],
    "2020-10": [["will-ww", 1.73]],
    "2020Q3": [["frank-zsy", 4.69]],
    "2020": [["frank-zsy", 9]],
}


def activity(tmp_path: Path, content: object) -> Dataset:
    folder = statics(tmp_path / "s", {"github/a/b/activity_details.json": content, "github/a/b/meta.json": {"id": 7}})
    (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(folder), "metrics": ("activity_details",)})
    return dataset


def test_each_pair_of_a_month_is_a_contribution(tmp_path: Path) -> None:
    found = edges(activity(tmp_path, DETAILS), "CONTRIBUTED_TO")
    assert [(edge.start.ref.key, edge.end.ref.key, edge.props["period"], edge.props["activity"]) for edge in found] == [
        ("github:@frank-zsy", "github:7", "2020-08", 4.69),
        ("github:@dependabot[bot]", "github:7", "2020-08", 2.0),
        ("github:@will-ww", "github:7", "2020-10", 1.73),
    ]
    assert found[1].start.props["bot"] is True


def test_older_exports_write_an_object_of_logins(tmp_path: Path) -> None:
    found = edges(activity(tmp_path, {"2020-08": {"b": 2, "a": 1}}), "CONTRIBUTED_TO")
    assert [(edge.start.props["login"], edge.props["activity"]) for edge in found] == [("a", 1.0), ("b", 2.0)]


def test_the_months_and_the_one_activity_are_covered(tmp_path: Path) -> None:
    dataset = activity(tmp_path, DETAILS)
    (edge,) = edges(dataset, "COVERED_BY")
    assert edge.props["activities"] == ["activity"]
    assert (edge.props["covers_from"], edge.props["covers_to"], edge.props["method"]) == (
        "2020-08",
        "2020-10",
        "events",
    )
    assert dataset.origin.gaps == (edge.props["note"],)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], "github/a/b/activity_details.json:1: file: found a list, expected JSON as OpenDigger writes it"),
        ({"2020-08": 3}, ":1: activity_details.2020-08: found 3, expected pairs of login and activity"),
        ({"2020-08": [["a"]]}, ":1: activity_details.2020-08: found a list, expected pairs of login and activity"),
        ({"2020-08": [["a b", 1]]}, ":1: activity_details.2020-08: found 'a b', expected an account's name"),
        ({"2020-08": [["a", "1"]]}, ":1: activity_details.2020-08.a: found '1', expected a finite number"),
        ({"2020-08": [["a", -1]]}, ":1: activity_details.2020-08.a: found -1, expected a finite number, 0 or more"),
        ({"2020-14": [["a", 1]]}, ":1: activity_details: found '2020-14', expected a month such as 2025-04"),
    ],
)
def test_what_is_no_pair_is_refused_by_its_row(tmp_path: Path, content: object, said: str) -> None:
    refused = refusals(activity(tmp_path, content))
    assert len(refused) == 1
    assert said in refused[0]
