"""A query's own answers: its parameters, its values, its command line."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from graph.errors import BadInputError
from tests.cypher.sample import METRIC, ONE_OF, sample

SUBJECTS_OF = {
    "project-contribution": ("repository",),
    "developer-activity": ("developer",),
    "ego-network": ("repository", "developer"),
    "overlap-network": (),
    "similar-repositories": (),
}


def test_a_parameter_is_found_by_name() -> None:
    limit = sample().param("limit")
    assert limit is not None
    assert limit.default == 10
    assert sample().param("nothing") is None


def test_binding_gives_a_value_for_each_parameter() -> None:
    assert sample().bind({"language": "C"}) == {"language": "C", "limit": 10}
    assert sample(METRIC).bind() == {}


def test_a_refusal_names_the_query() -> None:
    with pytest.raises(BadInputError, match=r"^by-language needs `language`: found nothing, expected text"):
        sample().bind()


def test_what_caps_an_answer_is_raised_four_times_as_far_as_it_goes() -> None:
    assert sample().raised({"language": "C"}) == {"language": "C", "limit": 40}
    assert sample().raised({"language": "C", "limit": "60"}) == {"language": "C", "limit": 100}
    assert sample().raised({"language": "C", "limit": 100}) == {}
    community = catalogue().find("project-community").raised({"repository": "a/b", "developers": 500})
    assert community == {"repository": "a/b", "developers": 500, "organizations": 12, "countries": 12}


def test_the_command_line_asks_the_first_example() -> None:
    assert sample().command() == "ossatlas query by-language --language Python --limit 2"
    assert sample(METRIC).command() == "ossatlas query by-language"


def test_the_command_line_quotes_what_the_shell_would_split() -> None:
    values = {"language": "Visual Basic", "least_prs": "3", "names": ["a/b", "c/d"]}
    assert sample().command(values) == (
        "ossatlas query by-language --language 'Visual Basic' --least-prs 3 --names a/b,c/d"
    )


def test_of_several_parameters_one_alone_is_taken() -> None:
    query = sample(ONE_OF)
    assert query.bind({"license": "MIT"}) == {"license": "MIT", "language": None, "limit": 10}
    with pytest.raises(BadInputError, match=r"^by-language needs one of `language`, `license`: found none of them$"):
        query.bind()
    with pytest.raises(BadInputError, match=r"found language and license$"):
        query.bind({"license": "MIT", "language": "C"})


def test_a_query_that_has_to_be_given_something_says_so() -> None:
    assert sample().asks_for_values
    assert sample(ONE_OF).asks_for_values
    assert not sample(METRIC).asks_for_values


def test_a_query_is_about_the_repository_or_developer_that_it_cannot_be_asked_without() -> None:
    found = {name: catalogue().find(name).subjects for name in SUBJECTS_OF}
    assert found == SUBJECTS_OF
