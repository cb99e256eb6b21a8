from __future__ import annotations

import pytest

from graph.errors import BadRowError
from tests.ingest.sources.tables.reading import context, edges, name, records_of, row

HEAD = {
    "repository": "a/b",
    "status": "read",
    "note": "",
    "commits_total": "9",
    "head_date": "2025-06-01T00:00:00+08:00",
}


def test_what_was_read_is_covered_with_its_counts() -> None:
    (covered,) = edges(
        records_of("coverage", **HEAD, commits_attributed="7", commits_bot="1", head_commit="abc"), "COVERED_BY"
    )
    assert covered.props["commits_total"] == 9
    assert covered.props["commits_attributed"] == 7
    assert covered.props["head_commit"] == "abc"
    assert "note" not in covered.props


def test_months_reach_from_the_first_row_to_the_head() -> None:
    about = context()
    about.seen.add(
        records_of("contributors", about, login="ann", repo="a/b", month="2024-11", commits="1"),
        row("contributors", login="ann"),
    )
    (covered,) = records_of("coverage", about, **HEAD)
    assert (covered.props["covers_from"], covered.props["covers_to"]) == ("2024-11", "2025-05")
    assert covered.props["activities"] == ["commits"]


def test_without_rows_the_heads_month_is_all_that_is_known() -> None:
    (covered,) = records_of("coverage", **HEAD)
    assert (covered.props["covers_from"], covered.props["covers_to"]) == ("2025-05", "2025-05")


def test_a_history_under_another_name_says_so() -> None:
    (other,) = records_of("coverage", **HEAD, stored_as="c/d")
    (same,) = records_of("coverage", **HEAD, stored_as="a/b")
    assert other.props["read_from"] == "c/d"
    assert "read_from" not in same.props


def test_what_was_not_read_is_a_gap_with_its_reason() -> None:
    (gap,) = edges(
        records_of("coverage", repository="a/b", status="not read", note="too large", head_date=""), "NOT_COVERED_BY"
    )
    assert (name(gap.start), gap.props) == ("a/b", {"source": "src", "note": "too large"})


def test_another_status_is_refused() -> None:
    with pytest.raises(BadRowError, match="found perhaps, expected one of read, not read"):
        records_of("coverage", **{**HEAD, "status": "perhaps"})
