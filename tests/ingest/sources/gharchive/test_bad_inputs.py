"""What cannot be read: one clear sentence each, or a gap that is told."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from graph.errors import BadInputError
from ingest.desk import Desk
from ingest.sources.gharchive import aggregate
from tests.ingest.sources.gharchive.archive import ANN, FAULTS, event, push, text, write
from tests.ingest.sources.gharchive.loads import counts, load

NAMED = [
    ("2025-02-01..2025-01-01", "2025-02-01..2025-01-01 ends before it begins: expected the earlier day first"),
    ("2025-02-30", "2025-02-30: 2025-02-30 is no day: expected one such as 2025-01-31"),
    ("2009-01-01..2009-12-31", "2009-01-01..2009-12-31 lies before the archive, which begins on 2011-02-12"),
    ("2026-03-01", "2026-03-01 has no whole day yet: the archive is read up to the day before 2026-03-01"),
    ("2025-01", "there is no file or folder 2025-01; days are named as 2025-01-01..2025-01-31"),
    ("nowhere.json.gz", "there is no file or folder nowhere.json.gz; days are named as 2025-01-01..2025-01-31"),
    ("none-*.json.gz", "no file matches none-*.json.gz"),
    ("ftp://a.example/1.json.gz", "ftp://a.example/1.json.gz cannot be fetched: expected an address that begins with"),
    ("https://a.example/", "https://a.example/ names no file: expected an address such as"),
    ("https://a.example/{a..c}.json.gz", "expected numbers such as {0..23} or {01..31} as its only pattern"),
    ("https://a.example/*.json.gz", "expected numbers such as {0..23} or {01..31} as its only pattern"),
    ("https://a.example/{9..1}.json.gz", "{9..1} is no span of numbers: expected one such as {0..23}"),
    ("https://a.example/{0..999}-{0..999}.json.gz", "stands for 1,000,000 addresses: expected at most 200,000"),
    ("/dev/null", "/dev/null is neither a file nor a folder"),
]


@pytest.mark.parametrize(("named", "words"), NAMED, ids=[named for named, _ in NAMED])
def test_what_cannot_be_named_is_refused(desk: Desk, named: str, words: str) -> None:
    with pytest.raises(BadInputError) as caught:
        load(desk, named)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_something_has_to_be_named(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="name what to read: files, a folder, a pattern, or days such as"):
        load(desk)


def test_a_folder_without_hours_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError, match=r"holds no hours: expected files that end in \.json\.gz"):
        load(desk, tmp_path / "empty")


LISTS = [
    (b"team", "list.txt:1: found 'team', expected owner/name or a repository's id"),
    (b"a/b\nc/d/e\n", "list.txt:2: found 'c/d/e', expected owner/name or a repository's id"),
    (b"a b/c\n", "list.txt:1: found 'a b/c', expected owner/name or a repository's id"),
    (b"# nothing\n\n", "list.txt names no repository: expected owner/name or an id on each line"),
    (b"", "list.txt names no repository"),
    (b"\xff\xfe\x00", "list.txt is no list of repositories: expected text in UTF-8"),
    (b"a/b\n" * (5 << 20), "list.txt is no list of repositories: it is larger than 16 MiB"),
]


@pytest.mark.parametrize(("content", "words"), LISTS, ids=range(len(LISTS)))
def test_what_is_no_list_of_repositories_is_refused(desk: Desk, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    with pytest.raises(BadInputError) as caught:
        load(desk, tmp_path, repositories=path)
    assert words in str(caught.value)


CHOICES = [
    ({"all": False}, "say whose events are wanted: --repositories LIST.txt"),
    ({"all": True, "organizations": ("apache",)}, "only one selection goes at a time; say whose events are wanted"),
    ({"organizations": ("a/b",)}, "found 'a/b' among the organizations, expected an account's name such as apache"),
    ({"repositories": "missing.txt"}, "missing.txt cannot be read: No such file or directory"),
    ({"all": True, "engine": "pandas"}, "there is no engine pandas: expected duckdb or spark"),
    (
        {"all": True, "engine": "spark", "java_home": "/nowhere"},
        "Spark needs Java 17 or 21 of the system, and /nowhere is no Java",
    ),
]


@pytest.mark.parametrize(("options", "words"), CHOICES, ids=range(len(CHOICES)))
def test_what_cannot_be_chosen_is_refused(desk: Desk, tmp_path: Path, options: dict[str, object], words: str) -> None:
    write(tmp_path / "2021-07-21-6.json.gz", [push()])
    with pytest.raises(BadInputError) as caught:
        load(desk, tmp_path, **options)
    assert words in str(caught.value)


@pytest.mark.parametrize("output", ["pairs.csv", "missing/pairs.parquet", "."])
def test_an_output_that_cannot_be_is_refused_before_anything_is_read(desk: Desk, tmp_path: Path, output: str) -> None:
    with pytest.raises(BadInputError, match=r"Parquet file|cannot be written"):
        aggregate([str(tmp_path)], desk, tmp_path / output, all=True)
    assert not desk.folder.exists()


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"<html>", b"[]", b"{}", b"\x00" * 50, b"null\n", b"PK\x03\x04"])
def test_files_without_a_single_event_are_refused_together(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "events.json.gz"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"none of what was named holds an event of GH Archive: events\.json\.gz"):
        load(desk, path)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_hour_does_not_hinder_the_next(desk: Desk, tmp_path: Path, fault: str) -> None:
    lines = text([push(ANN, n=number) for number in range(40)])
    hour = tmp_path / "2021-07-21-5.json.gz"
    hour.write_bytes(FAULTS[fault](lines, Random(1)))  # noqa: S311 - the same fault each time
    other = write(tmp_path / "2021-07-21-6.json.gz", [push((9, "next"))])
    [july] = load(desk, hour, other)
    found = counts([july])
    assert found.pop(("next", "team/one", "2021-07")) == {"pushes": 1}
    assert sum(int(str(made["pushes"])) for made in found.values()) <= 40
    lost = fault in {"cut", "broken", "empty", "empty gzip", "no gzip", "something behind"}
    assert any(gap.startswith("2021-07-21T05: ") for gap in july.origin.gaps) == lost


ODD = [
    ({"actor": None}, "event without an actor"),
    ({"actor": {"id": 1, "login": ""}}, "event without an actor"),
    ({"repo": None}, "event without a repository"),
    ({"repo": {"id": 0, "name": "/"}}, "event without a repository"),
    ({"repo": {"id": 0, "name": "no owner"}}, "event without a repository"),
    ({"created_at": None}, "event without a time"),
    ({"created_at": "yesterday"}, "event without a time"),
    ({"created_at": "2021-13-45T99:00:00Z"}, "event without a time"),
    ({"type": None}, "line that is not an event"),
]


@pytest.mark.parametrize(("change", "words"), ODD, ids=range(len(ODD)))
def test_an_event_that_lacks_something_is_counted_and_left_out(
    desk: Desk, tmp_path: Path, change: dict[str, object], words: str
) -> None:
    odd = {**push(), **change}
    [july] = load(desk, write(tmp_path / "2021-07-21-6.json.gz", [odd, push((9, "next"))]))
    assert f"2021-07: 1 {words}" in july.notes
    assert set(counts([july])) == {("next", "team/one", "2021-07")}


@pytest.mark.parametrize(
    "payload",
    [
        {"action": 7, "number": "x", "pull_request": {"merged": "yes", "user": "ann"}},
        {"action": "closed", "number": 10**30, "pull_request": [1]},
        {"action": "closed", "pull_request": {"merged": True, "user": {"id": "one", "login": None}}},
        {"action": {"deep": [[[]]]}, "pull_request": None},
    ],
)
def test_a_payload_of_any_shape_is_read(desk: Desk, tmp_path: Path, payload: dict[str, object]) -> None:
    odd = event("PullRequestEvent", **payload)
    [july] = load(desk, write(tmp_path / "2021-07-21-6.json.gz", [odd, push((9, "next"))]))
    assert ("next", "team/one", "2021-07") in counts([july])
