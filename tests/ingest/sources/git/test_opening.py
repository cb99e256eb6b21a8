"""All that was named is checked before anything is fetched or counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError, SourceError
from ingest.source import find_source
from ingest.sources.git import read_git
from tests.ingest.sources.git.making import Made
from tests.ingest.sources.git.reading import Ear, desk, facts, history, opened


def repository(folder: Path, name: str) -> Path:
    made = Made(folder / f"{name}.git", origin=f"https://github.com/our/{name}")
    made.commit(name)
    return made.write()


def test_the_source_is_in_the_registry() -> None:
    found = find_source("git")
    assert [option.name for option in found.options] == ["repository", "fork"]
    assert "releases" in found.offers


def test_several_histories_are_a_dataset_each(tmp_path: Path) -> None:
    folders = [repository(tmp_path, name) for name in ("one", "two")]
    datasets = opened(*folders, folders[0], room=tmp_path)
    assert [dataset.origin.dataset for dataset in datasets] == ["our/one", "our/two"]


def test_a_clone_that_does_not_tell_whose_it_is_must_be_told(tmp_path: Path) -> None:
    made = Made(tmp_path / "x.git", origin=None)
    made.commit("one")
    with pytest.raises(BadInputError, match="does not tell whose history it is: add --repository owner/name"):
        history(made.write())
    assert history(made.folder, "our/project").origin.dataset == "our/project"


def test_the_last_of_many_is_checked_before_the_first_is_read(tmp_path: Path) -> None:
    ear = Ear()
    with pytest.raises(BadInputError, match="gone is not there"):
        list(read_git([str(repository(tmp_path, "one")), str(tmp_path / "gone")], desk(tmp_path, ear)))
    assert ear.steps == []


def test_a_repository_is_named_for_one_history_only(tmp_path: Path) -> None:
    folders = [str(repository(tmp_path, name)) for name in ("one", "two")]
    with pytest.raises(BadInputError, match="names one repository, but 2 histories"):
        list(read_git(folders, desk(tmp_path), repository="our/project"))


def test_an_address_that_tells_no_repository_is_not_cloned_in_vain(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="--repository"):
        opened(f"file://{repository(tmp_path, 'one')}", room=tmp_path / "room")
    assert not (tmp_path / "room" / "git").exists()


def instead(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git look for github.com in `folder`, as it can be told to."""
    settings = folder / "gitconfig"
    settings.write_text(f'[url "file://{folder}/"]\n\tinsteadOf = https://github.com/our/\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))


def test_one_address_that_does_not_deliver_is_told_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(tmp_path, "one")
    instead(tmp_path, monkeypatch)
    ear, addresses = Ear(), ["https://github.com/our/gone", "https://github.com/our/one"]
    (dataset,) = read_git(addresses, desk(tmp_path / "room", ear))
    assert dataset.origin.dataset == "our/one"
    assert dataset.origin.address == "https://github.com/our/one"
    (warning,) = ear.warnings
    assert warning.startswith("https://github.com/our/gone is not there")
    with pytest.raises(SourceError, match="our/gone is not there"):
        list(read_git(addresses[:1], desk(tmp_path / "room", ear)))


def test_a_fork_needs_its_upstream_and_answers_after_it(tmp_path: Path) -> None:
    folder = repository(tmp_path, "copy")
    with pytest.raises(BadInputError, match="--fork needs --repository"):
        opened(folder, room=tmp_path, fork=True)
    dataset = history(folder, "up/stream", fork=True)
    assert (dataset.origin.source, dataset.origin.method, dataset.origin.dataset) == (
        "git-fork",
        "git-fork",
        "up/stream",
    )
    assert facts(dataset)["read_from"] == "our/copy"
    assert facts(dataset)["rank"] == 6
    assert any("read from a fork" in gap for gap in dataset.origin.gaps)


def test_a_broken_mirror_says_how_to_mend_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, "one")
    instead(tmp_path, monkeypatch)
    address = "https://github.com/our/one"
    opened(address, room=tmp_path / "room")
    (mirror,) = (tmp_path / "room" / "git").glob("*.git")
    (mirror / "refs/pull/1").mkdir(parents=True)
    (mirror / "refs/pull/1/head").write_text("1" * 40 + "\n")
    (tmp_path / "one.git").rename(tmp_path / "away.git")  # else the update would mend it
    with pytest.raises(BadInputError, match="is broken") as error:
        opened(address, room=tmp_path / "room")
    assert error.value.hint == f"remove {mirror}, and the next load clones it anew"
