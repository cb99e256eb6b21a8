from __future__ import annotations

import pytest

from graph import edge_kinds as edges
from graph import schema
from graph.check import check
from graph.model import EdgeRecord, NodeRecord, Where
from ingest import records

HERE = Where("t.csv", 2)
REPO = records.repository("Owner/Name", HERE, number=7, former=("old/name",), language="C++", stack_tier=None)
DEV = records.developer("Ann", HERE, number=5, former=("annie",))
ORG = records.organization("Meta", HERE, kind="company", country="US", handles=("facebook",))
COUNTRY = records.country("CN", "China", HERE)
LOAD = records.snapshot("src:t:0123", HERE)
PRODUCT = records.product("Devin", "product", HERE, since="2024-03")
EVENT = records.event("2025-03", "release", "came out", "Devin", "report", HERE)
FIGURE = records.figure("llm-01", "AI", "year", 2023.0, "year", "report", HERE)
DOMAIN = records.domain("tree", ["App", "SDK"], "subdomain", HERE)

NODES = [
    REPO,
    DEV,
    ORG,
    COUNTRY,
    PRODUCT,
    EVENT,
    FIGURE,
    DOMAIN,
    records.noted(FIGURE, "a note"),
    records.month("2025-04", HERE),
    records.technique("LoRA", HERE),
    records.topic("llm", HERE),
    records.feature("RAG", HERE),
]
EDGES = [
    records.contribution(DEV, REPO, "src", "2025-02..2025-08", {"commits": 3, "activity": 1.5}, HERE),
    records.covered_by(
        REPO, LOAD, "src", "git", ["merged_prs", "commits"], ("2025-01", "2025-04"), HERE, commits_total=9, note=""
    ),
    records.not_covered_by(REPO, LOAD, "src", "too large", HERE),
    records.affiliation(DEV, ORG, "src", rank=2, confidence=0.9, raw="@facebook", where=HERE),
    records.location(DEV, COUNTRY, "src", confidence=1.0, raw="北京", where=HERE),
    records.stated(DEV, LOAD, "src", {"company": "x", "location": "", "location_candidates": ["CA", "US"]}, HERE),
    records.measured(REPO, "openrank", "opendigger", 927.0, "2025-01..2025-04", "src", HERE),
    records.classification(REPO, DOMAIN, "src", HERE),
    records.link(edges.MAINTAINS, DEV, REPO, "src", HERE, order=1),
    records.link(edges.HOSTED_BY, REPO, ORG, "src", HERE, since="2022-09", form="hosted"),
    records.link(edges.CONCERNS, EVENT, PRODUCT, "src", HERE),
    records.link(edges.MADE_BY, PRODUCT, ORG, "src", HERE),
]


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.ref.label)
def test_every_node_keeps_to_the_schema(node: NodeRecord) -> None:
    check(node)
    assert node.ref.label in schema.NODES


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.type)
def test_every_edge_keeps_to_the_schema_and_names_its_source(edge: EdgeRecord) -> None:
    check(edge)
    assert edge.props["source"] == "src"


def test_what_is_unknown_is_left_out() -> None:
    assert "stack_tier" not in REPO.props
    assert set(records.developer("ann", HERE).props) == {"login", "platform"}
    assert set(records.repository("a/b", HERE).props) == {"name", "platform"}
    assert records.noted(FIGURE, "") is FIGURE


def test_ids_come_before_names_and_names_before_former_ones() -> None:
    assert (REPO.ref.keys, REPO.ref.former) == (("github:7", "github:owner/name"), ("github:old/name",))
    assert (DEV.ref.keys, DEV.ref.former) == (("github:5", "github:@ann"), ("github:@annie",))


def test_a_bot_has_the_rule_that_told_it() -> None:
    assert records.developer("x[bot]", HERE, bot_reason="suffix").props["bot"] is True


def test_a_value_over_a_span_stands_at_its_last_month() -> None:
    edge = records.measured(REPO, "openrank", "opendigger", 927.0, "2025-01..2025-04", "src", HERE)
    assert (edge.end.ref.key, edge.props["period"]) == ("2025-04", "2025-01..2025-04")


def test_the_rank_of_a_source_follows_from_how_it_knows() -> None:
    ranks = [
        records.covered_by(REPO, LOAD, "s", method, ["commits"], ("2025-01", "2025-01"), HERE).props["rank"]
        for method in schema.METHODS[:5]
    ]
    assert ranks == [1, 2, 3, 4, 5]


def test_an_affiliation_can_be_dated() -> None:
    edge = records.dated(
        records.affiliation(DEV, ORG, "src", rank=2, confidence=1.0, raw="x", where=HERE), "2024", None
    )
    check(edge)
    assert edge.props["from"] == "2024"
    assert "to" not in edge.props


def test_an_affiliation_can_be_dated_by_its_reading() -> None:
    edge = records.affiliation(DEV, ORG, "src", rank=2, confidence=1.0, raw="x", where=HERE)
    check(records.read_on(edge, "2025-01-02"))
    assert records.read_on(edge, "2025-01-02").props["read_on"] == "2025-01-02"
    assert records.read_on(edge, None) == edge


def test_the_activities_are_those_of_the_schema() -> None:
    assert set(records.ACTIVITIES) < {prop.name for prop in edges.CONTRIBUTED_TO.props}
    assert {*records.REPOSITORY_DATES, *records.REPOSITORY_WORDS} < {
        prop.name for prop in schema.NODES["Repository"].props
    }
