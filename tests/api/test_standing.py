from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import settings
from api.standing import came_of, no_longer, remember, standing
from graph.errors import BadInputError
from ingest.source import find_source


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own."""
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def test_nothing_is_standing_before_the_first_load() -> None:
    assert standing() == []


def test_a_load_is_noted_once_as_one_would_type_it(folder: Path) -> None:
    file = folder / "people.csv"
    file.write_text("login,repository,commits\n")
    for _ in range(2):
        remember(find_source("tables"), [str(file)], {"source": "mine", "mapping": folder / "m.yml"})
    (line,) = standing()
    assert line.words == f"ossatlas load tables {file} --source mine --mapping {folder / 'm.yml'}"
    assert line.folder == str(Path.cwd())


def test_loads_come_oldest_first_and_those_of_a_source_that_was_unloaded_go() -> None:
    assert no_longer("tables") == []
    for name in ("one", "two"):
        remember(find_source("tables"), [name], {"source": f"{name}-list"})
    first, second = standing()
    assert (first.named, second.named) == (("one",), ("two",))
    assert no_longer("one-list") == [first]
    assert standing() == [second]
    assert no_longer("tables") == [second]


def test_what_may_be_a_path_is_noted_as_typed_with_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("deepseek-ai").mkdir()
    for named in ("deepseek-ai", "hours/*.json.gz", "o/r"):
        remember(find_source("tables"), [named], {})
    assert [line.named for line in standing()] == [("deepseek-ai",), ("hours/*.json.gz",), ("o/r",)]
    assert [line.folder for line in standing()] == [str(tmp_path), str(tmp_path), ""]


def test_older_readings_of_the_same_load_are_told_and_those_of_other_loads_are_not() -> None:
    first, second = (remember(find_source("tables"), [name], {}) for name in ("jan/p.csv", "feb/p.csv"))
    assert came_of(first, ["mine:p:1"]) == []
    assert came_of(second, ["mine:p:2"]) == []
    assert came_of(standing()[0], ["mine:p:3", "mine:q:1"]) == ["mine:p:1"]
    assert [line.snapshots for line in standing()] == [("mine:p:3", "mine:q:1"), ("mine:p:2",)]
    assert len(no_longer("mine")) == 2
    assert standing() == []


@pytest.mark.parametrize("line", ["{", '{"source": 3, "named": []}', '{"named": ["a"]}', "words", "[]"])
def test_a_line_that_is_no_load_is_one_sentence(folder: Path, line: str) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "standing.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(BadInputError, match=r"standing\.jsonl:2 holds .*expected a load") as caught:
        standing()
    assert "delete that line" in caught.value.hint
