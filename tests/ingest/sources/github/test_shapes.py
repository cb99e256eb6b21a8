"""The server's answers are GitHub's by GitHub's own schemas, and the product's queries hold against them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import httpx
import pytest
from graphql import parse, validate

from ingest.sources.github import queries
from tests.ingest.sources.github.server import rest
from tests.ingest.sources.github.server.answers import Answer, Call
from tests.ingest.sources.github.server.expected import PART_OF, expected, expected_labels
from tests.ingest.sources.github.server.expected import deeds as deeds_of
from tests.ingest.sources.github.server.graphql import node_count
from tests.ingest.sources.github.server.published import Json, graphql_schema, openapi
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.shapes import answer_schema, faults_of, filled, least
from tests.ingest.sources.github.server.things import (
    BOT,
    Account,
    Comment,
    Issue,
    Pull,
    Repository,
    Review,
    Star,
)
from tests.ingest.sources.github.server.world import FB_EXPORTED, MAIN, NOW, Size, make_world

SIGNED = {"Authorization": "Bearer of-a-test"}
PATHS = sorted({path for _, path, _ in rest.ROUTES})


def named(path: str, github: GitHub) -> list[str]:
    """Addresses in the world that `path` stands for: every repository, some threads, some accounts."""
    made = [path]
    if "{owner}" in path:
        made = [path.replace("{owner}/{repo}", one.full_name) for one in github.world.repositories]
    pulls = github.world.repositories[0].pulls
    values: dict[str, list[str | int]] = {
        "issue_number": [pulls[0].number, 1, 2], "pull_number": [one.number for one in pulls[:4]],
        "username": [one.rest_login for one in github.world.accounts], "org": ["acme"],
        "account_id": [github.world.accounts[0].id], "basehead": ["main...dev-002:main"],
    }  # fmt: skip
    for name, texts in values.items():
        made = (
            [one.replace(f"{{{name}}}", str(text)) for one in made for text in texts] if f"{{{name}}}" in path else made
        )
    return made


def asked(address: str, **query: str) -> Call:
    return Call("GET", address, {"per_page": "100", "state": "all", **query}, {})


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_of_the_world_has_the_shape_that_github_publishes(github: GitHub, path: str) -> None:
    query = {"q": "author:dev-001 type:pr is:merged"} if path.startswith("/search") else {}
    answers = [rest.answer(github.world, asked(address, **query)) for address in named(path, github)]
    assert any(answer.status == 200 for answer in answers)
    for answer in answers:
        assert shape_of(answer, path) == []


def shape_of(answer: Answer, path: str) -> list[str]:
    """What is wrong with an answer by the schema of its status, or of GitHub's errors."""
    if answer.status == 204:
        return []
    known = str(answer.status) in openapi()["paths"][path]["get"]["responses"]
    return faults_of(answer.value, path if known else "/repos/{owner}/{repo}", answer.status)


def test_stars_with_their_times_have_the_published_shape(github: GitHub) -> None:
    call = Call("GET", f"/repos/{MAIN}/stargazers", {}, {"accept": "application/vnd.github.star+json"})
    answer = rest.answer(github.world, call)
    assert answer.value[0]["starred_at"].endswith("Z")
    assert shape_of(answer, "/repos/{owner}/{repo}/stargazers") == []


def test_the_limits_have_the_published_shape(github: GitHub) -> None:
    with httpx.Client(base_url=github.address) as client:
        assert faults_of(client.get("/rate_limit").json(), "/rate_limit") == []


def test_an_answer_of_another_shape_is_told(github: GitHub) -> None:
    answer = rest.answer(github.world, asked(f"/repos/{MAIN}/issues"))
    spoiled = [{**answer.value[0], "number": "seven"}, {**answer.value[1], "user": 3}, {}]
    told = faults_of(spoiled, "/repos/{owner}/{repo}/issues")
    assert any("$[0].number" in line for line in told)
    assert any("$[1].user" in line for line in told)
    assert any("$[2]" in line for line in told)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_filled_from_a_schema_alone_keeps_to_it(published: None, path: str) -> None:  # noqa: ARG001
    schema = answer_schema(path, 200)
    if "oneOf" not in schema and "discriminator" not in schema:
        assert faults_of(least(path), path) == []


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string", "enum": ["a", "b"]}, "a"),
        ({"anyOf": [{"type": "null"}, {"type": "string"}]}, None),
        ({"type": "integer", "minimum": 3}, 3),
        ({"type": "array", "items": {"type": "string"}}, []),
        ({"type": "object", "required": ["a"], "properties": {"a": {"type": "boolean"}, "b": {}}}, {"a": False}),
    ],
)
def test_the_least_value_is_what_is_required_and_nothing_else(schema: Json, value: Json) -> None:
    assert filled(schema) == value


@pytest.mark.parametrize("name", sorted(queries.GRAPHQL_QUERIES))
def test_every_query_holds_against_githubs_schema(published: None, name: str) -> None:  # noqa: ARG001
    assert validate(graphql_schema(), parse(queries.GRAPHQL_QUERIES[name])) == []


@pytest.mark.parametrize("name", sorted(queries.GRAPHQL_QUERIES))
def test_every_query_stays_below_githubs_bound_of_nodes(published: None, name: str) -> None:  # noqa: ARG001
    assert node_count(parse(queries.GRAPHQL_QUERIES[name]), {"first": queries.PAGE}) <= 500_000


def test_every_path_that_is_asked_for_is_one_of_githubs(published: None) -> None:  # noqa: ARG001
    published_paths = {re.sub(r"{\w+}", "{}", path) for path in openapi()["paths"]}
    told = [text for name, text in vars(queries).items() if name.isupper() and str(text).startswith("/")]
    for path in set(told) - {queries.GRAPHQL}:
        by_name = re.sub(r"^/repositories/{id}|^/repos/{name}", "/repos/{owner}/{repo}", path)
        plain = re.sub(r"{\w+}", "{}", by_name.replace("{base}...{head}", "{basehead}"))
        assert plain in published_paths, path


