from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import settings
from api.standing import no_longer, remember, standing
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


def test_loads_come_oldest_first_and_those_of_a_source_that_was_unloaded_go() -> None:
    assert no_longer("tables") == []
    for name in ("one", "two"):
        remember(find_source("tables"), [name], {"source": f"{name}-list"})
    first, second = standing()
    assert (first.named, second.named) == (("one",), ("two",))
    assert no_longer("one-list") == [first]
    assert standing() == [second]
    assert no_longer("tables") == [second]


def test_files_are_noted_by_their_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here.csv").write_text("x\n")
    remember(find_source("tables"), ["here.csv"], {})
    assert standing()[0].named == (str(tmp_path.resolve() / "here.csv"),)


@pytest.mark.parametrize("line", ["{", '{"source": 3, "named": []}', '{"named": ["a"]}', "words", "[]"])
def test_a_line_that_is_no_load_is_one_sentence(folder: Path, line: str) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "standing.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(BadInputError, match=r"standing\.jsonl:2 holds .*expected a load") as caught:
        standing()
    assert "delete that line" in caught.value.hint
