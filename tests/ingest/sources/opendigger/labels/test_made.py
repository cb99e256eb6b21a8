"""What labels become."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import EdgeRecord, NodeRecord
from ingest.source import Dataset
from tests.ingest.sources.opendigger.world import desk, edges, label_folder, nodes, opened, real, records

TREE = {
    "companies/acme/index": """
name: Acme
name_zh: 顶点
type: Company
data:
  labels: [anvil]
  platforms:
    - {name: GitHub, type: Code Hosting, orgs: [{id: 9, name: Acme-Inc}], repos: [{id: 1, name: acme-inc/tool}]}
    - {name: Gitee, type: Code Hosting, orgs: [{id: 8, name: acme}]}
""",
    "companies/acme/anvil": """
name: Anvil
type: Project
data: {platforms: [{name: GitHub, repos: [{id: 2, name: acme-inc/anvil}, {id: 3, name: apache/anvil}]}]}
""",
    "foundations/asf": "name: Apache Software Foundation\ntype: Foundation\ndata: {labels: [':companies/acme/anvil']}",
    "bot": "name: Bots\ntype: Bot\ndata: {platforms: [{name: GitHub, users: [{id: 5, name: machine}]}]}",
    "communities/lab": """
name: Lab
type: Community
data: {platforms: [{name: GitHub, users: [{id: 6, name: 王伟 @ww}]}]}
""",
    "divisions/CN/index": """
