from __future__ import annotations

import pytest

from graph.errors import BadInputError
from ingest.records import ACTIVITIES
from ingest.sources.tables.fields import COUNTS, check_given, match
from ingest.sources.tables.kinds import KINDS
from tests.ingest.sources.tables.reading import SHARED  # noqa: F401 - the module has to import on its own

CONTRIBUTORS = KINDS["contributors"]


@pytest.mark.parametrize("heading", ["developer", "Login", "user", "Author", "GitHub Login", "开发者", "贡献者"])
def test_people_are_found_under_their_usual_headings(heading: str) -> None:
    assert match(CONTRIBUTORS, ("x", heading), {}, "t.csv") == {"developer": 1}


@pytest.mark.parametrize("heading", ["repo", "Repository", "repo_name", "repo-name", "Full Name of it", "项目", "仓库"])
def test_repositories_are_found_under_their_usual_headings(heading: str) -> None:
    found = match(CONTRIBUTORS, (heading,), {}, "t.csv")
    assert found == ({} if heading == "Full Name of it" else {"repository": 0})


def test_every_activity_of_the_schema_is_a_column() -> None:
    assert tuple(field.name for field in COUNTS) == ACTIVITIES


def test_a_mapping_goes_before_the_headings_and_an_ignored_column_is_left() -> None:
    columns = ("user", "login", "repo")
    assert match(CONTRIBUTORS, columns, {"user": ""}, "t.csv") == {"developer": 1, "repository": 2}
    assert match(CONTRIBUTORS, ("who", "where"), {"who": "developer", "where": "repository"}, "t.csv") == {
        "developer": 0,
        "repository": 1,
    }


def test_two_columns_with_one_meaning_are_an_error() -> None:
    with pytest.raises(BadInputError, match="columns user and login both mean developer"):
        match(CONTRIBUTORS, ("user", "login"), {}, "t.csv")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"email": "developer"}, "column email is personal and is never read"),
        ({"nick": "developer"}, "has no column nick; its columns are user, E-mail"),
        ({"user": "nickname"}, "a table of contributors has no field nickname; its fields are developer, repository"),
    ],
)
def test_a_mapping_that_does_not_fit_is_an_error(given: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        check_given(CONTRIBUTORS, ("user", "E-mail"), given, "t.csv")


def test_wide_tables_take_each_column_that_is_headed_by_a_repository() -> None:
    found = match(KINDS["features"], ("feature", "a/b", "note", "[c/d](https://github.com/c/d)"), {}, "t.csv")
    assert found == {"feature": 0, "a/b": 1, "c/d": 3}


def test_what_is_missing_is_said_in_words() -> None:
    lacks = CONTRIBUTORS.missing(["developer"])
    assert lacks[0] == "repository"
    assert lacks[1].startswith("one of merged_prs, opened_prs")
    assert CONTRIBUTORS.missing(["developer", "repository", "commits"]) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_two_fields_of_a_kind_share_a_heading(kind: object) -> None:
    headings = [heading for field in kind.fields for heading in field.headings]  # type: ignore[attr-defined]
    assert len(headings) == len(set(headings))
