from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import settings
from api.standing import came_of, no_longer, noting, remember, standing
from graph.errors import AtlasError, BadInputError, NotFoundError, SourceError
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


def test_a_whole_path_or_an_address_is_found_from_any_folder(folder: Path) -> None:
    for named in (str(folder), "https://example.org/2025-01-01-{0..23}.json.gz"):
        remember(find_source("gharchive"), [named], {})
    assert [line.folder for line in standing()] == ["", ""]


@pytest.mark.parametrize("error", [BadInputError, NotFoundError])
def test_a_load_that_cannot_be_is_noted_no_longer_unless_it_was_before(error: type[AtlasError]) -> None:
    kept = remember(find_source("tables"), ["was.csv"], {})
    for name in ("was.csv", "never.csv"):
        with pytest.raises(error), noting(find_source("tables"), [name], {}):
            raise error("it is not there")
    assert standing() == [kept]


@pytest.mark.parametrize("error", [SourceError, KeyboardInterrupt])
def test_a_load_that_breaks_off_stays_noted(error: type[BaseException]) -> None:
    seen = []

    def breaking_off() -> None:
        with noting(find_source("tables"), ["list.csv"], {}):
            seen.extend(standing())  # already: it may be killed from here on
            raise error("cut")

    with pytest.raises(error):
        breaking_off()
    assert [line.named for line in seen] == [("list.csv",)]
    assert standing() == seen


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
