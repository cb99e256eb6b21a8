"""What cannot be taken, from the command's side: each gives one clear sentence, and nothing is half-written."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.errors import AtlasError, BadRowError
from tests.ingest.sources.opendigger.world import desk, opened, statics

SUMS = "repo_id,repo_name,platform,total_openrank\n"
TOPIC = '{"repo_id": 7, "repo_name": "a/b", "topics": '
NAMES = [
    ("", "names nothing that OpenDigger tells of: expected owner/name, a login, a label such as :companies/alibaba"),
    ("   ", "names nothing that OpenDigger tells of"),
    ("a/b/c", "names nothing that OpenDigger tells of"),
    ("a b", "names nothing that OpenDigger tells of"),
    ("仓库", "names nothing that OpenDigger tells of"),
    ("./absent", "absent does not exist: expected a .csv or .csv.gz"),
    (":", "is no label: expected a path such as :companies/alibaba"),
    (":a//b", "is no label: expected a path such as :companies/alibaba"),
    (":../etc", "is no label: expected a path such as :companies/alibaba"),
    ("bitbucket:a/b", "bitbucket is no code host that OpenDigger tells of: expected GitHub, Gitee"),
    ("https://example.org/a/b", "example.org is no code host that OpenDigger tells of: expected github.com"),
    ("absent.csv", "absent.csv does not exist: expected a .csv or .csv.gz of OpenRank sums"),
    ("absent.tar.gz", "absent.tar.gz does not exist: expected a .csv"),
]
OPTIONS = [
    ({"metrics": ("opnrank",)}, "there is no metric called opnrank; expected openrank"),
    ({"metrics": ("meta",)}, "the metric meta is not taken: it holds biographies"),
    ({"metrics": ("talent",)}, "the metric talent is not taken: it scores people"),
    ({"period": "2025-13..2026-01"}, "--period is '2025-13..2026-01': expected months such as 2025-02..2025-04"),
    ({"period": "2025-05..2025-01"}, "--period is '2025-05..2025-01': expected months"),
    ({"as_of": "31.08.2025"}, "--as-of is '31.08.2025': expected a day such as 2025-08-31"),
    ({"from": "/no/such/folder"}, "/no/such/folder is no folder: expected one with OpenDigger's files"),
    ({"from": "ftp://example.org"}, "the address of OpenDigger has to begin with https:// or http://"),
    ({"from": "https://"}, "the address of OpenDigger has to begin with https:// or http:// and name a host"),
]
FILES: list[tuple[str, bytes, str]] = [
    ("x.csv", b"", "x.csv has the columns of nothing: expected repo_id, repo_name, platform, total_openrank"),
    ("x.csv", b"login,commits\nann,3\n", "x.csv has the columns login, commits: expected repo_id"),
    ("x.csv", SUMS.encode(), "x.csv has names of columns and no rows: expected at least one"),
    ("x.csv", SUMS.encode("utf-16"), "x.csv is not in UTF-8: save it so"),
    ("x.csv.gz", SUMS.encode(), "x.csv.gz cannot be read to its end"),
    ("x.csv.gz", gzip.compress(SUMS.encode() * 50)[:-8], "x.csv.gz cannot be read to its end"),
    ("x.jsonl", b"", "x.jsonl is empty: expected an object with repo_id, repo_name and topics"),
    ("x.jsonl", b"\xff\xfe", "x.jsonl is not in UTF-8: save it so"),
    ("x.tar.gz", b"", "x.tar.gz cannot be read to its end"),
    ("x.tar.gz", gzip.compress(b"not a tar"), "x.tar.gz cannot be read to its end"),
    ("x.yml.gz", b"name: A", "x.yml.gz cannot be read to its end"),
]
ROWS: list[tuple[str, str, str]] = [
    ("x.csv", f"{SUMS}x,a/b,GitHub,1\n", "x.csv:2: repo_id: found 'x', expected a whole number, 1 or more"),
    ("x.csv", f"{SUMS}7,a/b,SVN,1\n", "x.csv:2: platform: found 'SVN', expected GitHub, Gitee"),
    (
        "x.csv",
        f"{SUMS}7,a/b,GitHub,many\n",
        "x.csv:2: total_openrank: found 'many', expected a finite number, 0 or more",
    ),
    ("x.jsonl", "{", "x.jsonl:1: row: found 'no JSON', expected an object with repo_id"),
    ("x.jsonl", f"{TOPIC}7}}", "x.jsonl:1: topics: found 7, expected a list of words"),
    ("x.yml", "name: [", "x.yml:1: file: found what is no YAML in line 2, expected one YAML document"),
    ("x.yml", "name: NO", "x.yml:1: name: found false, expected text, in quotation marks where YAML would read it as"),
    ("x.yml", "name: A\ndata: {labels: [b]}", "x.yml:1: data.labels: found ':x/b', expected a label that there is"),
    ("x.yml", "name: A\ndata: {labels: [':x']}", "x.yml:1: data.labels: found ':x', expected no label below itself"),
    ("x.yml", "name: A\ndata: {repos: []}", "x.yml:1: data: found 'repos', expected labels or platforms"),
]


def refused(tmp_path: Path, *named: str | Path, **options: object) -> str:
    """The one sentence with which an order is refused before anything is read."""
    with pytest.raises(AtlasError) as caught:
        opened(desk(tmp_path), *named, **options)
    return str(caught.value)


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_name_that_means_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    found = refused(tmp_path, name)
    assert said in found
    assert "\n" not in found


@pytest.mark.parametrize(("options", "said"), OPTIONS)
def test_an_option_that_means_nothing(tmp_path: Path, options: dict[str, object], said: str) -> None:
    found = refused(tmp_path, "a/b", **options)
    assert said in found
    assert "\n" not in found


@pytest.mark.parametrize(("name", "content", "said"), FILES)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = refused(tmp_path, tmp_path / name)
    assert said in found
    assert "\n" not in found


@pytest.mark.parametrize(("name", "content", "said"), ROWS)
def test_a_row_that_cannot_be_taken(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content)
    (dataset,) = opened(desk(tmp_path), tmp_path / name)
    found = [str(item) for item in dataset.read() if isinstance(item, BadRowError)]
    assert len(found) == 1
    assert said in found[0]
    assert "\n" not in found[0]


@pytest.mark.parametrize(
    "content", ["[]", "null", '"text"', "7", "{", '{"2025-1": 3}', '{"2025-01": "3"}', '{"2025-01": {}}']
)
def test_a_static_file_that_holds_no_series(tmp_path: Path, content: str) -> None:
    folder = statics(tmp_path / "static", {"github/a/b/openrank.json": content})
    (dataset,) = opened(desk(tmp_path), "a/b", **{"from": str(folder), "metrics": ("openrank",)})
    (found,) = [str(item) for item in dataset.read() if isinstance(item, BadRowError)]
    assert found.startswith("github/a/b/openrank.json:1: ")
    assert "expected" in found
