"""What is told of a month, from all inputs of the store."""

from __future__ import annotations

from pathlib import Path

from ingest.desk import Desk
from ingest.sources.gharchive.opening import Wish, session
from ingest.sources.gharchive.report import Report, month_report
from ingest.sources.gharchive.selection import Selection
from tests.ingest.sources.gharchive.archive import BEN, push, text, write

ALL = Selection("all")


def reports(desk: Desk, *files: Path, selection: Selection = ALL) -> list[Report]:
    wish = Wish(tuple(map(str, files)), selection)
    with session(wish, desk) as at:
        return [month_report(at.store, at.engine, month, selection) for month in at.months]


def test_a_month_tells_its_events_and_pairs_and_each_fault_by_its_count(tmp_path: Path, desk: Desk) -> None:
    one = write(tmp_path / "2021-07-21-6.json.gz", b"<html>\n{]\n" + text([push(), push(BEN)]))
    other = write(tmp_path / "2021-07-21-7.json.gz", [push(), push(n=2)])
    [july] = reports(desk, one, other)
    assert july.title == "GH Archive 2021-07, all repositories"
    assert july.head == "2021-07: 4 events, 2 pairs of developer and repository"
    assert july.faults == ("2021-07: 1 event that came twice", "2021-07: 2 lines that are not an event")
    assert july.gaps[-1] == "2021-07: 2 lines were not an event that can be read"
    assert (july.made.rows, july.last) == (2, "2021-07-21T07")


def test_a_month_without_a_fault_tells_none(tmp_path: Path, desk: Desk) -> None:
    [july] = reports(desk, write(tmp_path / "2021-07-21-6.json.gz", [push()]))
    assert july.faults == ()


def test_months_are_told_one_by_one(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-31-23.json.gz", [push(), push(at="2021-08-01T00:00:00Z")])
    july, august = reports(desk, hour, selection=Selection("organizations", ("team",)))
    assert (july.month, august.month, august.last) == ("2021-07", "2021-08", "2021-08-01T00")
    assert august.title == "GH Archive 2021-08, repositories of team"
    assert (august.made.rows, august.known.read) == (1, ())
