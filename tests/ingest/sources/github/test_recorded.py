"""Answers that GitHub really gave are taken as they are: pages by Link, renames by 301, errors by their words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import BadRowError, SourceError
from ingest.desk import Desk
from ingest.sources.github.api import GitHub
from ingest.sources.github.facts import read_facts
from ingest.sources.github.models import Issue, Release, parse, parse_one
from tests.ingest.sources.github.reading import ALIASES, Hours
from tests.ingest.sources.github.server.recorded import Recorded, recording
from tests.ingest.sources.github.server.serving import serving
from tests.ingest.sources.github.server.shapes import faults_of

OWNER = "octokit-fixture-org"


@contextmanager
def replayed(scenario: str, folder: Path) -> Iterator[tuple[GitHub, Recorded]]:
    """The product's client before a recording."""
    with serving(Recorded(scenario)) as recorded:
        desk = Desk(ALIASES, folder, addresses={"github": recorded.address})
        github = GitHub.open(desk, pace=Hours().pace())
        with github.client:
            yield github, recorded


def raised(error: BadRowError) -> None:
    """No row may be refused."""
    raise error


def test_recorded_pages_are_followed_to_their_end_by_the_repositorys_id(tmp_path: Path) -> None:
    with replayed("paginate-issues", tmp_path) as (github, recorded):
        pages = list(github.client.pages(f"/repos/{OWNER}/paginate-issues/issues", {"per_page": 3}))
        rows = [row for page in pages for row in page.rows]
    found = list(parse(Issue, rows, "issues", raised))
    assert sorted(one.number for one in found) == list(range(1, 14))
    assert [len(page.rows) for page in pages] == [3, 3, 3, 3, 1]
    assert [call.path for call in recorded.calls[1:]] == ["/repositories/1000/issues"] * 4


def test_a_recorded_rename_is_followed(tmp_path: Path) -> None:
    with replayed("rename-repository", tmp_path) as (github, recorded):
        recorded.more["/repositories/1000/languages"] = {"Shell": 12}
        facts = read_facts(github, f"{OWNER}/rename-repository")
    assert (facts.id, facts.name) == (1000, f"{OWNER}/rename-repository-newname")
    assert facts.languages == ("Shell",)


def test_a_recorded_repository_is_taken(tmp_path: Path) -> None:
    with replayed("get-repository", tmp_path) as (github, recorded):
        recorded.more["/repositories/1000/languages"] = {}
        facts = read_facts(github, f"{OWNER}/hello-world")
    assert (facts.name, facts.owner, facts.branch, facts.private) == (f"{OWNER}/hello-world", OWNER, "master", False)


def test_a_recorded_refusal_is_told_in_githubs_words(tmp_path: Path) -> None:
    with replayed("errors", tmp_path) as (github, _), pytest.raises(SourceError, match="Validation Failed"):
        github.client.post(f"/repos/{OWNER}/errors/labels", {"name": "foo", "color": "invalid"})


def test_a_recorded_release_is_taken() -> None:
    (told, *_) = recording("release-assets-conflict")
    release = parse_one(Release, told["response"], "releases")
    assert (release.tag_name, release.draft) == ("v1.0.0", False)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("scenario", "path", "answer"),
    [
        ("paginate-issues", "/repos/{owner}/{repo}/issues", 0),
        ("search-issues", "/search/issues", 0),
        ("release-assets-conflict", "/repos/{owner}/{repo}/releases/tags/{tag}", 0),
    ],
)
def test_recorded_answers_differ_from_todays_schema_in_what_was_added_since_alone(
    scenario: str, path: str, answer: int
) -> None:
    told = faults_of(recording(scenario)[answer]["response"], path)
    assert all("is a required property" in line or "is not valid under any" in line for line in told), told