name: China
name_zh: 中国
type: Division-0
meta: {alpha2: CN}
data: {platforms: [{name: GitHub, users: [{id: 6, name: ww}]}]}
""",
    "technology/database": "name: Database\nname_zh: 数据库\ntype: Tech-0",
}


def made(tmp_path: Path) -> Dataset:
    (dataset,) = opened(desk(tmp_path), f"{label_folder(tmp_path / 'labeled_data', TREE)}/")
    return dataset


def pairs(dataset: Dataset, kind: str) -> set[tuple[str, str]]:
    return {(edge.start.ref.key, edge.end.ref.key) for edge in edges(dataset, kind)}


def test_every_label_is_a_domain_with_its_names_type_and_accounts(tmp_path: Path) -> None:
    found = nodes(made(tmp_path), "Domain")
    assert len(found) == len(TREE)
    acme = found["opendigger/companies/acme"].props
    assert (acme["name"], acme["name_zh"], acme["level"]) == ("Acme", "顶点", "company")
    assert acme["handles"] == ["gitee:acme", "github:Acme-Inc"]
    assert found["opendigger/technology/database"].props["name_zh"] == "数据库"


def test_children_are_part_of_their_label_and_a_label_of_its_organization(tmp_path: Path) -> None:
    assert pairs(made(tmp_path), "PART_OF") == {
        ("opendigger/companies/acme/anvil", "opendigger/companies/acme"),
        ("opendigger/companies/acme/anvil", "opendigger/foundations/asf"),
        ("opendigger/companies/acme", "acme"),
        ("opendigger/foundations/asf", "apache-software-foundation"),
        ("opendigger/communities/lab", "lab"),
    }


def test_organizations_have_their_kind_and_accounts(tmp_path: Path) -> None:
    found = {key: node.props for key, node in nodes(made(tmp_path), "Organization").items()}
    assert (found["acme"]["kind"], found["acme"]["handles"]) == ("company", ["Acme-Inc", "gitee:acme"])
    assert found["apache-software-foundation"]["kind"] == "foundation"
    assert found["lab"]["kind"] == "community"


def test_repositories_stand_under_the_label_that_lists_them(tmp_path: Path) -> None:
    assert pairs(made(tmp_path), "IN_DOMAIN") == {
        ("github:1", "opendigger/companies/acme"),
        ("github:2", "opendigger/companies/acme/anvil"),
        ("github:3", "opendigger/companies/acme/anvil"),
    }


def test_an_organization_owns_what_its_own_accounts_own_alone(tmp_path: Path) -> None:
    assert pairs(made(tmp_path), "OWNS") == {("acme", "github:1"), ("acme", "github:2")}


def test_a_foundation_hosts_what_is_below_its_label(tmp_path: Path) -> None:
    assert pairs(made(tmp_path), "HOSTED_BY") == {
        ("github:2", "apache-software-foundation"),
        ("github:3", "apache-software-foundation"),
    }


def test_people_are_listed_by_login_and_machines_are_flagged(tmp_path: Path) -> None:
    dataset = made(tmp_path)
    assert pairs(dataset, "AFFILIATED_WITH") == {("github:6", "lab")}
    assert pairs(dataset, "LOCATED_IN") == {("github:6", "CN")}
    people = nodes(dataset, "Developer")
    assert people["github:5"].props["bot_reason"] == "OpenDigger's list of bots"
    assert people["github:6"].props["login"] == "ww"
    assert "王伟" not in repr(records(dataset))


def test_records_of_a_row_follow_each_other_and_each_entry_is_a_row(tmp_path: Path) -> None:
    places = [(record.where.file, record.where.line) for record in records(made(tmp_path))]
    runs = [place for at, place in enumerate(places) if at == 0 or places[at - 1] != place]
    assert len(runs) == len(set(runs))
    assert ("companies/acme/index.yml", 4) in runs


def test_no_real_name_of_a_person_is_in_what_the_real_lists_of_courses_become(tmp_path: Path) -> None:
    dataset = opened(
        desk(tmp_path), ":communities/ecnu-oss101-2023-spring", **{"from": str(real("labeled_data.tar.gz"))}
    )[0]
    told = repr([record for record in records(dataset) if isinstance(record, EdgeRecord | NodeRecord)])
    assert len(edges(dataset, "AFFILIATED_WITH")) == 87
    assert not [letter for letter in told if "\u4e00" <= letter <= "\u9fff"]


def test_the_real_labels_become_5_682_domains_and_12_969_repositories(tmp_path: Path) -> None:
    (dataset,) = opened(desk(tmp_path), real("labeled_data.tar.gz"))
    domains, repositories = nodes(dataset, "Domain"), nodes(dataset, "Repository")
    assert len(domains) == 5_682
    assert len(repositories) == 12_969
    assert sum(key.startswith("gitee:") for key in repositories) == 2
    assert domains["opendigger/technology/database"].props["name_zh"] == "数据库"
    assert {"gitee:anolis", "atomgit:openharmony"} & {
        handle
        for node in domains.values()
        for handle in list(node.props.get("handles") or [])  # type: ignore[arg-type]
    }


def test_the_real_domain_files_keep_their_chinese_names(tmp_path: Path) -> None:
    files = [path for path in real("domain_yamls").iterdir() if path.stem != "other.yml"]
    for path in files:
        (tmp_path / "domains").mkdir(exist_ok=True)
        (tmp_path / "domains" / path.name).write_bytes(path.read_bytes())
    (dataset,) = opened(desk(tmp_path), f"{tmp_path}/domains/")
    domains = nodes(dataset, "Domain")
    assert {node.props["taxonomy"] for node in domains.values()} == {"opendigger-domains"}
    assert domains["opendigger-domains/ai"].props["name"] == "人工智能"
    assert domains["opendigger-domains/riscv"].props["name"] == "RISC-V 与硬件"
    assert len(domains) == 12
    assert len(edges(dataset, "IN_DOMAIN")) == 13_103


@pytest.mark.long
def test_the_largest_real_domain_file_is_read_packed_as_it_is(tmp_path: Path) -> None:
    (dataset,) = opened(desk(tmp_path), real("domain_yamls/other.yml.gz"))
    assert nodes(dataset, "Domain")["opendigger-domains/other"].props["name"] == "其他"
    assert len(edges(dataset, "IN_DOMAIN")) == 38_266
