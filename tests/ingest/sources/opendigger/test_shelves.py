"""Static files from a folder, and from an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import BadInputError, NotFoundError, SourceError
from ingest.http import Client, Pace
from ingest.sources.opendigger.asked import Asked
from ingest.sources.opendigger.shelves import FolderShelf, WebShelf, subjects
from tests.ingest.sources.opendigger.server import Served, serving
from tests.ingest.sources.opendigger.world import real, statics

FILES = {"github/Apache/Doris/openrank.json": {"2020-08": 1}, "github/Apache/Doris/meta.json": {"id": 7}}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(statics(tmp_path / "served", FILES)) as running:
        yield running


def shelf(served: Served, tmp_path: Path) -> WebShelf:
    pace = Pace(sleep=lambda _: None)
    return WebShelf(Client("OpenDigger", served.address, cache=tmp_path / "cache", pace=pace))


def test_a_folder_is_read_in_any_case(tmp_path: Path) -> None:
    held = FolderShelf(statics(tmp_path, FILES))
    assert held.fetch("github/apache/doris/openrank.json") == {"2020-08": 1}


def test_what_a_folder_lacks_is_not_found(tmp_path: Path) -> None:
    held = FolderShelf(statics(tmp_path, FILES))
    with pytest.raises(NotFoundError):
        held.fetch("github/apache/flink/openrank.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"2020-08": 1', "no JSON from character 13 on"),
        ("", "no JSON from character 0 on"),
        ('{"2020-08": 1, "2020-08": 2}', "the key 2020-08 twice"),
        ("[" * 100_000, "JSON nested too deep"),
    ],
)
def test_a_file_that_is_no_json_says_where(tmp_path: Path, content: str, said: str) -> None:
    held = FolderShelf(statics(tmp_path, {"github/a/b/stars.json": content}))
    with pytest.raises(BadInputError, match=said):
        held.fetch("github/a/b/stars.json")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = statics(tmp_path, {"github/a/b/stars.json": {}})
    (folder / "github/a/b/stars.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(BadInputError, match="not UTF-8"):
        FolderShelf(folder).fetch("github/a/b/stars.json")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        BadInputError, match="is no folder: expected one with OpenDigger's files, or a mirror's address"
    ):
        FolderShelf(tmp_path / "absent")


def test_an_address_is_asked_once_and_then_only_whether_it_changed(served: Served, tmp_path: Path) -> None:
    with closing(shelf(served, tmp_path)) as held:
        first = held.fetch("github/Apache/Doris/openrank.json")
        again = held.fetch("github/Apache/Doris/openrank.json")
    assert first == again == {"2020-08": 1}
    assert served.statuses("openrank.json") == [200, 304]


def test_what_may_be_personal_is_not_kept_in_the_cache(served: Served, tmp_path: Path) -> None:
    with closing(shelf(served, tmp_path)) as held:
        for _ in range(2):
            held.fetch("github/Apache/Doris/meta.json", personal=True)
    assert served.statuses("meta.json") == [200, 200]


def test_an_address_without_the_file_is_not_found(served: Served, tmp_path: Path) -> None:
    with closing(shelf(served, tmp_path)) as held, pytest.raises(NotFoundError):
        held.fetch("github/apache/flink/openrank.json")


@pytest.mark.parametrize(("status", "body"), [(500, b"oops"), (200, b"{cut"), (403, b"no")])
def test_an_address_that_fails_is_an_error_of_the_source(
    served: Served, tmp_path: Path, status: int, body: bytes
) -> None:
    served.instead["github/Apache/Doris/openrank.json"] = (status, body)
    with closing(shelf(served, tmp_path)) as held, pytest.raises(SourceError, match="OpenDigger"):
        held.fetch("github/Apache/Doris/openrank.json")


def test_a_folder_tells_whom_it_has(tmp_path: Path) -> None:
    files: dict[str, object] = {
        "github/a/b/openrank.json": {}, "github/frank-zsy/openrank.json": {}, "gitee/c/d/stars.json": {},
        "github/e/f/README.json": {}, "notes/openrank.json": {},
    }  # fmt: skip
    assert list(subjects(statics(tmp_path, files))) == [
        Asked("repository", "c/d", "gitee"),
        Asked("repository", "a/b", "github"),
        Asked("developer", "frank-zsy", "github"),
    ]


def test_the_real_folder_tells_of_98_repositories() -> None:
    assert len(list(subjects(real("static_json")))) == 98
