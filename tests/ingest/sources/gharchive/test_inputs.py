"""What may be named, and what it stands for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ingest.sources.gharchive.inputs import Input, inputs, unfold
from tests.ingest.sources.gharchive.archive import push, write

TODAY = date(2026, 3, 1)


def test_days_are_the_hours_of_the_archive() -> None:
    found = inputs(["2015-01-01"], "https://archive.example/", TODAY)
    assert len(found) == 24
    assert found[5] == Input(
        "2015-01-01-5.json.gz", "2015-01-01T05", None, "https://archive.example/2015-01-01-5.json.gz"
    )


def test_a_folder_is_its_files_and_nothing_else_in_it(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "2015-01-01-1.json.gz", [push()])
    write(tmp_path / "2015-01-01-0.json.gz", [push()])
    (tmp_path / "notes.txt").write_text("not an hour")
    assert [one.name for one in inputs([str(tmp_path)], "", TODAY)] == ["2015-01-01-0.json.gz", "2015-01-01-1.json.gz"]


def test_a_pattern_is_the_files_that_match(tmp_path: Path) -> None:
    for hour in range(3):
        write(tmp_path / f"2015-01-01-{hour}.json.gz", [push()])
    found = inputs([str(tmp_path / "2015-*-[01].json.gz")], "", TODAY)
    assert [one.hour for one in found] == ["2015-01-01T00", "2015-01-01T01"]


def test_what_is_named_twice_is_one_input(tmp_path: Path) -> None:
    path = write(tmp_path / "2015-01-01-0.json.gz", [push()])
    assert len(inputs([str(path), str(tmp_path)], "", TODAY)) == 1


def test_a_pattern_of_addresses_is_unfolded_as_a_shell_does() -> None:
    found = unfold("https://a.example/2015-01-{09..10}-{0..1}.json.gz")
    assert found == [f"https://a.example/2015-01-{day}-{hour}.json.gz" for day in ("09", "10") for hour in (0, 1)]
