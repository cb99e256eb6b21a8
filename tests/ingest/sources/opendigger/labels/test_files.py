"""Files of labels, out of folders and archives."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.opendigger.labels import files
from ingest.sources.opendigger.labels.files import is_labels, label_files
from tests.ingest.sources.opendigger.world import label_folder, real


def archive(path: Path, members: dict[str, bytes], kind: bytes = tarfile.REGTYPE) -> Path:
    with tarfile.open(path, "w:gz") as made:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size, member.type = len(content), kind
            made.addfile(member, io.BytesIO(content))
    return path


def test_a_label_is_called_by_its_path_below_the_root(tmp_path: Path) -> None:
    held = {
        "x/labeled_data/companies/acme/index.yml": b"a",
        "x/labeled_data/bot.yml": b"b",
        "x/labeled_data/README.md": b"c",
    }
    found = label_files(archive(tmp_path / "l.tar.gz", held))
    assert [(one.path, one.file, one.content) for one in found] == [
        ("bot", "bot.yml", b"b"),
        ("companies/acme", "companies/acme/index.yml", b"a"),
    ]


def test_a_folder_and_its_archive_hold_the_same(tmp_path: Path) -> None:
    folder = label_folder(tmp_path / "labeled_data", {"a/index": "name: A", "a/b": "name: B"})
    packed = archive(tmp_path / "l.tgz", {"labeled_data/a/index.yml": b"name: A", "labeled_data/a/b.yml": b"name: B"})
    assert label_files(folder) == label_files(packed)


def test_a_single_file_may_be_packed(tmp_path: Path) -> None:
    path = tmp_path / "other.yml.gz"
    path.write_bytes(gzip.compress(b"name: X"))
    (found,) = label_files(path)
    assert (found.path, found.content) == ("other", b"name: X")


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    label_files(archive(tmp_path / "l.tar.gz", {"../../evil.yml": b"name: X"}))
    assert not list(tmp_path.parent.glob("evil.yml"))


def test_links_of_an_archive_are_not_followed(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="holds no labels"):
        label_files(archive(tmp_path / "l.tar.gz", {"a.yml": b""}, kind=tarfile.SYMTYPE))


def test_what_holds_labels_is_told_by_its_files(tmp_path: Path) -> None:
    label_folder(tmp_path / "with", {"a": "name: A"})
    (tmp_path / "without").mkdir()
    assert [is_labels(tmp_path / name) for name in ("with", "without", "l.tar.gz", "l.csv")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("l.tar.gz", b"", "l.tar.gz cannot be read to its end"),
        ("l.tar.gz", b"no archive", "l.tar.gz cannot be read to its end"),
        ("l.yml.gz", b"no gzip", "l.yml.gz cannot be read to its end"),
        ("l.yml.gz", gzip.compress(b"name: A" * 99)[:-9], "l.yml.gz cannot be read to its end"),
    ],
)
def test_a_broken_archive_is_one_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInputError, match=said):
        label_files(tmp_path / name)


def test_an_archive_that_breaks_off_is_one_sentence(tmp_path: Path) -> None:
    path = archive(tmp_path / "l.tar.gz", {f"{at}.yml": bytes(range(256)) * 40 for at in range(9)})
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(BadInputError, match=r"l\.tar\.gz cannot be read to its end"):
        label_files(path)


def test_what_is_not_there_and_what_is_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInputError, match="does not exist: expected a folder or"):
        label_files(tmp_path / "absent")
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(BadInputError, match=r"a\.yml is larger than 0 MiB"):
        label_files(label_folder(tmp_path / "l", {"a": "name: " + "A" * 20}))


def test_the_real_archive_holds_5_682_labels() -> None:
    assert len(label_files(real("labeled_data.tar.gz"))) == 5_682
