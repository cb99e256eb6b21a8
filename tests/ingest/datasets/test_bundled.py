from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graph.check import check
from graph.errors import BadRowError, NotFoundError
from graph.model import EdgeRecord, NodeRecord, Record
from graph.schema import METHODS
from ingest.datasets.bundled import BUNDLED, FOLDER, bundled, bundled_table
from tests.ingest.sources.tables.reading import SHARED, edges, identities, name, nodes

ROWS = {
    "deepseek_week_contributors": 92,
    "deepseek_week_ecosystem": 13,
    "deepseek_week_maintenance": 6,
    "deepseek_week_integrations": 7,
    "deepseek_week_affiliation_corrections": 6,
    "published_figures": 50,
    "lineage": 23,
    "products_and_standards": 22,
    "events": 19,
    "graveyard_candidates": 5,
    "llm_landscape_2025": 135,
    "openrank_top20_2025-04": 20,
    "landscape_openrank_12m": 135,
    "landscape_openrank_monthly": 276,
    "agent_platform_features": 6,
    "llm_landscape_commits": 40_067 + 135,  # with the table of coverage beside it
    "llm_landscape_commits_forks": 4_691,
    "repository_former_names": 9,
    "llm_stack": 25,
}
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


@cache
def records(table: str) -> list[Record]:
    found = list(bundled_table(table, identities()).records)
    assert not [str(item) for item in found if isinstance(item, BadRowError)]
    return [item for item in found if not isinstance(item, BadRowError)]


@pytest.mark.parametrize("table", BUNDLED)
def test_every_row_is_taken_and_keeps_to_the_schema(table: str) -> None:
    dataset = bundled_table(table, identities())
    assert dataset.rows == ROWS[table]
    assert len({item.where for item in records(table) if item.where.line}) == ROWS[table]
    for item in records(table):
        check(item)


@pytest.mark.parametrize("table", BUNDLED)
def test_every_column_is_read_or_knowingly_left(table: str) -> None:
    assert bundled_table(table, identities()).notes == ()


@pytest.mark.parametrize("table", BUNDLED)
def test_every_edge_names_the_source_of_its_load_and_no_record_holds_an_address(table: str) -> None:
    source = bundled_table(table, identities()).origin.source
    for item in records(table):
        if isinstance(item, EdgeRecord):
            assert item.props["source"] == source
            assert not any(ADDRESS.search(str(value)) for value in item.props.values())


def test_the_order_is_fixed_and_every_table_and_mapping_of_the_folder_is_in_it() -> None:
    assert [dataset.origin.dataset for dataset in bundled(identities())] == list(BUNDLED)
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(BUNDLED) == set(ROWS)
    tables = {path.name for path in FOLDER.iterdir() if path.suffix in (".md", ".csv", ".gz")}
    used = {line.split(": ")[1] for path in FOLDER.glob("*.yml") for line in path.read_text("utf-8").splitlines()
            if line.startswith(("file: ", "coverage: "))}  # fmt: skip
    assert tables == used


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not at hand")
def test_the_bundled_files_are_the_shared_ones() -> None:
    for path in (SHARED / "bundled").iterdir():
        assert (FOLDER / path.name).read_bytes() == path.read_bytes()


def test_an_unknown_table_names_those_that_there_are() -> None:
    with pytest.raises(NotFoundError, match="there is no bundled table called x; they are repository_former_names"):
        bundled_table("x", identities())


def test_the_deepseek_table_has_84_developers_and_164_merged_pull_requests_in_six_repositories() -> None:
    made = edges(records("deepseek_week_contributors"), "CONTRIBUTED_TO")
    assert len({edge.start.ref.key for edge in made}) == 84
    assert sum(int(str(edge.props["merged_prs"])) for edge in made) == 164
    rows = Counter(name(edge.end).partition("/")[2] for edge in made)
    assert rows == {"FlashMLA": 7, "DeepEP": 21, "DeepGEMM": 24, "DualPipe": 5, "EPLB": 3, "3FS": 32}
    assert {edge.props["period"] for edge in made} == {"2025-02..2025-08"}


