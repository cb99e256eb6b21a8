"""What cannot be taken is refused in one clear sentence that names it, before anything is left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import AtlasError, BadInputError, SourceError
from tests.ingest.sources.git.making import Made, git
from tests.ingest.sources.git.reading import opened

TEXTS = {
    "nothing": ("", "nothing is named"),
    "spaces": ("   ", "nothing is named"),
    "an option": ("--upload-pack=touch /tmp/x", "begins with a hyphen"),
    "a short option": ("-oProxyCommand=id:x", "begins with a hyphen"),
    "two lines": ("https://github.com/o/n\n--option", "control character"),
    "a NUL": ("https://github.com/o/n\0", "control character"),
    "a path that is not there": ("/no/such/folder", "is not there: expected the folder of a clone"),
    "a name alone": ("deepseek-ai/DeepEP", "is not there: expected the folder of a clone"),
    "ext": ("ext::sh -c id", "may not be asked to speak 'ext'"),
    "ext with slashes": ("ext::https://github.com/o/n", "may not be asked to speak 'ext'"),
    "fd": ("fd::17", "may not be asked to speak 'fd'"),
    "a helper": ("transport::https://github.com/o/n", "may not be asked to speak 'transport'"),
    "ftp": ("ftp://github.com/o/n", "may not be asked to speak 'ftp'"),
    "data": ("data://github.com/o/n", "may not be asked to speak 'data'"),
    "a password": ("https://me:secret@HOST/o/n", "given with a user or token"),
    "a token": ("https://ghp_secret@HOST/o/n", "given with a user or token"),
    "a password by ssh": ("ssh://git:secret@HOST/o/n", "given with a user or token"),
    "no repository": ("https://github.com/", "names no repository"),
    "no host": ("https:///o/n", "names no repository"),
    "a broken host": ("https://[::1/o/n", "is no address"),
    "a host like an option": ("ssh://-oProxyCommand=id/o/n", "names no repository"),
    "an unknown host": ("https://git.example.org/o/n", "does not tell whose history it is"),
    "an owner alone": ("https://github.com/deepseek-ai", "does not tell whose history it is"),
    "a page of a repository": ("https://github.com/o/n/issues", "does not tell whose history it is"),
    "dots": ("https://github.com/o/..", "does not tell whose history it is"),
    "a bar": ("https://github.com/o/a|b", "does not tell whose history it is"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_clone_and_no_address_is_refused(name: str, tmp_path: Path) -> None:
    text, words = TEXTS[name]
    text = text.replace("HOST", "github.com")  # apart, for it would look like somebody's address
    with pytest.raises(BadInputError) as error:
        opened(text, room=tmp_path / "room")
    one_sentence(error.value, words)
    assert not (tmp_path / "room").exists()


def one_sentence(error: AtlasError, words: str) -> None:
    said = str(error)
    assert words in said
    assert "\n" not in said
    assert "secret" not in said
    assert "Traceback" not in said


def plain_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


def file(folder: Path) -> Path:
    folder.write_bytes(b"\x1f\x8b not unpacked")
    return folder


def emptied(folder: Path) -> Path:
    """A clone whose objects are gone."""
    made = Made(folder)
    made.commit("one")
    made.write()
    for path in (folder / "objects").rglob("*"):
        if path.is_file():
            path.unlink()
    return folder


def without_head(folder: Path) -> Path:
    Made(folder).write()
    (folder / "HEAD").unlink()
    return folder


def broken_settings(folder: Path) -> Path:
    Made(folder).write()
    (folder / "config").write_text("[core\nbare = perhaps")
    return folder


def newer_format(folder: Path) -> Path:
    Made(folder).write()
    git("config", "core.repositoryformatversion", "99", folder=folder)
    return folder


def missing_pull(folder: Path) -> Path:
    """A clone with the head of a pull request whose commit it does not have."""
    made = Made(folder)
    made.commit("one")
    made.write()
    (folder / "refs/pull/1").mkdir(parents=True)
    (folder / "refs/pull/1/head").write_text("1" * 40 + "\n")
    return folder


def rubbish_for_a_commit(folder: Path) -> Path:
    made = Made(folder)
    made.commit("one")
    made.commit("two")
    made.write()
    first = git("rev-parse", "HEAD~1", folder=folder)
    path = folder / "objects" / first[:2] / first[2:]
    path.chmod(0o644)
    path.write_bytes(b"rubbish")
    return folder


FOLDERS: dict[Callable[[Path], Path], str] = {
    plain_folder: "is no clone that git can read",
    file: "is a file, no clone",
    emptied: "cannot be read to its end",
    without_head: "is no clone that git can read",
    broken_settings: "is no clone that git can read",
    newer_format: "is no clone that git can read",
    missing_pull: "git cannot read",
    rubbish_for_a_commit: "cannot be read to its end",
}


@pytest.mark.parametrize("make", FOLDERS, ids=lambda make: make.__name__)
def test_a_folder_that_is_no_whole_clone_is_refused(make: Callable[[Path], Path], tmp_path: Path) -> None:
    folder = make(tmp_path / "clone")
    with pytest.raises(BadInputError) as error:
        opened(folder, room=tmp_path / "room", repository="our/project")
    one_sentence(error.value, FOLDERS[make])
    assert str(folder) in str(error.value)


@pytest.mark.parametrize(
    ("repository", "words"),
    [
        ("project", "expected owner/name"),
        ("our/project/more", "expected owner/name"),
        ("our/pro|ject", "expected owner/name"),
        ("https://example.org/our/project", "expected owner/name"),
        ("../project", "expected owner/name"),
        ("x" * 99 + "/project", "expected owner/name"),
    ],
)
def test_another_name_of_a_repository_is_refused(repository: str, words: str, tmp_path: Path) -> None:
    made = Made(tmp_path / "made.git")
    made.commit("one")
    with pytest.raises(BadInputError) as error:
        opened(made.write(), room=tmp_path / "room", repository=repository)
    one_sentence(error.value, words)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/o/n", "git://127.0.0.1:9/o/n", "https://127.0.0.1:9/o/n"])
def test_a_host_that_does_not_answer_is_one_sentence(address: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        opened(address, room=tmp_path / "room", repository="o/n")
    one_sentence(error.value, address)
