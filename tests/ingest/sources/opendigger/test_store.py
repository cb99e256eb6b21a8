"""Files that were fetched, on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import StorageError
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.store import META, Kept, Store

DORIS = Asked("repository", "Apache/Doris", "github")


def test_what_was_kept_comes_back_in_any_case_of_its_name(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DORIS, "openrank", Kept("2025-09-01", {"2020-08": 1.5}))
    assert store.read(Asked("repository", "apache/doris", "github"), "openrank") == Kept("2025-09-01", {"2020-08": 1.5})


def test_what_was_never_asked_for_is_none_and_what_is_absent_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DORIS, "stars", Kept("2025-09-01", absent="it is not there"))
    assert store.read(DORIS, "openrank") is None
    assert [(name, kept.absent) for name, kept in store.all(DORIS)] == [("stars", "it is not there")]


def test_a_developer_is_no_repository_of_its_name(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(Asked("developer", "openrank.json", "github"), "openrank", Kept("2025-09-01", {}))
    assert store.read(Asked("repository", "openrank.json/openrank", "github"), "openrank") is None


def test_a_later_reading_takes_the_place_of_the_former(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for value in (1, 2):
        store.keep(DORIS, "stars", Kept("2025-09-01", {"2020-08": value}))
    assert [kept.content for _, kept in store.all(DORIS)] == [{"2020-08": 2}]
    assert not list(tmp_path.rglob("*.new"))


def test_what_is_said_of_a_thing_itself_is_empty_where_nothing_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.meta(DORIS) == {}
    store.keep(DORIS, META, Kept("2025-09-01", {"id": 7}))
    assert store.meta(DORIS) == {"id": 7}


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DORIS, "stars", Kept("2025-09-01", {}))
    damaged = next(tmp_path.rglob("stars.json"))
    damaged.write_text("{")
    with pytest.raises(StorageError, match=r"stars\.json is no longer whole: delete it, it is fetched anew"):
        store.read(DORIS, "stars")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be written"):
        Store(tmp_path / "file").keep(DORIS, "stars", Kept("2025-09-01", {}))
