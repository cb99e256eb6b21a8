"""Downloads: resumed where they broke off, whole or not there at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import httpx
import pytest

from graph.errors import StorageError
from ingest.http import TRIES
from ingest.web.download import download
from ingest.web.replies import AbsentError, FleetingError
from tests.ingest.web.answering import TOKEN, Service, client_of

BODY = bytes(range(256)) * 40
SHA = hashlib.sha256(BODY).hexdigest()


def file_service(*, etag: str = '"1"', cut: int | None = None, ranges: bool = True) -> Service:
    """A service with one file; with `cut` its first answer breaks off there."""
    state = {"cut": cut}

    def answer(request: httpx.Request) -> httpx.Response:
        start, code, headers = 0, 200, {"ETag": etag}
        if ranges and "range" in request.headers and request.headers.get("if-range") == etag:
            start = int(request.headers["range"].removeprefix("bytes=").rstrip("-"))
            code, headers["Content-Range"] = 206, f"bytes {start}-{len(BODY) - 1}/{len(BODY)}"
        rest = BODY[start:]
        headers["Content-Length"] = str(len(rest))
        if state["cut"] is not None:
            rest, state["cut"] = rest[: state["cut"]], None
        return httpx.Response(code, content=iter([rest]), headers=headers)

    return Service(answer)


def test_a_file_arrives_whole_with_its_checksum(tmp_path: Path) -> None:
    told: list[int] = []
    got = download(client_of(file_service()), "/f.gz", tmp_path / "a" / "f.gz", arrived=told.append)
    assert (got.size, got.sha256, got.resumed) == (len(BODY), SHA, False)
    assert got.path.read_bytes() == BODY
    assert told[-1] == len(BODY)
    assert [path.name for path in got.path.parent.iterdir()] == ["f.gz"]


def test_what_broke_off_is_continued(tmp_path: Path) -> None:
    service = file_service(cut=1000)
    got = download(client_of(service), "/f.gz", tmp_path / "f.gz")
    assert (got.sha256, got.resumed) == (SHA, True)
    assert service.asked[1].headers["range"] == "bytes=1000-"


def test_a_part_of_an_earlier_run_is_continued_while_the_file_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "f.gz.part").write_bytes(BODY[:500])
    (tmp_path / "f.gz.part.mark").write_text('"1"')
    assert download(client_of(file_service()), "/f.gz", tmp_path / "f.gz").resumed


def test_a_part_of_another_file_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "f.gz.part").write_bytes(b"old" * 100)
    (tmp_path / "f.gz.part.mark").write_text('"0"')
    got = download(client_of(file_service()), "/f.gz", tmp_path / "f.gz")
    assert (got.sha256, got.resumed) == (SHA, False)


def test_a_part_without_a_mark_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "f.gz.part").write_bytes(b"old" * 100)
    service = file_service()
    assert download(client_of(service), "/f.gz", tmp_path / "f.gz").sha256 == SHA
    assert "range" not in service.asked[0].headers


def test_a_service_without_ranges_sends_all_again(tmp_path: Path) -> None:
    got = download(client_of(file_service(cut=1000, ranges=False)), "/f.gz", tmp_path / "f.gz")
    assert (got.sha256, got.resumed) == (SHA, False)


def test_a_part_longer_than_the_file_is_fetched_anew(tmp_path: Path) -> None:
    (tmp_path / "f.gz.part").write_bytes(BODY * 2)
    (tmp_path / "f.gz.part.mark").write_text('"1"')

    def answer(request: httpx.Request) -> httpx.Response:
        if "range" in request.headers:
            return httpx.Response(416)
        return httpx.Response(200, content=iter([BODY]))

    assert download(client_of(Service(answer)), "/f.gz", tmp_path / "f.gz").sha256 == SHA


def test_another_part_than_was_asked_for_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "f.gz.part").write_bytes(BODY[:500])
    (tmp_path / "f.gz.part.mark").write_text('"1"')
    wrong = Service(lambda _: httpx.Response(206, content=BODY[9:], headers={"Content-Range": "bytes 9-99/100"}))
    with pytest.raises(FleetingError, match="another part"):
        download(client_of(wrong), "/f.gz", tmp_path / "f.gz")
    assert not (tmp_path / "f.gz").exists()


def test_a_file_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(AbsentError):
        download(client_of(Service([httpx.Response(404)])), "/f.gz", tmp_path / "f.gz")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_always_breaks_off_keeps_what_came(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:  # noqa: ARG001 - the same for all
        return httpx.Response(200, content=iter([BODY[:10]]), headers={"Content-Length": "99", "ETag": '"1"'})

    service = Service(answer)
    with pytest.raises(FleetingError, match="broke off after 10 of 99 bytes"):
        download(client_of(service), "/f.gz?token=secret", tmp_path / "f.gz")
    assert len(service.asked) == TRIES
    assert (tmp_path / "f.gz.part").read_bytes() == BODY[:10]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("a file")
    with pytest.raises(StorageError, match=r"f\.gz cannot be written"):
        download(client_of(file_service()), "/f.gz", tmp_path / "f" / "f.gz")


def test_a_whole_address_of_another_host_is_fetched_without_the_token(tmp_path: Path) -> None:
    service = file_service()
    download(client_of(service, token=TOKEN), "https://files.test/f.gz", tmp_path / "f.gz")
    assert service.asked[0].url.host == "files.test"
    assert "authorization" not in service.asked[0].headers
