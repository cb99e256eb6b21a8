"""How REST shows things: the least answer that the published schema takes, with the world's values laid over it."""

from __future__ import annotations

import base64
from datetime import datetime

from tests.ingest.sources.github.server.published import Json
from tests.ingest.sources.github.server.shapes import least, least_named
from tests.ingest.sources.github.server.things import (
    ORGANIZATION,
    PRIVATE_ADDRESS,
    Account,
    Comment,
    Happened,
    Issue,
    Release,
    Repository,
    Review,
    Star,
    World,
)

REPO = "/repos/{owner}/{repo}"
HOST = "https://api.example.com"
BIOGRAPHY = "A life story that nobody may keep."
GHOST = {"id": 10137, "login": "ghost", "node_id": "MDQ6VXNlcjEwMTM3", "type": "User"}
"""The account that REST shows in place of one that is lost."""


def stamp(at: datetime | None) -> str | None:
    """A time as GitHub writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def node_id(letters: str, kind: str, number: int) -> str:
    """A node id: of the newer form for odd numbers, of the older one for even ones; GitHub has both."""
    if number % 2:
        return f"{letters}_{base64.urlsafe_b64encode(number.to_bytes(8, 'big')).decode().rstrip('=')}"
    return base64.b64encode(f"0{len(kind)}:{kind}{number}".encode()).decode()


def account(one: Account | None) -> Json:
    """An account in a few words; a lost one as the ghost."""
    if one is None:
        return {**least_named("simple-user"), **GHOST}
    number = node_id("U", one.kind, one.id)
    return {
        **least_named("simple-user"), "id": one.id, "login": one.rest_login, "node_id": number, "type": one.kind,
        "url": f"{HOST}/users/{one.rest_login}",
    }  # fmt: skip


def profile(one: Account, world: World) -> Json:
    """An account as /users/ shows it, with what nobody may keep."""
    return {
        **least_named("public-user"), **account(one), "company": one.company, "location": one.location,
        "followers": one.followers, "created_at": stamp(one.created_at), "email": PRIVATE_ADDRESS, "bio": BIOGRAPHY,
        "public_repos": len(world.owned(one)),
    }  # fmt: skip


def organization(one: Account, world: World) -> Json:
    """An organization in full."""
    return {
        **least("/orgs/{org}"), "id": one.id, "login": one.login, "node_id": node_id("O", one.kind, one.id),
        "type": ORGANIZATION, "location": one.location, "created_at": stamp(one.created_at), "email": PRIVATE_ADDRESS,
        "public_repos": len(world.owned(one)), "name": one.login.title(), "followers": one.followers,
    }  # fmt: skip


def repository_facts(one: Repository, world: World) -> Json:
    """What short and full forms of a repository have in common."""
    words = None
    if one.license:
        words = {**least_named("license-simple"), "key": one.license.lower(), "spdx_id": one.license}
    return {
        "id": one.id, "node_id": node_id("R", "Repository", one.id), "name": one.name, "full_name": one.full_name,
        "owner": account(one.owner), "private": False, "fork": one.parent is not None, "archived": one.archived,
        "disabled": False, "description": one.description, "created_at": stamp(one.created_at), "license": words,
        "updated_at": stamp(one.pushed_at), "pushed_at": stamp(one.pushed_at), "size": 0 if one.empty else 100,
        "stargazers_count": len(one.stars), "forks_count": len(world.forks(one)), "default_branch": "main",
        "language": next(iter(one.languages), None), "topics": one.topics, "visibility": "public",
        "open_issues_count": sum(not issue.closed_at for issue in one.issues), "url": f"{HOST}/repos/{one.full_name}",
        "has_issues": True,
    }  # fmt: skip


def repository(one: Repository, world: World) -> Json:
    """A repository in full; a fork with what it is a fork of."""
    shown = {**least(REPO), **repository_facts(one, world)}
    if one.parent:
        parent = {**least_named("repository"), **repository_facts(one.parent, world)}
        shown |= {"parent": parent, "source": parent}
    return shown


def short_repository(one: Repository, world: World) -> Json:
    """A repository in a list."""
    return {**least_named("minimal-repository"), **repository_facts(one, world)}


def labels(names: list[str]) -> Json:
    """Labels as issues and pull requests bear them."""
    return [
        {"id": len(name), "node_id": "", "url": "", "name": name, "color": "ededed", "default": False,
         "description": ""}
        for name in names
    ]  # fmt: skip


def issue(one: Issue, of: Repository) -> Json:
    """An issue, or a pull request as the list of issues shows it."""
    return {
        **least(f"{REPO}/issues", item=True), **_thread(one, "I", "Issue"), "comments": len(one.comments),
        "author_association": "NONE", "repository_url": f"{HOST}/repos/{of.full_name}",
        "url": f"{HOST}/repos/{of.full_name}/issues/{one.number}", **_as_pull(one, of),
    }  # fmt: skip


def _as_pull(one: Issue, of: Repository) -> Json:
    if one.pull is None:
        return {}
    link = f"{HOST}/repos/{of.full_name}/pulls/{one.number}"
    words = {"url": link, "html_url": link, "diff_url": link, "patch_url": link}
    return {"pull_request": {**words, "merged_at": stamp(one.pull.merged_at)}}


def closed_issue(one: Issue, of: Repository) -> Json:
    """A single issue: unlike in lists it says who closed it."""
    return {**issue(one, of), "closed_by": account(one.closed_by) if one.closed_at else None}


def _thread(one: Issue, letters: str, kind: str) -> Json:
    return {
        "id": one.id, "node_id": node_id(letters, kind, one.id), "number": one.number, "title": f"Thread {one.number}",
        "user": account(one.author), "labels": labels(one.labels), "state": "closed" if one.closed_at else "open",
        "locked": False, "created_at": stamp(one.created_at), "updated_at": stamp(one.updated_at),
        "closed_at": stamp(one.closed_at), "body": f"words of {PRIVATE_ADDRESS}",
    }  # fmt: skip


def pull(one: Issue, of: Repository) -> Json:
    """A pull request in a list."""
    return {**least(f"{REPO}/pulls", item=True), **_pull_facts(one, of)}


def _pull_facts(one: Issue, of: Repository) -> Json:
    assert one.pull is not None
    link = f"{HOST}/repos/{of.full_name}/pulls/{one.number}"
    return {
        **_thread(one, "PR", "PullRequest"), "merged_at": stamp(one.pull.merged_at), "draft": False, "url": link,
    }  # fmt: skip


def full_pull(one: Issue, of: Repository) -> Json:
    """A single pull request: unlike in lists it says who merged it."""
    assert one.pull is not None
    by = account(one.pull.merged_by) if one.pull.merged_by else None
    lines = sum(len(review.comments) for review in one.pull.reviews)
    return {
        **least(f"{REPO}/pulls/{{pull_number}}"), **_pull_facts(one, of), "merged": one.pull.merged_at is not None,
        "merged_by": by, "comments": len(one.comments), "review_comments": lines,
    }  # fmt: skip


def review(one: Review, of: Repository, number: int) -> Json:
    """A review; its author is null where the account is lost."""
    return {
        **least(f"{REPO}/pulls/{{pull_number}}/reviews", item=True), "id": one.id,
        "node_id": node_id("PRR", "PullRequestReview", one.id), "user": account(one.author) if one.author else None,
        "state": one.state, "submitted_at": stamp(one.submitted_at), "body": "looks good",
        "pull_request_url": f"{HOST}/repos/{of.full_name}/pulls/{number}",
    }  # fmt: skip


def comment(one: Comment, of: Repository, number: int) -> Json:
    """A comment on an issue or pull request."""
    return {
        **least(f"{REPO}/issues/comments", item=True), "id": one.id, "author_association": "NONE",
        "node_id": node_id("IC", "IssueComment", one.id), "user": account(one.author), **_times(one), "body": "well",
        "issue_url": f"{HOST}/repos/{of.full_name}/issues/{number}",
    }  # fmt: skip


def review_comment(one: Comment, of: Repository, number: int, review_id: int) -> Json:
    """A comment on changed lines."""
    return {
        **least(f"{REPO}/pulls/comments", item=True), "id": one.id, "pull_request_review_id": review_id,
        "node_id": node_id("PRRC", "PullRequestReviewComment", one.id), "user": account(one.author), **_times(one),
        "pull_request_url": f"{HOST}/repos/{of.full_name}/pulls/{number}", "body": "here",
    }  # fmt: skip


def _times(one: Comment) -> Json:
    return {"created_at": stamp(one.created_at), "updated_at": stamp(one.created_at)}


def star(one: Star) -> Json:
    """A star with its time."""
    return {"starred_at": stamp(one.at), "user": account(one.account)}


def release(one: Release) -> Json:
    """A release."""
    at = stamp(one.published_at)
    return {
        **least(f"{REPO}/releases", item=True), "id": one.id, "node_id": node_id("RE", "Release", one.id),
        "tag_name": one.tag, "name": one.tag, "author": account(one.author), "created_at": at, "published_at": at,
    }  # fmt: skip


def event(one: Happened, of: Repository) -> Json:
    """Something that happened to an issue or pull request."""
    return {
        **least(f"{REPO}/issues/events", item=True), "id": one.id, "event": one.kind, "created_at": stamp(one.at),
        "actor": account(one.actor), "issue": issue(one.issue, of), "node_id": node_id("E", one.kind, one.id),
    }  # fmt: skip
