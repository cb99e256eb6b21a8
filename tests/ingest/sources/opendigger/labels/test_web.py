"""Labels file by file, from an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import NotFoundError
from ingest.http import Client, Pace
from ingest.sources.opendigger.labels.web import fetch_labels
from tests.ingest.sources.opendigger.server import Served, serving
from tests.ingest.sources.opendigger.world import label_folder

TREE = {
    "technology/database/index": "name: Database\ndata: {labels: [graph, gone, ':odd']}",
    "technology/database/graph": "name: Graph\ndata: {labels: [':technology/database']}",
    "odd": "name: [",
    "companies/other": "name: Other",
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(label_folder(tmp_path / "served", TREE)) as running:
        yield running


def fetched(served: Served, tmp_path: Path, path: str) -> list[str]:
    with Client("OpenDigger", served.address, pace=Pace(sleep=lambda _: None)) as client:
        return [held.file for held in fetch_labels(client, path, tmp_path / "room")]


def test_a_label_comes_with_all_below_it_and_nothing_else(served: Served, tmp_path: Path) -> None:
    assert fetched(served, tmp_path, "technology/database") == [
        "odd.yml",
        "technology/database/graph.yml",
        "technology/database/index.yml",
    ]


def test_a_circle_is_walked_once(served: Served, tmp_path: Path) -> None:
    fetched(served, tmp_path, "technology/database/graph")
    assert served.statuses("technology/database/graph.yml") == [200]


def test_a_label_that_is_not_there_is_not_found(served: Served, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no label :technology/none at http://127"):
        fetched(served, tmp_path, "technology/none")
