"""The file: what is no snapshot, cut short, changed or too new is said in one sentence, and nothing is read of it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.backup.container import MANIFEST, opened, writing
from graph.backup.manifest import FORMAT, Manifest
from graph.backup.parts import BY_NAME, FORM
from graph.errors import BadInputError
from tests.graph.backup.conftest import NOW

TOPICS = [[f"key-{number}", {"key": f"key-{number}", "name": "x" * 50}] for number in range(40)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A snapshot of forty topics in two groups of rows."""
    path = tmp_path / "s.zip"
    with writing(path) as made:
        with made.part(BY_NAME["Topic"]) as add:
            add(TOPICS[:30])
            add(TOPICS[30:])
        told = Manifest(
            ossatlas="0", schema_version=FORM, data_version="0", saved_at=NOW, graph_hash="0",
            nodes={"Topic": len(TOPICS)}, edges={}, parts=tuple(made.entries),
        )  # fmt: skip
        made.finish(told)
    return path


def test_what_was_written_is_read_by_groups(file: Path) -> None:
    with opened(file) as snapshot:
        snapshot.check()
        part = BY_NAME["Topic"]
        assert snapshot.groups(part) == [30, 10]
        elements = [each for number in (0, 1) for each in part.elements(snapshot.group(part, number))]
    assert elements == [{"key": key, "props": {"name": "x" * 50}} for key, _ in TOPICS]


def test_any_tool_for_archives_and_parquet_reads_it(file: Path, tmp_path: Path) -> None:
    from pyarrow import parquet  # noqa: PLC0415 - slow to import

    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    assert parquet.read_table(tmp_path / "nodes" / "Topic.parquet").num_rows == len(TOPICS)


def rewritten(path: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Write the file anew, its manifest changed."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(held[MANIFEST])
    change(told)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, json.dumps(told) if name == MANIFEST else data)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 4] ^= 1
    path.write_bytes(data)


def without_manifest(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_text("hello"), "is no snapshot of ossatlas"),
    "empty": (lambda path: path.write_bytes(b""), "is no snapshot of ossatlas"),
    "archive": (without_manifest, "is no snapshot of ossatlas"),
    "another's": (lambda path: rewritten(path, lambda told: told.update(kind="x")), "is no snapshot of ossatlas"),
    "list": (lambda path: rewritten(path, lambda told: told.pop("kind")), "is no snapshot of ossatlas"),
    "short": (lambda path: path.write_bytes(path.read_bytes()[:-100]), "is cut short"),
    "half": (lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), "is cut short"),
    "flipped": (flip, r"was changed after it was saved: nodes/Topic\.parquet"),
    "manifest": (lambda path: rewritten(path, lambda told: told.pop("parts")), "changed after it was saved: manifest"),
    "part": (
        lambda path: rewritten(path, lambda told: told["parts"][0].update(sha256="0")),  # type: ignore[index]
        r"was changed after it was saved: nodes/Topic\.parquet",
    ),
    "size": (
        lambda path: rewritten(path, lambda told: told["parts"][0].update(bytes=1)),  # type: ignore[index]
        r"was changed after it was saved: nodes/Topic\.parquet",
    ),
    "newer": (
        lambda path: rewritten(path, lambda told: told.update(format=FORMAT + 1)),
        f"is of format {FORMAT + 1}; this ossatlas reads up to {FORMAT}",
    ),
    "absent": (lambda path: path.unlink(), "cannot be read: No such file"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_in_one_sentence(file: Path, case: str) -> None:
    spoil, words = WRONG[case]
    spoil(file)
    with pytest.raises(BadInputError, match=words), opened(file) as snapshot:
        snapshot.check()


def test_errors_inside_are_not_taken_for_those_of_the_file(file: Path) -> None:
    with pytest.raises(ConnectionError, match="mine"), opened(file):
        raise ConnectionError("mine")
