"""Whom files tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Where
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.store import META, Kept, Store
from ingest.sources.opendigger.subject import Subject

DORIS = Asked("repository", "apache/doris", "github")
WHERE = Where("f", 1)


def subject(folder: Path, asked: Asked, meta: dict[str, object] | None = None) -> Subject:
    store = Store(folder)
    if meta is not None:
        store.keep(asked, META, Kept("2025-09-01", meta))
    return Subject(asked, store, Identities.load())


@pytest.mark.parametrize("number", [None, "7", 0, -3, 1.5, True])
def test_an_id_that_is_none_is_not_believed(tmp_path: Path, number: object) -> None:
    assert subject(tmp_path, DORIS, {"id": number}).number is None


def test_a_repository_is_known_by_its_id_where_it_is_told(tmp_path: Path) -> None:
    assert subject(tmp_path, DORIS, {"id": 99919302}).node(Nodes(Identities.load()), WHERE).ref.key == "github:99919302"
    assert subject(tmp_path / "other", DORIS).node(Nodes(Identities.load()), WHERE).ref.key == "github:apache/doris"


def test_a_bot_is_flagged(tmp_path: Path) -> None:
    node = subject(tmp_path, Asked("developer", "dependabot[bot]", "github")).node(Nodes(Identities.load()), WHERE)
    assert node.props["bot"] is True


def test_a_label_without_more_is_called_by_the_end_of_its_path(tmp_path: Path) -> None:
    node = subject(tmp_path, Asked("label", "technology/database")).node(Nodes(Identities.load()), WHERE)
    assert (node.props["name"], node.props["level"]) == ("database", "label")


def test_what_is_read_decides_the_hash_and_the_day_stands_for_no_months(tmp_path: Path) -> None:
    told = subject(tmp_path, DORIS)
    one = told.origin("", "reference", [("stars", Kept("2025-09-01", {"2020-08": 1}))], ("2020-08", "2020-08"), [])
    later = told.origin("", "reference", [("stars", Kept("2025-10-01", {"2020-08": 1}))], ("2020-08", "2020-08"), [])
    other = told.origin("", "reference", [("stars", Kept("2025-09-01", {"2020-08": 2}))], None, [])
    assert one == later
    assert one.content_hash != other.content_hash
    assert (one.as_of, other.as_of) == ("2020-08", "2025-09-01")
    assert one.dataset == "github/apache/doris"
