"""Candidates for a landscape, round after round: what passes counts as a seed of the next, until nothing new passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.asking import ask
from api.review import ACCEPT, OPEN, OURS, REJECT, Review, Row
from graph.errors import BadRowError, NotFoundError
from graph.names import resolve
from graph.node_kinds import REPOSITORY

if TYPE_CHECKING:
    from graph.database import Database

QUERY = "landscape-candidates"
_ALL = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that passed: its key, the round in which it first did, and the query's row with the reasons."""

    key: str
    round: int
    row: Mapping[str, object]


@dataclass(slots=True)
class Search:
    """A search under way: what was asked, the review list by key, and what passed so far."""

    database: Database
    asked: Mapping[str, object]
    reviewed: Mapping[str, Row]
    found: dict[str, Candidate] = field(default_factory=dict)
    settled: bool = False

    def rounds(self, most: int) -> Iterator[list[Candidate]]:
        """What is new in each round; `settled` tells afterwards whether nothing more would pass."""
        for number in range(1, most + 1):
            new = [candidate for candidate in self._asked(number) if candidate.key not in self.found]
            if not new:
                self.settled = True
                return
            self.found |= {candidate.key: candidate for candidate in new}
            yield new

    def _asked(self, number: int) -> Iterator[Candidate]:
        accepted = [row.repository for row in self.reviewed.values() if row.verdict == ACCEPT]
        passed = [str(candidate.row["repository"]) for candidate in self.found.values()]
        rejected = [row.repository for row in self.reviewed.values() if row.verdict == REJECT]
        given = {**self.asked, "accepted": accepted + passed, "rejected": rejected, "limit": _ALL}
        rows = ask(self.database, QUERY, given).table.records()
        keys = resolve(self.database, REPOSITORY.label, [str(row["repository"]) for row in rows])
        for key, row in zip(keys, rows, strict=True):
            yield Candidate(key, number, row)


def search(database: Database, asked: Mapping[str, object], review: Review) -> Search:
    """A search from the seeds of `asked` (parameters of `landscape-candidates`) that respects what was decided."""
    return Search(database, asked, known_rows(database, review))


def known_rows(database: Database, review: Review) -> dict[str, Row]:
    """The rows of repositories that the graph has, by key; BadRowError where two names of one contradict each other."""
    found: dict[str, Row] = {}
    for row, key in zip(review.rows, _keys(database, [row.repository for row in review.rows]), strict=True):
        if key is None:
            continue
        other = found.setdefault(key, row)
        if OPEN not in {other.verdict, row.verdict} and other.verdict != row.verdict:
            expected = f"{other.verdict} as in line {other.line}: {other.repository} is the same repository"
            raise BadRowError(str(review.path), row.line, "verdict", row.verdict, expected)
        if other.verdict == OPEN:
            found[key] = row
    return found


def _keys(database: Database, names: Sequence[str]) -> list[str | None]:
    """The key of each name, None where the graph has no such repository."""
    try:
        return [*resolve(database, REPOSITORY.label, names)] if names else []
    except NotFoundError:
        if len(names) == 1:
            return [None]
        half = len(names) // 2
        return _keys(database, names[:half]) + _keys(database, names[half:])


def merged(review: Review, searched: Search) -> list[Row]:
    """The rows of the new list: the reviewer's words as they were, our numbers renewed, and what is new at the end.

    An open row that passed no more keeps its words and loses its round.
    """
    by_name = {row.repository: key for key, row in searched.reviewed.items()}
    rows = [_renewed(row, searched.found.get(by_name.get(row.repository, ""))) for row in review.rows]
    new = [candidate for key, candidate in searched.found.items() if key not in searched.reviewed]
    return [*rows, *(_new(candidate) for candidate in new)]


def _renewed(row: Row, candidate: Candidate | None) -> Row:
    if candidate is not None:
        return Row({**row.cells, **_numbers(candidate)}, row.line)
    return Row({**row.cells, "round": ""}, row.line) if row.verdict == OPEN else row


def _new(candidate: Candidate) -> Row:
    return Row({"repository": str(candidate.row["repository"]), "verdict": OPEN, "why": "", **_numbers(candidate)})


def _numbers(candidate: Candidate) -> dict[str, str]:
    return {name: _cell(candidate.round if name == "round" else candidate.row[name]) for name in OURS}


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    return ", ".join(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else str(value)
