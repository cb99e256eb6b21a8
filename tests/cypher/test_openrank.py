"""OpenRank in the catalogue: what it is made from, and its parts, which add up to the value."""

from __future__ import annotations

import pytest

from api.openranking import ranked
from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.load import load, prepare
from graph.model import Record, Table
from graph.openrank.presets import GLOBAL_2023_DOCS, GLOBAL_2026, GlobalPreset
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records
from tests.cypher.openrank_world import build, origin

SERIES = [(GLOBAL_2026, False), (GLOBAL_2026, True), (GLOBAL_2023_DOCS, False)]
MEASURED = (
    "MATCH (n)-[m:MEASURED {source: 'measure', period: $month, preset: $series}]->() "
    "RETURN labels(n)[0], coalesce(n.name, n.login), m.value ORDER BY m.value DESC"
)
PRESET = catalogue().find("openrank-explain").text.partition("WITH preset, preset.series")[0] + " RETURN preset"


def asked(database: Database, name: str, **values: object) -> list[dict[str, object]]:
    answer = run(database, catalogue().find(name), values)
    assert isinstance(answer, Table)
    return list(answer.records())


def number(value: object) -> float:
    return float(str(value))


@pytest.fixture
def ranks(database: Database) -> Database:
    """The generated world with three series of OpenRank."""
    build(database)
    for preset, freeze in SERIES:
        list(ranked(database, preset, None, None, freeze=freeze))
    return database


def test_the_parts_of_each_value_add_up_to_it(ranks: Database) -> None:
    for preset, freeze in SERIES:
        series = f"{preset.name}/1{'/frozen' if freeze else ''}"
        found = ranks.read(MEASURED, {"month": "2025-04", "series": series}).rows
        assert {str(row[0]) for row in found} == {"Repository", "Developer"}
        for label, name, value in [*found[:4], *found[-4:]]:
            subject = {str(label).lower(): name, "month": "2025-04", "preset": preset.name, "freeze": freeze, "top": 2}
            rows = asked(ranks, "openrank-explain", **subject)
            told = [number(row["amount"]) for row in rows if freeze or row["part"] != "left over"]
            assert sum(told) == pytest.approx(number(value), abs=1e-6)
            assert sum(number(row["share"]) for row in rows) == pytest.approx(1)
            assert {row["value"] for row in rows} == {value}
            assert {row["source"] for row in rows if str(row["part"]).startswith("from a ")} == {"gharchive"}


def test_neighbours_are_told_most_first_and_the_rest_together(ranks: Database) -> None:
    name = ranks.read(MEASURED, {"month": "2025-04", "series": "global-2026/1"}).rows
    busiest = next(str(row[1]) for row in name if row[0] == "Repository")
    few = asked(ranks, "openrank-explain", repository=busiest, month="2025-04", top=1)
    many = asked(ranks, "openrank-explain", repository=busiest, month="2025-04", top=1000)
    assert [row["part"] for row in few].count("from a developer") == 1
    rest = [number(row["amount"]) for row in many if row["part"] == "from a developer"][1:]
    assert sum(rest) == pytest.approx(
        next(number(row["amount"]) for row in few if row["part"] == "from the others"), abs=1e-9
    )


def test_what_was_loaded_since_the_run_shows_as_left_over(ranks: Database) -> None:
    ranks.write("MATCH ()-[c:CONTRIBUTED_TO {period: '2025-04'}]->() SET c.opened_prs = coalesce(c.opened_prs, 0) + 9")
    rows = asked(ranks, "openrank-explain", repository="o/r1", month="2025-04")
    assert "left over" in {row["part"] for row in rows}


def test_without_a_value_the_answer_names_what_would_give_one(database: Database) -> None:
    build(database)
    answer = run(database, catalogue().find("openrank-explain"), {"repository": "o/only", "month": "2025-04"})
    assert isinstance(answer, Table)
    assert not answer.rows
    assert any("ossatlas measure openrank" in gap for gap in answer.coverage.gaps)


@pytest.mark.parametrize("preset", [GLOBAL_2026, GLOBAL_2023_DOCS], ids=lambda preset: preset.name)
def test_the_catalogue_speaks_of_the_presets_as_they_are(database: Database, preset: GlobalPreset) -> None:
    assert database.read(PRESET, {"preset": preset.name}).rows == [
        [
            {
                "series": f"{preset.name}/{preset.version}",
                "passed_on": preset.passed_on,
                "alone": list(preset.alone),
                "weights": dict(preset.weights),
            }
        ]
    ]
    assert (preset.repository_retention, preset.developer_retention) == (0.3, 0.5)


def told(database: Database, source: str, method: str, activities: tuple[str, ...], **facts: bool) -> None:
    """One source that covers a month of one repository."""
    at, nodes = origin(source, method), Nodes(Identities.load())
    pairs = pair_records([Pair("ann", "o/r", "2025-04", dict.fromkeys(activities, 1))], nodes, at)
    covered = Covered("o/r", ("2025-04", "2025-04"), activities, facts=facts)
    records: list[Record] = [*pairs, *coverage_records([covered], nodes, at)]
    load(database, at, records, strict=True)


def test_of_several_sources_the_one_that_counts_most_answers(database: Database) -> None:
    prepare(database)
    expected = []
    for source, method, activities, facts in [
        ("git", "git", ("commits",), {}),
        ("partly", "events", ("opened_prs", "pushes", "opened_issues"), {"partial": True}),
        ("github", "api", ("opened_prs",), {}),
        ("gharchive", "events", ("opened_prs", "pushes"), {}),
        ("other", "api", ("opened_prs", "pushes"), {}),
    ]:
        told(database, source, method, activities, **facts)
        expected.append([row["source"] for row in asked(database, "openrank-pairs", month="2025-04")])
    assert expected == [[], ["partly"], ["github"], ["gharchive"], ["other"]]
    assert asked(database, "openrank-pairs", month="2025-05") == []


def test_what_is_published_goes_before_what_we_measured(ranks: Database) -> None:
    ours = asked(ranks, "openrank-series", repositories="o/r1")
    assert {(row["source"], row["preset"]) for row in ours} == {("measure", "global-2023-docs/1")}
    named = asked(ranks, "openrank-series", repositories="o/r1", preset="global-2026/1")
    assert [row["month"] for row in named] == [row["month"] for row in ours]
    told = {
        "key": "p",
        "source": "told",
        "metric": "openrank",
        "preset": "opendigger",
        "period": "2025-04",
        "value": 7.5,
    }
    statement = (
        "MATCH (r:Repository {name: 'o/r1'}), (m:Month {key: '2025-04'}) CREATE (r)-[p:MEASURED]->(m) SET p = $p"
    )
    ranks.write(statement, {"p": told})
    assert [row["openrank"] for row in asked(ranks, "openrank-series", repositories="o/r1")] == [7.5]
    assert asked(ranks, "repository-profile", repository="o/r1")[0]["openrank"] == 7.5
    top = asked(ranks, "top-openrank", period="2025-04")
    assert {row["repository"]: row["source"] for row in top} == {"o/r1": "told"}, "what is published is ranked alone"
    ours_alone = asked(ranks, "top-openrank", period="2025-04", preset="global-2023-docs/1")
    measured = {row["repository"]: row["openrank"] for row in ours_alone}
    single = ranks.read(MEASURED, {"month": "2025-04", "series": "global-2023-docs/1"}).rows
    assert measured == {row[1]: row[2] for row in single if row[0] == "Repository"}
