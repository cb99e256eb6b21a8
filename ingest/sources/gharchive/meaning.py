"""Events to developer x repository x month, said once: Ibis makes DuckDB's and Spark's SQL of it.

Three steps, each written down before the next, so that no engine does a step twice: `unique`, `sums`, `pairs`.
All choices (which of several names, which of several mergings) follow from the values alone, never from an order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import ibis
from ibis.expr.types import BooleanColumn, StringColumn, Table, Value

from ingest.sources.gharchive.activities import CLOSED, COUNTED, MERGED, OF_PULLS, OPENED, PULL, SINGLE

TIME_LENGTH = 20
"""Characters of a time such as 2025-01-31T05:06:07Z, which stands before a name to find the last one by `max`."""
_WHO = ("developer_id", "developer", "repository_id", "repository", "moment", "kind", "bot")


def unique(events: Table, month: str) -> Table:
    """The events of `month`, each once. Ids of events began anew in 2025, so the same id alone is no double."""
    return events.filter(events["moment"].substr(0, 7) == month).distinct()


def sums(events: Table, openers: Table | None = None) -> Table:
    """What each developer did in each repository, from events that are there once.

    `openers` (see `opened`) tell who opened the pull requests of which the merging does not tell it.
    """
    acts = _single(events).union(_pulls(merges(events, openers)))
    keyed = acts.mutate(
        developer_key=_key(acts["developer_id"], acts["developer"]),
        repository_key=_key(acts["repository_id"], acts["repository"]),
    )
    counts = {name: (keyed["kind"] == name).cast("int64").sum().cast("int64") for name in COUNTED}
    return keyed.group_by("developer_key", "repository_key").aggregate(
        developer_id=keyed["developer_id"].max(),
        repository_id=keyed["repository_id"].max(),
        developer=_dated(keyed["moment"], keyed["developer"]).max(),
        repository=_dated(keyed["moment"], keyed["repository"]).max(),
        bot=keyed["bot"].max(),
        **counts,
    )


def pairs(summed: Table, month: str, nameless: Sequence[str] = ()) -> Table:
    """The rows of `sums` with the last name of each id.

    `nameless` lists what has rows without an id (`developer`, `repository`): they get the id that goes with their
    name in other rows of the month, where there is one, and are counted together with these.
    """
    known = summed
    for what in nameless:
        known = _identified(known, summed, what)
    whole = _together(known) if nameless else known
    developers = known.group_by("developer_key").aggregate(
        last_id=known["developer_id"].max(), last_name=known["developer"].max(), any_bot=known["bot"].max()
    )
    repositories = known.group_by("repository_key").aggregate(
        found_in=known["repository_id"].max(), found_as=known["repository"].max()
    )
    named = whole.select("developer_key", "repository_key", *COUNTED)
    named = named.join(developers, "developer_key").join(repositories, "repository_key")
    return named.select(
        *(named[name].cast("int64").name(name) for name in COUNTED),
        developer_id="last_id", repository_id="found_in",
        developer=named["last_name"].substr(TIME_LENGTH), repository=named["found_as"].substr(TIME_LENGTH),
        account_type=ibis.cases((named["any_bot"] == 1, "Bot"), else_=""), month=ibis.literal(month),
    )  # fmt: skip


def _together(known: Table) -> Table:
    return known.group_by("developer_key", "repository_key").aggregate(
        **{name: known[name].sum().cast("int64") for name in COUNTED}
    )


def merges(events: Table, openers: Table | None = None) -> Table:
    """One row for each pull request that was merged: who merged it (`actor`), and who opened it, where that is told."""
    done = events.filter((events["type"] == PULL) & _is_merge(events))
    done = done.mutate(
        pull=ibis.coalesce(done["number"].cast("string"), ibis.literal("event ") + done["id"]),
        repository_key=_key(done["repository_id"], done["repository"]),
    )
    order = [done["author"].isnull(), done["moment"], done["id"], done["actor"]]
    once = _first(done, ["repository_key", "pull"], order)
    return once if openers is None else _told_by(once, openers)


def opened(events: Table) -> Table:
    """Who opened each pull request, by repository and number."""
    found = events.filter((events["type"] == PULL) & (events["action"] == OPENED) & events["number"].notnull())
    found = found.mutate(repository_key=_key(found["repository_id"], found["repository"]))
    once = _first(found, ["repository_key", "number"], [found["moment"], found["id"], found["actor"]])
    return once.select(
        opened_in="repository_key", opened_as="number", opener_id="actor_id", opener="actor"
    )  # fmt: skip


def _told_by(merged: Table, openers: Table) -> Table:
    joined = merged.left_join(
        openers,
        [merged["repository_key"] == openers["opened_in"], merged["number"] == openers["opened_as"]],
    )
    told = joined["author"].notnull()
    return joined.mutate(
        author_id=ibis.ifelse(told, joined["author_id"], joined["opener_id"]),
        author=ibis.coalesce(joined["author"], joined["opener"]),
    ).drop("opened_in", "opened_as", "opener_id", "opener")


def _is_merge(events: Table) -> BooleanColumn:
    told = (events["action"] == CLOSED) & events["merged"].fill_null(False)  # noqa: FBT003 - a value of the column
    return cast("BooleanColumn", told | (events["action"] == MERGED))


def _single(events: Table) -> Table:
    action = events["action"].fill_null("")
    kinds = [((events["type"] == type_) & action.isin(actions), name) for name, (type_, actions) in SINGLE.items()]
    acts = events.mutate(
        kind=ibis.cases(*kinds, else_=None), bot=ibis.literal(0, "int8"), developer_id="actor_id", developer="actor"
    )
    return acts.filter(acts["kind"].notnull()).select(*_WHO)


def _pulls(merged: Table) -> Table:
    """An activity of who opened each pull request, and another of who merged it, unless that is the same account."""
    merged = merged.filter(merged["author"].notnull())
    own = merged.mutate(
        kind=ibis.literal(OF_PULLS[0]), bot=(merged["account_type"] == "Bot").fill_null(False).cast("int8"),  # noqa: FBT003
        developer_id="author_id", developer="author",
    ).select(*_WHO)  # fmt: skip
    others = merged.mutate(
        kind=ibis.literal(OF_PULLS[1]), bot=ibis.literal(0, "int8"), developer_id="actor_id", developer="actor"
    )
    return own.union(others.filter(~_same(others)).select(*_WHO))


def _same(merged: Table) -> BooleanColumn:
    by_name = merged["author"].lower() == merged["actor"].lower()
    return cast("BooleanColumn", ibis.coalesce(merged["author_id"] == merged["actor_id"], by_name))


def _key(number: Value, name: Value) -> Value:
    """The id as text, or the name in small letters behind an @, which no id has."""
    return ibis.coalesce(number.cast("string"), ibis.literal("@") + cast("StringColumn", name).lower())


def _dated(moment: Value, name: Value) -> StringColumn:
    """The name behind its time: the greatest of these has the last name, and of two at once the greater."""
    return cast("StringColumn", cast("StringColumn", moment) + cast("StringColumn", name))


def _first(table: Table, by: Sequence[str], order: Sequence[Value]) -> Table:
    window = ibis.window(group_by=list(by), order_by=list(order))
    numbered = table.mutate(place=ibis.row_number().over(window))
    return numbered.filter(numbered["place"] == 0).drop("place")


def _identified(table: Table, summed: Table, what: str) -> Table:
    """`table` with the id of each `what` whose name goes with one in other rows of the month."""
    number, key = f"{what}_id", f"{what}_key"
    bare = summed.filter(summed[number].isnull()).select(wanted=key).distinct()
    named = summed.filter(summed[number].notnull())
    named = named.select(
        named_key=ibis.literal("@") + named[what].substr(TIME_LENGTH).lower(),
        dated_id=named[what].substr(0, TIME_LENGTH) + named[number].cast("string"),
    )
    found = named.semi_join(bare, named["named_key"] == bare["wanted"])
    found = found.group_by("named_key").aggregate(found_id=found["dated_id"].max().substr(TIME_LENGTH).cast("int64"))
    joined = table.left_join(found, table[key] == found["named_key"])
    best = ibis.coalesce(joined[number], joined["found_id"])
    return joined.mutate(**{number: best, key: ibis.coalesce(best.cast("string"), joined[key])}).drop(
        "named_key", "found_id"
    )
