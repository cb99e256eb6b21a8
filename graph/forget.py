"""People who asked to be forgotten: removed for good, and kept out by a list of digests, never of names."""

from __future__ import annotations

from collections.abc import Iterable

from graph import schema
from graph.database import Database, Transaction
from graph.keys import Ref, developer, digest
from graph.merging import HOSTED
from graph.names import alias_key, resolve

_LABEL = "Developer"
_LISTED = f"UNWIND $digests AS digest MATCH (f:{schema.FORGOTTEN_LABEL} {{key: digest}}) RETURN f.key AS key"
_REMEMBER = f"UNWIND $digests AS digest MERGE (:{schema.FORGOTTEN_LABEL} {{key: digest}})"
_ALIASES = f"MATCH (n:{_LABEL} {{key: $key}})<-[:{schema.ALIAS_EDGE}]-(a:{schema.ALIAS_LABEL}) RETURN a.key AS alias"
_REMOVE = (
    f"MATCH (n:{_LABEL} {{key: $key}}) OPTIONAL MATCH (n)<-[:{schema.ALIAS_EDGE}]-(a:{schema.ALIAS_LABEL}) "
    "WITH n, collect(a) AS aliases FOREACH (a IN aliases | DETACH DELETE a) DETACH DELETE n"
)


def forgotten(transaction: Transaction, label: str, refs: Iterable[Ref]) -> set[str]:
    """Those keys of `refs` whose owners asked to be forgotten."""
    if label != _LABEL or label not in HOSTED:
        return set()
    by_digest = {digest(alias_key(label, key)): key for ref in refs for key in (*ref.keys, *ref.former)}
    found = transaction.run(_LISTED, {"digests": sorted(by_digest)}).rows
    return {by_digest[str(key)] for (key,) in found}


def forget(database: Database, login: str) -> int:
    """Remove the developer `login` under every name and id, keep later loads from bringing them back.

    Returns the number of names and ids that are barred from now on. A login that the graph does not have is barred
    all the same only when it is found first: NotFoundError otherwise.
    """
    key = resolve(database, _LABEL, [login])[0]
    aliases = [str(alias) for (alias,) in database.read(_ALIASES, {"key": key}).rows]
    barred = {alias_key(_LABEL, key), alias_key(_LABEL, developer(login).key), *aliases}
    digests = sorted(digest(name) for name in barred)

    def remove(transaction: Transaction) -> None:
        transaction.run(_REMEMBER, {"digests": digests})
        transaction.run(_REMOVE, {"key": key})

    with database.writing() as writer:
        writer.together(remove)
    return len(digests)
