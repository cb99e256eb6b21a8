"""What the made-up world consists of. Things can be changed between two readings: that is how tests rename and grow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

USER, BOT, ORGANIZATION = "User", "Bot", "Organization"
PRIVATE_ADDRESS = "somebody.private@example.com"
"""An e-mail address that stands in many places, and may be kept in none."""


@dataclass(slots=True, eq=False)
class Account:
    """A user, a bot or an organization; `members` are the public ones of an organization."""

    id: int
    login: str
    kind: str
    created_at: datetime
    followers: int = 0
    company: str | None = None
    location: str | None = None
    members: list[Account] = field(default_factory=list)

    @property
    def rest_login(self) -> str:
        """The login as REST writes it: a bot's has a suffix there, and none in GraphQL."""
        return f"{self.login}[bot]" if self.kind == BOT else self.login


@dataclass(slots=True, eq=False)
class Comment:
    """A comment on an issue or pull request, or on changed lines; one without author is a lost account's."""

    id: int
    author: Account | None
    created_at: datetime


@dataclass(slots=True, eq=False)
class Review:
    """A review with its comments on changed lines."""

    id: int
    author: Account | None
    submitted_at: datetime
    state: str
    comments: list[Comment] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Pull:
    """What a pull request has beyond an issue."""

    merged_at: datetime | None = None
    merged_by: Account | None = None
    reviews: list[Review] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Issue:
    """An issue, or a pull request where `pull` is there."""

    id: int
    number: int
    author: Account | None
    created_at: datetime
    closed_at: datetime | None = None
    closed_by: Account | None = None
    labels: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    pull: Pull | None = None

    @property
    def updated_at(self) -> datetime:
        """The time of the last thing that happened to it."""
        times = [self.created_at, self.closed_at, *(comment.created_at for comment in self.comments)]
        for review in self.pull.reviews if self.pull else ():
            times += [review.submitted_at, *(comment.created_at for comment in review.comments)]
        return max(time for time in times if time is not None)


@dataclass(frozen=True, slots=True)
class Happened:
    """A closing or a merge: its id, kind, who did it and when, and to which issue or pull request."""

    id: int
    kind: str
    actor: Account | None
    at: datetime
    issue: Issue


def happened(issues: Iterable[Issue]) -> list[Happened]:
    """The closings and merges of `issues`, the oldest first."""
    made = []
    for one in issues:
        if one.pull and one.pull.merged_at:
            made.append(Happened(one.id * 10 + 1, "merged", one.pull.merged_by, one.pull.merged_at, one))
        if one.closed_at:
            made.append(Happened(one.id * 10 + 2, "closed", one.closed_by, one.closed_at, one))
    return sorted(made, key=lambda each: (each.at, each.id))


@dataclass(slots=True, eq=False)
class Release:
    """A release."""

    id: int
    tag: str
    author: Account
    published_at: datetime


@dataclass(slots=True, eq=False)
class Star:
    """A star, and when it was given."""

    account: Account
    at: datetime


@dataclass(slots=True, eq=False)
class Repository:
    """A repository; `ahead` are own commits of a fork."""

    id: int
    owner: Account
    name: str
    created_at: datetime
    former: list[str] = field(default_factory=list)
    parent: Repository | None = None
    ahead: int = 0
    archived: bool = False
    empty: bool = False
    description: str | None = None
    license: str | None = None
    languages: dict[str, int] = field(default_factory=dict)
    topics: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    stars: list[Star] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        """owner/name, at present."""
        return f"{self.owner.login}/{self.name}"

    @property
    def pulls(self) -> list[Issue]:
        """The pull requests."""
        return [issue for issue in self.issues if issue.pull]

    @property
    def pushed_at(self) -> datetime:
        """The time of the last push: of the last merge, or of a fork's own commits, else of the beginning."""
        if self.ahead:
            return self.created_at + timedelta(days=self.ahead)
        merged = [issue.pull.merged_at for issue in self.issues if issue.pull and issue.pull.merged_at]
        return max(merged, default=self.created_at)


@dataclass(slots=True)
class World:
    """All repositories and accounts."""

    repositories: list[Repository] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)

    def repository(self, name: str) -> Repository | None:
        """The repository called `name` (owner/name) in any case: at present, or else formerly."""
        low = name.lower()
        for repository in self.repositories:
            if repository.full_name.lower() == low:
                return repository
        former = (one for one in self.repositories if low in (old.lower() for old in one.former))
        return next(former, None)

    def repository_of_id(self, number: int) -> Repository | None:
        """The repository with this id."""
        return next((repository for repository in self.repositories if repository.id == number), None)

    def account(self, login: str) -> Account | None:
        """The account with this login, in any case, in the form of REST or of GraphQL."""
        low = login.lower()
        return next((one for one in self.accounts if low in (one.login.lower(), one.rest_login.lower())), None)

    def owned(self, account: Account) -> list[Repository]:
        """The repositories of `account`, by name."""
        return sorted((one for one in self.repositories if one.owner is account), key=lambda one: one.name)

    def forks(self, repository: Repository) -> list[Repository]:
        """The forks of `repository`, the newest first."""
        return sorted(
            (one for one in self.repositories if one.parent is repository), key=lambda one: one.created_at, reverse=True
        )

    def rename(self, repository: Repository, name: str) -> None:
        """Give `repository` another name (without owner); the old one leads to it."""
        repository.former.append(repository.full_name)
        repository.name = name

    def recreate(self, repository: Repository, number: int, at: datetime) -> Repository:
        """Delete `repository`, and make an empty one of the same name with the id `number`."""
        self.repositories.remove(repository)
        made = Repository(number, repository.owner, repository.name, at, description="made anew")
        self.repositories.append(made)
        return made

    def add(self, things: Iterable[Account | Repository]) -> None:
        """Take these accounts and repositories in."""
        for thing in things:
            if isinstance(thing, Account):
                self.accounts.append(thing)
            else:
                self.repositories.append(thing)
