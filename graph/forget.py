"""People who asked to be forgotten: removed for good, and kept out by a list of digests, never of names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph import schema, statements
from graph.database import Database, Transaction
from graph.keys import Ref, developer, digest, is_id
from graph.merging import read_names, unlearn
from graph.names import alias_key, name_of, resolve
from graph.node_kinds import DEVELOPER

_LABEL = DEVELOPER.label
_ANY = f"MATCH (f:{schema.FORGOTTEN_LABEL}) RETURN 1 LIMIT 1"
_BARRED = f"MATCH (f:{schema.FORGOTTEN_LABEL}) RETURN f.key"
_LISTED = f"UNWIND $digests AS digest MATCH (f:{schema.FORGOTTEN_LABEL} {{key: digest}}) RETURN f.key AS key"
_LOGINS = (
    f"MATCH (n:{_LABEL}) WHERE n.key IN $keys "
    "UNWIND [n.login] + coalesce(n.former_logins, []) AS login RETURN DISTINCT login"
)
_UNNAME = """
MATCH ()-[t:SHARES_DEVELOPERS]->() WHERE any(login IN t.examples WHERE login IN $logins)
SET t.examples = [login IN t.examples WHERE NOT login IN $logins]
"""
_REMEMBER = f"UNWIND $digests AS digest MERGE (:{schema.FORGOTTEN_LABEL} {{key: digest}})"
_MEANING = (
    f"UNWIND $keys AS key MATCH (:{_LABEL} {{key: key}})<-[:{schema.ALIAS_EDGE}]-(a:{schema.ALIAS_LABEL}) RETURN a.key"
)
_SAID = f"MATCH (a:{schema.ALIAS_LABEL}) WHERE any(s IN a.said WHERE split(s, '|')[2] IN $keys) RETURN a.key"


def forget(database: Database, login: str) -> int:
    """Remove the developer `login` under every name and id, keep later loads from bringing them back.

    Returns the number of names and ids that are barred from now on. A login that the graph does not have is a
    NotFoundError.
    """
    key = resolve(database, _LABEL, [login])[0]
    typed = developer(login).key

    def work(transaction: Transaction) -> int:
        transaction.run(statements.TAKE_TURNS)
        return _remove(transaction, {key} | ({typed} if _means(transaction, typed) == key else set()))

    with database.writing() as writer:
        return writer.together(work)


def forgotten(database: Database) -> set[str]:
    """The digests of the names and ids that are barred."""
    return {str(key) for (key,) in database.read(_BARRED).rows}


def is_barred(listed: Collection[str], key: str) -> bool:
    """Whether the developer's name or id `key` is one of the digests `listed`."""
    return bool(listed) and digest(alias_key(_LABEL, key)) in listed


def keep_out(database: Database, keys: Collection[str], logins: Collection[str]) -> None:
    """Remove what is left of developers who are barred under some of `keys`, which all are from now on."""

    def work(transaction: Transaction) -> None:
        transaction.run(statements.TAKE_TURNS)
        _remove(transaction, set(keys), logins)

    with database.writing() as writer:
        writer.together(work)


def shun(transaction: Transaction, label: str, refs: Iterable[Ref]) -> set[Ref]:
    """Those of `refs` whose owners asked to be forgotten; what else they are known by is barred from now on too."""
    if label != _LABEL or not transaction.run(_ANY).rows:
        return set()
    refs = list(refs)
    listed = _listed(transaction, {key for ref in refs for key in (*ref.keys, *ref.former)})
    barred = {ref for ref in refs if not listed.isdisjoint((*ref.keys, *ref.former))}
    unlisted = {key for ref in barred for key in ref.keys} - listed
    fresh = {key for key in unlisted if is_id(key) or not is_id(_means(transaction, key))}  # not another's name
    if not fresh:
        return barred
    _remove(transaction, fresh | {_means(transaction, key) for key in fresh})
    return barred | shun(transaction, label, [ref for ref in refs if ref not in barred])


def _means(transaction: Transaction, key: str) -> str:
    return key if is_id(key) else read_names(transaction, _LABEL, [key])[key].node


def _listed(transaction: Transaction, keys: Iterable[str]) -> set[str]:
    by_digest = {digest(alias_key(_LABEL, key)): key for key in keys}
    return {by_digest[str(key)] for (key,) in transaction.run(_LISTED, {"digests": sorted(by_digest)}).rows}


def _remove(transaction: Transaction, keys: set[str], named: Iterable[str] = ()) -> int:
    found = transaction.run(_MEANING, {"keys": sorted(keys)}).rows
    barred = keys | {name_of(_LABEL, str(alias)) for (alias,) in found}
    logins = {str(login) for (login,) in transaction.run(_LOGINS, {"keys": sorted(barred)}).rows}
    transaction.run(_UNNAME, {"logins": sorted(logins | set(named))})
    transaction.run(_REMEMBER, {"digests": sorted(digest(alias_key(_LABEL, key)) for key in barred)})
    transaction.run(statements.remove_nodes(_LABEL), {"keys": sorted(barred)})
    said = transaction.run(_SAID, {"keys": sorted(barred)}).rows
    names = {name for (alias,) in said if (name := name_of(_LABEL, str(alias)))}
    unlearn(transaction, _LABEL, names | {key for key in barred if not is_id(key)}, lambda said: said.key in barred)
    return len(barred)
