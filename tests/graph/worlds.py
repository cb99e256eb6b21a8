"""Small worlds of records for the loader's tests: makers of records and origins, and what a graph holds."""

from __future__ import annotations

from collections.abc import Iterable

from graph.database import Database
from graph.keys import developer, digest, repository
from graph.model import EdgeRecord, NodeRecord, Origin, Record, Value, Where

HERE = Where("table.csv", 1)


def origin(source: str, as_of: str = "2025-01-01", method: str = "git", dataset: str = "all") -> Origin:
    """The origin of a small source; its content is its name."""
    return Origin(source, method, dataset, f"source {source}", "table.csv", digest(f"{source} {dataset}"), as_of)


def at(line: int) -> Where:
    """A line of the table."""
    return Where("table.csv", line)


def project(
    name: str, number: int | None = None, former: Iterable[str] = (), where: Where = HERE, **facts: Value
) -> NodeRecord:
    """A repository."""
    former = tuple(former)
    props: dict[str, Value] = {"name": name, "platform": "github", "github_id": number, "former_names": list(former)}
    return NodeRecord(repository(name, number=number, former=former), props | facts, where)


def person(
    login: str, number: int | None = None, former: Iterable[str] = (), where: Where = HERE, **facts: Value
) -> NodeRecord:
    """A developer."""
    former = tuple(former)
    props: dict[str, Value] = {"login": login, "platform": "github", "github_id": number, "former_logins": list(former)}
    return NodeRecord(developer(login, number=number, former=former), props | facts, where)


def work(
    who: NodeRecord,
    what: NodeRecord,
    where: Where = HERE,
    period: str = "2025-04",
    source: str = "git",
    **counts: Value,
) -> EdgeRecord:
    """A contribution."""
    return EdgeRecord("CONTRIBUTED_TO", who, what, {"period": period, "source": source, **counts}, where)


def lines(count: int, source: str = "git") -> list[Record]:
    """A table of `count` rows: one contribution each, by five people in seven projects."""
    return [
        work(
            person(f"dev{line % 5}", where=at(line)),
            project(f"org/repo{line % 7}", where=at(line)),
            at(line),
            period=f"20{line // 12 % 100:02}-{line % 12 + 1:02}",
            source=source,
            commits=line,
        )
        for line in range(1, count + 1)
    ]


def wipe(database: Database) -> None:
    """Empty a small graph; quicker than what empties a large one."""
    database.write("MATCH (n) DETACH DELETE n")


def names(database: Database, label: str = "Repository") -> list[str]:
    """The keys of a label's nodes, in order."""
    return [str(key) for (key,) in database.read(f"MATCH (n:{label}) RETURN n.key ORDER BY n.key").rows]