def test_four_developers_are_in_deepep_and_deepgemm_both() -> None:
    made = edges(records("deepseek_week_contributors"), "CONTRIBUTED_TO")
    of = {
        repo: {name(edge.start) for edge in made if name(edge.end) == f"deepseek-ai/{repo}"}
        for repo in ("DeepEP", "DeepGEMM")
    }
    assert sorted(of["DeepEP"] & of["DeepGEMM"]) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]


def test_every_developer_of_the_deepseek_table_states_something_or_that_nothing_is_stated() -> None:
    stated = edges(records("deepseek_week_contributors"), "STATED")
    assert len({edge.start.ref.key for edge in stated}) == 84
    assert sum(edge.props.get("company_reason") == "not stated" for edge in stated) > 40


def test_developers_from_china_are_40_and_38_without_those_who_name_several_countries() -> None:
    placed: dict[str, set[str]] = {}
    for edge in edges(records("deepseek_week_contributors"), "LOCATED_IN"):
        placed.setdefault(name(edge.start), set()).add(edge.end.ref.key)
    chinese = [codes for codes in placed.values() if "CN" in codes]
    assert len(chinese) == 40
    assert sum(codes == {"CN"} for codes in chinese) == 38


def test_the_corrections_bring_the_sum_to_166_and_cover_nothing() -> None:
    found = records("deepseek_week_affiliation_corrections")
    made = {(name(edge.start), edge.props["merged_prs"]) for edge in edges(found, "CONTRIBUTED_TO")}
    assert made == {("alpha-baby", 3), ("wangfakang", 2)}
    assert all(edge.props["rank"] == 1 for edge in edges(found, "AFFILIATED_WITH"))
    assert edges(found, "COVERED_BY") == []


def test_the_landscape_has_135_projects_in_19_domains() -> None:
    found = records("llm_landscape_2025")
    assert len(nodes(found, "Repository")) == len(edges(found, "IN_DOMAIN")) == 135
    every = [end for edge in edges(found, "PART_OF") + edges(found, "IN_DOMAIN") for end in (edge.start, edge.end)]
    domains = {end.ref.key for end in every if end.props.get("level") == "domain"}
    assert len(domains) == 19
    assert all(node.props["project"] for node in nodes(found, "Repository"))


def test_the_top_20_is_ordered_by_openrank_and_equals_the_mean_of_the_monthly_table() -> None:
    top = {
        name(edge.start): edge.props
        for edge in edges(records("openrank_top20_2025-04"), "MEASURED")
        if edge.props["metric"] == "openrank"
    }
    values = [float(str(props["value"])) for props in top.values()]
    assert values == sorted(values, reverse=True)
    assert {props["period"] for props in top.values()} == {"2025-01..2025-04"}
    monthly: dict[str, list[float]] = {}
    for edge in edges(records("landscape_openrank_monthly"), "MEASURED"):
        if "2025-01" <= str(edge.props["period"]) <= "2025-04":
            monthly.setdefault(name(edge.start), []).append(float(str(edge.props["value"])))
    shared = [
        (float(str(props["value"])), sum(monthly[repo]) / 4)
        for repo, props in top.items()
        if len(monthly.get(repo, ())) == 4
    ]
    assert len(shared) == 7
    assert all(round(mean) == published for published, mean in shared)


def test_each_of_the_135_projects_is_covered_by_its_history_or_named_as_a_gap() -> None:
    found = records("llm_landscape_commits")
    covered, gaps = edges(found, "COVERED_BY"), edges(found, "NOT_COVERED_BY")
    assert (len(covered), len(gaps)) == (102, 33)
    assert sum("read_from" in edge.props for edge in covered) == 8
    assert all(str(edge.props["covers_from"]) >= "2020-01" for edge in covered)
    assert len(edges(found, "CONTRIBUTED_TO")) == 40_067


