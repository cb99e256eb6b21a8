from __future__ import annotations

from pathlib import Path

import pytest

from graph.schema import METHODS
from tests.ingest.sources.tables.reading import edges, name, open_dataset, taken, write

TABLE = (
    "login,repository,month,commits,merged_prs\nann,deepseek-ai/DeepEP,2025-04,3,\nbob,deepseek-ai/DeepEP,2025-02,1,2\n"
)


def test_a_table_of_contributions_covers_its_repositories_by_its_own_rows(tmp_path: Path) -> None:
    (covered,) = edges(taken(open_dataset(write(tmp_path, "t.csv", TABLE))), "COVERED_BY")
    assert covered.props["activities"] == ["commits", "merged_prs"]
    assert (covered.props["covers_from"], covered.props["covers_to"]) == ("2025-02", "2025-04")
    assert (covered.props["method"], covered.props["rank"]) == ("totals", METHODS.index("totals") + 1)
    assert covered.end.ref.label == "Snapshot"


def test_the_snapshot_at_the_end_is_the_loads_own(tmp_path: Path) -> None:
    dataset = open_dataset(write(tmp_path, "t.csv", TABLE))
    (covered,) = edges(taken(dataset), "COVERED_BY")
    assert covered.end.ref.key == dataset.origin.key


@pytest.mark.parametrize("method", ["correction", "reference"])
def test_corrections_and_references_cover_nothing(tmp_path: Path, method: str) -> None:
    assert edges(taken(open_dataset(write(tmp_path, "t.csv", TABLE), method=method)), "COVERED_BY") == []


def test_a_mapping_can_say_that_nothing_is_covered(tmp_path: Path) -> None:
    assert edges(taken(open_dataset(write(tmp_path, "t.csv", TABLE), coverage="none")), "COVERED_BY") == []


def test_owners_that_the_alias_files_know_own_their_repositories_once(tmp_path: Path) -> None:
    (owns,) = edges(taken(open_dataset(write(tmp_path, "t.csv", TABLE))), "OWNS")
    assert (name(owns.start), name(owns.end)) == ("DeepSeek", "deepseek-ai/DeepEP")


def test_what_closes_a_table_comes_last_and_stands_at_no_row(tmp_path: Path) -> None:
    found = taken(open_dataset(write(tmp_path, "t.csv", TABLE)))
    assert [item.where.line for item in found] == [2, 3, 0, 0]


def test_a_refused_last_row_does_not_take_the_coverage_with_it(tmp_path: Path) -> None:
    items = list(open_dataset(write(tmp_path, "t.csv", TABLE + "cid,a/b,2025-13,1,1\n")).records)
    assert [getattr(item, "type", "refused") for item in items][-3:] == ["refused", "COVERED_BY", "OWNS"]
