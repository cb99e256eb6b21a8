import errno
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import COMMANDS, app, helped, run
from api.settings import settings
from graph.errors import StorageError

OSSATLAS = Path(sys.executable).with_name("ossatlas")
UNWANTED = ("fastapi", "pandas", "neo4j", "pyvis", "networkx", "pydantic", "httpx", "rich.markdown", "jinja2", "yaml")


def test_help_lists_every_command_and_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []
    assert "ossatlas demo" in said


def test_without_anything_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "Usage: ossatlas" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Example" in said
    assert f"ossatlas {name}" in said.partition("Example")[2]


def test_help_needs_nothing_heavy() -> None:
    code = "import sys, api.cli; print([name for name in sys.argv[1:] if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *UNWANTED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_quick() -> None:
    seconds = [help_seconds() for _ in range(4)]
    assert min(seconds) < 0.4, f"CPU seconds: {seconds}"


def help_seconds() -> float:
    """CPU seconds of one `--help`: other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([OSSATLAS, "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("ossatlas 0.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["schma"], "there is no command 'schma'; did you mean 'schema'?"),
        (["schema", "--fromat", "svg"], "there is no option --fromat; near are --format"),
        (["schema", "--format", "pdf"], "'pdf' is not one of 'text', 'markdown', 'json', 'svg', 'mermaid'"),
        (["unload"], "Missing argument"),
        (["load", "nothing"], "there is no command 'nothing'"),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_exit_code_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert "--help" in said.err
    assert "Traceback" not in said.err


def test_an_error_of_the_tree_has_its_exit_code_and_its_hint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    settings.cache_clear()
    assert run(["graph-hash"]) == 5
    said = capsys.readouterr().err
    assert said.startswith("error: Neo4j does not answer")
    assert "ossatlas doctor" in said
    settings.cache_clear()


def raising(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("api.output_file.deliver", lambda *_: fail())


def test_an_interrupt_is_exit_code_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(KeyboardInterrupt(), monkeypatch)
    assert run(["schema"]) == 130
    assert capsys.readouterr().err == "error: interrupted; what was committed stays: run it again to go on\n"


def test_a_defect_is_one_sentence_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(RuntimeError("broken inside"), monkeypatch)
    assert run(["schema"]) == 1
    said = capsys.readouterr().err
    assert "unexpected RuntimeError: broken inside" in said
    assert "--debug" in said
    assert "Traceback" not in said


def test_a_full_disk_is_no_defect(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raising(OSError(errno.ENOSPC, "No space left on device"), monkeypatch)
    assert run(["schema"]) == StorageError.exit_code
    assert "the disk is full" in capsys.readouterr().err


def test_debug_shows_the_traceback_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(RuntimeError("broken inside"), monkeypatch)
    for arguments in (["--debug", "schema"], ["schema", "--debug"]):
        assert run(arguments) == 1
        assert "Traceback" in capsys.readouterr().err


def test_the_setting_shows_the_traceback_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(RuntimeError("broken inside"), monkeypatch)
    monkeypatch.setenv("OSSATLAS_DEBUG", "1")
    settings.cache_clear()
    assert run(["schema"]) == 1
    assert "Traceback" in capsys.readouterr().err
    settings.cache_clear()


def test_a_reader_that_leaves_is_no_failure() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{OSSATLAS} schema | head -1; exit 0"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("(:Repository)")
    assert done.stderr == ""


def test_examples_in_help_keep_their_lines() -> None:
    assert helped("One.\n\n    Example:\n      a\n    ") == "One.\n\n\b\nExample:\n  a"
    assert helped(None) == ""


def test_completion_is_offered() -> None:
    assert app._add_completion


@pytest.mark.parametrize("group", ["snapshot", "config", "token", "load"])
def test_a_group_alone_shows_its_help(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([group]) == 0
    said = capsys.readouterr()
    assert f"Usage: ossatlas {group}" in said.out
    assert said.err == ""
