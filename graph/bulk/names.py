"""What each name means, out of all that was said of names: a name without two minds in SQL, the others by the rule."""

from __future__ import annotations

from typing import cast

from graph.bulk.shape import MEANINGS, RENAMED
from graph.bulk.spill import Spill
from graph.bulk.store import TOGETHER, Store, parts_of
from graph.merging import sayings_in, written
from graph.naming import Saying, meanings

_EMPTY = "CREATE TABLE meanings (label VARCHAR, name VARCHAR, node VARCHAR, said VARCHAR[])"
_SAID = """
SELECT label, name, list_sort(list(DISTINCT saying)) AS said,
       min(node) AS node, count(DISTINCT node) AS nodes, bool_or(link IN ('after', 'before')) AS near
FROM (SELECT *, split_part(saying, '|', 2) AS link, split_part(saying, '|', 3) AS node FROM {files})
WHERE {part}
GROUP BY label, name
"""
_CLEAR = "INSERT INTO meanings SELECT label, name, node, said FROM said WHERE nodes = 1 AND NOT near"
_UNCLEAR = "SELECT name, said FROM said WHERE (nodes > 1 OR near) AND label = '{label}'"


def learn(store: Store, spill: Spill, together: int = TOGETHER) -> None:
    """Make the table `meanings`: label, name, the key of the node that it means, and what was said of it.

    A name of which nothing was said has no row, and means the node with that key. Only names that were said to be
    another's, or several nodes', are held in memory.
    """
    store.run(_EMPTY)
    if files := spill.relation("sayings"):
        parts = parts_of(store.count(files), together)
        store.fill("said", lambda part: _SAID.format(files=files, part=part), "name", parts)
        store.run(_CLEAR)
        for label in RENAMED:
            _weigh(store, spill, label)
        store.run("DROP TABLE said")


def _weigh(store: Store, spill: Spill, label: str) -> None:
    said: dict[str, frozenset[Saying]] = {}
    for rows in store.rows(_UNCLEAR.format(label=label)):
        said |= {cast("str", name): sayings_in(texts) for name, texts in rows}
    meant = sorted(meanings(said).items())
    names, nodes = [name for name, _ in meant], [node for _, node in meant]
    said_of = [written(said[name]) for name in names]
    spill.write("meanings", MEANINGS, [[label] * len(meant), names, nodes, said_of], part=label)
    if files := spill.relation("meanings"):
        store.run(f"INSERT INTO meanings FROM {files} WHERE label = '{label}'")
