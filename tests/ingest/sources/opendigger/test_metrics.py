"""Which metrics there are, and for whom."""

from __future__ import annotations

import pytest

from graph.errors import BadInputError
from ingest.sources.opendigger.metrics import LEFT_OUT, METRICS, wanted


def names(*named: str, kind: str = "repository") -> list[str]:
    return [metric.name for metric in wanted(named, kind)]


def test_the_usual_ones_are_plain_counts() -> None:
    assert {"openrank", "activity", "stars", "participants", "bus_factor"} <= set(names())
    assert all(METRICS[name].shape == "numbers" for name in names())


def test_a_developer_has_others_than_a_repository() -> None:
    assert names(kind="developer") == [
        "openrank", "activity", "open_issue", "issue_comment", "open_pull", "merged_pull", "review_comment",
    ]  # fmt: skip
    assert "stars" not in names(kind="developer")
    assert "technical_fork" not in names(kind="label")


def test_named_ones_alone_are_taken() -> None:
    assert names("stars", "openrank") == ["openrank", "stars"]
    assert names("stars", kind="developer") == []


def test_all_means_all_that_there_may_be() -> None:
    assert set(names("all")) == {name for name, metric in METRICS.items() if "repository" in metric.of}


def test_one_that_is_not_taken_says_why() -> None:
    with pytest.raises(BadInputError, match="meta is not taken: it holds biographies"):
        wanted(["meta"], "developer")


def test_one_that_there_is_not_says_which_there_are() -> None:
    with pytest.raises(BadInputError, match="no metric called opnrank; expected openrank"):
        wanted(["opnrank"], "repository")


def test_nothing_is_both_taken_and_left_out() -> None:
    assert not METRICS.keys() & LEFT_OUT.keys()
