"""The paths of REST that the world answers, paged, ordered and moved as GitHub does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from tests.ingest.sources.github.server import shown
from tests.ingest.sources.github.server.answers import Answer, Call, missing, refusal
from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.shapes import least
from tests.ingest.sources.github.server.shown import REPO
from tests.ingest.sources.github.server.things import ORGANIZATION, Account, Comment, Issue, Repository, World, happened

MOST_PAGES = 400
SEARCHED = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A call with what its path names."""

    world: World
    call: Call
    names: dict[str, str]
    repository: Repository | None = None

    @property
    def repo(self) -> Repository:
        """The repository that the path names, which was found."""
        assert self.repository is not None
        return self.repository


Shows = Callable[[Asked], Json]
"""Gives the value of an answer, a list to be paged, or an Answer."""
ROUTES: list[tuple[re.Pattern[str], str, Shows]] = []


def route(path: str) -> Callable[[Shows], Shows]:
    """A decorator that answers `path`, as OpenAPI writes it, with a function."""
    pattern = re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path)))

    def register(function: Shows) -> Shows:
        ROUTES.append((pattern, path, function))
        return function

    return register


def answer(world: World, call: Call) -> Answer:
    """What the world answers to a call of REST."""
    path = re.sub(r"^/repositories/(\d+)(?=/|$)", r"/repos/~/\1", call.path)
    for pattern, shown_path, shows in ROUTES:
        if found := pattern.fullmatch(path):
            made = _ask(world, call, found.groupdict(), shows)
            made.path = shown_path
            return made
    return missing()


def _ask(world: World, call: Call, names: dict[str, str], shows: Shows) -> Answer:
    repository = None
    if "repo" in names:
        repository = _found(world, names)
        if repository is None:
            return missing()
        if names["owner"] != "~" and f"{names['owner']}/{names['repo']}".lower() != repository.full_name.lower():
            return moved(call, repository)
    value = shows(Asked(world, call, names, repository))
    if isinstance(value, Answer):
        return value
    return paged(call, value, repository) if isinstance(value, list) else Answer(200, value)


def _found(world: World, names: dict[str, str]) -> Repository | None:
    if names["owner"] == "~":
        return world.repository_of_id(int(names["repo"]))
    return world.repository(f"{names['owner']}/{names['repo']}")


def moved(call: Call, repository: Repository) -> Answer:
    """301 to the path by id, 307 where something is sent."""
    tail = call.path.split("/", 4)[4:]
    to = "/".join([f"/repositories/{repository.id}", *tail])
    made = refusal(301 if call.method == "GET" else 307, "Moved Permanently", url=to)
    made.headers["Location"] = to + (f"?{urlencode(call.query)}" if call.query else "")
    return made


