from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadInputError, NotFoundError
from ingest.sources.tables.mapping import Mapping, mapping_with, read_mapping
from tests.ingest.sources.tables.reading import write


def test_a_mapping_is_read_with_days_and_years_as_words(tmp_path: Path) -> None:
    path = write(
        tmp_path, "mine.yml", "source: mine\nas_of: 2025-08-10\nperiod: 2025-02..2025-08\ncolumns: {who: developer}\n"
    )
    found = read_mapping(path)
    assert (found.name, found.source, found.as_of, found.period) == ("mine", "mine", "2025-08-10", "2025-02..2025-08")
    assert read_mapping(write(tmp_path, "year.yml", "as_of: 2025\n")).as_of == "2025"


def test_columns_and_ignored_columns_are_one_answer() -> None:
    found = Mapping(columns={"who": "developer"}, ignore=("rank",))
    assert found.given == {"rank": "", "who": "developer"}


def test_a_metric_has_the_preset_that_is_told_or_is_as_published() -> None:
    found = Mapping(presets={"openrank": "opendigger"})
    assert found.preset("openrank") == "opendigger"
    assert found.preset("stars") == "published"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("sorce: x", r"m\.yml: there is no setting sorce; the settings are name, version, kind"),
        ("as_of: soon", r"m\.yml: as_of: found 'soon', .*a date such as 2025"),
        ("period: 2025-13", r"m\.yml: period: found '2025-13', .*a month such as 2025-04 or a span"),
        ("method: guess", r"m\.yml: .*method guess is not one of correction, api, events, totals, git, git-fork"),
        ("source: My Source", r"m\.yml: source: found 'My Source', expected small letters"),
        ("subjects: {X: planet}", r"m\.yml: subjects\.X: found 'planet'"),
        ("version: 0", r"m\.yml: version: found 0"),
        ("- a\n- b", r"m\.yml is no mapping: expected lines such as `source: my-table`"),
        ("a: [", r"m\.yml is not YAML: .*line 1"),
        ("", r"m\.yml is no mapping"),
    ],
)  # fmt: skip
def test_a_broken_mapping_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence) as caught:
        read_mapping(write(tmp_path, "m.yml", content))
    assert "\n" not in str(caught.value)


def test_a_mapping_that_is_no_text_or_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"m\.yml is not UTF-8"):
        read_mapping(write(tmp_path, "m.yml", b"a: \xff"))
    with pytest.raises(NotFoundError, match="there is no mapping file"):
        read_mapping(tmp_path / "none.yml")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_mapping(tmp_path)


def test_settings_override_a_mapping_and_unset_ones_do_not(tmp_path: Path) -> None:
    path = write(tmp_path, "m.yml", "source: mine\nkind: series\n")
    found = mapping_with(path, {"source": "yours", "kind": None})
    assert (found.source, found.kind, found.name) == ("yours", "series", "m")
    with pytest.raises(BadInputError, match="there is no setting colour"):
        mapping_with(None, {"colour": "red"})
