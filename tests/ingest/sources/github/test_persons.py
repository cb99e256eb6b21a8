"""Datasets of people."""

from __future__ import annotations

from pathlib import Path

from graph import edge_kinds as edges
from graph.check import check
from graph.model import EdgeRecord, NodeRecord, Record
from ingest.identity import Identities
from ingest.source import Dataset
from ingest.sources.github.cursor import Cursor
from ingest.sources.github.datasets import Shelf
from ingest.sources.github.people import People, Profile
from ingest.sources.github.persons import MEMBER_CONFIDENCE, members_dataset, profiles_dataset
from ingest.sources.github.store import Store

DAY = "2024-06-15"
RULES = Identities.load()


def shelf(folder: Path) -> Shelf:
    return Shelf(RULES, Store(folder / "store"))


def records_of(dataset: Dataset | None) -> list[Record]:
    """The checked records of a dataset."""
    assert dataset is not None
    found = [item for item in dataset.read() if isinstance(item, NodeRecord | EdgeRecord)]
    for record in found:
        check(record)
    return found


def people(folder: Path, **more: object) -> People:
    made = People(folder / "profiles")
    made.keep([Profile.model_validate({"id": 1, "login": "ann", "followers": 3, **more})], DAY)
    return made


def test_no_profiles_are_no_dataset(tmp_path: Path) -> None:
    assert profiles_dataset(shelf(tmp_path), People(tmp_path)) is None


def test_a_profile_is_a_developer_with_employer_and_place(tmp_path: Path) -> None:
    told = people(tmp_path, company="@alibaba", location="Berlin", created_at="2020-01-01T00:00:00Z")
    found = records_of(profiles_dataset(shelf(tmp_path), told))
    (who,) = [record for record in found if isinstance(record, NodeRecord)]
    assert who.ref.keys == ("github:1", "github:@ann")
    assert (who.props["followers"], who.props["created_at"]) == (3, "2020-01-01")
    kinds = {record.type for record in found if isinstance(record, EdgeRecord)}
    assert kinds == {edges.AFFILIATED_WITH.type, edges.LOCATED_IN.type, edges.STATED.type}


def test_former_logins_lead_to_the_same_developer(tmp_path: Path) -> None:
    told = people(tmp_path)
    told.keep([Profile.model_validate({"id": 1, "login": "anna"})], DAY)
    who = records_of(profiles_dataset(shelf(tmp_path), told))[0]
    assert isinstance(who, NodeRecord)
    assert who.ref.former == ("github:@ann",)


def test_each_profile_is_dated_by_the_day_on_which_it_was_read(tmp_path: Path) -> None:
    told = people(tmp_path, company="@alibaba", location="Berlin")
    told.keep([Profile.model_validate({"id": 2, "login": "ben", "company": "@nvidia"})], "2026-11-21")
    dataset = profiles_dataset(shelf(tmp_path), told)
    found = [record for record in records_of(dataset) if isinstance(record, EdgeRecord)]
    dated = {(record.start.props["login"], record.type): record.props.get("read_on") for record in found}
    assert dated["ann", edges.STATED.type] == dated["ann", edges.AFFILIATED_WITH.type] == DAY
    assert dated["ben", edges.STATED.type] == dated["ben", edges.AFFILIATED_WITH.type] == "2026-11-21"
    assert dataset is not None
    assert dataset.origin.as_of == "2026-11-21"


def test_profiles_read_again_later_are_new_rows_with_the_later_day(tmp_path: Path) -> None:
    first, same = (profiles_dataset(shelf(tmp_path), people(tmp_path)) for _ in range(2))
    again = People(tmp_path / "profiles")
    again.keep([Profile.model_validate({"id": 1, "login": "ann", "followers": 3})], "2024-09-01")
    later = profiles_dataset(shelf(tmp_path), again)
    assert first is not None
    assert same is not None
    assert later is not None
    assert first.origin.content_hash == same.origin.content_hash != later.origin.content_hash
    assert (first.origin.as_of, later.origin.as_of) == (DAY, "2024-09-01")


def test_public_members_are_affiliated(tmp_path: Path) -> None:
    cursor = Cursor(tmp_path / "acme.json")
    cursor.put("members", login="acme", rows=[["ann", 1, "User"]], day=DAY)
    (record,) = records_of(members_dataset(shelf(tmp_path), cursor))
    assert isinstance(record, EdgeRecord)
    assert (record.end.props["name"], record.end.props["handles"]) == ("acme", ["acme"])
    assert (record.props["confidence"], record.props["raw"]) == (MEMBER_CONFIDENCE, "public member of @acme")
