"""Query files as text, whole or broken, for tests that need no server."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.body import Fragment
from cypher.query import Query
from cypher.reader import read_query
from cypher.rules import broken_rules

WHOLE = """// title: Repositories by language
// about: Repositories written in a language.
// kind: table
// param language: str the language
// param limit: int = 10 [1..100] most rows to return
// returns repository: str owner/name
// returns license: str SPDX identifier
// example: language=Python limit=2

MATCH (r:Repository {language: $language})
RETURN r.name AS repository, r.license AS license
ORDER BY repository LIMIT $limit
"""
NETWORK = """// title: A picture
// about: A picture of everything.
// kind: graph
// sizes: stars
// weights: developers
// example:

MATCH (r:Repository)
RETURN collect({key: r.key, label: 'Repository', title: r.name}) AS nodes, [] AS edges
"""
METRIC = """// title: Groups
// about: Groups of repositories.
// kind: metric
// writes: Repository.community
// projection: nodes=Repository edges=SHARES_DEVELOPERS properties=developers
// returns key: str key of the repository
// returns community: int number of its group
// example:

CALL gds.wcc.stream($graph) YIELD nodeId, componentId
RETURN gds.util.asNode(nodeId).key AS key, componentId AS community
"""

ONE_OF = (
    WHOLE.replace("// kind: table", "// kind: table\n// one_of: language, license")
    .replace("// param language: str", "// param license: str = none its licence\n// param language: str = none")
    .replace("{language: $language}", "{language: coalesce($language, $license)}")
)
"""The sample, asked by a language or by a licence."""


def sample(text: str = WHOLE, fragments: Mapping[str, str] | None = None, file: str = "q/by_language.cypher") -> Query:
    """The query that `text` declares, whatever is wrong in it."""
    return read_query(file, "q", text, _parts(fragments))[0]


def wrong(text: str, fragments: Mapping[str, str] | None = None, file: str = "q/by_language.cypher") -> list[str]:
    """What is wrong in `text`, each as `line: message`; lines of other files carry their name."""
    query, draft = read_query(file, "q", text, _parts(fragments))
    problems = draft.problems or broken_rules(query, draft.body)
    return [str(problem).removeprefix(f"{file}:") for problem in problems]


def changed(old: str, new: str, text: str = WHOLE) -> list[str]:
    """What is wrong in `text` with `old` replaced by `new`."""
    assert old in text
    return wrong(text.replace(old, new))


def _parts(fragments: Mapping[str, str] | None) -> dict[str, Fragment]:
    return {name: Fragment(f"fragments/{name}.cypher", text) for name, text in (fragments or {}).items()}
