"""What the fields of GraphQL say of the world; fields without an entry get the least value of their type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.ingest.sources.github.server import shown
from tests.ingest.sources.github.server.connections import Connection, Edge, connection, refused
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.rest import moment
from tests.ingest.sources.github.server.shown import node_id, stamp
from tests.ingest.sources.github.server.things import ORGANIZATION, PRIVATE_ADDRESS, Account, Issue, Repository, World

Field = Callable[[Json, Mapping[str, Json], World], Json]
FIELDS: dict[str, Field] = {}


@dataclass(frozen=True, slots=True)
class Event:
    """A closing or a merge, as timelines list them."""

    id: int
    type: str
    actor: Account | None
    at: str | None


def fields(of: str, **by_name: Field) -> None:
    """Fields of one type or several."""
    for kind in of.split():
        FIELDS.update({f"{kind}.{name}": field for name, field in by_name.items()})


def times(of: str, **attributes: str) -> None:
    """Fields that show a time of the thing."""
    fields(of, **{name: lambda s, _a, _w, at=at: stamp(getattr(s, at)) for name, at in attributes.items()})


def identified(of: str, letters: str, kind: str) -> None:
    """The node id and the number of a thing."""
    fields(
        of,
        id=lambda s, _a, _w: node_id(letters, kind, s.id),
        databaseId=lambda s, _a, _w: s.id,
        fullDatabaseId=lambda s, _a, _w: str(s.id),
    )


def found(world: World, args: Mapping[str, Json]) -> Repository:
    """The repository that a query names, at present or formerly."""
    name = f"{args['owner']}/{args['name']}"
    one = world.repository(name) if args.get("followRenames", True) else None
    if one is None:
        raise refused("NOT_FOUND", f"Could not resolve to a Repository with the name '{name}'.")
    return one


def found_account(world: World, login: str, kind: str) -> Account:
    """The account that a query names."""
    one = world.account(login)
    if one is None or (kind not in {"RepositoryOwner", one.kind}) or one.login != one.rest_login:
        raise refused("NOT_FOUND", f"Could not resolve to a {kind} with the login of '{login}'.")
    return one


def found_node(world: World, number: str) -> Json:
    """The account or repository with this node id."""
    for account in world.accounts:
        if number in (node_id("U", account.kind, account.id), node_id("O", account.kind, account.id)):
            return account
    for repository in world.repositories:
        if node_id("R", "Repository", repository.id) == number:
            return repository
    raise refused("NOT_FOUND", f"Could not resolve to a node with the global id of '{number}'")


def ordered(things: list[Json], args: Mapping[str, Json]) -> list[Json]:
    """Things in the order that `orderBy` asks for; in that of the world else."""
    order = args.get("orderBy")
    if not order:
        return things
    name = {"CREATED_AT": "created_at", "UPDATED_AT": "updated_at", "NAME": "name", "PUSHED_AT": "pushed_at"}
    by = name.get(order["field"], "id")
    return sorted(things, key=lambda s: (getattr(s, by), s.id), reverse=order["direction"] == "DESC")


def _issues(repository: Repository, args: Mapping[str, Json], _world: World) -> Connection:
    asked = args.get("filterBy") or {}
    since, states = asked.get("since"), args.get("states") or asked.get("states")
    kept = [one for one in repository.issues if one.pull is None]
    kept = [one for one in kept if not since or one.updated_at >= moment(str(since))]
    return connection(ordered([one for one in kept if not states or state(one) in states], args), args, "issues")


def _pulls(repository: Repository, args: Mapping[str, Json], _world: World) -> Connection:
    states = args.get("states")
    kept = [one for one in repository.pulls if not states or state(one) in states]
    return connection(ordered(kept, args), args, "pullRequests")


def state(one: Issue) -> str:
    """OPEN, CLOSED or MERGED."""
    if one.pull and one.pull.merged_at:
        return "MERGED"
    return "CLOSED" if one.closed_at else "OPEN"


def _stars(repository: Repository, args: Mapping[str, Json], _world: World) -> Connection:
    stars: list[Json] = list(repository.stars)
    if (args.get("orderBy") or {}).get("direction") == "DESC":
        stars.reverse()
    page = connection(stars, args, "stargazers")
    edges = [Edge(edge.node.account, edge.cursor, {"starredAt": stamp(edge.node.at)}) for edge in page.edges]
    return Connection(edges, page.total, page.before, page.after)


def _languages(repository: Repository, args: Mapping[str, Json], _world: World) -> Connection:
    names = list(repository.languages)
    facts = {at: {"size": repository.languages[name]} for at, name in enumerate(names)}
    return connection([{"name": name} for name in names], args, "languages", facts)


def _timeline(one: Issue, args: Mapping[str, Json], _world: World) -> Connection:
    made = []
    if one.pull and one.pull.merged_at:
        made.append(Event(one.id * 10 + 1, "MergedEvent", one.pull.merged_by, stamp(one.pull.merged_at)))
    if one.closed_at:
        made.append(Event(one.id * 10 + 2, "ClosedEvent", one.closed_by, stamp(one.closed_at)))
    kinds = {"MergedEvent": "MERGED_EVENT", "ClosedEvent": "CLOSED_EVENT"}
    wanted = args.get("itemTypes")
    return connection([e for e in made if not wanted or kinds[e.type] in wanted], args, "timelineItems")


def _repositories(owner: Account, args: Mapping[str, Json], world: World) -> Connection:
    fork = args.get("isFork")
    kept = [one for one in world.owned(owner) if fork is None or (one.parent is not None) == fork]
    return connection(ordered(kept, args), args, "repositories")


def _compared(_ref: Json, args: Mapping[str, Json], world: World) -> Json:
    owner = args["headRef"].partition(":")[0]
    fork = next((one for one in world.repositories if one.parent and one.owner.login == owner), None)
    return {"aheadBy": fork.ahead if fork else 0, "behindBy": 0}


fields(
    "Query",
    repository=lambda _s, a, w: found(w, a),
    user=lambda _s, a, w: found_account(w, a["login"], "User"),
    organization=lambda _s, a, w: found_account(w, a["login"], ORGANIZATION),
    repositoryOwner=lambda _s, a, w: found_account(w, a["login"], "RepositoryOwner"),
    node=lambda _s, a, w: found_node(w, a["id"]),
    nodes=lambda _s, a, w: [found_node(w, each) for each in a["ids"]],
)
identified("Repository", "R", "Repository")
identified("Issue", "I", "Issue")
identified("PullRequest", "PR", "PullRequest")
identified("User", "U", "User")
identified("Bot", "BOT", "Bot")
identified("Organization", "O", "Organization")
identified("IssueComment", "IC", "IssueComment")
identified("PullRequestReview", "PRR", "PullRequestReview")
identified("PullRequestReviewComment", "PRRC", "PullRequestReviewComment")
identified("Release", "RE", "Release")
fields(
    "Repository",
    nameWithOwner=lambda s, _a, _w: s.full_name,
    isArchived=lambda s, _a, _w: s.archived,
    isFork=lambda s, _a, _w: s.parent is not None,
    isEmpty=lambda s, _a, _w: s.empty,
    parent=lambda s, _a, _w: s.parent,
    stargazerCount=lambda s, _a, _w: len(s.stars),
    forkCount=lambda s, _a, w: len(w.forks(s)),
    licenseInfo=lambda s, _a, _w: {"spdxId": s.license, "name": s.license, "key": s.license} if s.license else None,
    primaryLanguage=lambda s, _a, _w: next(({"name": name} for name in s.languages), None),
    languages=_languages,
    defaultBranchRef=lambda s, _a, _w: None if s.empty else {"name": "main", "prefix": "refs/heads/"},
    repositoryTopics=lambda s, a, _w: connection([{"topic": {"name": t}} for t in s.topics], a, "repositoryTopics"),
    issues=_issues,
    pullRequests=_pulls,
    stargazers=_stars,
    forks=lambda s, a, w: connection(ordered(list(w.forks(s)), a), a, "forks"),
    releases=lambda s, a, _w: connection(
        sorted(s.releases, key=lambda r: (r.published_at, r.id), reverse=True), a, "releases"
    ),
    issue=lambda s, a, _w: next((one for one in s.issues if one.number == a["number"] and not one.pull), None),
    pullRequest=lambda s, a, _w: next((one for one in s.pulls if one.number == a["number"]), None),
    issueOrPullRequest=lambda s, a, _w: next((one for one in s.issues if one.number == a["number"]), None),
)
times("Repository", createdAt="created_at", pushedAt="pushed_at", updatedAt="pushed_at")
fields("Ref", compare=_compared)
fields(
    "Issue PullRequest",
    title=lambda s, _a, _w: f"Thread {s.number}",
    body=lambda _s, _a, _w: f"words of {PRIVATE_ADDRESS}",
    state=lambda s, _a, _w: state(s),
    closed=lambda s, _a, _w: s.closed_at is not None,
    labels=lambda s, a, _w: connection([{"name": name, "color": "ededed"} for name in s.labels], a, "labels"),
    comments=lambda s, a, _w: connection(s.comments, a, "comments"),
    timelineItems=_timeline,
)
times("Issue PullRequest", createdAt="created_at", updatedAt="updated_at", closedAt="closed_at")
fields(
    "PullRequest",
    merged=lambda s, _a, _w: s.pull.merged_at is not None,
    mergedAt=lambda s, _a, _w: stamp(s.pull.merged_at),
    mergedBy=lambda s, _a, _w: s.pull.merged_by if s.pull.merged_at else None,
    reviews=lambda s, a, _w: connection(s.pull.reviews, a, "reviews"),
    reviewThreads=lambda s, a, _w: connection(
        [{"id": r.id, "comments": r} for r in s.pull.reviews if r.comments], a, "reviewThreads"
    ),
)
fields(
    "PullRequestReviewThread", comments=lambda s, a, _w: connection(s["comments"].comments, a, "comments")
)  # fmt: skip
times("IssueComment PullRequestReviewComment Release", createdAt="created_at", updatedAt="created_at")
times("PullRequestReview", submittedAt="submitted_at", createdAt="submitted_at", updatedAt="submitted_at")
fields("PullRequestReview", comments=lambda s, a, _w: connection(s.comments, a, "comments"))
times("Release", createdAt="published_at", publishedAt="published_at", updatedAt="published_at")
fields("Release", tagName=lambda s, _a, _w: s.tag, name=lambda s, _a, _w: s.tag)
times("User Bot Organization", createdAt="created_at", updatedAt="created_at")
fields(
    "User",
    followers=lambda s, _a, _w: Connection((), s.followers, before=False, after=False),
    email=lambda _s, _a, _w: PRIVATE_ADDRESS,
    bio=lambda _s, _a, _w: shown.BIOGRAPHY,
    organizations=lambda s, a, w: connection([o for o in w.accounts if s in o.members], a, "organizations"),
)
fields("User Organization", repositories=_repositories)
fields(
    "Organization",
    name=lambda s, _a, _w: s.login.title(),
    membersWithRole=lambda s, a, _w: connection(s.members, a, "membersWithRole"),
)
fields("ClosedEvent MergedEvent", createdAt=lambda s, _a, _w: s.at)
