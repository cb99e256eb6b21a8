from __future__ import annotations

import pytest

from graph import edge_kinds
from graph.errors import BadRowError
from graph.model import EdgeRecord, Where
from ingest import records
from ingest.sources.tables.seen import Seen
from tests.ingest.sources.tables.reading import row

HERE = Where("t.csv", 2)
ROW = row("contributors", login="ann", repository="a/b")


def _made(login: str, repository: str, period: str, **counts: int) -> EdgeRecord:
    who, to = records.developer(login, HERE), records.repository(repository, HERE)
    return records.contribution(who, to, "src", period, counts, HERE)


def test_months_and_activities_of_a_repository_add_up_over_its_rows() -> None:
    seen = Seen()
    seen.add([_made("ann", "a/b", "2025-04", commits=1)], ROW)
    seen.add([_made("bob", "A/B", "2025-01", merged_prs=2)], ROW)
    told = seen.of("github:a/b")
    assert told is not None
    assert told.months == ("2025-01", "2025-04")
    assert told.activities == {"commits", "merged_prs"}


def test_a_span_counts_from_its_first_to_its_last_month() -> None:
    seen = Seen()
    seen.add([_made("ann", "a/b", "2025-02..2025-08", commits=1)], ROW)
    told = seen.of("github:a/b")
    assert told is not None
    assert told.months == ("2025-02", "2025-08")


def test_a_second_row_that_says_the_same_is_no_contradiction() -> None:
    seen = Seen()
    seen.add([_made("ann", "a/b", "2025-04", commits=1)], ROW)
    seen.add([_made("ann", "a/b", "2025-04", commits=1)], ROW)


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sources.tables.seen.REMEMBERED", 2)
    seen = Seen()
    for number in range(9):
        seen.add([_made(f"dev{number}", "a/b", "2025-04", commits=1)], ROW)
    seen.add([_made("dev0", "a/b", "2025-04", commits=2)], ROW)


def test_a_second_row_that_says_otherwise_is_refused_whatever_its_case() -> None:
    seen = Seen()
    seen.add([_made("ann", "a/b", "2025-04", commits=1)], ROW)
    with pytest.raises(
        BadRowError, match="found other values for ANN, a/b, 2025-04 than an earlier row, expected one row for each"
    ):
        seen.add([_made("ANN", "a/b", "2025-04", commits=9)], ROW)


def test_another_month_metric_or_repository_is_no_second_row() -> None:
    seen, what = Seen(), records.repository("a/b", HERE)
    for metric, period in (("stars", "2025-04"), ("openrank", "2025-04"), ("stars", "2025-05")):
        seen.add([records.measured(what, metric, "p", 1.0, period, "src", HERE)], ROW)
    seen.add([_made("ann", "a/b", "2025-04"), _made("ann", "a/c", "2025-04"), _made("ann", "a/b", "2025-05")], ROW)
    with pytest.raises(BadRowError, match="other values for a/b, stars, 2025-05 than an earlier row"):
        seen.add([records.measured(what, "stars", "p", 2.0, "2025-05", "src", HERE)], ROW)


def test_every_repository_is_remembered_from_nodes_and_from_both_ends() -> None:
    seen = Seen()
    one, two = records.repository("a/b", HERE), records.repository("c/d", HERE)
    seen.add([records.repository("e/f", HERE), records.link(edge_kinds.FORK_OF, one, two, "src", HERE)], ROW)
    assert set(seen.repositories) == {"github:a/b", "github:c/d", "github:e/f"}
