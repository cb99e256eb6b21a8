"""Accounts that did more in a month than a person does, told from the month's pairs."""

# ruff: noqa: S608 - columns are our own, never input
from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.bots import BY_HAND, MOST_ACTIONS
from ingest.sources.gharchive.bounded import bounded

if TYPE_CHECKING:
    from ingest.identity import Identities
    from ingest.sources.gharchive.month import Month

_DONE = " + ".join(BY_HAND)
_SUMS = ", ".join(f"sum({name})::BIGINT" for name in BY_HAND)


def busy_accounts(made: Month, identities: Identities) -> dict[str, str]:
    """The evidence by login, of accounts whose actions in all repositories of a month are too many for a person.

    What the selection leaves out is not counted.
    """
    query = f"""
    SELECT max(developer), max(month), {_SUMS} FROM read_parquet(?)
    GROUP BY coalesce(developer_id::VARCHAR, lower(developer)) HAVING sum({_DONE}) > {MOST_ACTIONS} ORDER BY 1
    """
    with bounded(made.work / "busy") as store:
        found = store.execute(query, [str(made.path)]).fetchall()
    told = {
        login: identities.busy(login, month, dict(zip(BY_HAND, sums, strict=True))) for login, month, *sums in found
    }
    return {login: reason for login, reason in told.items() if reason is not None}
