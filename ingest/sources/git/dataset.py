"""A clone as a Dataset: its history counted, and told as records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph import edge_kinds as edges
from graph.model import NodeRecord, Origin, Record, Where
from ingest import records
from ingest.desk import Desk, Step
from ingest.fingerprint import fingerprint
from ingest.nodes import Nodes
from ingest.pairs import WHOLE, coverage_records, pair_records
from ingest.source import Dataset
from ingest.sources.git.address import Known
from ingest.sources.git.clone import Clone
from ingest.sources.git.count import Times, count
from ingest.sources.git.history import Employment, History, Rules, read_history
from ingest.sources.git.log import read_log
from ingest.sources.git.months import Calendar, day_of
from ingest.sources.git.people import Account
from ingest.sources.git.pulls import Pulls
from ingest.sources.git.reading import GIT, GIT_FORK, NO_COMMITS, NO_MONTH, Reading, covered, facts, gaps, notes, pairs
from ingest.sources.git.releases import releases

RULES = "1"
"""Raise it when another rule gives other records of the same history: then it is read anew."""


def git_dataset(clone: Clone, known: Known, desk: Desk, *, fork: bool = False) -> Dataset:
    """The dataset of one repository's history, which takes the place of older readings of it."""
    reading = read_reading(clone, known, desk, GIT_FORK if fork else GIT)
    origin = _origin(reading, fingerprint(_canonical(reading), desk.identities.files))
    nodes = Nodes(desk.identities)
    return Dataset(
        origin,
        lambda: _records(reading, origin, nodes),
        rows=len(reading.history.pairs),
        notes=tuple(notes(reading)),
        replaces=True,
    )


def read_reading(clone: Clone, known: Known, desk: Desk, method: str) -> Reading:
    """The history of a clone, walked once from its head, as the identity rules of the desk see it."""
    now = desk.now()
    pulls, calendar, today = Pulls(clone.pulls), Calendar(now), now.date().isoformat()
    kept = replace(clone, pulls=())
    if clone.head is None:
        return Reading(known, method, kept, Times(), History(), has_heads=False, tags=(), read_on=today)
    found = count(
        read_log(clone, clone.head),
        pulls,
        calendar,
        lambda done: desk.report(Step(f"reading {known.name}", done, note="commits")),
    )
    history = read_history(found, pulls, _rules(known, clone, calendar, desk))
    tags = tuple(tag for tag in releases(clone.tags) if calendar.month(tag.time))
    return Reading(known, method, kept, found.times, history, has_heads=bool(clone.pulls), tags=tags, read_on=today)


def _rules(known: Known, clone: Clone, calendar: Calendar, desk: Desk) -> Rules:
    rules, names = desk.identities, [one.name for one in (known, clone.known) if one is not None]
    return Rules(
        known.host,
        calendar,
        frozenset(name.partition("/")[0].lower() for name in names),
        is_bot=cache(lambda login: rules.bot(login) is not None),
        is_organization=lambda login: rules.owner(login) is not None,
        employer=rules.employer_of_domain,
    )


def _canonical(reading: Reading) -> Iterator[str]:
    """Everything that the records say, in a fixed order; nothing of the day on which it was read."""
    first, last = reading.times.first, reading.times.last
    history, tags = reading.history, [(tag.name, day_of(tag.time)) for tag in reading.tags]
    said = (
        (RULES, reading.known.web, reading.source, facts(reading), gaps(reading), last and day_of(last), first),
        tags,
        [(account.login, account.number) for account in history.maintainers],
        [(one.account.login, one.match.name, one.domains, one.months) for one in history.employments],
        [(account.number, logins) for account, logins in history.former],
    )
    yield from (json.dumps(part, sort_keys=True) for part in said)
    for pair in pairs(reading):
        yield f"{pair.developer} {pair.developer_id} {pair.month} {pair.counts}"


def _origin(reading: Reading, content: str) -> Origin:
    first, last = reading.history.months or (None, None)
    branch = reading.clone.head.branch if reading.clone.head else ""
    title = f"Git history of {reading.known.name}{f' ({branch})' if branch else ''}"
    return Origin(
        reading.source,
        reading.method,
        reading.scope,
        title if reading.method == GIT else f"{title}, a fork's copy",
        reading.known.web,
        content,
        reading.as_of,
        covers_from=first,
        covers_to=last,
        gaps=gaps(reading),
    )


def _records(reading: Reading, origin: Origin, nodes: Nodes) -> Iterator[Record]:
    where = Where(origin.title, WHOLE)
    if reading.history.months is None:
        to = nodes.repository(reading.known.name, where, platform=reading.platform)
        note = NO_COMMITS if reading.clone.head is None else NO_MONTH
        yield records.not_covered_by(to, records.snapshot(origin.key, where), origin.source, note, where)
        return
    yield from coverage_records([covered(reading, reading.history.months)], nodes, origin)
    yield from _about_repository(reading, nodes, where)
    yield from _about_people(reading, nodes, where)
    yield from pair_records(pairs(reading), nodes, origin)


def _about_repository(reading: Reading, nodes: Nodes, where: Where) -> Iterator[Record]:
    """Branch, first and last commit, releases. A fork tells none of these, and a shallow clone no first commit."""
    if reading.method == GIT_FORK or reading.clone.head is None:
        return
    name, first, last = reading.known.name, reading.times.first, reading.times.last
    yield records.repository(
        name,
        where,
        platform=reading.platform,
        default_branch=reading.clone.head.branch,
        first_commit_at=day_of(first) if first is not None and not reading.clone.shallow else None,
        last_commit_at=day_of(last) if last is not None else None,
    )
    to = nodes.repository(name, where, platform=reading.platform)
    for tag in reading.tags:
        words = f"version {tag.name} tagged"
        event = records.event(day_of(tag.time), "release", words, name, reading.source, where)
        yield records.link(edges.CONCERNS, event, to, reading.source, where)


def _about_people(reading: Reading, nodes: Nodes, where: Where) -> Iterator[Record]:
    """Former logins, who maintains it, and employers by mail domain."""
    history, to = reading.history, nodes.repository(reading.known.name, where, platform=reading.platform)
    for account, logins in history.former:
        yield records.developer(
            account.login, where, number=account.number, former=logins, platform=reading.platform
        )  # fmt: skip
    for order, account in enumerate(history.maintainers, start=1):
        who = _developer(account, reading, nodes, where)
        yield records.link(edges.MAINTAINS, who, to, reading.source, where, order=order)
    for one in history.employments:
        yield _employment(one, reading, nodes, where)


def _employment(one: Employment, reading: Reading, nodes: Nodes, where: Where) -> Record:
    who, at, sure = _developer(one.account, reading, nodes, where), nodes.organization(one.match, where), one.match
    raw = ", ".join(one.domains)
    told = records.affiliation(
        who, at, reading.source, rank=records.RANK_INFERRED, confidence=sure.confidence, raw=raw, where=where
    )
    return records.dated(told, *one.months)


def _developer(account: Account, reading: Reading, nodes: Nodes, where: Where) -> NodeRecord:
    return nodes.developer(account.login, where, number=account.number, platform=reading.platform)
