"""The metrics of OpenDigger's static files: what their values are, and what a month that is absent means.

Names are OpenDigger's own. Sums and counts leave zeros out: a month that is absent between the first and the last one
is zero. Durations leave out months without a case: there, absent is unknown.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import BadInputError

Shape = Literal["numbers", "parts", "pairs", "network"]
"""`numbers`: one value a month. `parts`: several series in one file. `pairs`: developers with their activity, by month.
`network`: nodes and edges, without a month."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: its file's name, the shape of the file, whose it may be, whether it is asked for if none is named."""

    name: str
    of: frozenset[str]
    shape: Shape = "numbers"
    usual: bool = False
    signed: bool = False


_R, _RL, _D, _ALL = (
    frozenset({"repository"}),
    frozenset({"repository", "label"}),
    frozenset({"developer"}),
    frozenset({"repository", "developer", "label"}),
)
_USUAL = {
    "openrank": _ALL, "activity": _ALL, "stars": _RL, "participants": _RL, "contributors": _RL, "issues_new": _RL,
    "issues_closed": _RL, "issue_comments": _RL, "issues_and_change_request_active": _RL, "change_requests": _RL,
    "change_requests_accepted": _RL, "change_requests_reviews": _RL, "attention": _R, "technical_fork": _R,
    "new_contributors": _R, "inactive_contributors": _R, "bus_factor": _R, "open_issue": _D, "issue_comment": _D,
    "open_pull": _D, "merged_pull": _D, "review_comment": _D,
}  # fmt: skip
_DURATIONS = (
    "issue_response_time", "issue_resolution_duration", "issue_age", "change_request_response_time",
    "change_request_resolution_duration", "change_request_age",
)  # fmt: skip
METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        *(Metric(name, of, usual=True) for name, of in _USUAL.items()),
        Metric("code_change_lines_add", _R),
        Metric("code_change_lines_remove", _R),
        Metric("code_change_lines_sum", _R, signed=True),
        *(Metric(name, _R, "parts") for name in _DURATIONS),
        Metric("activity_details", _R, "pairs"),
        Metric("developer_network", frozenset({"repository", "developer"}), "network"),
        Metric("repo_network", frozenset({"repository", "developer"}), "network"),
    )
}
LEFT_OUT = {
    "bus_factor_detail": "it lists people with lines or commits, which git histories tell better",
    "contributors_detail": "it lists logins without counts",
    "new_contributors_detail": "it lists logins without counts",
    "active_dates_and_times": "it counts hours of a week, which the graph has no place for",
    "contributor_email_suffixes": "it lists mail domains, which are personal in small projects",
    "community_openrank": "it is a network by month of single issues and pull requests",
    "community_openrank_details": "its ranks of people hold within one community only",
    "talent": "it scores people",
    "meta": "it holds biographies; the id and the day of the export are read from it in any case",
}
"""Files that OpenDigger has and that are not taken, with the reason."""
EVERY = "all"
STORED = {"stars": "stars_gained"}
"""Series whose name means something else in the graph, where `stars` are all that a repository has."""


def wanted(named: Sequence[str], kind: str) -> tuple[Metric, ...]:
    """The metrics `named` that a `kind` (repository, developer, label) may have; the usual ones where none is named."""
    for name in named:
        if name in LEFT_OUT:
            raise BadInputError(f"the metric {name} is not taken: {LEFT_OUT[name]}")
        if name not in METRICS and name != EVERY:
            near = difflib.get_close_matches(name, (*METRICS, EVERY), n=3) or (*METRICS, EVERY)
            raise BadInputError(f"there is no metric called {name}; expected {' or '.join(near)}")
    return tuple(
        metric
        for metric in METRICS.values()
        if kind in metric.of and (metric.usual if not named else EVERY in named or metric.name in named)
    )
