"""GitHub, by its REST and GraphQL interfaces: repositories, people, and what they do there month by month.

With a token GraphQL is asked for repositories, issues, pull requests with their reviews, stars and profiles; without
one REST is asked for all. REST in both cases: comments, releases, contributors, forks, members, owners, search.
Accounts and repositories are told by their numbers; GraphQL's node ids, which come in two formats, are not asked for.

Calls made (paths in `queries.py`): GET /rate_limit, /repos/{owner}/{name}, /repositories/{id} and below it
/languages, /issues, /issues/events, /issues/comments, /pulls, /pulls/comments, /pulls/{number}/reviews, /stargazers,
/releases, /contributors, /forks, /compare/{base}...{head}; /users/{login}, /users/{login}/repos,
/orgs/{login}/public_members, /search/issues; POST /graphql (operations Repository, Issues, Pulls, Reviews, Stars,
Profiles).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.desk import Desk
from ingest.source import Dataset, Option, source

PARTS = ("repository", "contributors", "issues", "pulls", "reviews", "comments", "stars", "releases", "forks")
DEFAULT_PARTS = ("repository", "contributors", "issues", "pulls", "reviews", "comments", "releases")
"""What is read unless `--what` says else: stars and forks cost a call per hundred stars and per fork."""
DEPTHS = ("seeds", "neighbours")


@source(
    "github",
    takes="owner/name, owner or @login",
    options=(
        Option("since", "the first month or day to read; from the repository's beginning if absent", "day"),
        Option("until", "the last month or day to tell of; up to the reading if absent", "day"),
        Option("depth", "seeds alone, or also the repositories where their contributors are active", choices=DEPTHS),
        Option("what", f"what to read; if absent {', '.join(DEFAULT_PARTS)}", choices=PARTS, many=True),
        Option("wait", "wait for the limit to start anew, and do not stop and tell when to go on", "flag"),
    ),
    offers=("contributors", "repositories", "organizations", "series", "events"),
    examples=("deepseek-ai/DeepEP --since 2025-02", "deepseek-ai --what repository,stars", "@fzyzcjy"),
)
def read_github(
    named: Sequence[str], desk: Desk, *, since: str | None = None, until: str | None = None, depth: str = DEPTHS[0],
    what: Sequence[str] = (), wait: bool = False,
) -> Iterator[Dataset]:  # fmt: skip
    """Repositories and people on GitHub, with what they do there month by month.

    The base address is `desk.addresses["github"]` where given, the token what `desk.token()` answers. What was read
    stays in `desk.room("github")`, from where a later run goes on.
    """
    from ingest.sources.github.collecting import collect  # noqa: PLC0415 - kept out of the command's start
    from ingest.sources.github.plan import check_first_day, plan  # noqa: PLC0415

    asked = plan(named, since, until, depth, what, wait=wait)
    check_first_day(asked, desk.now().date().isoformat())
    return collect(asked, desk)
