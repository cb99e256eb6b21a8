"""Small worlds for the tests of queries: what a source tells, line by line, as records that the loader takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from cypher.catalogue import catalogue
from cypher.run import run
from graph import edge_kinds as edges
from graph.calendar import shifted
from graph.check import known
from graph.database import Database
from graph.kinds import EdgeKind
from graph.load import load, prepare
from graph.model import NodeRecord, Origin, Record, Table, Value, Where
from ingest import records
from ingest.identity import Identities
from ingest.nodes import Nodes
from ingest.pairs import Covered, Pair, coverage_records, pair_records

LANDSCAPE = "llm-landscape-2025"
MONTHS = ("2024-01", "2025-06")
COUNTED = ("merged_prs", "opened_prs", "merged_others", "reviews", "closed_issues", "opened_issues")


@cache
def rules() -> Identities:
    """The identity rules, read once."""
    return Identities.load()


class Told:
    """What one source tells of repositories in the months that it covers."""

    def __init__(
        self, source: str = "gharchive", method: str = "events", months: tuple[str, str] = MONTHS, *,
        counted: Sequence[str] = COUNTED, dataset: str = "",
    ) -> None:  # fmt: skip
        self.origin = Origin(source, method, dataset or source, source, "", f"{source}{dataset}" * 4, "2025-07-01")
        self.months, self.counted, self.nodes = months, tuple(counted), Nodes(rules())
        self.pairs: list[Pair] = []
        self.covered: dict[str, Mapping[str, Value]] = {}
        self.others: list[Record] = []

    @property
    def where(self) -> Where:
        """The next line."""
        return Where(self.origin.title, len(self.others) + 1_000)

    def did(self, who: str, repository: str, *months: str, each: int = 1, **counts: int) -> None:
        """`who` did something in each of `months`: `each` merged pull requests, or what `counts` say."""
        self.covers(repository)
        told = counts or {"merged_prs": each}
        self.pairs += [Pair(who, repository, month, told) for month in months]

    def covers(self, repository: str, **facts: Value) -> None:
        """The source covers the repository, with totals such as `commits_total`."""
        self.covered[repository] = {**self.covered.get(repository, {}), **facts}

    def repository(self, name: str, **facts: Value) -> NodeRecord:
        """A repository with facts."""
        bare = self.bare(name)
        node = NodeRecord(bare.ref, known({**bare.props, **facts}), bare.where)
        self.others.append(node)
        return node

    def series(self, name: str, metric: str, first: str, values: Sequence[float | None], preset: str = "told") -> None:
        """A series of months from `first` on; None where there is no value."""
        for number, value in enumerate(values):
            if value is not None:
                what, month = records.repository(name, self.where), shifted(first, number)
                self.others.append(
                    records.measured(what, metric, preset, value, month, self.origin.source, self.where)
                )  # fmt: skip

    def measured(self, name: str, metric: str, month: str, value: float, source: str) -> None:
        """A single value, as another publication has it."""
        what = records.repository(name, self.where)
        self.others.append(records.measured(what, metric, "told", value, month, source, self.where))

    def domain(self, domain: str, *names: str, taxonomy: str = LANDSCAPE) -> None:
        """The projects are of a domain."""
        for name in names:
            into = records.domain(taxonomy, (domain,), "domain", self.where)
            what = records.repository(name, self.where)
            self.others.append(records.classification(what, into, self.origin.source, self.where))

    def link(self, kind: EdgeKind, start: NodeRecord, end: NodeRecord, **props: Value) -> None:
        """An edge of a plain kind."""
        self.others.append(records.link(kind, start, end, self.origin.source, self.where, **props))

    def owns(self, organization: str, *names: str) -> None:
        """The organization's account owns the repositories."""
        for name in names:
            self.link(edges.OWNS, records.organization(organization, self.where), self.bare(name))

    def works_at(self, login: str, organization: str) -> None:
        """The developer is employed there."""
        who, at = records.developer(login, self.where), records.organization(organization, self.where, kind="company")
        told = records.affiliation(
            who, at, self.origin.source, rank=2, confidence=1.0, raw=organization, where=self.where
        )  # fmt: skip
        self.others.append(told)

    def bare(self, name: str) -> NodeRecord:
        """A repository by its name alone, as an end of an edge."""
        return records.repository(name, self.where)

    def load(self, database: Database) -> None:
        """Bring it into the graph."""
        covered = [
            Covered(name, self.months, self.counted, facts=facts) for name, facts in sorted(self.covered.items())
        ]  # fmt: skip
        told = [
            *coverage_records(covered, self.nodes, self.origin),
            *pair_records(self.pairs, self.nodes, self.origin),
            *self.others,
        ]
        load(database, self.origin, told, strict=True)


def build(database: Database, *told: Told) -> Database:
    """The empty `database` with what the sources tell."""
    prepare(database)
    for one in told:
        one.load(database)
    return database


def asked(database: Database, name: str, **values: object) -> list[dict[str, object]]:
    """The rows of a query's answer; `from_` stands for the parameter `from`."""
    answer = run(database, catalogue().find(name), {key.rstrip("_"): value for key, value in values.items()})
    assert isinstance(answer, Table)
    return answer.records()


def mapped(rows: Sequence[Mapping[str, object]], key: str, value: str) -> dict[object, object]:
    """One column of an answer by another."""
    return {row[key]: row[value] for row in rows}


def column(rows: Sequence[Mapping[str, object]], *names: str) -> list[object]:
    """One column of an answer, or several as tuples."""
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]
