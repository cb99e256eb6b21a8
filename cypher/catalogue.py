"""The catalogue of questions: every query file that is shipped, and those of folders of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
    """All questions, by name; iterated in the order of their names. `broken` files were left out, with the reasons."""

    queries: dict[str, Query]
    broken: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Query]:
        return iter(self.queries.values())

    def __len__(self) -> int:
        return len(self.queries)

    def find(self, name: str) -> Query:
        """The question called `name` (hyphens or underscores); NotFoundError with near names when there is none.

        BrokenQueryError says what is to mend in a file that was left out.
        """
        asked = name.replace("_", "-").lower()
        query = self.queries.get(asked)
        if query is None and asked in self.broken:
            raise BrokenQueryError(self.broken[asked])
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
def catalogue(*extra_folders: Path | str, tolerant: bool = False) -> Catalogue:
    """The shipped questions and those below `extra_folders`, read once; BrokenQueryError lists what is to mend.

    When `tolerant`, a broken file of `extra_folders` is left out and its problems are in `broken`; shipped ones never.
    """
    return read_catalogue(QUERIES, *map(Path, extra_folders), fragments=FRAGMENTS, tolerant=tolerant)


def read_catalogue(*folders: Path, fragments: Path | None = None, tolerant: bool = False) -> Catalogue:
    """The questions below `folders`, with fragments of `fragments` and of each folder's own `fragments/`.

    When `tolerant`, a broken file is left out, except of the first folder.
    """
    shared = _fragments(fragments) if fragments else {}
    found: list[_Read] = []
    for at, folder in enumerate(folders):
        parts = {**shared, **_fragments(folder / "fragments")}
        lenient = tolerant and at > 0
        found += [_read(path, folder, parts, lenient=lenient) for path in _files(folder)]
    _mark_duplicates(found)
    problems = {problem for each in found if not each.lenient for problem in each.problems}
    if problems:
        raise BrokenQueryError(problems)
    broken = {each.name: tuple(sorted(each.problems)) for each in found if each.problems}
    good = [each.query for each in found if each.query is not None and not each.problems]
    return Catalogue({query.name: query for query in sorted(good, key=lambda query: query.name)}, broken)


@dataclass(slots=True)
class _Read:
    """One file as it was read: its query (None where it is no text), what is wrong, whether it may be left out."""

    name: str
    file: str
    query: Query | None
    problems: list[Problem]
    lenient: bool


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise NotFoundError(f"there is no folder of queries {folder}")
    return [path for path in sorted(folder.rglob("*.cypher")) if path.relative_to(folder).parts[0] != "fragments"]


def _fragments(folder: Path) -> dict[str, Fragment]:
    return {
        path.stem: Fragment(f"fragments/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.cypher"))
    }


def _read(path: Path, folder: Path, fragments: dict[str, Fragment], *, lenient: bool) -> _Read:
    # A folder of one's own is named as it was typed.
    file = (path if lenient else path.relative_to(folder.parent)).as_posix()
    name = path.stem.replace("_", "-").lower()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(file, 1, f"byte {error.start} is no UTF-8: save the file as UTF-8")
        return _Read(name, file, None, [problem], lenient)
    query, draft = read_query(file, path.parent.name, text, fragments)
    # What the header leaves open makes other rules fail as well; the first fault is the one to mend.
    return _Read(name, file, query, list(draft.problems or broken_rules(query, draft.body)), lenient)


def _mark_duplicates(found: list[_Read]) -> None:
    first: dict[str, str] = {}
    for each in found:
        if each.query is None:
            continue
        if taken := first.get(each.query.name):
            each.problems.append(
                Problem(each.file, 1, f"the name {each.query.name!r} is taken by {taken}: rename the file")
            )
        first.setdefault(each.query.name, each.file)
