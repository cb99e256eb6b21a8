"""Whole loads into the real Neo4j: the graph holds what the world's own count says, however it was read."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import AtlasError
from graph.load import prepare
from graph.model import Table
from ingest.records import ACTIVITIES
from ingest.run import load
from tests.ingest.sources.github.reading import EVERYTHING, MODES, TOKEN, Room
from tests.ingest.sources.github.server import faults
from tests.ingest.sources.github.server.expected import Counts, expected, expected_labels
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.shown import BIOGRAPHY
from tests.ingest.sources.github.server.things import BOT, PRIVATE_ADDRESS, Comment, Issue
from tests.ingest.sources.github.server.world import FB_EXPORTED, MAIN, NOW

ALL = ("issues", "pulls", "reviews", "comments", "stars")
CONTRIBUTIONS = """
MATCH (d:Developer)-[c:CONTRIBUTED_TO {source: 'github'}]->(r:Repository {github_id: $id})
RETURN d.github_id, c.period, properties(c)
"""
LABELLED = """
MATCH (r:Repository {github_id: $id})-[l:LABELLED]->(m:Label)
RETURN m.name, l.period, l.opened_prs, l.merged_prs
"""


@pytest.fixture
def graph(database: Database) -> Database:
    prepare(database)
    return database


@pytest.fixture
def github(quick: GitHub) -> GitHub:
    """A world with little in it: whole loads take their time."""
    return quick


@pytest.fixture
def rooms(github: GitHub, tmp_path: Path) -> dict[str, Room]:
    return {mode: Room(github, tmp_path / mode, token) for mode, token in MODES.items()}


def bring(graph: Database, room: Room, *named: str, **options: Json) -> str:
    """Load a reading; the graph's hash afterwards."""
    for dataset in room.read(*named, **options).datasets:
        load(graph, dataset, strict=True)
    return graph_hash(graph)


def rows(graph: Database, text: str, **values: Json) -> list[Json]:
    """The rows of an answer."""
    return [tuple(row) for row in graph.read(text, values).rows]


def counted(graph: Database, repository: int) -> Counts:
    """The contributions that the graph holds, in the form of the world's own count."""
    found = rows(graph, CONTRIBUTIONS, id=repository)
    return {(who, month): {name: facts[name] for name in ACTIVITIES if facts.get(name)} for who, month, facts in found}


