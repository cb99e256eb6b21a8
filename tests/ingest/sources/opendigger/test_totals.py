"""The export of repositories with sums of OpenRank."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import defaultdict
from pathlib import Path

import pytest

from graph.errors import BadInputError
from graph.model import NodeRecord
from tests.ingest.sources.opendigger.world import desk, nodes, opened, real, records, refusals

HEADER = "repo_id,repo_name,platform,total_openrank\n"


def table(folder: Path, text: str, name: str = "top.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def test_each_row_is_a_repository_of_its_code_host(tmp_path: Path) -> None:
    text = HEADER + "7,a/b,GitHub,1.5\n7,a/b,Gitee,2.5\n8,c/d,AtomGit,0\n"
    (dataset,) = opened(desk(tmp_path), table(tmp_path, text, "top.csv.gz"))
    assert {key: node.props["openrank_12m_sum"] for key, node in nodes(dataset, "Repository").items()} == {
        "github:7": 1.5,
        "gitee:7": 2.5,
        "atomgit:8": 0.0,
    }
    assert dataset.rows == 3


def test_one_that_was_renamed_has_the_sum_of_its_names_and_one_node(tmp_path: Path) -> None:
    text = HEADER + "9,coq/coq,GitHub,333.5\n10,x/y,GitHub,1\n9,rocq-prover/rocq,GitHub,155.25\n"
    (dataset,) = opened(desk(tmp_path), table(tmp_path, text))
    node = nodes(dataset, "Repository")["github:9"]
    assert (node.props["name"], node.props["former_names"]) == ("coq/coq", ["rocq-prover/rocq"])
    assert node.props["openrank_12m_sum"] == 488.75
    assert len([record for record in records(dataset) if isinstance(record, NodeRecord)]) == 3  # each row counts


def test_one_name_with_two_ids_is_two_repositories(tmp_path: Path) -> None:
    text = HEADER + "1,a/b,GitHub,5\n2,a/b,GitHub,4\n"
    (dataset,) = opened(desk(tmp_path), table(tmp_path, text))
    assert nodes(dataset, "Repository").keys() == {"github:1", "github:2"}


def test_another_order_of_rows_is_the_same_data_set(tmp_path: Path) -> None:
    rows = ["1,a/b,GitHub,5\n", "2,c/d,Gitee,4\n", "1,x/b,GitHub,3\n"]
    one, two = (
        opened(desk(tmp_path / name), table(tmp_path / name, HEADER + "".join(order)))[0]
        for name, order in (("one", rows), ("two", reversed(rows)))
    )
    assert one.origin == two.origin
    assert [record.ref for record in records(one)] == [record.ref for record in records(two)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("x,a/b,GitHub,1", "top.csv:2: repo_id: found 'x', expected a whole number, 1 or more"),
        ("-7,a/b,GitHub,1", "top.csv:2: repo_id: found '-7', expected a whole number"),
        ("0,a/b,GitHub,1", "top.csv:2: repo_id: found '0', expected a whole number"),
        ("1.5,a/b,GitHub,1", "top.csv:2: repo_id: found '1.5', expected a whole number"),
        ("99999999999999999999,a/b,GitHub,1", "top.csv:2: repo_id: found '99999999999999999999'"),
        ("7,ab,GitHub,1", "top.csv:2: repo_name: found 'ab', expected a repository as owner/name"),
        ("7,,GitHub,1", "top.csv:2: repo_name: found '', expected a repository as owner/name"),
        ("7,a/b,SVN,1", "top.csv:2: platform: found 'SVN', expected GitHub, Gitee, AtomGit"),
        ("7,a/b,GitHub,much", "top.csv:2: total_openrank: found 'much', expected a finite number, 0 or more"),
        ("7,a/b,GitHub,nan", "top.csv:2: total_openrank: found 'nan', expected a finite number"),
        ("7,a/b,GitHub,-1", "top.csv:2: total_openrank: found '-1', expected a finite number, 0 or more"),
        ("7,a/b,GitHub,inf", "top.csv:2: total_openrank: found 'inf', expected a finite number"),
        ("7,a/b,GitHub", "top.csv:2: row: found '3 cells', expected 4, as many as columns"),
        ("7,a/b,GitHub,1,2", "top.csv:2: row: found '5 cells', expected 4, as many as columns"),
    ],
)
def test_a_row_that_is_none_is_refused_alone(tmp_path: Path, row: str, said: str) -> None:
    (dataset,) = opened(desk(tmp_path), table(tmp_path, f"{HEADER}{row}\n8,c/d,GitHub,1\n"))
    assert len(refusals(dataset)) == 1
    assert said in refusals(dataset)[0]
    assert nodes(dataset, "Repository").keys() == {"github:8"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "top.csv has the columns of nothing: expected repo_id, repo_name, platform, total_openrank"),
        (b"a,b\n1,2\n", "top.csv has the columns a, b: expected repo_id, repo_name, platform, total_openrank"),
        (HEADER.encode(), "top.csv has names of columns and no rows: expected at least one"),
        (HEADER.encode() + b"7,a/\xff,GitHub,1\n", "top.csv is not in UTF-8: save it so"),
    ],
)
def test_a_file_that_is_no_such_export_is_refused_before_anything_is_read(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "top.csv"
    path.write_bytes(content)
    with pytest.raises(BadInputError) as caught:
        opened(desk(tmp_path), path)
    assert str(caught.value) == said


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, HEADER + "7,a/b,GitHub,1\n" * 100, "top.csv.gz")
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(BadInputError, match=r"top\.csv\.gz cannot be read to its end"):
        opened(desk(tmp_path), path)


def test_the_real_50_000_are_49_616_repositories_of_which_gitee_keeps_its_own(tmp_path: Path) -> None:
    path = real("top50000_repos_total_openrank.csv.gz")
    sums: dict[tuple[str, str], float] = defaultdict(float)
    with gzip.open(path, "rt", encoding="utf-8") as raw:
        for row in csv.DictReader(io.StringIO(raw.read())):
            sums[row["platform"].lower(), row["repo_id"]] += float(row["total_openrank"])
    (dataset,) = opened(desk(tmp_path), path)
    found = nodes(dataset, "Repository")
    assert dataset.rows == 50_000
    assert refusals(dataset) == []
    assert len(found) == len(sums) == 49_616
    assert {key: node.props["openrank_12m_sum"] for key, node in found.items()} == {
        f"{platform}:{number}": pytest.approx(total, abs=1e-5) for (platform, number), total in sums.items()
    }
    assert sum(key.startswith("gitee:") for key in found) == len([1 for platform, _ in sums if platform == "gitee"])
    assert found["gitee:164748"].props["former_names"] == ["chinabugotech/hutool"]


def test_a_real_name_with_two_ids_is_two_repositories(tmp_path: Path) -> None:
    told = json.loads(real("xlab_repos_openrank_2022.json").read_text(encoding="utf-8"))
    rows = [f"{row['id']},{row['repo_name']},GitHub,{row['Y2022M8']}\n" for row in told]
    (dataset,) = opened(desk(tmp_path), table(tmp_path, HEADER + "".join(rows)))
    found = nodes(dataset, "Repository")
    names = [node.props["name"] for node in found.values()]
    assert len(found) == 32
    assert len(set(names)) == 31
