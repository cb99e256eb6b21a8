"""git as a process: found or told, never asking, never running what a clone says, ended with us."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.git import program
from ingest.sources.git.program import Git, GitFailedError, complaint, git_program, git_version
from tests.ingest.sources.git.making import Made, git
from tests.ingest.sources.git.reading import history


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_git_is_found_and_new_enough() -> None:
    assert git_version(git_program()) >= program.OLDEST


def test_a_machine_without_git_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInputError, match=r"^there is no git on this machine: git 2\.25 or newer"):
        git_program()


@pytest.mark.parametrize(
    ("says", "complaint"),
    [
        ("echo git version 2.17.1", r"git 2\.17\.1 is too old: git 2\.25 or newer"),
        ("echo hello", "says no version"),
        ("exit 3", "does not run"),
    ],
)
def test_another_git_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, complaint: str
) -> None:
    script(tmp_path / "git", says)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(BadInputError, match=complaint):
        git_program()


def test_versions_with_more_behind_them_are_read(tmp_path: Path) -> None:
    assert git_version(str(script(tmp_path / "one", "echo 'git version 2.39.3 (Apple Git-146)'"))) == (2, 39, 3)
    assert git_version(str(script(tmp_path / "two", "echo git version 2.50.windows.1"))) == (2, 50, 0)


def test_what_the_user_set_for_git_does_not_lead_it_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("one")
    folder = made.write()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert history(folder).notes[0].startswith("1 commit,")
    assert not (tmp_path / "trace").exists()


def test_a_clones_own_settings_run_nothing(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("one")
    folder, ran = made.write(), tmp_path / "ran"
    run = str(script(tmp_path / "run", f"touch {ran}"))
    for name in ("core.pager", "core.fsmonitor", "core.sshCommand", "gpg.program", "core.editor", "trailer.x.command"):
        git("config", name, run, folder=folder)
    git("config", "log.showSignature", "true", folder=folder)
    git("config", "core.alternateRefsCommand", run, folder=folder)
    hooks = folder / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("reference-transaction", "post-checkout", "pre-auto-gc"):
        script(hooks / hook, f"touch {ran}")
    assert history(folder).notes[0].startswith("1 commit,")
    assert not ran.exists()


def test_no_program_of_a_protocol_is_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for reaches in (True, False):
        with pytest.raises(GitFailedError, match="not allowed"):
            Git(git_program(), reaches=reaches).run("ls-remote", "--", f"ext::sh -c touch% {ran}")
    assert not ran.exists()


def test_a_reading_may_not_use_the_network(tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("one")
    with pytest.raises(GitFailedError, match="not allowed"):
        Git(git_program()).run("ls-remote", "--", f"file://{made.write()}")


def fail_while_reading(git: Git) -> None:
    with git.stream("log") as out:
        out.readline()
        raise ZeroDivisionError


def test_git_ends_when_its_reader_does(tmp_path: Path) -> None:
    slow = script(tmp_path / "slow", f"echo $$ > {tmp_path}/pid; echo some; exec sleep 100")
    began = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        fail_while_reading(Git(str(slow)))
    assert time.monotonic() - began < 50
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


def test_what_git_says_is_one_line_without_passwords() -> None:
    said = b"Cloning into 'x'...\nremote: one\nfatal: unable to access 'https://me:secret@host/o/n/': no\n  way.\n"
    assert complaint(b"fatal: unable to access 'https://me:secret@host/o/n/': no way.\n").endswith(
        "'https://host/o/n/': no way"
    )
    assert "secret" not in complaint(said)
    assert complaint(b"") == "it gave no reason"
    assert complaint(b"odd\nlast words") == "last words"
    assert len(complaint(b"fatal: " + b"x" * 999)) <= 200
    assert "\n" not in complaint(b"fatal: \xff\xfe broken\nfatal: second")