def test_the_graph_holds_what_the_world_counts_with_and_without_a_token(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    # Of an empty repository REST names the branch that will be the default one, and GraphQL does not.
    worked_in = [one for one in github.world.repositories if not one.empty]
    names = [one.full_name for one in worked_in]
    hashes = {}
    for mode, room in rooms.items():
        hashes[mode] = bring(graph, room, *names)
        for repository in worked_in:
            assert counted(graph, repository.id) == expected(repository, ALL), (mode, repository.full_name)
            labels = {(name, month): (o, m) for name, month, o, m in rows(graph, LABELLED, id=repository.id)}
            assert labels == expected_labels(repository), (mode, repository.full_name)
    assert hashes["graphql"] == hashes["rest"]
    assert bring(graph, rooms["graphql"], MAIN) == hashes["rest"], "loading twice changes nothing"
    assert rows(graph, "MATCH (:Developer)-[p:PROPOSED]->() RETURN count(p)") > [(0,)]


def asked(graph: Database, name: str, **values: Json) -> list[dict[str, Json]]:
    """The rows of a catalogue query's answer."""
    answer = run(graph, catalogue().find(name), values)
    assert isinstance(answer, Table)
    return answer.records()


def test_the_share_of_a_label_is_of_all_pull_requests_that_were_opened(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    bring(graph, rooms["graphql"], MAIN)
    pulls = github.world.repositories[0].pulls
    bearing = [pull for pull in pulls if FB_EXPORTED in pull.labels]
    (row,) = asked(graph, "label-share", repository=MAIN, label=FB_EXPORTED)
    assert bearing
    assert (row["opened_prs"], row["share"]) == (len(bearing), len(bearing) / len(pulls))
    assert row["merged_prs"] == sum(bool(one.pull and one.pull.merged_at) for one in bearing)
    month = bearing[0].created_at.strftime("%Y-%m")
    within = [pull for pull in pulls if pull.created_at.strftime("%Y-%m") == month]
    (row,) = asked(graph, "label-share", repository=MAIN, label=FB_EXPORTED, **{"from": month, "to": month})
    assert row["share"] == sum(FB_EXPORTED in pull.labels for pull in within) / len(within)


def test_the_pull_requests_that_people_talked_about_are_those_of_the_world(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    bring(graph, rooms["graphql"], MAIN)
    found = asked(graph, "notable-pull-requests", repository=MAIN, bots=True)
    known = {pull.number: pull for pull in github.world.repositories[0].pulls}
    told = {row["number"]: (row["comments"], row["reviews"], row["people"]) for row in found}
    assert told == {number: talked(known[number]) for number in told}
    best = max(sum(talked(pull)[:2]) for pull in known.values() if pull.author)
    assert found[0]["comments"] + found[0]["reviews"] == best
    assert found[0]["address"] == f"https://github.com/{MAIN}/pull/{found[0]['number']}"


def test_months_that_were_read_in_part_are_marked_in_the_coverage(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    months = {month for _, month in expected(github.world.repositories[0], ALL)}
    bring(graph, rooms["graphql"], MAIN, what=ALL, since="2024-02-10")
    (row,) = asked(graph, "coverage", repositories=MAIN, source="github")
    assert row["spans"] == ["2024-02..2024-02?", "2024-03..2025-12", "2026-01..2026-01?"]
    assert "read in part: 2024-02 from 2024-02-10 on; 2026-01 before it was over" in row["gaps"]
    told = {month for (month,) in rows(graph, "MATCH ()-[c:CONTRIBUTED_TO {source: 'github'}]->() RETURN c.period")}
    assert "2024-02" in told <= months, "what was done in them is told"
    bring(graph, rooms["graphql"], MAIN, what=ALL)
    (row,) = asked(graph, "coverage", repositories=MAIN, source="github")
    assert row["spans"] == ["2023-11..2025-12", "2026-01..2026-01?"]


def talked(pull: Issue) -> tuple[int, int, int]:
    """How many comments and reviews of people a pull request has, and by how many besides its author."""
    reviews = pull.pull.reviews if pull.pull else []
    said = [*pull.comments, *(comment for review in reviews for comment in review.comments)]
    human = [[one.author for one in part if not one.author or one.author.kind != BOT] for part in (said, reviews)]
    people = {id(who) for part in human for who in part if who and who is not pull.author}
    return len(human[0]), len(human[1]), len(people)


FACTS = """
MATCH (r:Repository {github_id: $id})
OPTIONAL MATCH (r)-[:FORK_OF]->(p:Repository)
OPTIONAL MATCH (r)-[:HAS_TOPIC]->(t:Topic)
RETURN properties(r) AS facts, p.github_id AS parent, collect(t.name) AS topics
"""


def test_repositories_carry_their_facts_forks_and_topics(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    bring(graph, rooms["graphql"], *[one.full_name for one in github.world.repositories])
    for one in github.world.repositories:
        ((facts, parent, topics),) = rows(graph, FACTS, id=one.id)
        assert facts["name"] == one.full_name
        assert facts["stars"] == len(one.stars)
        assert facts.get("archived", False) == one.archived
        assert facts.get("license") == one.license
        assert sorted(topics) == sorted(one.topics)
        assert parent == (one.parent.id if one.parent else None)


AHEAD = "MATCH (f:Repository)-[e:FORK_OF]->(:Repository {name: $name}) RETURN f.name, e.ahead ORDER BY f.name"


def test_forks_are_told_with_their_own_commits(graph: Database, rooms: dict[str, Room]) -> None:
    bring(graph, rooms["rest"], MAIN)
    ahead = dict(rows(graph, AHEAD, name=MAIN))
    assert ahead["dev-002/engine"] == 3
    assert ahead.get("dev-003/engine", 0) == 0


def test_what_happened_between_two_loads_is_added_and_nothing_twice(
    graph: Database, rooms: dict[str, Room], github: GitHub, tmp_path: Path
) -> None:
    room, main = rooms["rest"], github.world.repositories[0]
    bring(graph, room, MAIN)
    first = len(github.calls)
    issue = main.issues[0]
    issue.comments.append(Comment(900_001, main.issues[1].author or main.owner, NOW))
    github.forget()
    again = bring(graph, room, MAIN)
    assert counted(graph, main.id) == expected(main, ALL)
    assert len(github.calls) < first, "only what changed is asked for"
    assert bring(graph, Room(github, tmp_path / "anew"), MAIN) == again


def test_a_renamed_login_and_a_renamed_repository_keep_one_node(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    room, main = rooms["graphql"], github.world.repositories[0]
    bring(graph, room, MAIN)
    person = github.world.accounts[0]
    person.login = "renamed-000"
    github.world.rename(main, "motor")
    main.issues[0].comments.append(Comment(900_002, person, NOW))
    bring(graph, room, "acme/engine")
    assert counted(graph, main.id) == expected(main, ALL)
    people = rows(graph, "MATCH (d:Developer {github_id: $id}) RETURN d.login, d.former_logins", id=person.id)
    assert people == [("renamed-000", ["dev-000"])]
    names = rows(graph, "MATCH (r:Repository {github_id: $id}) RETURN r.name, r.former_names", id=main.id)
    assert names == [("acme/motor", ["acme/engine"])]


def test_a_repository_that_was_made_anew_is_another_node(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    room, old = rooms["graphql"], github.world.repositories[0]
    bring(graph, room, MAIN)
    made = github.world.recreate(old, 77_777, NOW)
    bring(graph, room, MAIN)
    found = rows(graph, "MATCH (r:Repository) WHERE r.github_id IN $ids RETURN r.github_id", ids=[old.id, made.id])
    assert sorted(number for (number,) in found) == sorted([old.id, made.id])
    assert counted(graph, made.id) == {}


def test_a_load_that_was_broken_off_ends_in_the_same_graph(
    graph: Database, rooms: dict[str, Room], github: GitHub, tmp_path: Path
) -> None:
    whole = bring(graph, rooms["rest"], MAIN)
    broken = Room(github, tmp_path / "broken")
    github.faults.add("GET /repositories", faults.status(500, "Internal Server Error"), skip=6)
    with pytest.raises(AtlasError):
        bring(graph, broken, MAIN)
    github.faults.clear()
    assert bring(graph, broken, MAIN) == whole


def texts(graph: Database) -> str:
    """All that the graph holds, as text."""
    return str(rows(graph, "MATCH (n) RETURN properties(n)") + rows(graph, "MATCH ()-[r]->() RETURN properties(r)"))


def test_the_token_and_personal_words_are_nowhere(
    graph: Database, rooms: dict[str, Room], github: GitHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    room = rooms["graphql"]
    bring(graph, room, MAIN, "acme", "@dev-001")
    github.faults.add("POST /graphql", faults.status(401, "Bad credentials"))
    told = room.attempt("acme/tool-1")
    assert isinstance(told, AtlasError)
    sent = [call.headers["authorization"] for call in github.calls if call.signed]
    assert any(TOKEN in text for text in sent), "the token was in use"
    held = b"".join(path.read_bytes() for path in (tmp_path / "graphql").rglob("*") if path.is_file())
    words = "\n".join([caplog.text, str(told), repr(told), told.hint, *room.told.warnings, *map(str, room.told.steps)])
    for secret in (TOKEN, TOKEN[8:], PRIVATE_ADDRESS, BIOGRAPHY):
        assert secret.encode() not in held, "in the store, the cursor or the cache"
        assert secret not in words
        assert secret not in texts(graph)


MEMBERS = """
MATCH (d:Developer)-[:AFFILIATED_WITH {source: 'github'}]->(:Organization)
WHERE d.github_id IN $ids
RETURN DISTINCT d.github_id
"""


def test_an_organization_and_a_person_bring_what_is_theirs(
    graph: Database, rooms: dict[str, Room], github: GitHub
) -> None:
    bring(graph, rooms["graphql"], "acme", "@dev-000", what=EVERYTHING)
    names = {str(name) for (name,) in rows(graph, "MATCH (r:Repository) RETURN r.name")}
    theirs = {one.full_name for one in github.world.repositories if one.owner.login in ("acme", "dev-000")}
    assert theirs <= names
    acme = github.world.account("acme")
    assert acme is not None
    found = rows(graph, MEMBERS, ids=[one.id for one in acme.members])
    assert len(found) == len(acme.members)
