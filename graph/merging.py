"""Names learned and unlearned: what each name means, and claims that move when a name comes to mean another node.

An Alias keeps what snapshots say of a name (`said`) and points to the node that the name means; a name of which
nothing is said has none, and means the node with that key. Claims remember the name under which they were made, so
that they follow it, whatever came first (`naming.py` has the rule).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import statements
from graph.database import Transaction
from graph.keys import HOSTED, Ref, is_id
from graph.moving import Move, move
from graph.names import alias_key
from graph.naming import Link, Saying, Sayings, meanings, neighbours, sayings_of


@dataclass(frozen=True, slots=True)
class Known:
    """A name as the graph has it: what is said of it, and the node that it means."""

    said: frozenset[Saying]
    node: str


def settle(transaction: Transaction, label: str, refs: Iterable[Ref], snapshot: str) -> dict[str, str]:
    """The node key of every key that `refs` are known by, after the graph has learned what they say of names."""
    refs = list(refs)
    keys = {key for ref in refs for key in ref.keys}
    if label not in HOSTED:
        return {key: key for key in keys}
    says = sayings_of(refs, snapshot)
    known = read_names(transaction, label, {key for key in (*keys, *says) if not is_id(key)})
    changed = {name: known[name].said | said for name, said in says.items() if not said <= known[name].said}
    meant = {name: held.node for name, held in known.items()} | learn(transaction, label, changed, known)
    return {key: meant.get(key, key) for key in keys}


def learn(
    transaction: Transaction, label: str, changed: Sayings, known: Mapping[str, Known] | None = None
) -> dict[str, str]:
    """Make `changed` what is said of these names; move the claims of every name that means another node by now.

    `known` are names that were read already. Returns what these names, and those that hang together with them, mean.
    """
    if not changed:
        return {}
    before = _closed(transaction, label, changed, known or {})
    said = {name: changed.get(name, held.said) for name, held in before.items()}
    meant = meanings(said)
    moves = {name: Move(before[name].node, node) for name, node in meant.items() if before[name].node != node}
    move(transaction, label, moves)
    touched = sorted({*changed, *moves})
    rows = [{"alias": alias_key(label, name), "node": meant[name], "said": written(said[name])} for name in touched]
    _write(transaction, label, rows, {alias_key(label, name) for name in touched if before[name].said})
    return meant


def _write(transaction: Transaction, label: str, rows: Sequence[Mapping[str, object]], held: set[str]) -> None:
    """The aliases of `rows` as they are now; those in `held` are in the graph: all of which something was said."""
    said = [row for row in rows if row["said"]]
    transaction.run(statements.create_aliases(label), {"rows": [row for row in said if row["alias"] not in held]})
    transaction.run(statements.update_aliases(label), {"rows": [row for row in said if row["alias"] in held]})
    transaction.run(statements.REMOVE_ALIASES, {"keys": [row["alias"] for row in rows if not row["said"]]})


def unlearn(transaction: Transaction, label: str, names: Iterable[str], gone: Callable[[Saying], bool]) -> None:
    """Take back those sayings of `names` that are `gone`; claims move back to where they belong without them."""
    known = read_names(transaction, label, names)
    learn(transaction, label, {name: frozenset(s for s in held.said if not gone(s)) for name, held in known.items()})


def read_names(transaction: Transaction, label: str, names: Iterable[str]) -> dict[str, Known]:
    """Each of `names` as the graph has it; one of which nothing is said means the node of that key."""
    known = {name: Known(frozenset(), name) for name in names}
    by_alias = {alias_key(label, name): name for name in known}
    found = transaction.gather(statements.READ_ALIASES, statements.ALIAS, {"keys": sorted(by_alias)})
    for alias, said, node in found.rows:
        name = by_alias[str(alias)]
        known[name] = Known(sayings_in(said), name if node is None else str(node))
    return known


def _closed(transaction: Transaction, label: str, changed: Sayings, known: Mapping[str, Known]) -> dict[str, Known]:
    """`changed` and all that hangs together with it, by what was said and by what is said now."""
    held: dict[str, Known] = {}
    waiting = set(changed)
    while waiting:
        found = {name: known[name] for name in waiting & known.keys()}
        if waiting - found.keys():
            found |= read_names(transaction, label, waiting - found.keys())
        held |= found
        near = (neighbours(one.said | changed.get(name, frozenset())) for name, one in found.items())
        waiting = set[str]().union(*near) - held.keys()
    return held


def written(said: Iterable[Saying]) -> list[str]:
    """Sayings as an Alias keeps them."""
    return sorted("|".join(saying) for saying in said)


def sayings_in(stored: object) -> frozenset[Saying]:
    """The sayings that an Alias keeps."""
    texts = [str(text).split("|", 2) for text in stored] if isinstance(stored, list) else []
    return frozenset(Saying(snapshot, Link(link), key) for snapshot, link, key in texts)
