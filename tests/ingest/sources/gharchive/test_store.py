"""The store of one selection: what its ledger holds, who may use it, and when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import BadInputError, LockedError, StorageError
from ingest.sources.gharchive.store import PASSING, Store, opened_store, passing_store
from ingest.sources.gharchive.summary import Summary

JULY = Summary(events=2, kept=2, hours={"2021-07-21T06": 2})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened_store(tmp_path, "all") as opened:
        yield opened


def read(store: Store, hash_: str, hour: str = "", summary: Summary = JULY) -> None:
    """Note an input as it is noted when it was read."""
    store.path(hash_).touch()
    store.note(hash_, summary)
    store.name(hash_, f"{hash_}.json.gz", hour)


def test_an_input_is_there_once_it_was_noted_and_as_long_as_its_events_are(store: Store) -> None:
    assert not store.has("a")
    read(store, "a")
    assert (store.has("a"), store.named("a.json.gz"), store.named("b.json.gz")) == (True, "a", None)
    store.path("a").unlink()
    assert (store.has("a"), store.named("a.json.gz")) == (False, None)


def test_months_are_those_of_events_and_of_names(store: Store) -> None:
    read(store, "a", "2021-08-01T00")
    assert store.months_of("a") == {"2021-07", "2021-08"}
    assert [entry.hours for entry in store.entries("2021-08")] == [("2021-08-01T00",)]
    assert store.entries("2021-07")[0].months == {"2021-07", "2021-08"}
    assert (store.up_to("2021-07"), store.up_to("2021-06"), store.after("2021-07")) == (["a"], [], ["2021-08"])


def test_two_hours_of_the_same_content_are_one_input_of_both(store: Store) -> None:
    read(store, "a", "2021-07-21T06")
    store.name("a", "other.json.gz", "2021-07-21T07")
    [entry] = store.entries("2021-07")
    assert (entry.hours, entry.summary) == (("2021-07-21T06", "2021-07-21T07"), JULY)


def test_an_hour_is_absent_until_there_is_a_file(store: Store) -> None:
    store.lacks("2021-07-21T06")
    store.lacks("2021-07-21T06")
    assert (store.absent("2021-07"), store.absent("2021-08")) == ({"2021-07-21T06"}, set())
    read(store, "a", "2021-07-21T06")
    assert store.absent("2021-07") == set()


def test_only_one_works_on_a_selection_and_others_are_free(store: Store, tmp_path: Path) -> None:
    assert store.folder == tmp_path / "all"
    with (
        pytest.raises(LockedError, match=r"for the same selection \(all\): wait for it"),
        opened_store(tmp_path, "all"),
    ):
        pass
    with opened_store(tmp_path, "organizations-1"):
        pass


def test_scratch_is_gone_afterwards(store: Store) -> None:
    with store.scratch("2021-07") as folder:
        (folder / "half").touch()
    assert not list(store.work.iterdir())


def test_a_ledger_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "ledger.sqlite").write_bytes(b"something else, and long enough" * 90)
    with pytest.raises(StorageError, match=r"the ledger in .* cannot be used"), opened_store(tmp_path, "all") as broken:
        broken.has("a")


def test_a_passing_store_goes_when_all_went_well(tmp_path: Path) -> None:
    with passing_store(tmp_path, "one") as store:
        read(store, "a")
    assert not list((tmp_path / PASSING).iterdir())


def test_a_passing_store_stays_after_a_failure_and_the_same_key_goes_on_with_it(tmp_path: Path) -> None:
    with suppress(StorageError), passing_store(tmp_path, "one") as store:
        read(store, "a")
        raise StorageError("the disk is full")
    with passing_store(tmp_path, "two") as store:
        assert not store.has("a")
    with passing_store(tmp_path, "one") as store:
        assert store.has("a")


def test_a_passing_store_goes_where_something_else_has_to_be_named(tmp_path: Path) -> None:
    with suppress(BadInputError), passing_store(tmp_path, "one") as store:
        read(store, "a")
        raise BadInputError("no event")
    assert not list((tmp_path / PASSING).iterdir())
