"""What a load is asked for; what cannot be taken stands in test_bad_inputs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInputError
from ingest.source import find_source
from ingest.sources.github import DEFAULT_PARTS, read_github
from ingest.sources.github.plan import Plan, Seed, plan, seed


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("acme/engine", Seed("repository", "acme/engine")),
        ("acme/.github", Seed("repository", "acme/.github")),
        ("acme", Seed("owner", "acme")),
        ("@dev-1", Seed("person", "dev-1")),
        ("dev_corp", Seed("owner", "dev_corp")),
        ("https://github.com/acme/engine", Seed("repository", "acme/engine")),
        ("https://github.com/acme/engine.git", Seed("repository", "acme/engine")),
        ("github.com/acme/", Seed("owner", "acme")),
        ("  acme/engine ", Seed("repository", "acme/engine")),
    ],
)
def test_repositories_owners_and_people_are_told_apart(text: str, right: Seed) -> None:
    assert seed(text) == right


def test_a_plan_without_wishes_reads_the_usual_parts_from_the_beginning() -> None:
    made = plan(["acme/engine"], None, None, "seeds", (), wait=False)
    assert made == Plan((Seed("repository", "acme/engine"),), parts=frozenset(DEFAULT_PARTS))
    assert made.since_time == ""


@pytest.mark.parametrize(
    ("month", "last"), [("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2024-12", "2024-12-31")]
)
def test_a_month_means_its_first_and_its_last_day(month: str, last: str) -> None:
    made = plan(["acme"], month, month, "seeds", (), wait=False)
    assert (made.since, made.until) == (f"{month}-01", last)
    assert made.since_time == f"{month}-01T00:00:00Z"


def test_the_repository_itself_is_always_read() -> None:
    assert plan(["acme"], None, None, "neighbours", ("stars",), wait=True).parts == {"repository", "stars"}


def test_what_is_named_twice_is_read_once() -> None:
    assert len(plan(["acme", "acme"], None, None, "seeds", (), wait=False).seeds) == 1


@given(st.text(max_size=80))
def test_any_text_names_something_or_is_refused(text: str) -> None:
    try:
        found = seed(text)
    except BadInputError:
        return
    assert found.name.isascii()
    assert ".." not in found.name.split("/")


def test_the_source_is_registered_with_its_options() -> None:
    source = find_source("github")
    assert source.open is read_github
    assert {option.name for option in source.options} == {"since", "until", "depth", "what", "wait"}
