from __future__ import annotations

from graph.check import check
from graph.model import EdgeRecord, Origin, Record
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import WHOLE, Covered, Pair, coverage_records, pair_records

ORIGIN = Origin("src", "events", "2025-01", "January", "", "0" * 64, "2025-02-01")
PAIRS = [
    Pair("ann", "o/r", "2025-01", {"merged_prs": 2, "reviews": 1}, developer_id=7, repository_id=10),
    Pair("ben", "g/r", "2025-01", {"stars": 1}, platform="gitee"),
]


def edges(records: list[Record]) -> list[EdgeRecord]:
    for record in records:
        check(record)
    return [record for record in records if isinstance(record, EdgeRecord)]


def test_each_pair_is_a_contribution_with_its_row_month_and_source() -> None:
    first, second = edges(list(pair_records(PAIRS, Nodes(Identities.load()), ORIGIN, after=5)))
    assert (first.start.ref.key, first.end.ref.key, first.where.line) == ("github:7", "github:10", 6)
    assert first.props == {"period": "2025-01", "source": "src", "merged_prs": 2, "reviews": 1}
    assert (second.end.ref.key, second.where.line) == ("gitee:g/r", 7)


def test_what_is_covered_is_told_for_the_scope_as_a_whole_with_the_owner_where_known() -> None:
    told = [
        Covered("deepseek-ai/DeepEP", ("2025-01", "2025-02"), ("reviews", "merged_prs"), facts={"partial": True}),
        Covered("deepseek-ai/DeepEP", ("2025-01", "2025-01"), ("reviews",), platform="gitee"),
    ]
    covered, owns, other = edges(list(coverage_records(told, Nodes(Identities.load()), ORIGIN)))
    assert (covered.type, covered.where.line, covered.end.ref.key) == ("COVERED_BY", WHOLE, ORIGIN.key)
    assert (covered.props["activities"], covered.props["partial"]) == (["merged_prs", "reviews"], True)
    assert (owns.type, owns.start.props["name"]) == ("OWNS", "DeepSeek")
    assert (other.type, other.start.ref.key) == ("COVERED_BY", "gitee:deepseek-ai/deepep")