def test_12433_developers_have_a_commit_and_1100_of_them_in_several_projects() -> None:
    reached: dict[str, set[str]] = {}
    for edge in edges(records("llm_landscape_commits"), "CONTRIBUTED_TO"):
        if edge.props["commits"]:
            reached.setdefault(edge.start.ref.key, set()).add(edge.end.ref.key)
    assert len(reached) == 12_433
    assert sum(len(repositories) > 1 for repositories in reached.values()) == 1_100


def test_the_declared_months_are_those_of_the_rows() -> None:
    for table in ("llm_landscape_commits", "llm_landscape_commits_forks", "landscape_openrank_monthly"):
        origin = bundled_table(table, identities()).origin
        periods = [
            str(item.props["period"])
            for item in records(table)
            if isinstance(item, EdgeRecord) and "period" in item.props
        ]
        assert (origin.covers_from, origin.covers_to) == (min(periods), max(periods))


def test_forks_answer_after_all_others() -> None:
    covered = edges(records("llm_landscape_commits_forks"), "COVERED_BY")
    assert sorted(name(edge.start) for edge in covered) == [
        "labring/FastGPT", "milvus-io/milvus", "sgl-project/sglang", "vllm-project/vllm",
    ]  # fmt: skip
    assert {edge.props["rank"] for edge in covered} == {METHODS.index("git-fork") + 1}


def test_the_maintenance_table_counts_216_merged_pull_requests_and_keeps_unknown_releases_unknown() -> None:
    found = edges(records("deepseek_week_maintenance"), "MEASURED")
    assert sum(float(str(edge.props["value"])) for edge in found if edge.props["metric"] == "prs_merged") == 216
    assert sum(edge.props["metric"] == "releases" for edge in found) == 1
    assert [
        name(edge.start)
        for edge in edges(records("deepseek_week_maintenance"), "MAINTAINS")
        if edge.props["order"] == 2
    ] == ["sphish"]


def test_an_integration_without_a_date_of_completion_is_kept() -> None:
    made = edges(records("deepseek_week_integrations"), "INTEGRATES")
    assert len(made) == 7
    (open_one,) = [edge for edge in made if "completed" not in edge.props]
    assert name(open_one.start) == "PaddlePaddle/Paddle"


def test_labs_foundations_and_successors_come_out_of_the_lineage() -> None:
    links = {
        (edge.type, name(edge.start), name(edge.end)) for edge in records("lineage") if isinstance(edge, EdgeRecord)
    }
    assert ("PART_OF", "SkyLab", "UC Berkeley") in links
    assert ("HOSTED_BY", "vllm-project/vllm", "PyTorch Foundation") in links
    assert ("SUCCEEDED_BY", "AntonOsika/gpt-engineer", "Lovable") in links
    assert not any(start == end for _, start, end in links)


def test_one_product_has_one_kind_in_all_tables() -> None:
    kinds: dict[str, set[object]] = {}
    for table in BUNDLED:
        for item in records(table):
            for node in (item,) if isinstance(item, NodeRecord) else (item.start, item.end):
                if node.ref.label == "Product":
                    kinds.setdefault(name(node), set()).add(node.props["kind"])
    assert {product: found for product, found in kinds.items() if len(found) > 1} == {}


def test_the_newest_of_all_are_the_present_names() -> None:
    dates = {dataset.origin.dataset: dataset.origin.as_of for dataset in bundled(identities())}
    assert max(dates, key=lambda table: dates[table]) == "repository_former_names"


def test_no_bundled_file_holds_an_address() -> None:
    for path in FOLDER.iterdir():
        if path.suffix in (".md", ".csv", ".yml"):
            assert not ADDRESS.search(path.read_text("utf-8")), path.name
    assert Path(FOLDER / "llm_landscape_commits.csv.gz").is_file()
