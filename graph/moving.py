"""Claims moved between nodes, with their edges, when a name comes to mean another node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from graph import schema, statements
from graph.claims import Claims, add, decode, encode, names_in, parted, told
from graph.database import Transaction
from graph.edges import EdgeRow, write_edges


class Move(NamedTuple):
    """The node that a name meant, and the one that it means now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Homes:
    """Where claims on nodes of `label` belong, for names that moved."""

    label: str
    moves: Mapping[str, Move]

    def of(self, label: str, node: str, name: str) -> tuple[str, str]:
        """The node to which a claim on `node`, told under `name` ("" for its key), belongs; and the name to keep."""
        spoken = name or node
        home = self.moves[spoken].new if label == self.label and spoken in self.moves else node
        return home, "" if spoken == home else spoken


def move(transaction: Transaction, label: str, moves: Mapping[str, Move]) -> None:
    """Move what was claimed under the names of `moves` to the nodes that they mean now; empty nodes vanish."""
    # Most names are told for the first time, together with what they mean: no node was ever called by them alone.
    held = _existing(transaction, label, {each.old for each in moves.values()})
    homes = Homes(label, {name: each for name, each in moves.items() if each.old in held})
    if not homes.moves:
        return
    left = sorted(held)
    empty = _move_nodes(transaction, homes, left)
    _move_edges(transaction, homes, left)
    transaction.run(statements.remove_nodes(label), {"keys": empty})


def _existing(transaction: Transaction, label: str, keys: set[str]) -> set[str]:
    found = transaction.gather(statements.find_nodes(label), ("key",), {"keys": sorted(keys)}).rows if keys else []
    return {str(key) for (key,) in found}


def _move_nodes(transaction: Transaction, homes: Homes, left: list[str]) -> list[str]:
    wanted = sorted({*left, *(each.new for each in homes.moves.values())})
    found = transaction.gather(statements.read_nodes(homes.label), statements.STORED, {"keys": wanted}).rows
    before = {str(key): decode(cast("Mapping[str, object]", stored)) for key, stored in found}
    after: dict[str, Claims] = defaultdict(dict)
    for node, claims in before.items():
        for mark, claim in claims.items():
            plain, names = parted(mark, 1)
            home, name = homes.of(homes.label, node, *names)
            add(after[home], told(plain, name), claim)
    kind = schema.NODES[homes.label]
    rows = [
        {"key": key, "props": encode(claims, kind, gone=names_in(before.get(key, {})))}
        for key, claims in sorted(after.items())
        if claims != before.get(key)
    ]
    transaction.run(statements.merge_nodes(homes.label), {"rows": rows})
    return sorted(before.keys() - after.keys())


def _move_edges(transaction: Transaction, homes: Homes, left: list[str]) -> None:
    stale: dict[str, list[str]] = defaultdict(list)
    moved: list[EdgeRow] = []
    for found in transaction.gather(statements.edges_of(homes.label), statements.EDGE, {"keys": left}).records():
        row = EdgeRow.stored(found)
        parts = list(_parts(row, homes))
        if parts != [row]:
            stale[row.type].append(str(found["key"]))
            moved.extend(parts)
    for kind, keys in sorted(stale.items()):
        transaction.run(statements.remove_edges(kind), {"keys": sorted(keys)})
    write_edges(transaction, moved)


def _parts(row: EdgeRow, homes: Homes) -> Iterable[EdgeRow]:
    parts: dict[tuple[str, str], Claims] = defaultdict(dict)
    for mark, claim in row.claims.items():
        plain, (start_name, end_name) = parted(mark, 2)
        start, start_name = homes.of(row.start_label, row.start, start_name)
        end, end_name = homes.of(row.end_label, row.end, end_name)
        add(parts[start, end], told(plain, start_name, end_name), claim)
    return (replace(row, start=start, end=end, claims=claims) for (start, end), claims in sorted(parts.items()))
