"""A query file as a Query, with everything that is wrong in it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cypher.body import Body, Fragment, read_body
from cypher.header import Entry, Header, read_header
from cypher.params import Param, read_param
from cypher.problem import Problem, near
from cypher.query import BUDGETS, KINDS, Budget, Kind, Query, Writes
from graph.model import Column
from graph.projection import Projection

COLUMN_TYPES = ("str", "int", "float", "bool", "month", "period", "date", "url", "map")
_COLUMN = re.compile(r"(?P<type>(?:list\[)?\w+\]?)(?:\s+(?P<about>.+))?$")
_BUDGET = re.compile(r"(?:(?P<seconds>\d+(?:\.\d+)?) s)?(?:(?:^|, )(?P<rows>[\d_]+) rows)?$")
_WRITES_NODES = re.compile(r"(?P<name>[A-Z][a-z]\w*)\.(?P<props>\w+(?:,\s*(?:(?P=name)\.)?\w+)*)$")
_WRITES_EDGES = re.compile(r"(?P<name>[A-Z][A-Z_]+)\s*\{(?P<props>\s*\w+(?:,\s*\w+)*)\s*\}$")
_PROJECTIONS = "`nodes=Repository edges=SHARES_DEVELOPERS`, or `from=bipartite`, the name of a fragment"
_ORIENTATIONS = ("UNDIRECTED", "NATURAL", "REVERSE")


@dataclass(slots=True)
class Draft:
    """What has been read of a file so far, and what is wrong in it."""

    file: str
    header: Header
    body: Body
    problems: list[Problem] = field(default_factory=list)
    fragments: Mapping[str, Fragment] = field(default_factory=dict)

    def wrong(self, line: int, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, message))

    def entries(self, key: str) -> list[Entry]:
        """The entries with this key."""
        return [entry for entry in self.header.entries if entry.key == key]

    def text(self, key: str, *, otherwise: str = "") -> str:
        """The text of the entry with this key; where it is missing and `otherwise` tells how to write it, a problem."""
        found = next(iter(self.entries(key)), None)
        if otherwise and (found is None or not found.text):
            self.wrong(found.line if found else 1, f"`{key}` is missing: write `// {key}: {otherwise}`")
        return found.text if found else ""


def read_query(file: str, family: str, text: str, fragments: Mapping[str, Fragment]) -> tuple[Query, Draft]:
    """The query that `text` declares, as far as it can be told, and its draft, which lists what is wrong."""
    header = read_header(file, text)
    rest = text.splitlines()[header.body_line - 1 :]
    body, problems = read_body([(line, file, header.body_line + at) for at, line in enumerate(rest)], fragments)
    draft = Draft(file, header, body, [*header.problems, *problems], fragments)
    stem = file.rpartition("/")[2].removesuffix(".cypher")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", stem):
        draft.wrong(1, f"found file name {stem!r}, expected small letters, digits and underscores: my_query.cypher")
    return _query(stem.replace("_", "-"), family, draft), draft


def _query(name: str, family: str, draft: Draft) -> Query:
    kind, one_of = _kind(draft), _listed(draft.text("one_of"))
    return Query(
        name=name,
        family=family,
        title=draft.text("title", otherwise="what it lists, in a few words"),
        about=draft.text("about", otherwise="what it answers and how, in a sentence or more"),
        kind=kind,
        params=_params(draft, one_of),
        returns=_returns(draft),
        text=draft.body.text,
        examples=_examples(draft),
        budget=_budget(draft, kind),
        load=draft.text("load"),
        needs=tuple(draft.text("needs").replace(",", " ").split()),
        one_of=one_of,
        writes=_writes(draft),
        projection=_projection(draft),
        sizes=draft.text("sizes"),
        weights=draft.text("weights"),
        undated=draft.text("undated"),
        file=draft.file,
        lines=_lines(draft.header),
    )


def _lines(header: Header) -> dict[str, int]:
    lines = {"body": header.body_line}
    for entry in header.entries:
        lines.setdefault(f"{entry.key} {entry.name}".strip(), entry.line)
    return lines


def _kind(draft: Draft) -> Kind:
    text = draft.text("kind", otherwise="table | graph | metric").strip()
    if text and text not in KINDS:
        draft.wrong(draft.entries("kind")[0].line, f"found kind {text!r}, expected table, graph or metric")
    return text if text in KINDS else "table"


def _params(draft: Draft, one_of: Sequence[str]) -> tuple[Param, ...]:
    choice = f"; one of {', '.join(one_of)} is needed"  # so that commands, forms and pages say it
    params = []
    for entry in draft.entries("param"):
        param = read_param(entry.name, entry.text)
        if isinstance(param, str):
            draft.wrong(entry.line, param)
        else:
            params.append(replace(param, about=param.about + choice) if param.name in one_of else param)
    return tuple(params)


def _returns(draft: Draft) -> tuple[Column, ...]:
    columns = []
    for entry in draft.entries("returns"):
        found = _COLUMN.match(entry.text)
        base = (found["type"] if found else entry.text).removeprefix("list[").removesuffix("]")
        if not found or base not in COLUMN_TYPES:
            known = f"{', '.join(COLUMN_TYPES)}, or list[...] of these"
            draft.wrong(entry.line, f"column `{entry.name}`: found type {base!r}, expected {known}")
        elif not found["about"]:
            draft.wrong(entry.line, f"column `{entry.name}` has no meaning: write `// returns name: type meaning`")
        else:
            columns.append(Column(entry.name, found["type"], found["about"]))
    return tuple(columns)


def _examples(draft: Draft) -> tuple[dict[str, str], ...]:
    entries = draft.entries("example")
    if not entries:
        draft.wrong(1, "`example` is missing: write `// example: name=value name=value`, which has to return rows")
    examples = []
    for entry in entries:
        example = _settings(entry.text)
        if example is None:
            draft.wrong(entry.line, f"found example {entry.text!r}, expected `name=value name='two words'`")
        else:
            examples.append(example)
    return tuple(examples)


def _settings(text: str) -> dict[str, str] | None:
    """`a=1 b='two words'` as a map; None when it is no such thing."""
    try:
        parts = [part.partition("=") for part in shlex.split(text)]
    except ValueError:
        return None
    return {name: value for name, _, value in parts} if all(equals for _, equals, _ in parts) else None


def _budget(draft: Draft, kind: Kind) -> Budget:
    usual, text = BUDGETS[kind], draft.text("budget")
    if not text:
        return usual
    found = _BUDGET.match(text)
    if not found or not (found["seconds"] or found["rows"]):
        draft.wrong(
            draft.entries("budget")[0].line, f"found budget {text!r}, expected `1 s, 10000 rows`, or one of both"
        )
        return usual
    seconds = float(found["seconds"]) if found["seconds"] else usual.seconds
    return Budget(seconds, int(found["rows"]) if found["rows"] else usual.rows)


def _writes(draft: Draft) -> Writes | None:
    text = draft.text("writes")
    if not text:
        return None
    for pattern, edges in ((_WRITES_NODES, False), (_WRITES_EDGES, True)):
        found = pattern.match(text)
        if found:
            return Writes(found["name"], tuple(name.rpartition(".")[2] for name in _listed(found["props"])), edges)
    expected = (
        "`Repository.community`, `Repository.degree, Repository.pagerank` or `SHARES_DEVELOPERS {developers, jaccard}`"
    )
    draft.wrong(draft.entries("writes")[0].line, f"found writes {text!r}, expected {expected}")
    return None


def _projection(draft: Draft) -> Projection | None:
    text = draft.text("projection")
    if not text:
        return None
    line, given = draft.entries("projection")[0].line, _settings(text)
    if given is None or not (given.keys() >= {"nodes", "edges"} or "from" in given):
        draft.wrong(line, f"found projection {text!r}, expected {_PROJECTIONS}")
        return None
    known = (*(("from",) if "from" in given else ("nodes", "edges")), "orientation", "properties")
    for name in sorted(given.keys() - set(known)):
        draft.wrong(line, f"unknown part {name!r} of the projection; {near(name, known)}")
    orientation = given.get("orientation", "undirected").upper()
    if orientation not in _ORIENTATIONS:
        draft.wrong(line, f"found orientation {orientation.lower()!r}, expected undirected, natural or reverse")
    nodes, edges, properties = (_listed(given.get(name, "")) for name in ("nodes", "edges", "properties"))
    if "from" in given:
        return Projection((), (), orientation, properties, _rows(draft, given["from"], line), given["from"])
    return Projection(nodes, edges, orientation, properties)


def _rows(draft: Draft, name: str, line: int) -> str:
    """The statement of the fragment that a projection is made from."""
    body, problems = read_body([(f"// include: {name}", draft.file, line)], draft.fragments)
    draft.problems += problems
    return body.text


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
