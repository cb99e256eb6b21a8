"""Makes a world by seed: the same seed and size give the same world, to the second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from tests.ingest.sources.github.server.things import (
    BOT,
    ORGANIZATION,
    PRIVATE_ADDRESS,
    USER,
    Account,
    Comment,
    Issue,
    Pull,
    Release,
    Repository,
    Review,
    Star,
    World,
)

BEGIN = datetime(2024, 1, 3, 8, tzinfo=UTC)
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
FB_EXPORTED = "fb-exported"
LABELS = ("bug", "documentation", FB_EXPORTED, "good first issue", "性能")
PLACES = (None, "Hangzhou, China", "Berlin", "San Francisco, CA", "somewhere", "北京")
COMPANIES = (None, "@acme", "Ant Group", "Fudan University", "none of your business", f"Acme, {PRIVATE_ADDRESS}")
STATES = ("APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED")
MAIN = "acme/engine"
"""The repository that most tests load."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is, in how many months: issues, pull requests and stars are those of the largest repository."""

    developers: int = 16
    repositories: int = 6
    issues: int = 30
    pulls: int = 40
    stars: int = 60
    months: int = 24


SMALL = Size()
QUICK = Size(issues=14, pulls=14, stars=10, months=2)
"""A world that is read in no time, for the many tests that care for one thing each."""


class Maker:
    """Makes things with ids of their own, at moments and by people that the seed chooses."""

    def __init__(self, seed: int, size: Size) -> None:
        self.random, self.size = Random(seed), size  # noqa: S311 - a world, no secret
        self.ids = count(1_000)
        self.end = BEGIN + timedelta(days=30 * size.months)
        self.world = World()
        self.people: list[Account] = []

    def moment(self, after: datetime = BEGIN, days: float | None = None) -> datetime:
        """A second between `after` and the end, or within so many days."""
        span = (self.end - after).total_seconds()
        if days is not None:
            span = min(span, days * 86400)
        return after + timedelta(seconds=int(self.random.random() * max(span, 1)))

    def someone(self) -> Account | None:
        """One who acts, some far more often than others; a lost account now and then."""
        if self.random.random() < 0.04:
            return None
        return self.people[int(len(self.people) * self.random.random() ** 2)]

    def accounts(self) -> None:
        """People, two bots, an organization with public members."""
        born = datetime(2015, 5, 1, tzinfo=UTC)
        for number in range(self.size.developers):
            person = Account(next(self.ids), f"dev-{number:03d}", USER, born + timedelta(days=number))
            person.followers = self.random.randint(0, 500)
            person.company, person.location = self.random.choice(COMPANIES), self.random.choice(PLACES)
            self.people.append(person)
        self.people[4:4] = [Account(next(self.ids), login, BOT, born) for login in ("dependabot", "merge-helper")]
        organization = Account(next(self.ids), "acme", ORGANIZATION, born, location="Berlin")
        organization.members = [one for one in self.people if one.kind == USER][1:5]
        self.world.add([*self.people, organization])

    def repositories(self) -> None:
        """The main repository, smaller ones, and the odd ones: a fork, an archived, a renamed and an empty one."""
        acme = self.world.account("acme")
        assert acme is not None
        main = self.repository(acme, "engine", 1.0)
        main.topics, main.license = ["llm", "inference"], "Apache-2.0"
        main.description = f"An engine. Questions to {PRIVATE_ADDRESS}"
        for number in range(max(self.size.repositories - 4, 0)):
            self.repository(acme if number % 2 else self.people[number], f"tool-{number}", 1 / (3 + number))
        archived = self.repository(acme, "attic", 0.1)
        archived.archived = True
        renamed = self.repository(acme, "Modern", 0.1)
        renamed.former = ["acme/ancient", "bygone/ancient"]
        self.world.add([Repository(next(self.ids), acme, "void", BEGIN, empty=True)])
        for owner, ahead in ((self.people[2], 3), (self.people[3], 0)):
            fork = Repository(next(self.ids), owner, "engine", self.moment(), parent=main, ahead=ahead)
            self.world.add([fork])

    def repository(self, owner: Account, name: str, share: float) -> Repository:
        """A repository with its share of the activity."""
        made = Repository(next(self.ids), owner, name, BEGIN - timedelta(days=40), description=f"What {name} does.")
        made.languages = {"Python": 9000, "C++": 4000, "Cuda": 700}
        kinds = [True] * int(self.size.pulls * share) + [False] * int(self.size.issues * share)
        self.random.shuffle(kinds)
        opened = sorted(self.moment() for _ in kinds)
        for number, (is_pull, at) in enumerate(zip(kinds, opened, strict=True), start=1):
            made.issues.append(self.pull(number, at) if is_pull else self.issue(number, at))
        users = [one for one in self.people if one.kind == USER]
        fans = self.random.sample(users, min(int(self.size.stars * share), len(users)))
        made.stars = sorted((Star(fan, self.moment()) for fan in fans), key=lambda star: star.at)
        made.releases = [
            Release(next(self.ids), f"v0.{n}.0", owner, self.moment()) for n in range(int(4 * share) + 1)
        ]  # fmt: skip
        self.world.add([made])
        return made

    def issue(self, number: int, at: datetime) -> Issue:
        """An issue, closed in seven of ten cases."""
        made = Issue(next(self.ids), number, self.someone(), at, comments=self.comments(at, 5))
        made.labels = self.random.sample(LABELS, self.random.randint(0, 2))
        if self.random.random() < 0.7:
            made.closed_at, made.closed_by = self.moment(at, 60), self.someone()
        return made

    def pull(self, number: int, at: datetime) -> Issue:
        """A pull request, merged in six of ten cases, else closed or open."""
        made = self.issue(number, at)
        made.pull = Pull(reviews=self.reviews(at))
        if made.closed_at and self.random.random() < 0.85:
            made.pull.merged_at, made.pull.merged_by = made.closed_at, made.closed_by
        return made

    def comments(self, after: datetime, most: int) -> list[Comment]:
        """Up to so many comments, in the order of time."""
        times = sorted(self.moment(after, 90) for _ in range(self.random.randint(0, most)))
        return [Comment(next(self.ids), self.someone(), at) for at in times]

    def reviews(self, after: datetime) -> list[Review]:
        """Up to three reviews with comments on lines."""
        times = sorted(self.moment(after, 30) for _ in range(self.random.randint(0, 3)))
        made = [Review(next(self.ids), self.someone(), at, self.random.choice(STATES)) for at in times]
        for review in made:
            review.comments = [
                Comment(next(self.ids), review.author, review.submitted_at) for _ in range(self.random.randint(0, 2))
            ]
        return made


def make_world(seed: int = 5, size: Size = SMALL) -> World:
    """The world of this seed and size."""
    maker = Maker(seed, size)
    maker.accounts()
    maker.repositories()
    return maker.world
