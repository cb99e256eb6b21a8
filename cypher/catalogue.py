"""The catalogue of questions: every query file that is shipped, and those of folders of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cypher.body import Fragment
from cypher.params import Param
from cypher.problem import BrokenQueryError, Problem, near
from cypher.query import Query
from cypher.reader import read_query
from cypher.rules import broken_rules
from graph.errors import NotFoundError

__all__ = ["Catalogue", "Param", "Query", "catalogue", "read_catalogue"]

HERE = Path(__file__).parent
QUERIES, FRAGMENTS = HERE / "queries", HERE / "fragments"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All questions, by name; iterated in the order of their names."""

    queries: dict[str, Query]

    def __iter__(self) -> Iterator[Query]:
        return iter(self.queries.values())

    def __len__(self) -> int:
        return len(self.queries)

    def find(self, name: str) -> Query:
        """The question called `name` (hyphens or underscores); NotFoundError with near names when there is none."""
        query = self.queries.get(name.replace("_", "-").lower())
        if query is None:
            raise NotFoundError(f"there is no query {name!r}; {near(name, self.queries)}", hint="`ossatlas queries`")
        return query

    def families(self) -> dict[str, list[Query]]:
        """The questions of each family, both in order of their names."""
        families: dict[str, list[Query]] = {query.family: [] for query in sorted(self, key=lambda q: q.family)}
        for query in self:
            families[query.family].append(query)
        return families


@cache
def catalogue(*extra_folders: Path | str) -> Catalogue:
    """The shipped questions and those below `extra_folders`, read once; BrokenQueryError lists what is to mend."""
    return read_catalogue(QUERIES, *map(Path, extra_folders), fragments=FRAGMENTS)


def read_catalogue(*folders: Path, fragments: Path | None = None) -> Catalogue:
    """The questions below `folders`, with fragments of `fragments` and of each folder's own `fragments/`."""
    shared = _fragments(fragments) if fragments else {}
    found: list[Query] = []
    problems: list[Problem] = []
    for folder in folders:
        parts = {**shared, **_fragments(folder / "fragments")}
        for path in _files(folder):
            query, wrong = _read(path, folder, parts)
            found.append(query)
            problems += wrong
    problems += _duplicates(found)
    if problems:
        raise BrokenQueryError(set(problems))
    return Catalogue({query.name: query for query in sorted(found, key=lambda query: query.name)})


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise NotFoundError(f"there is no folder of queries {folder}")
    return [path for path in sorted(folder.rglob("*.cypher")) if path.relative_to(folder).parts[0] != "fragments"]


def _fragments(folder: Path) -> dict[str, Fragment]:
    return {
        path.stem: Fragment(f"fragments/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.cypher"))
    }


def _read(path: Path, folder: Path, fragments: dict[str, Fragment]) -> tuple[Query, list[Problem]]:
    file = path.relative_to(folder.parent).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenQueryError([Problem(file, 1, f"byte {error.start} is no UTF-8: save the file as UTF-8")]) from error
    query, draft = read_query(file, path.parent.name, text, fragments)
    # What the header leaves open makes other rules fail as well; the first fault is the one to mend.
    return query, draft.problems or broken_rules(query, draft.body)


def _duplicates(queries: list[Query]) -> Iterator[Problem]:
    first: dict[str, Query] = {}
    for query in queries:
        if query.name in first:
            taken = first[query.name].file
            yield Problem(query.file, 1, f"the name {query.name!r} is taken by {taken}: rename the file")
        first.setdefault(query.name, query)
