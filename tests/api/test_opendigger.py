"""OpenDigger's files out of our graph: what went in comes out, read as our own source reads OpenDigger's."""

import json
from pathlib import Path

import httpx
import pytest

from graph.database import Database
from graph.load import load, prepare
from ingest.sources.opendigger.metrics import METRICS
from ingest.sources.opendigger.series import Value, values
from tests.ingest.sources.opendigger.world import desk, opened

FILES: dict[str, object] = {
    "meta": {"id": 7, "updatedAt": 1_756_684_800_000},
    "openrank": {"2021-09": 3.34, "2021-10": 3, "2021-12": 3.33, "2021-10-raw": 2.84},
    "stars": {"2021-09": 10, "2021-10": 4, "2021-12": 7},
    "issue_age": {"avg": {"2021-09": 1.5, "2021-10": 0}, "quantile_2": {"2021-09": 1, "2021-10": 0}},
}


@pytest.fixture
def published(database: Database, server: str, tmp_path: Path) -> httpx.Client:
    """A server whose graph holds a repository out of files of OpenDigger's."""
    folder = tmp_path / "static" / "github" / "org" / "project"
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    options = {"metrics": tuple(name for name in FILES if name != "meta"), "from": str(tmp_path / "static")}
    prepare(database)
    for dataset in opened(desk(tmp_path), "org/project", **options):
        load(database, dataset.origin, dataset.read(), strict=True)
    return httpx.Client(base_url=server, timeout=60)


@pytest.mark.parametrize("metric", ["openrank", "stars", "issue_age"])
def test_a_file_comes_out_as_it_went_in(published: httpx.Client, metric: str) -> None:
    with published as web:
        answer = web.get(f"/github/org/project/{metric}.json")
    assert answer.status_code == 200, answer.text
    assert json.loads(answer.text) == FILES[metric]
    assert ".0" not in answer.text
    told = list(values(METRICS[metric], answer.json(), "file"))
    assert told
    assert all(isinstance(value, Value) for value in told)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("org/project/openrnk", "did you mean 'openrank'?"),
        ("org/project/participants", "org/project has no participants"),
        ("no/such/openrank", "no repository 'no/such'"),
    ],
)
def test_what_is_not_there_is_a_problem(published: httpx.Client, path: str, words: str) -> None:
    with published as web:
        answer = web.get(f"/github/{path}.json")
    assert (answer.status_code, words in answer.json()["detail"]) == (404, True), answer.text


def test_the_bundled_openrank_is_served_and_not_sent_twice(web: httpx.Client) -> None:
    first = web.get("/github/vllm-project/vllm/openrank.json")
    assert first.json()["2025-01"] == 489.914
    again = web.get("/github/vllm-project/vllm/openrank.json", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
