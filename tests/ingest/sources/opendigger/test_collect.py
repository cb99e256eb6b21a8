"""From a shelf into the store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.collect import Collector, network_period
from ingest.sources.opendigger.metrics import wanted
from ingest.sources.opendigger.shelves import FolderShelf
from ingest.sources.opendigger.store import Kept, Store
from tests.ingest.sources.opendigger.world import statics

AB = Asked("repository", "a/b", "github")
WRITTEN = 1_757_120_400_000  # in September 2025


def collected(tmp_path: Path, files: Mapping[str, object], *metrics: str, period: str = "") -> Store:
    store = Store(tmp_path / "store")
    shelf = FolderShelf(statics(tmp_path / "static", files))
    Collector(shelf, store, "2025-09-01", period).collect(AB, wanted(metrics, "repository"))
    return store


def test_each_metric_is_kept_and_absent_ones_as_absent(tmp_path: Path) -> None:
    store = collected(tmp_path, {"github/a/b/openrank.json": {"2020-08": 1}}, "openrank", "stars")
    assert dict(store.all(AB)) == {
        "openrank": Kept("2025-09-01", {"2020-08": 1}),
        "stars": Kept("2025-09-01", absent="OpenDigger has no file of it"),
    }


def test_a_broken_file_is_kept_as_broken_and_the_rest_goes_on(tmp_path: Path) -> None:
    store = collected(tmp_path, {"github/a/b/openrank.json": "{", "github/a/b/stars.json": {}}, "openrank", "stars")
    held = dict(store.all(AB))
    assert held["openrank"].broken == "no JSON from character 1 on"
    assert held["stars"].content == {}


def test_of_meta_only_id_and_day_are_kept_never_a_biography(tmp_path: Path) -> None:
    told = {"id": 7, "updatedAt": WRITTEN, "info": {"bio": "Mountains!", "name": "Ann"}, "name": "Ann"}
    store = collected(tmp_path, {"github/a/b/meta.json": told}, "openrank")
    assert store.meta(AB) == {"id": 7, "updatedAt": WRITTEN}
    assert "Mountains" not in "".join(path.read_text() for path in tmp_path.joinpath("store").rglob("*.json"))
    assert "Ann" not in "".join(path.read_text() for path in tmp_path.joinpath("store").rglob("*.json"))


def test_a_network_stands_for_the_three_months_before_it_was_written(tmp_path: Path) -> None:
    files = {"github/a/b/meta.json": {"updatedAt": WRITTEN}, "github/a/b/repo_network.json": {"nodes": [], "edges": []}}
    assert dict(collected(tmp_path, files, "repo_network").all(AB))["repo_network"].period == "2025-06..2025-08"


def test_the_months_that_a_user_says_go_before(tmp_path: Path) -> None:
    files = {"github/a/b/meta.json": {"updatedAt": WRITTEN}, "github/a/b/repo_network.json": {}}
    store = collected(tmp_path, files, "repo_network", period="2024-01..2024-03")
    assert dict(store.all(AB))["repo_network"].period == "2024-01..2024-03"


@pytest.mark.parametrize("updated", [None, "2025", True, -5, 9e15, []])
def test_without_a_day_the_months_are_not_known(updated: object) -> None:
    assert network_period(updated) == ""


def test_months_go_over_the_year() -> None:
    assert network_period(1_736_000_000_000) == "2024-10..2024-12"
