"""Series of repositories, developers and labels as records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.sources.opendigger.world import desk, edges, measured, nodes, opened, real, records, refusals, statics

OPENRANK = {"2020-08": 4.5, "2020-10": 5.59, "2021-10": 3, "2021-10-raw": 2.1, "2020Q3": 4.5, "2020": 10}


def test_a_repository_has_its_values_by_month_and_its_id(tmp_path: Path) -> None:
    files = {"github/a/b/openrank.json": OPENRANK, "github/a/b/meta.json": {"id": 7}}
    (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(statics(tmp_path / "s", files))})
    assert measured(dataset) == {
        ("openrank", "opendigger", "2020-08"): 4.5,
        ("openrank", "opendigger", "2020-10"): 5.59,
        ("openrank", "opendigger", "2021-10"): 3.0,
        ("openrank", "opendigger-raw", "2021-10"): 2.1,
    }
    assert nodes(dataset, "Repository").keys() == {"github:7"}
    assert {edge.props["source"] for edge in edges(dataset, "MEASURED")} == {"opendigger"}


def test_the_months_of_a_file_are_its_coverage_and_absent_ones_within_are_zero(tmp_path: Path) -> None:
    (dataset,) = opened(
        desk(tmp_path), "a/b", **{"from": str(statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK}))}
    )
    assert (dataset.origin.covers_from, dataset.origin.covers_to) == ("2020-08", "2021-10")
    assert dataset.origin.as_of == "2021-10"
    assert "2020-09" not in {edge.props["period"] for edge in edges(dataset, "MEASURED")}


def test_a_metric_that_covers_less_than_the_others_says_so(tmp_path: Path) -> None:
    files = {"github/a/b/openrank.json": OPENRANK, "github/a/b/stars.json": {"2021-01": 3, "2021-02": 1}}
    (dataset,) = opened(
        desk(tmp_path), "a/b", **{"from": str(statics(tmp_path / "s", files)), "metrics": ("openrank", "stars")}
    )
    assert dataset.origin.gaps == ("stars is told for 2021-01..2021-02 only",)


def test_metrics_without_a_file_are_a_gap_and_no_error(tmp_path: Path) -> None:
    folder = statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK, "github/a/b/stars.json": {}})
    (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(folder), "metrics": ("openrank", "stars", "activity")})
    assert dataset.origin.gaps == ("there is no file of github/a/b for activity", "stars has no months")


def test_a_repository_that_is_not_there_is_not_covered_and_the_rest_goes_on(tmp_path: Path) -> None:
    said: list[str] = []
    folder = statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK})
    gone, there = opened(
        desk(tmp_path, warn=said.append), "no/where", "a/b", **{"from": str(folder), "metrics": ("openrank",)}
    )
    (edge,) = edges(gone, "NOT_COVERED_BY")
    assert edge.start.ref.key == "github:no/where"
    assert edge.props["note"] == "OpenDigger has no file of it"
    assert said == ["OpenDigger tells nothing of github/no/where: there is no file of github/no/where for openrank"]
    assert len(measured(there)) == 4


def test_of_several_a_developer_that_is_not_there_leaves_a_snapshot_with_the_gap(tmp_path: Path) -> None:
    folder = statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK})
    _, dataset = opened(desk(tmp_path), "a/b", "@nobody", **{"from": str(folder), "metrics": ("openrank",)})
    assert records(dataset) == []
    assert dataset.origin.gaps == ("there is no file of github/nobody for openrank",)


def test_other_code_hosts_keep_their_identity(tmp_path: Path) -> None:
    files = {"gitee/dromara/hutool/openrank.json": OPENRANK, "gitee/dromara/hutool/meta.json": {"id": 164748}}
    (dataset,) = opened(desk(tmp_path), "gitee:dromara/hutool", **{"from": str(statics(tmp_path / "s", files))})
    (node,) = nodes(dataset, "Repository").values()
    assert node.ref.keys == ("gitee:164748", "gitee:dromara/hutool")
    assert node.props["platform"] == "gitee"
    assert "github_id" not in node.props


def test_a_label_has_a_series_as_a_domain(tmp_path: Path) -> None:
    meta = {"id": ":companies/alibaba", "name": "Alibaba", "name_zh": "阿里巴巴", "label_type": "Company"}
    files = {"companies/alibaba/openrank.json": OPENRANK, "companies/alibaba/meta.json": meta}
    (dataset,) = opened(desk(tmp_path), ":companies/alibaba", **{"from": str(statics(tmp_path / "s", files))})
    (node,) = nodes(dataset, "Domain").values()
    assert node.ref.key == "opendigger/companies/alibaba"
    assert (node.props["name"], node.props["name_zh"], node.props["level"]) == ("Alibaba", "阿里巴巴", "company")
    assert len(measured(dataset)) == 4


def test_a_later_reading_of_other_metrics_keeps_the_earlier_ones(tmp_path: Path) -> None:
    at, folder = (
        desk(tmp_path),
        statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK, "github/a/b/stars.json": {"2021-01": 3}}),
    )
    opened(at, "a/b", **{"from": str(folder), "metrics": ("openrank",)})
    (dataset,) = opened(at, "a/b", **{"from": str(folder), "metrics": ("stars",)})
    assert dataset.replaces
    assert {metric for metric, _, _ in measured(dataset)} == {"openrank", "stars_gained"}


def test_the_same_values_have_the_same_hash_in_whatever_order_they_are_written(tmp_path: Path) -> None:
    found = []
    for name, content in (("one", OPENRANK), ("two", dict(reversed(OPENRANK.items())))):
        folder = statics(tmp_path / name / "s", {"github/a/b/openrank.json": content})
        found += opened(desk(tmp_path / name), "A/b" if name == "two" else "a/b", **{"from": str(folder)})
    assert found[0].origin.key == found[1].origin.key


def test_a_broken_file_is_one_refused_row(tmp_path: Path) -> None:
    folder = statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK, "github/a/b/stars.json": "<html>"})
    (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(folder), "metrics": ("openrank", "stars")})
    assert refusals(dataset) == [
        "github/a/b/stars.json:1: file: found 'no JSON from character 0 on', expected JSON as OpenDigger writes it"
    ]
    assert len(measured(dataset)) == 4


def test_no_path_of_this_machine_and_no_address_of_a_mirror_is_told(tmp_path: Path) -> None:
    (dataset,) = opened(
        desk(tmp_path), "a/b", **{"from": str(statics(tmp_path / "s", {"github/a/b/openrank.json": OPENRANK}))}
    )
    assert str(tmp_path) not in repr(dataset.origin) + repr(records(dataset))
    assert dataset.origin.address == "https://oss.open-digger.cn/github/a/b"


def test_all_98_real_repositories_are_read(tmp_path: Path) -> None:
    datasets = opened(desk(tmp_path), f"{real('static_json')}/", metrics=("openrank", "stars"))
    assert len(datasets) == 98
    assert sum(len(measured(dataset)) for dataset in datasets) == 1225
    assert not [refusal for dataset in datasets for refusal in refusals(dataset)]


@pytest.mark.parametrize("month", ["2020-08", "2023-05"])
def test_the_real_series_of_open_digger_ends_where_it_ends(tmp_path: Path, month: str) -> None:
    (dataset,) = opened(
        desk(tmp_path), "x-lab2017/OPEN-digger", **{"from": str(real("static_json")), "metrics": ("openrank",)}
    )
    assert (dataset.origin.covers_from, dataset.origin.covers_to) == ("2020-08", "2023-05")
    assert ("openrank", "opendigger", month) in measured(dataset)


def test_real_series_with_zeros_written_out_are_the_same_as_without(tmp_path: Path) -> None:
    """The 32 repositories of `xlab_repos_openrank_2022.json`, with their zeros and without."""
    told = json.loads(real("xlab_repos_openrank_2022.json").read_text(encoding="utf-8"))
    found = []
    for name, zeros in (("with", True), ("without", False)):
        files = {}
        for row in told:
            months = {f"2022-{at:02}": row[f"Y2022M{at}"] for at in range(1, 9)}
            kept = {month: value for month, value in months.items() if value or zeros}
            files[f"github/{row['repo_name']}/openrank.json"] = kept
        folder = statics(tmp_path / name / "static", files)
        found.append(opened(desk(tmp_path / name), f"{folder}/", metrics=("openrank",)))
    spelled = [[measured(dataset) for dataset in datasets] for datasets in found]
    assert spelled[0] == spelled[1]
    assert all(value > 0 for values in spelled[0] for value in values.values())
    assert {(dataset.origin.covers_from, dataset.origin.covers_to) for dataset in found[0]} == {("2022-01", "2022-08")}
    assert len({row["id"] for row in told}) == 32 > len(found[0])  # one name has two ids: a folder holds it once
