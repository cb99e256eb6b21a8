"""Which node a record means, when nodes have ids, names and former names; and nodes that turn out to be one.

The rule: a platform's id decides; among names the one that nobody calls former. Two ids are two nodes, even under one
name (a repository deleted and created again), and the name then means the larger id, which is the younger one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from graph import claims, schema, statements
from graph.database import Transaction
from graph.keys import Ref, is_id
from graph.names import alias_key

HOSTED = ("Repository", "Developer")
"""Labels whose nodes have ids and change their names; the others are known by one key."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """For the keys of one label: the node that each means, nodes that must become another, and aliases to keep."""

    node_of: Mapping[str, str]
    becomes: Mapping[str, str]
    aliases: Mapping[str, str]


def meaning(refs: Iterable[Ref], known: Mapping[str, str], former: set[str]) -> Meaning:
    """What `refs` mean, given the nodes that their keys already have and the names known as former."""
    refs = list(refs)
    former = former | {key for ref in refs for key in ref.former}
    node_of: dict[str, str] = {}
    becomes: dict[str, str] = {}
    for group in _groups(refs, known):
        ids = sorted((key for key in group if is_id(key)), key=_number)
        names = sorted(key for key in group if not is_id(key))
        best = ids[-1] if ids else _present(names, former)
        node_of |= dict.fromkeys(names, best) | {key: key for key in ids}
        becomes |= {known[key]: best for key in names if key in known and known[key] != best and not is_id(known[key])}
    aliases = {key: node for key, node in node_of.items() if key != node}
    return Meaning(node_of, becomes, aliases)


def _number(key: str) -> int:
    return int(key.partition(":")[2])


def _present(names: list[str], former: set[str]) -> str:
    return next((name for name in names if name not in former), names[0])


def _groups(refs: Iterable[Ref], known: Mapping[str, str]) -> list[set[str]]:
    links: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        every = {*ref.keys, *ref.former}
        every |= {known[key] for key in every if key in known}
        for key in every:
            links[key] |= every
    return _components(links)


def _components(links: Mapping[str, set[str]]) -> list[set[str]]:
    groups, seen = [], set[str]()
    for start in sorted(links):
        if start in seen:
            continue
        group, waiting = set[str](), [start]
        while waiting:
            key = waiting.pop()
            if key not in group:
                group.add(key)
                waiting.extend(links[key] - group)
        seen |= group
        groups.append(group)
    return groups


def settle(transaction: Transaction, label: str, refs: Iterable[Ref]) -> Mapping[str, str]:
    """The node key of every key in `refs`, after nodes that turned out to be one have been merged."""
    refs = list(refs)
    keys = sorted({key for ref in refs for key in (*ref.keys, *ref.former)})
    if label not in HOSTED:
        return {key: key for key in keys}
    rows = [{"key": key, "alias": alias_key(label, key)} for key in keys]
    known = {str(key): str(node) for key, node in transaction.run(statements.find_known(label), {"rows": rows}).rows}
    found = meaning(refs, known, _former(transaction, label, known))
    for old, new in sorted(found.becomes.items()):
        become(transaction, label, old, new)
    return found.node_of


def keep_aliases(transaction: Transaction, label: str, node_of: Mapping[str, str]) -> None:
    """Make every key that is not its node's own key an alias of that node, which must exist by now."""
    rows = [{"alias": alias_key(label, key), "node": node} for key, node in sorted(node_of.items()) if key != node]
    if rows:
        transaction.run(statements.point_aliases(label), {"rows": rows})


def _former(transaction: Transaction, label: str, known: Mapping[str, str]) -> set[str]:
    # A node that is known by a name has aliases only for its former names.
    named = sorted({node for node in known.values() if not is_id(node)})
    rows = transaction.run(statements.aliases_of(label), {"keys": named}).rows if named else []
    return {str(alias).partition(":")[2] for _, aliases in rows if isinstance(aliases, list) for alias in aliases}


def become(transaction: Transaction, label: str, old: str, new: str) -> None:
    """Move what is known of node `old`, and its edges, to node `new`; `old` stays as an alias."""
    edges = transaction.run(statements.edges_of(label), {"key": old}).records()
    found = transaction.run(statements.read_nodes(label), {"keys": [old, new]}).rows
    aliases = transaction.run(statements.aliases_of(label), {"keys": [old]}).rows
    transaction.run(statements.remove_node(label), {"key": old})
    merged = claims.merge(*(claims.decode(cast("Mapping[str, object]", stored)) for _, stored in found))
    row = {"key": new, "props": claims.encode(merged, schema.NODES[label])}
    transaction.run(statements.merge_nodes(label), {"rows": [row]})
    _move_edges(transaction, label, edges, old, new)
    names = {str(alias).partition(":")[2]: new for _, known in aliases if isinstance(known, list) for alias in known}
    keep_aliases(transaction, label, names | {old: new})


def _move_edges(transaction: Transaction, label: str, edges: list[dict[str, object]], old: str, new: str) -> None:
    from graph.edges import EdgeRow, write_edges  # noqa: PLC0415 - edges.py builds on this module

    rows = [EdgeRow.stored(edge, label, old, new) for edge in edges]
    write_edges(transaction, rows)
