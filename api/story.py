"""Answers in plain words, for the demo and the pages; every number comes out of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from graph.model import Table
from graph.schema import NODES
from graph.version import MEASURE
from viz.language import listed, say

Ask = Callable[[str, Mapping[str, object]], Table]
"""A query's name and parameters to its table."""

EXAMPLE: dict[str, object] = {"repositories": ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]}
NAMED = 12
CENTRAL = 5
BIGGEST = 5
TOP = 4
UNKNOWN = "unknown"


def shared_in_words(table: Table) -> str:
    """Who works on several projects, in one sentence; empty where the graph has no answer."""
    names = [str(row["developer"]) for row in table.records()]
    if not table.columns:
        return ""
    if not names:
        return say("home.nobody")
    more = len(names) - NAMED
    people = listed(names) if more <= 0 else say("home.andMore", names=say("page.comma").join(names[:NAMED]), n=more)
    return say("home.shared", n=len(names), people=people)


def person_in_words(row: Mapping[str, object], activity: str = "merged PRs") -> str:
    """One shared developer: contributions in each project, organization and country, unknown said."""
    projects = [str(name).rpartition("/")[2] for name in cast("Sequence[object]", row["repositories"])]
    counts = [str(count) for count in cast("Sequence[object]", row["contributions"])]
    each = ", ".join(f"{project} {count}" for project, count in zip(projects, counts, strict=True))
    return f"{row['developer']}: {activity} in {each}; {_where(row, 'organizations', 'organization')}; {_where(row, 'countries', 'country')}"  # noqa: E501


def _where(row: Mapping[str, object], column: str, word: str) -> str:
    names = [str(name) for name in cast("Sequence[object]", row.get(column) or ())]
    return f"{word} {listed(names)}" if names else f"{word} {UNKNOWN}"


def story(ask: Ask) -> Iterator[list[str]]:
    """What the bundled data say, paragraph by paragraph, first line the heading."""
    yield loaded_in_words(ask("contents", {}), ask("snapshots", {}))
    yield overlap_in_words(ask("shared-developers", EXAMPLE))
    yield central_in_words(ask("centrality", {"by": "pagerank", "limit": CENTRAL}))
    yield clusters_in_words(ask("domain-clusters", {}))


def loaded_in_words(contents: Table, snapshots: Table) -> list[str]:
    """How much is loaded: nodes per kind, snapshots."""
    kinds = {str(row["label"]): int(str(row["nodes"])) for row in contents.records()}
    counts = [f"{count:,} {NODES[label].plural}" for label, count in kinds.items() if count and label in NODES]
    loads = sum(row["source"] != MEASURE for row in snapshots.records())
    return [f"Loaded from {loads} tables:", f"  {listed(counts)}."]


def overlap_in_words(shared: Table) -> list[str]:
    """Who works on both DeepEP and DeepGEMM, and who they are."""
    rows = shared.records()
    head = f"{len(rows)} developer{'s work' if len(rows) != 1 else ' works'} on both DeepEP and DeepGEMM:"
    return [head, *(f"  {person_in_words(row)}" for row in rows)]


def central_in_words(central: Table) -> list[str]:
    """The most central projects."""
    head = f"The {CENTRAL} most central projects, by PageRank over shared developers:"
    return [head, *(f"  {row['rank']}. {row['repository']} ({row['domain'] or UNKNOWN})" for row in central.records())]


def clusters_in_words(clusters: Table) -> list[str]:
    """The clusters, how well they hold together, how far they agree with the labels, and the biggest."""
    rows = clusters.records()
    if not rows:
        return ["No clusters: no two projects share developers."]
    first = rows[0]
    head = f"{len(rows)} clusters of projects that share developers (Leiden); modularity {_share(first['modularity'])}."
    agree = f"Agreement with the labelled domains: NMI {_share(first['nmi'])}, ARI {_share(first['ari'])}. The biggest:"
    return [head, agree, *(f"  {_cluster(row)}" for row in rows[:BIGGEST])]


def _cluster(row: Mapping[str, object]) -> str:
    top = [str(name) for name in cast("Sequence[object]", row["top"])][:TOP]
    return f"{row['repositories']} projects around {listed(top)} (mostly {row['domain'] or UNKNOWN})"


def _share(value: object) -> str:
    return UNKNOWN if value is None else f"{float(str(value)):.2f}"
