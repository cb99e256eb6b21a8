"""The Java that Spark starts with."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.gharchive import java
from ingest.sources.gharchive.java import find_java, java_major


def pretended(home: Path, version: str) -> Path:
    (home / "bin").mkdir(parents=True)
    program = home / "bin" / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    program.chmod(0o755)
    return home


@pytest.mark.parametrize(("version", "major"), [("17.0.15", 17), ("21", 21), ("25-ea", 25), ("1.8.0_392", 1)])
def test_the_version_is_asked_of_java_itself(tmp_path: Path, version: str, major: int) -> None:
    assert java_major(pretended(tmp_path / "java", version)) == major


def test_a_folder_without_a_java_has_no_version(tmp_path: Path) -> None:
    assert java_major(tmp_path) is None


def test_a_java_that_spark_does_not_take_is_refused_by_name(tmp_path: Path) -> None:
    home = pretended(tmp_path / "java", "25")
    with pytest.raises(BadInputError, match=r"Spark needs Java 17 or 21 of the system, and .* is Java 25"):
        find_java(home)


def test_the_first_that_fits_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = [pretended(tmp_path / name, version) for name, version in (("a", "25"), ("b", "21"), ("c", "17"))]
    monkeypatch.setattr(java, "_candidates", lambda: iter(homes))
    assert find_java() == homes[1]


def test_where_there_is_none_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "_candidates", lambda: iter(()))
    with pytest.raises(BadInputError, match="none is here: install one, or name its folder with --java-home"):
        find_java()
