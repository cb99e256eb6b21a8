"""The figures that the reports publish, out of queries on the bundled atlas, by the rule of which source answers."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import cast

import pytest
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.errors import NotFoundError
from graph.model import Coverage, Network, Table
from ingest.datasets.bundled import FOLDER

WEEK = [f"deepseek-ai/{name}" for name in ("FlashMLA", "DeepEP", "DeepGEMM", "DualPipe", "EPLB", "3FS")]
PAIR = ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]
Rows = list[dict[str, object]]


def table(database: Database, name: str, **values: object) -> Table:
    answer = run(database, catalogue().find(name), values)
    assert isinstance(answer, Table)
    return answer


def rows(database: Database, name: str, **values: object) -> Rows:
    return table(database, name, **values).records()


def coverage(database: Database, name: str, **values: object) -> Coverage:
    return table(database, name, **values).coverage


def counts(found: Rows) -> Mapping[str, list[int]]:
    return {str(row["developer"]): cast("list[int]", row["contributions"]) for row in found}


def total(found: Rows, column: str) -> int:
    return sum(cast("int", row[column]) for row in found)


def community(database: Database, by: str, **values: object) -> dict[str, dict[str, object]]:
    found = rows(database, "developer-origins", repositories=WEEK, by=by, activity="merged_prs", **values)
    return {str(row["name"]): row for row in found}


def test_four_developers_work_on_both_deepep_and_deepgemm(atlas: Database) -> None:
    found = rows(atlas, "shared-developers", repositories=PAIR)
    assert counts(found) == {"LyricZhao": [12, 4], "dzhulgakov": [1, 1], "fzyzcjy": [8, 1], "sleepcoo": [1, 1]}
    assert {tuple(cast("list[str]", row["sources"])) for row in found} == {("deepseek-week", "deepseek-week")}


def test_git_counts_answer_where_they_are_wanted_and_add_zheanxu(atlas: Database) -> None:
    found = rows(atlas, "shared-developers", repositories=PAIR, source="git-bundled")
    assert counts(found)["zheanxu"] == [3, 2]
    assert {tuple(cast("list[str]", row["sources"])) for row in found} == {("git-bundled", "deepseek-week")}
    gaps = coverage(atlas, "shared-developers", repositories=PAIR, source="git-bundled").gaps
    assert any(
        gap.startswith("deepseek-ai/DeepGEMM: git-bundled does not tell of it, deepseek-week answers") for gap in gaps
    )


def test_git_counts_answer_for_a_window_and_what_they_lack_is_said(atlas: Database) -> None:
    window = {"repositories": PAIR, "from": "2025-02", "to": "2025-12"}
    only = table(atlas, "shared-developers", **window, at_least=2)
    assert only.records() == []
    assert only.coverage.gaps[0] == (
        "deepseek-ai/DeepGEMM: no source tells of merged_prs from 2025-02 to 2025-12 "
        "(deepseek-week covers 2025-02 to 2025-08); `ossatlas load github deepseek-ai/DeepGEMM` would load one"
    )
    found = rows(atlas, "project-contributors", repository=PAIR[0], **{"from": "2025-02", "to": "2025-12"})
    assert "zheanxu" in {row["developer"] for row in found}
    assert {row["source"] for row in found} == {"git-bundled"}


def test_the_table_answers_for_a_window_that_is_its_span(atlas: Database) -> None:
    found = rows(atlas, "shared-developers", repositories=PAIR, **{"from": "2025-02", "to": "2025-08"})
    assert sorted(counts(found)) == ["LyricZhao", "dzhulgakov", "fzyzcjy", "sleepcoo"]


def test_one_developer_works_on_three_projects_of_the_week(atlas: Database) -> None:
    found = rows(atlas, "shared-developers", repositories=WEEK, at_least=3)
    assert [row["developer"] for row in found] == ["A-transformer"]
    assert sorted(cast("list[str]", found[0]["repositories"])) == [
        f"deepseek-ai/{n}" for n in ("3FS", "DeepGEMM", "EPLB")
    ]


def test_the_table_alone_has_84_developers_with_164_merged_pull_requests(atlas: Database) -> None:
    per_project = {name: rows(atlas, "project-contributors", repository=name, source="deepseek-week") for name in WEEK}
    assert [len(per_project[name]) for name in WEEK] == [7, 21, 24, 5, 3, 32]
    assert sum(total(found, "contributions") for found in per_project.values()) == 164
    assert len({row["developer"] for found in per_project.values() for row in found}) == 84


def test_with_the_corrections_it_is_166(atlas: Database) -> None:
    found = [row for name in WEEK for row in rows(atlas, "project-contributors", repository=name)]
    assert total(found, "contributions") == 166
    corrected = {str(row["developer"]): row["contributions"] for row in found if row["corrected"]}
    assert corrected == {"alpha-baby": 3, "wangfakang": 2}
    assert {row["source"] for row in found if row["corrected"]} == {"deepseek-week + corrections"}


def test_40_of_84_developers_are_from_china_and_38_from_there_alone(atlas: Database) -> None:
    china = community(atlas, "country")["China"]
    assert (china["developers"], china["only_here"], china["all_developers"]) == (40, 38, 84)


def test_unknown_stays_in_the_denominator(atlas: Database) -> None:
    found = community(atlas, "country")
    assert cast("int", found["unknown"]["developers"]) == 38
    assert sum(cast("int", row["only_here"]) for row in found.values()) <= 84


def test_eight_developers_are_of_universities(atlas: Database) -> None:
    found = community(atlas, "organization").values()
    universities = {login for row in found if row["kind"] == "university" for login in cast("list[str]", row["logins"])}
    assert len(universities) == 8


@pytest.mark.parametrize(
    ("source", "alibaba", "ant_group"), [("deepseek-week", 6, 1), (None, 5, 2)], ids=["table alone", "corrected"]
)
def test_corrections_move_one_developer_from_alibaba_to_ant_group(
    atlas: Database, source: str | None, alibaba: int, ant_group: int
) -> None:
    found = community(atlas, "organization", **({"source": source} if source else {}))
    assert (found["Alibaba"]["developers"], found["Ant Group"]["developers"]) == (alibaba, ant_group)


def test_companies_stand_out_in_single_projects(atlas: Database) -> None:
    def developers(repository: str, name: str) -> object:
        found = rows(atlas, "developer-origins", repositories=[repository], by="organization", activity="merged_prs")
        return next(row["developers"] for row in found if row["name"] == name)

    assert developers("deepseek-ai/DeepGEMM", "NVIDIA") == 3
    assert developers("deepseek-ai/FlashMLA", "ByteDance") == 2
    assert developers("deepseek-ai/3FS", "XSKY") == 2


def test_the_two_tables_count_216_and_164_merged_pull_requests(atlas: Database) -> None:
    found = rows(atlas, "maintenance", source="deepseek-week")
    assert (len(found), total(found, "prs_merged"), total(found, "by_developer")) == (6, 216, 164)
    both = {str(row["repository"]).partition("/")[2]: (row["prs_merged"], row["by_developer"]) for row in found}
    assert both == {
        "FlashMLA": (12, 8), "DeepEP": (82, 50), "DeepGEMM": (44, 36),
        "DualPipe": (6, 6), "EPLB": (5, 4), "3FS": (67, 60),
    }  # fmt: skip
    assert all(row["difference"] == cast("int", row["prs_merged"]) - cast("int", row["by_developer"]) for row in found)


def test_dualpipe_was_last_committed_to_on_10_march_by_committer_date(atlas: Database) -> None:
    found = rows(atlas, "maintenance", repositories=["deepseek-ai/DualPipe"])
    assert found[0]["last_commit"] == "2025-03-10"
    assert found[0]["maintainers"] == ["beginlner"]


def test_the_landscape_has_135_projects_in_19_domains(atlas: Database) -> None:
    projects = rows(atlas, "landscape")
    assert len(projects) == len({row["repository"] for row in projects}) == 135
    domains = rows(atlas, "landscape-domains")
    assert (len(domains), total(domains, "projects")) == (19, 135)


def test_the_top_20_come_in_their_published_order(atlas: Database) -> None:
    found = rows(atlas, "top-openrank")
    with (FOLDER / "openrank_top20_2025-04.csv").open(encoding="utf-8") as published:
        assert [row["repository"] for row in found] == [row["repository"] for row in csv.DictReader(published)]
    assert [row["rank"] for row in found] == list(range(1, 21))
    assert {row["how"] for row in found} == {"published"}


def test_means_of_the_monthly_series_agree_with_the_published_means(atlas: Database) -> None:
    published = {row["repository"]: row["openrank"] for row in rows(atlas, "top-openrank", limit=100)}
    monthly = rows(atlas, "openrank-series", repositories=["vllm-project/vllm"], **{"from": "2025-01", "to": "2025-04"})
    mean = sum(cast("float", row["openrank"]) for row in monthly) / 4
    assert round(mean) == published["vllm-project/vllm"] == 615


def test_12_of_the_13_related_projects_are_on_the_landscape(atlas: Database) -> None:
    found = rows(atlas, "ecosystem")
    assert len(found) == 13
    assert [row["repository"] for row in found if not row["on_landscape"]] == ["NVIDIA/TransformerEngine"]


def test_integrations_without_a_known_end_stay_in_without_days(atlas: Database) -> None:
    found = {(row["repository"], row["integrates"]): row["days"] for row in rows(atlas, "integrations")}
    assert len(found) == 7
    assert found["vllm-project/vllm", "deepseek-ai/FlashMLA"] == 2
    assert found["sgl-project/sglang", "deepseek-ai/EPLB"] == 81
    assert found["PaddlePaddle/Paddle", "deepseek-ai/DeepEP"] is None


def test_lineage_tells_founders_hosts_and_successors(atlas: Database) -> None:
    told = {(r["subject"], r["relation"], r["object"]): r["since"] for r in rows(atlas, "lineage")}
    assert told["vllm-project/vllm", "hosted_by", "PyTorch Foundation"] == "2025-05"
    assert told["sgl-project/sglang", "in_ecosystem_of", "PyTorch Foundation"] == "2025-03"
    assert told["openai/swarm", "succeeded_by", "openai/openai-agents-python"] == "2025-03"
    assert ("LMSYS", "founded_by", "Carnegie Mellon University") in told


def test_counterparts_tell_the_months_between(atlas: Database) -> None:
    found = {row["product"]: (row["counterpart"], row["months"]) for row in rows(atlas, "counterparts")}
    assert found["Devin"] == ("All-Hands-AI/OpenHands", 0)
    assert found["Perplexity"] == ("ItzCrazyKns/Perplexica", None)
    assert found["Cursor"] == (None, None)


def test_events_of_a_kind_come_by_date(atlas: Database) -> None:
    found = rows(atlas, "events", kind="governance")
    assert [row["date"] for row in found] == ["2022-09", "2025-03", "2025-05", "2025-05"]


def test_the_stack_names_what_is_built_on_llama_cpp(atlas: Database) -> None:
    on_it = {
        row["project"] for row in rows(atlas, "stack") if "ggml-org/llama.cpp" in cast("list[str]", row["built_on"])
    }
    assert {"Ollama", "LM Studio", "llamafile"} <= on_it


@pytest.mark.parametrize("name", ["google/A2A", "a2aproject/A2A", "A2APROJECT/a2a"])
def test_a_renamed_repository_answers_to_both_names_in_any_case(atlas: Database, name: str) -> None:
    assert rows(atlas, "repository-profile", repository=name)[0]["repository"] == "a2aproject/A2A"


def test_a_repository_that_is_not_there_gets_near_names(atlas: Database) -> None:
    with pytest.raises(NotFoundError, match=r"no repository 'deepseek-ai/DeepGEM'; near are .*deepseek-ai/DeepGEMM"):
        rows(atlas, "repository-profile", repository="deepseek-ai/DeepGEM")


@pytest.mark.parametrize(
    ("text", "first"),
    [("deepep", "deepseek-ai/DeepEP"), ("vllm", "vllm-project/vllm"), ("VLM", "vllm-project/vllm"),
     ("LyricZhao", "LyricZhao"), ("triton", "triton-lang/triton"), ("openai/triton", "triton-lang/triton")],
)  # fmt: skip
def test_search_finds_names_in_any_case_with_slips_and_former_names(atlas: Database, text: str, first: str) -> None:
    assert first in [row["title"] for row in rows(atlas, "search", text=text)][:3]


@pytest.mark.parametrize("text", ["", "   ", "()[]{}^~*?:\\/\"'+-!&|", "AND OR NOT", "a" * 900, "蚂蚁"])
def test_search_takes_any_text(atlas: Database, text: str) -> None:
    assert isinstance(rows(atlas, "search", text=text or " "), list)


def test_clusters_agree_with_domains_as_scikit_learn_computes_it(atlas: Database) -> None:
    found = rows(atlas, "domain-clusters", min_size=1)
    pairs = atlas.read(
        "MATCH (r:Repository)-[:IN_DOMAIN]->(leaf:Domain {taxonomy: 'llm-landscape-2025'}) "
        "MATCH (leaf)-[:PART_OF*0..1]->(d:Domain {level: 'domain'}) WHERE r.community IS NOT NULL "
        "RETURN r.community, min(d.name), r.key"
    ).rows
    communities, domains = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    assert found[0]["nmi"] == pytest.approx(normalized_mutual_info_score(domains, communities), abs=1e-9)
    assert found[0]["ari"] == pytest.approx(adjusted_rand_score(domains, communities), abs=1e-9)


def test_modularity_is_what_gds_and_networkx_compute(atlas: Database) -> None:
    import networkx as nx  # noqa: PLC0415 - only here

    ties = atlas.read("MATCH (a)-[t:SHARES_DEVELOPERS]->(b) RETURN a.key, b.key, t.strength").rows
    graph: nx.Graph[object] = nx.Graph()
    graph.add_weighted_edges_from([(a, b, float(str(w))) for a, b, w in ties])
    members: dict[object, set[object]] = {}
    for key, number in atlas.read("MATCH (r:Repository) WHERE r.community IS NOT NULL RETURN r.key, r.community").rows:
        members.setdefault(number, set()).add(key)
    found = rows(atlas, "domain-clusters")[0]["modularity"]
    assert found == pytest.approx(nx.community.modularity(graph, members.values()), abs=1e-9)


def test_centrality_is_what_networkx_computes(atlas: Database) -> None:
    import networkx as nx  # noqa: PLC0415 - only here

    ties = atlas.read("MATCH (a)-[t:SHARES_DEVELOPERS]->(b) RETURN a.name, b.name, t.strength").rows
    graph: nx.Graph[object] = nx.Graph()
    graph.add_weighted_edges_from([(a, b, float(str(w))) for a, b, w in ties])
    between = nx.betweenness_centrality(graph)
    found = rows(atlas, "centrality", limit=200)
    assert len(found) == len(graph)
    for row in found:
        assert row["degree"] == graph.degree(row["repository"])
        assert row["betweenness"] == pytest.approx(between[row["repository"]], abs=1e-9)
    ranks = nx.pagerank(graph, alpha=0.85, weight="weight", tol=1e-10)
    assert {r["repository"] for r in found[:5]} == set(sorted(ranks, key=lambda n: -ranks[n])[:5])


def test_overlaps_are_what_sets_of_developers_give(atlas: Database) -> None:
    def developers(repository: str) -> set[object]:
        found = rows(atlas, "project-contributors", repository=repository, limit=10_000)
        return {row["developer"] for row in found}

    left, right = developers("vllm-project/vllm"), developers("sgl-project/sglang")
    pair = next(
        r
        for r in rows(atlas, "repository-overlap", repository="vllm-project/vllm")
        if r["right"] == "sgl-project/sglang"
    )
    assert cast("int", pair["developers"]) <= len(left & right)  # the cap leaves out those who touch very many
    assert cast("int", pair["developers"]) >= 0.9 * len(left & right)
    assert 0 < cast("float", pair["jaccard"]) < 1


def test_the_overlap_network_draws_every_contributor_once_with_evidence(atlas: Database) -> None:
    network = run(atlas, catalogue().find("overlap-network"), {"repositories": PAIR})
    assert isinstance(network, Network)
    developers = {node.title for node in network.nodes if node.label == "Developer"}
    assert len(developers) == 21 + 24 - 4
    assert all(edge.evidence for edge in network.edges)
    assert {str(item["source"]) for edge in network.edges for item in edge.evidence} == {"deepseek-week", "corrections"}


def test_ambiguous_locations_are_listed_with_what_they_may_mean(atlas: Database) -> None:
    found = {row["text"]: row for row in rows(atlas, "unresolved-identities", what="location")}
    assert cast("list[str]", found["CA"]["candidates"]) == ["CA", "US"]
    assert found["CA"]["developers"] == ["lancerts"]
    assert {"Solar system", "Your computer", "Internet"} <= found.keys()