def test_a_field_that_github_lacks_fails_as_there(github: GitHub) -> None:
    answer = ask(github, 'query { repository(owner: "acme", name: "engine") { shoeSize } }')
    assert "shoeSize" in answer["errors"][0]["message"]
    assert "data" not in answer


def test_a_list_without_bounds_is_refused_as_there(github: GitHub) -> None:
    answer = ask(github, 'query { repository(owner: "acme", name: "engine") { issues { nodes { number } } } }')
    assert answer["errors"][0]["type"] == "MISSING_PAGINATION_BOUNDARIES"


def test_a_query_for_too_many_nodes_is_refused_as_there(github: GitHub) -> None:
    inner = "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } }"
    answer = ask(github, f'query {{ repository(owner: "acme", name: "engine") {{ {inner} }} }}')
    assert answer["errors"][0]["type"] == "MAX_NODE_LIMIT_EXCEEDED"


def test_graphql_wants_a_token_as_there(github: GitHub) -> None:
    with httpx.Client(base_url=github.address) as client:
        assert client.post("/graphql", json={"query": "query { viewer { login } }"}).status_code == 401


def ask(github: GitHub, query: str) -> Json:
    with httpx.Client(base_url=github.address, headers=SIGNED) as client:
        return client.post("/graphql", json={"query": query}).json()


def test_the_same_seed_makes_the_same_world_and_another_one_another() -> None:
    one, same, other = (make_world(seed, Size(developers=12, issues=10, pulls=10)) for seed in (1, 1, 2))
    shown = [[rest.answer(world, asked(f"/repos/{MAIN}/issues")).body for world in (one, same, other)]]
    assert shown[0][0] == shown[0][1] != shown[0][2]


def test_the_world_has_all_that_is_odd() -> None:
    world = make_world()
    deeds = list(deeds_of(world.repositories[0]))
    assert any(who is None for who, _, _ in deeds)
    assert any(who is not None and who.kind == BOT for who, _, _ in deeds)
    assert {activity for _, _, activity in deeds} == set(PART_OF)
    assert any(FB_EXPORTED in one.labels for one in world.repositories[0].pulls)
    assert {one.full_name for one in world.repositories if one.archived or one.empty} == {"acme/attic", "acme/void"}
    assert sorted(one.ahead for one in world.repositories if one.parent) == [0, 3]


def test_the_worlds_own_count_is_right_on_a_hand_made_repository() -> None:
    ann, ben = (Account(number, login, "User", NOW) for number, login in ((1, "ann"), (2, "ben")))
    may, june = datetime(2025, 5, 3, tzinfo=UTC), datetime(2025, 6, 3, tzinfo=UTC)
    own, others = (Review(number, who, may, "COMMENTED") for number, who in ((7, ann), (8, ben)))
    pull = Issue(4, 2, ann, may, june, ben, ["x", "y"], [Comment(5, None, may)], Pull(june, ben, [own, others]))
    issue = Issue(3, 1, ben, may, june, ann)
    repository = Repository(9, ann, "tool", may, issues=[issue, pull], stars=[Star(ben, june)])
    assert expected(repository, set(PART_OF.values())) == {
        (1, "2025-05"): {"opened_prs": 1},
        (1, "2025-06"): {"merged_prs": 1, "closed_issues": 1},
        (2, "2025-05"): {"opened_issues": 1, "reviews": 1},
        (2, "2025-06"): {"merged_others": 1, "stars": 1},
    }
    assert expected(repository, {"issues"}, since="2025-06") == {(1, "2025-06"): {"closed_issues": 1}}
    assert expected_labels(repository) == {("x", "2025-05"): (1, 1), ("y", "2025-05"): (1, 1)}


def test_pages_lead_on_by_the_repositorys_id_and_end(github: GitHub) -> None:
    with httpx.Client(base_url=github.address) as client:
        answer = client.get(f"/repos/{MAIN}/issues", params={"state": "all", "per_page": 30})
        numbers = [row["number"] for row in answer.json()]
        while "next" in answer.links:
            assert f"/repositories/{github.world.repositories[0].id}/" in answer.links["next"]["url"]
            answer = client.get(answer.links["next"]["url"])
            numbers += [row["number"] for row in answer.json()]
    assert sorted(numbers) == sorted(one.number for one in github.world.repositories[0].issues)


def test_a_former_name_leads_to_the_present_one(github: GitHub) -> None:
    with httpx.Client(base_url=github.address, follow_redirects=True) as client:
        answer = client.get("/repos/bygone/ancient")
    assert [step.status_code for step in answer.history] == [301]
    assert answer.json()["full_name"] == "acme/Modern"


@pytest.mark.parametrize(("signed", "cost"), [({"Authorization": "Bearer x"}, 1), ({}, 2)])
def test_an_answer_that_is_still_right_costs_nothing_with_a_token(
    github: GitHub, signed: dict[str, str], cost: int
) -> None:
    with httpx.Client(base_url=github.address, headers=signed) as client:
        first = client.get(f"/repos/{MAIN}")
        again = client.get(f"/repos/{MAIN}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert github.used["core"] == cost


def test_the_limit_ends_calls_and_starts_anew(github: GitHub) -> None:
    github.limits["core"] = 2
    with httpx.Client(base_url=github.address) as client:
        codes = [client.get(f"/repos/{MAIN}").status_code for _ in range(3)]
        github.renew()
        codes.append(client.get(f"/repos/{MAIN}").status_code)
    assert codes == [200, 200, 403, 200]
