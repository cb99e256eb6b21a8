"""Hours from a server: fetched once, continued, kept with their checksum, missing without harm."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import LockedError
from ingest.desk import Desk, Step
from ingest.identity import Identities
from ingest.sources.gharchive.store import opened_store
from tests.ingest.sources.gharchive.archive import push, write
from tests.ingest.sources.gharchive.conftest import MakeDesk
from tests.ingest.sources.gharchive.loads import counts, edges, hashes, load


@dataclass
class Archive:
    """A server of files: its address, what it holds, and what it was asked for."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    held = Archive()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.removeprefix("/")
            held.asked.append(name)
            body = held.files.get(name, b"")
            self.send_response(200 if name in held.files else 404)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", f'"{hashlib.sha256(body).hexdigest()}"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    for hour in range(24):
        at = f"2021-07-21T{hour:02}:00:00Z"
        path = write(tmp_path / f"2021-07-21-{hour}.json.gz", [push(at=at)])
        held.files[path.name] = path.read_bytes()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield held
        server.shutdown()
        thread.join()


def test_days_are_fetched_once_and_not_left_behind(archive: Archive, make_desk: MakeDesk) -> None:
    desk = make_desk(address=archive.address)
    one = load(desk, "2021-07-21")
    assert counts(one) == {("ann", "team/one", "2021-07"): {"pushes": 24}}
    assert len(archive.asked) == 24
    assert hashes(load(desk, "2021-07-21")) == hashes(one)
    assert len(archive.asked) == 24
    assert not list((desk.folder / "gharchive").rglob("*.gz"))


def test_an_hour_that_the_archive_lacks_is_a_gap_and_asked_for_again(archive: Archive, make_desk: MakeDesk) -> None:
    desk = make_desk(address=archive.address)
    late = archive.files.pop("2021-07-21-5.json.gz")
    [before] = load(desk, "2021-07-21")
    assert "2021-07: the archive has no file of 2021-07-21T05" in before.origin.gaps
    archive.files["2021-07-21-5.json.gz"] = late
    [after] = load(desk, "2021-07-21")
    assert not any("no file" in gap for gap in after.origin.gaps)
    assert counts([after])[("ann", "team/one", "2021-07")] == {"pushes": 24}


def test_fetched_hours_are_kept_with_their_checksum_and_serve_another_choice(
    archive: Archive, make_desk: MakeDesk
) -> None:
    desk = make_desk(address=archive.address)
    load(desk, "2021-07-21", keep=True)
    held = desk.folder / "gharchive" / "archive"
    told = (held / "2021-07-21-0.json.gz.sha256").read_text()
    assert told == f"{hashlib.sha256(archive.files['2021-07-21-0.json.gz']).hexdigest()}  2021-07-21-0.json.gz\n"
    (held / "2021-07-21-1.json.gz").write_bytes(b"something else")
    archive.asked.clear()
    load(desk, "2021-07-21", organizations=("team",), keep=True)
    assert archive.asked == ["2021-07-21-1.json.gz"]


def test_what_was_kept_outlives_another_call_that_does_not_keep(archive: Archive, make_desk: MakeDesk) -> None:
    desk = make_desk(address=archive.address)
    load(desk, "2021-07-21", keep=True)
    load(desk, "2021-07-21", organizations=("team",))
    archive.asked.clear()
    load(desk, "2021-07-21", organizations=("another",))
    assert archive.asked == []
    assert len(list((desk.folder / "gharchive" / "archive").glob("*.json.gz"))) == 24


def test_fetched_files_go_also_where_two_have_the_same_content(archive: Archive, make_desk: MakeDesk) -> None:
    desk = make_desk(address=archive.address)
    archive.files["2021-07-21-4.json.gz"] = archive.files["2021-07-21-3.json.gz"]
    load(desk, "2021-07-21")
    load(desk, f"{archive.address}/again-2021-07-21-{{3..5}}.json.gz", f"{archive.address}/2021-07-21-3.json.gz")
    assert not list((desk.folder / "gharchive" / "archive").glob("*.json.gz"))


def test_addresses_can_be_named_by_a_pattern(archive: Archive, desk: Desk) -> None:
    [july] = load(desk, f"{archive.address}/2021-07-21-{{3..5}}.json.gz")
    assert counts([july]) == {("ann", "team/one", "2021-07"): {"pushes": 3}}
    assert archive.address not in repr([july.origin, *edges([july])])


def test_progress_is_told_for_each_input(tmp_path: Path) -> None:
    steps: list[Step] = []
    desk = Desk(Identities.load(), tmp_path / "data", report=steps.append)
    load(
        desk, write(tmp_path / "2021-07-21-1.json.gz", [push()]), write(tmp_path / "2021-07-21-2.json.gz", [push(n=2)])
    )
    assert [(step.done, step.total) for step in steps] == [(1, 2), (2, 2)]


def test_two_loads_of_one_selection_do_not_meet(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-1.json.gz", [push()])
    with (
        opened_store(desk.room("gharchive"), "all"),
        pytest.raises(LockedError, match="another process reads GH Archive"),
    ):
        load(desk, hour)


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-1.json.gz", [push()])
    load(desk, hour)
    store = desk.folder / "gharchive" / "all"
    (store / "work" / "2021-07").mkdir()
    (store / "events" / "half.parquet.1.part").write_bytes(b"half")
    load(desk, hour)
    assert not list((store / "work").iterdir())
    assert not list(store.rglob("*.part"))


def test_events_that_went_missing_are_read_again(tmp_path: Path, desk: Desk) -> None:
    hour = write(tmp_path / "2021-07-21-1.json.gz", [push()])
    one = load(desk, hour)
    for path in (desk.folder / "gharchive" / "all").rglob("*.parquet"):
        path.unlink()
    assert counts(load(desk, hour)) == counts(one)
