from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from viz.page_data import Field
from viz.question import parameters_as_cypher, question

BOTH = Field("repositories", "list[str]", ["a/b", "c/d"], "")
WINDOW = (Field("from", "month", None, ""), Field("to", "month", "2025-04", ""))


def test_without_a_query_there_is_no_question() -> None:
    assert question("", ()) is None


def test_a_question_has_the_values_that_were_given_as_texts() -> None:
    asked = question("overlap-network", (BOTH, *WINDOW, Field("bots", "bool", True, "")))  # noqa: FBT003  a value
    assert asked is not None
    assert asked["values"] == {"repositories": "a/b,c/d", "to": "2025-04", "bots": "true"}
    assert asked["address"] == "/api/v1/views/overlap-network"
    assert asked["months"] is True
    assert asked["many"] == {"Repository": "repositories"}


def test_the_months_are_asked_of_whom_the_question_names() -> None:
    one = question("ego-network", (Field("repository", "str", "a/b", ""), Field("repositories", "int", 12, "")))
    assert one is not None
    assert one["activity"] == "/api/v1/queries/activity-by-month?repositories=a%2Fb"
    nobody = question("collaboration-network", (Field("domain", "str", None, ""),))
    assert nobody is not None
    assert nobody["activity"] == ""
    assert nobody["months"] is False


def test_the_seeds_of_a_network_around_one_are_parameters_of_their_own() -> None:
    fields = (Field("seed_repositories", "list[str]", [], ""), Field("seed_developers", "list[str]", [], ""))
    asked = question("ego-network", (*fields, Field("repositories", "int", 12, "")))
    assert asked is not None
    assert asked["many"] == {"Repository": "seed_repositories", "Developer": "seed_developers"}


def test_parameters_are_written_as_a_map_of_cypher() -> None:
    assert parameters_as_cypher({"name": 'a"b', "many": ["x"], "none": None, "yes": True}) == (
        '{name: "a\\"b", many: ["x"], none: null, yes: true}'
    )


def test_how_many_repositories_is_no_list_of_them_for_the_histogram() -> None:
    fields = (Field("developer", "str", "ann", "who"), Field("repositories", "int", 10, "how many"))
    asked = question("developer-partners", fields)
    assert asked is not None
    assert parse_qs(urlsplit(str(asked["activity"])).query) == {"developer": ["ann"]}
    listed = question("overlap-network", (Field("repositories", "list[str]", ["a/b", "c/d"], "which"),))
    assert listed is not None
    assert parse_qs(urlsplit(str(listed["activity"])).query) == {"repositories": ["a/b,c/d"]}