def paged(call: Call, items: Sequence[Json], repository: Repository | None) -> Answer:
    """One page of `items`, with links to the others; these go by the repository's id, as GitHub's do."""
    size = min(max(int(call.query.get("per_page", "30")), 1), 100)
    page = max(int(call.query.get("page", "1")), 1)
    last = max(-(-len(items) // size), 1)
    if page > MOST_PAGES and call.path.endswith("/stargazers"):
        return refusal(422, "In order to keep the API fast for everyone, pagination is limited for this resource.")
    shown_items = [item() if callable(item) else item for item in items[(page - 1) * size : page * size]]
    to = call.path
    if repository is not None and not to.startswith("/repositories/"):
        to = "/".join([f"/repositories/{repository.id}", *to.split("/", 4)[4:]])
    links = {"first": 1, "prev": page - 1} if page > 1 else {}
    links |= {"next": page + 1, "last": last} if page < last else {}
    written = ", ".join(
        f'<{to}?{urlencode({**call.query, "page": number})}>; rel="{rel}"' for rel, number in links.items()
    )
    return Answer(200, shown_items, {"Link": written} if written else {})


@route(REPO)
def _repository(asked: Asked) -> Json:
    return shown.repository(asked.repo, asked.world)


@route(f"{REPO}/languages")
def _languages(asked: Asked) -> Json:
    return asked.repo.languages


@route(f"{REPO}/topics")
def _topics(asked: Asked) -> Json:
    return {"names": asked.repo.topics}


@route(f"{REPO}/contributors")
def _contributors(asked: Asked) -> Json:
    if asked.repo.empty:
        return Answer(204)
    merged: dict[Account, int] = {}
    for one in asked.repo.pulls:
        if one.author and one.pull and one.pull.merged_at:
            merged[one.author] = merged.get(one.author, 0) + 1
    ranked = sorted(merged.items(), key=lambda pair: (-pair[1], pair[0].id))
    return [{**shown.account(who), "contributions": number} for who, number in ranked]


@route(f"{REPO}/issues")
def _issues(asked: Asked) -> Json:
    return [lambda one=one: shown.issue(one, asked.repo) for one in chosen(asked, asked.repo.issues)]


@route(f"{REPO}/issues/comments")
def _comments(asked: Asked) -> Json:
    made = [(c, issue) for issue in asked.repo.issues for c in issue.comments]
    made = _since(asked, made)
    return [lambda c=c, i=i: shown.comment(c, asked.repo, i.number) for c, i in made]


@route(f"{REPO}/issues/events")
def _events(asked: Asked) -> Json:
    return [lambda one=one: shown.event(one, asked.repo) for one in reversed(happened(asked.repo.issues))]


@route(f"{REPO}/issues/{{issue_number}}")
def _issue(asked: Asked) -> Json:
    one = numbered(asked, "issue_number")
    return shown.closed_issue(one, asked.repo) if one else missing()


@route(f"{REPO}/issues/{{issue_number}}/comments")
def _issue_comments(asked: Asked) -> Json:
    one = numbered(asked, "issue_number")
    return [shown.comment(c, asked.repo, one.number) for c in one.comments] if one else missing()


@route(f"{REPO}/pulls")
def _pulls(asked: Asked) -> Json:
    return [lambda one=one: shown.pull(one, asked.repo) for one in chosen(asked, asked.repo.pulls)]


@route(f"{REPO}/pulls/comments")
def _review_comments(asked: Asked) -> Json:
    made = [
        (c, (one.number, review.id))
        for one in asked.repo.pulls
        if one.pull
        for review in one.pull.reviews
        for c in review.comments
    ]
    made = _since(asked, made)
    return [lambda c=c, at=at: shown.review_comment(c, asked.repo, *at) for c, at in made]


@route(f"{REPO}/pulls/{{pull_number}}")
def _pull(asked: Asked) -> Json:
    one = numbered(asked, "pull_number")
    return shown.full_pull(one, asked.repo) if one and one.pull else missing()


@route(f"{REPO}/pulls/{{pull_number}}/reviews")
def _reviews(asked: Asked) -> Json:
    one = numbered(asked, "pull_number")
    return [shown.review(r, asked.repo, one.number) for r in one.pull.reviews] if one and one.pull else missing()


@route(f"{REPO}/stargazers")
def _stars(asked: Asked) -> Json:
    timed = "star+json" in asked.call.headers.get("accept", "")
    return [lambda s=s: shown.star(s) if timed else shown.account(s.account) for s in asked.repo.stars]


@route(f"{REPO}/releases")
def _releases(asked: Asked) -> Json:
    made = sorted(asked.repo.releases, key=lambda one: (one.published_at, one.id), reverse=True)
    return [shown.release(one) for one in made]


@route(f"{REPO}/forks")
def _forks(asked: Asked) -> Json:
    return [shown.short_repository(one, asked.world) for one in asked.world.forks(asked.repo)]


@route(f"{REPO}/compare/{{basehead}}")
def _compare(asked: Asked) -> Json:
    head = asked.names["basehead"].partition("...")[2]
    owner = head.partition(":")[0]
    fork = next((one for one in asked.world.forks(asked.repo) if one.owner.login == owner), None)
    if fork is None and asked.repo.parent is not None:
        fork = asked.repo
    if fork is None:
        return missing()
    words = {**least(f"{REPO}/compare/{{basehead}}"), "ahead_by": fork.ahead, "total_commits": fork.ahead}
    return {**words, "status": "ahead" if fork.ahead else "identical"}


@route("/users/{username}")
def _user(asked: Asked) -> Json:
    one = asked.world.account(asked.names["username"])
    return shown.profile(one, asked.world) if one else missing()


@route("/user/{account_id}")
def _user_of_id(asked: Asked) -> Json:
    one = next((each for each in asked.world.accounts if str(each.id) == asked.names["account_id"]), None)
    return shown.profile(one, asked.world) if one else missing()


@route("/users/{username}/repos")
@route("/orgs/{org}/repos")
def _owned(asked: Asked) -> Json:
    one = asked.world.account(next(iter(asked.names.values())))
    if one is None or ("org" in asked.names and one.kind != ORGANIZATION):
        return missing()
    return [shown.short_repository(each, asked.world) for each in asked.world.owned(one)]


@route("/users/{username}/orgs")
def _organizations(asked: Asked) -> Json:
    one = asked.world.account(asked.names["username"])
    if one is None:
        return missing()
    of = [each for each in asked.world.accounts if one in each.members]
    return [{**least("/users/{username}/orgs", item=True), "id": o.id, "login": o.login} for o in of]


@route("/orgs/{org}")
def _organization(asked: Asked) -> Json:
    one = asked.world.account(asked.names["org"])
    return shown.organization(one, asked.world) if one and one.kind == ORGANIZATION else missing()


@route("/orgs/{org}/public_members")
@route("/orgs/{org}/members")
def _members(asked: Asked) -> Json:
    one = asked.world.account(asked.names["org"])
    return [shown.account(each) for each in one.members] if one and one.kind == ORGANIZATION else missing()


@route("/search/issues")
def _search(asked: Asked) -> Json:
    page, size = int(asked.call.query.get("page", "1")), int(asked.call.query.get("per_page", "30"))
    if page * size > SEARCHED:
        return refusal(422, "Only the first 1000 search results are available")
    words = dict(word.split(":", 1) for word in asked.call.query.get("q", "").split() if ":" in word)
    author = asked.world.account(words.get("author", ""))
    within = [of for of in asked.world.repositories if _within(of, asked.call.query.get("q", ""))]
    if author is None and not within:
        return refusal(422, "Validation Failed")
    found = [(one, of) for of in asked.world.repositories for one in of.pulls if one.author and one.author is author]
    if author is None:
        found = [(one, of) for of in within for one in of.issues if bool(one.pull) == (words["type"] == "pr")]
    if "is:merged" in asked.call.query["q"]:
        found = [(one, of) for one, of in found if one.pull and one.pull.merged_at]
    found.sort(key=lambda pair: (pair[0].updated_at, pair[0].id), reverse=True)
    rows = [shown.issue(one, of) | {"score": 1} for one, of in found[(page - 1) * size : page * size]]
    return {**least("/search/issues"), "total_count": len(found), "incomplete_results": False, "items": rows}


def _within(repository: Repository, query: str) -> bool:
    """Whether a search names a repository, or its owner."""
    names = {f"repo:{repository.full_name}".lower(), f"user:{repository.owner.login}".lower()}
    return bool(names & set(query.lower().split()))


def chosen(asked: Asked, issues: list[Issue]) -> list[Issue]:
    """The issues that a list asks for: by state and time of change, in the order asked for."""
    query = asked.call.query
    state, since = query.get("state", "open"), query.get("since", "")
    kept = [one for one in issues if state == "all" or (one.closed_at is not None) == (state == "closed")]
    if since and "/pulls" not in asked.call.path:  # the list of pull requests knows no `since`
        kept = [one for one in kept if one.updated_at >= moment(since)]
    by = query.get("sort", "created")
    order: dict[str, Callable[[Issue], object]] = {
        "created": lambda one: (one.created_at, one.id),
        "updated": lambda one: (one.updated_at, one.id),
        "comments": lambda one: (len(one.comments), one.id),
    }
    down = query.get("direction", "desc") == "desc"
    return sorted(kept, key=order[by], reverse=down)  # type: ignore[arg-type]


def numbered(asked: Asked, name: str) -> Issue | None:
    """The issue or pull request of the number in the path."""
    return next((one for one in asked.repo.issues if str(one.number) == asked.names[name]), None)


def moment(text: str) -> datetime:
    """The moment that a query names."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _since(asked: Asked, made: list[tuple[Comment, Json]]) -> list[tuple[Comment, Json]]:
    since = asked.call.query.get("since", "")
    if since:
        first = moment(since)
        made = [pair for pair in made if pair[0].created_at >= first]
    made.sort(key=lambda pair: (pair[0].created_at, pair[0].id))
    down = asked.call.query.get("direction", "asc") == "desc" and "sort" in asked.call.query
    return made[::-1] if down else made
