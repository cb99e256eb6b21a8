"""A history as it is told to the graph: accounts in place of identities, months in place of times."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph.calendar import shifted
from ingest.identity import OrganizationMatch
from ingest.sources.git.count import IN_NO_MONTH, Count
from ingest.sources.git.hosts import Host
from ingest.sources.git.log import Identity
from ingest.sources.git.months import Calendar
from ingest.sources.git.people import Account, Accounts, Person, resolve
from ingest.sources.git.pulls import Merged, Pulls

COMMITS, CO_AUTHORED, MERGED, LINKED = "commits", "co_authored_commits", "merged_prs", "commits_linked"
RECENT_MONTHS = 6
MOST_MAINTAINERS = 5
_DOMAIN = re.compile(rb"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}")
FEWEST_MERGES = 2


@dataclass(frozen=True, slots=True)
class Employment:
    """Somebody wrote from an organization's mail domains, in these months."""

    account: Account
    match: OrganizationMatch
    domains: tuple[str, ...]
    months: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a history is read with: host, months, the repository's owners (small letters), rules on logins."""

    host: Host
    calendar: Calendar
    owners: frozenset[str]
    is_bot: Callable[[str], bool]
    is_organization: Callable[[str], bool]
    employer: Callable[[str], OrganizationMatch | None]


@dataclass(slots=True)
class History:
    """What a history tells: counts by account and month, totals, maintainers (first named first), employments.

    `pulls` counts merged pull requests, `pulls_given` those of them that were given to a login.
    """

    pairs: dict[tuple[Account, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    totals: Counter[str] = field(default_factory=Counter)
    maintainers: tuple[Account, ...] = ()
    employments: tuple[Employment, ...] = ()
    former: list[tuple[Account, tuple[str, ...]]] = field(default_factory=list)
    pulls: int = 0
    pulls_given: int = 0
    months: tuple[str, str] | None = None


def read_history(found: Count, pulls: Pulls, rules: Rules) -> History:
    """The history that a count holds, by the rules."""
    owners = [one.owner for one in pulls.merged.values() if _is_person(one.owner, rules)]
    people, accounts = resolve(found.order, owners, rules.host)
    history = History(former=accounts.former())
    _give_commits(history, found, people, rules)
    _give_helped(history, found, people)
    _give_pulls(history, pulls, people, accounts, rules)
    history.months = _months(history, found, rules)
    history.maintainers = _maintainers(found, people, rules)
    history.employments = _employments(found, people, rules)
    return history


def _is_person(owner: str, rules: Rules) -> bool:
    """Whether the owner of a merged branch is somebody's account: the repository's own owner may be an organization."""
    return bool(owner) and owner.lower() not in rules.owners and not rules.is_organization(owner)


def _give_commits(history: History, found: Count, people: Mapping[Identity, Person], rules: Rules) -> None:
    for (identity, month), number in found.commits.items():
        person = people.get(identity)
        history.totals["commits_total"] += number
        if person is None:
            history.totals["commits_unattributed"] += number
            continue
        bot = rules.is_bot(person.account.login)
        history.totals["commits_bot" if bot else "commits_attributed"] += number
        history.totals[LINKED] += number * (person.linked and not bot)
        if month != IN_NO_MONTH:
            given = history.pairs[person.account, month]
            given[COMMITS] += number
            given[LINKED] += number * person.linked


def _give_helped(history: History, found: Count, people: Mapping[Identity, Person]) -> None:
    for (identity, author, month), number in found.helped.items():
        person, writer = people.get(identity), people.get(author)
        himself = writer is not None and person is not None and writer.account == person.account
        if person is not None and not himself and month != IN_NO_MONTH:
            history.pairs[person.account, month][CO_AUTHORED] += number


def _give_pulls(
    history: History, pulls: Pulls, people: Mapping[Identity, Person], accounts: Accounts, rules: Rules
) -> None:
    for one in pulls.merged.values() if rules.host.merges else ():
        account, month = _author(one, people, accounts, rules), rules.calendar.month(one.time)
        history.pulls += 1
        if account is not None and month is not None:
            history.pulls_given += 1
            history.pairs[account, month][MERGED] += 1


def _author(
    one: Merged, people: Mapping[Identity, Person], accounts: Accounts, rules: Rules
) -> Account | None:  # fmt: skip
    """Whose pull request it was: the branch's owner, else whoever wrote its last commit."""
    if _is_person(one.owner, rules):
        return accounts.of(one.owner)
    person = people.get(one.author) if one.author is not None else None
    return person.account if person else None


def _months(history: History, found: Count, rules: Rules) -> tuple[str, str] | None:
    months = {month for _, month in (*found.commits, *history.pairs)} - {IN_NO_MONTH}
    last = rules.calendar.month(found.times.last) if found.times.last is not None else None
    months |= {last} if last else set()
    return (min(months), max(months)) if months else None


def _maintainers(found: Count, people: Mapping[Identity, Person], rules: Rules) -> tuple[Account, ...]:
    """Who put most commits on the branch in the last half year of the history, machines aside; ties by login."""
    last = rules.calendar.month(found.times.last) if found.times.last is not None else None
    since = shifted(last, 1 - RECENT_MONTHS) if last else ""
    put = Counter[Account]()
    for (identity, month), number in found.merges.items():
        person = people.get(identity)
        if person is not None and last and since <= month <= last and not rules.is_bot(person.account.login):
            put[person.account] += number
    ranked = sorted(put, key=lambda account: (-put[account], account.login.lower(), account.number or 0))
    return tuple(account for account in ranked if put[account] >= FEWEST_MERGES)[:MOST_MAINTAINERS]


def _employments(found: Count, people: Mapping[Identity, Person], rules: Rules) -> tuple[Employment, ...]:
    """The known employers behind the addresses from which people wrote; of an address the domain alone is kept."""
    months: dict[tuple[Account, str], set[str]] = defaultdict(set)
    _collect(months, found.commits, people)
    _collect(months, ((helper, month) for helper, _, month in found.helped), people)
    matches = {domain: rules.employer(domain) for _, domain in months}
    by_employer: dict[tuple[Account, OrganizationMatch], list[str]] = defaultdict(list)
    for account, domain in sorted(months, key=lambda key: (key[0].login.lower(), key[0].number or 0, key[1])):
        match = matches[domain]
        if match is not None and not rules.is_bot(account.login):
            by_employer[account, _plain(match)].append(domain)
    return tuple(
        Employment(account, match, tuple(domains), _span(months, account, domains))
        for (account, match), domains in by_employer.items()
    )


def _plain(match: OrganizationMatch) -> OrganizationMatch:
    """The match without its reason, which names the one domain."""
    return OrganizationMatch(match.name, match.kind, match.confidence, "")


def _span(months: Mapping[tuple[Account, str], set[str]], account: Account, domains: list[str]) -> tuple[str, str]:
    seen = set[str]().union(*(months[account, domain] for domain in domains))
    return min(seen), max(seen)


def _collect(
    months: dict[tuple[Account, str], set[str]],
    marks: Iterable[tuple[Identity, str]],
    people: Mapping[Identity, Person],
) -> None:
    for identity, month in marks:
        person = people.get(identity)
        if person is None or month == IN_NO_MONTH:
            continue
        for address in {identity.address, identity.written}:
            domain = address.rpartition(b"@")[2].lower()
            if _DOMAIN.fullmatch(domain):
                months[person.account, domain.decode("ascii")].add(month)
