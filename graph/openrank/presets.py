"""The named definitions of OpenRank, with all their parameters; light to import.

A value is never just "OpenRank": the preset's name and version stand beside it. A changed parameter is a new version.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TypeAlias

from graph.errors import NotFoundError
from graph.keys import digest

Weights: TypeAlias = tuple[tuple[str, float], ...]

ORIGINAL_TOLERANCE = 0.01
"""Where OpenDigger stops: no value changes by more. We go on to the fixed point unless `freeze` is asked for."""
GLOBAL_ROUNDS, COMMUNITY_ROUNDS = 100, 40
"""The most rounds that OpenDigger makes."""


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What a developer's work of the month adds to their own value: 1 / (1 + e^(steepness · (middle - A))), 0..1.

    A is the month's total activity of the developer; at `middle` the work adds one half.
    """

    steepness: float
    middle: float


@dataclass(frozen=True, slots=True)
class GlobalPreset:
    """One solve per month over all developers and repositories that were active in it.

    weights: the activity of a pair is the weighted sum of these counts (properties of CONTRIBUTED_TO), without unit
    alone: counts that do not make a pair by themselves
    most_repositories: a developer active in more in the month is left out; None: no such limit
    passed_on: the part of its value that a node gives along activity; the rest goes to one background node, if any
    *_retention: the part of its own value that a node keeps, 0..1
    kept_active, kept_idle: what remains of last month's value, where a node is active this month and where not
    dropped: an idle node's value is forgotten once it has decayed to this or less
    first: own value of a node without a past; least: no own value is smaller
    work: what the month's work adds to a developer's own value, if anything
    unknown: what the definition asks for and counts by pair and month cannot tell
    """

    name: str
    version: int
    about: str
    weights: Weights
    alone: tuple[str, ...]
    most_repositories: int | None
    passed_on: float
    developer_retention: float
    repository_retention: float
    background_retention: float
    kept_active: float
    kept_idle: float
    dropped: float
    first: float
    least: float
    work: Newcomers | None
    rounds: int
    tolerance: float
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommunityPreset:
    """One solve per repository and month, over its developers and their issues and pull requests.

    weights: as above, of a developer in an issue or pull request; closed_prs are pull requests closed
    passed_on: as above; the rest goes to the repository, which hands its value on in equal parts
    retention: of all nodes; months: how far back an own value is looked for; kept: what remains of it per month
    merged: factor on the own value of a pull request that was merged in the month; first: own value without a past
    """

    name: str
    version: int
    about: str
    weights: Weights
    passed_on: float
    retention: float
    months: int
    kept: float
    merged: float
    first: float
    rounds: int
    tolerance: float
    unknown: tuple[str, ...]


Preset: TypeAlias = GlobalPreset | CommunityPreset

_SHARED: Weights = (
    ("opened_issues", 22.235),
    ("issue_comments", 5.252),
    ("closed_issues", 9.712),
    ("review_comments", 7.427),
    ("opened_prs", 40.679),
)
_SNYK = "issues and pull requests whose title begins with [snyk] are counted: titles need single issues"

GLOBAL_2026 = GlobalPreset(
    name="global-2026",
    version=1,
    about="OpenDigger's present global OpenRank",
    weights=(*_SHARED, ("pushes", 14.695)),
    alone=("pushes",),
    most_repositories=300,
    passed_on=0.95,
    developer_retention=0.5,
    repository_retention=0.3,
    background_retention=0.15,
    kept_active=0.85,
    kept_idle=0.85,
    dropped=0.01,
    first=0.0,
    least=0.0,
    work=Newcomers(steepness=0.10425, middle=44.08),
    rounds=GLOBAL_ROUNDS,
    tolerance=ORIGINAL_TOLERANCE,
    unknown=(_SNYK,),
)
GLOBAL_2023_DOCS = GlobalPreset(
    name="global-2023-docs",
    version=1,
    about="global OpenRank as OpenDigger's documentation of 2023 describes it",
    weights=(
        ("issue_comments", 0.5252),
        ("opened_issues", 2.2235),
        ("opened_prs", 4.0679),
        ("review_comments", 0.7427),
        ("merged_prs", 2.0339),
    ),
    alone=(),
    most_repositories=None,
    passed_on=1.0,
    developer_retention=0.5,
    repository_retention=0.3,
    background_retention=0.0,
    kept_active=1.0,
    kept_idle=0.85,
    dropped=0.1,
    first=1.0,
    least=0.1,
    work=None,
    rounds=GLOBAL_ROUNDS,
    tolerance=ORIGINAL_TOLERANCE,
    unknown=("the documentation names no weights of its own: those of OpenDigger's activity are used, without root",),
)
COMMUNITY = CommunityPreset(
    name="community",
    version=1,
    about="OpenDigger's community OpenRank: who and what carries one repository",
    weights=(*_SHARED, ("closed_prs", 14.695)),
    passed_on=0.95,
    retention=0.15,
    months=3,
    kept=0.85,
    merged=1.5,
    first=1.0,
    rounds=COMMUNITY_ROUNDS,
    tolerance=ORIGINAL_TOLERANCE,
    unknown=(),
)
PRESETS: dict[str, Preset] = {preset.name: preset for preset in (GLOBAL_2026, GLOBAL_2023_DOCS, COMMUNITY)}
"""All definitions by name."""


def preset(name: str) -> Preset:
    """The definition of that name; NotFoundError lists those that there are."""
    if name not in PRESETS:
        raise NotFoundError(f"there is no OpenRank preset {name}; there are {', '.join(PRESETS)}")
    return PRESETS[name]


def fingerprint(of: Preset) -> str:
    """Sixteen hex digits that change with any parameter of the preset."""
    return digest(repr(sorted(asdict(of).items())))[:16]
