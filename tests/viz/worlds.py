"""Small networks that many tests draw."""

from __future__ import annotations

from itertools import pairwise

from graph import keys
from graph.model import Coverage, Edge, Network, Node

COVERAGE = Coverage(
    ("deepseek-week",),
    ({"source": "deepseek-week", "title": "DeepSeek's open-source week", "as_of": "2025-08-10", "rows_taken": 8},),
    "2025-02",
    "2025-08",
    ("merged pull requests only",),
)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "{{ 7 * 7 }}",
    "\u202egnp.exe\u202c",
    "x" * 10_000,
    "=HYPERLINK(1)",
    "emoji 🦙 and 中文",
)


def developer(login: str, merged: float | None = 1.0) -> Node:
    """A developer with a measure."""
    facts = {"merged_prs": merged, "organization": None, "platform": "github"}
    return Node(keys.developer(login).key, "Developer", login, merged, None, facts)


def repository(name: str, merged: float | None = 1.0, community: int | None = None) -> Node:
    """A repository with a measure."""
    return Node(keys.repository(name).key, "Repository", name, merged, community, {"license": "MIT"})


def work(login: str, name: str, merged: int) -> Edge:
    """A developer's contribution to a repository, with its evidence."""
    evidence = ({"period": "2025-02..2025-08", "merged_prs": merged, "source": "deepseek-week"},)
    ends = keys.developer(login).key, keys.repository(name).key
    return Edge(*ends, "CONTRIBUTED_TO", float(merged), {"merged_prs": merged}, evidence)


def overlap() -> Network:
    """Two repositories; two developers in both, two in one each."""
    made = (
        ("LyricZhao", "deepseek-ai/DeepEP", 12), ("LyricZhao", "deepseek-ai/DeepGEMM", 4),
        ("fzyzcjy", "deepseek-ai/DeepEP", 8), ("fzyzcjy", "deepseek-ai/DeepGEMM", 1),
        ("sphish", "deepseek-ai/DeepEP", 9), ("RayWang96", "deepseek-ai/DeepGEMM", 4),
    )  # fmt: skip
    people = {login: float(sum(n for who, _, n in made if who == login)) for login, _, _ in made}
    projects = {name: float(sum(n for _, where, n in made if where == name)) for _, name, _ in made}
    nodes = (*(developer(*item) for item in people.items()), *(repository(*item) for item in projects.items()))
    edges = tuple(work(*row) for row in made)
    return Network(nodes, edges, "merged pull requests", "merged pull requests", COVERAGE)


def communities(count: int = 3, members: int = 6) -> Network:
    """Rings of repositories, each a community, tied to the next by one edge."""
    names = [[f"owner{c}/project{c}-{m}" for m in range(members)] for c in range(count)]
    nodes = tuple(repository(name, 10.0 + m, c) for c, ring in enumerate(names) for m, name in enumerate(ring))
    pairs = [(ring[m], ring[(m + 1) % members]) for ring in names for m in range(members)]
    pairs += [(names[c][0], names[c + 1][0]) for c in range(count - 1)]
    edges = tuple(
        Edge(keys.repository(a).key, keys.repository(b).key, "SHARES_DEVELOPERS", 3.0, {"developers": 3})
        for a, b in pairs
    )
    return Network(nodes, edges, "OpenRank", "shared developers", COVERAGE)


def hostile() -> Network:
    """A network in which every name and every fact is an attack."""
    nodes = tuple(
        Node(f"github:{i}{name}", "Developer" if i % 2 else "Repository", name, float(i), None, {name[:40]: name})
        for i, name in enumerate(HOSTILE)
    )
    edges = tuple(
        Edge(a.key, b.key, "CONTRIBUTED_TO", 1.0, {"raw": a.title}, ({"period": b.title, "source": a.title},))
        for a, b in pairwise(nodes)
    )
    return Network(nodes, edges, HOSTILE[0], HOSTILE[1], Coverage(HOSTILE, ({"title": HOSTILE[0]},), gaps=HOSTILE))
