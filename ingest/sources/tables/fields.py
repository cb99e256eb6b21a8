"""Fields that tables have, by the names that people give their columns; and which kinds of tables there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import BadInputError
from graph.model import Record
from ingest.records import ACTIVITIES
from ingest.sources.tables.cells import clean, heading
from ingest.sources.tables.row import Row
from ingest.sources.tables.sheet import PERSONAL
from ingest.sources.tables.values import repository

if TYPE_CHECKING:
    from ingest.sources.tables.context import Context

Reads = Callable[[Row, "Context"], Iterator[Record]]
Wide = Callable[[Mapping[int, str]], dict[str, int]]


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the headings that mean it, its own name first."""

    name: str
    also: tuple[str, ...] = ()

    @property
    def headings(self) -> frozenset[str]:
        """All headings that mean this field."""
        return frozenset({self.name, *self.also})


@dataclass(frozen=True, slots=True)
class TableKind:
    """A kind of table: the fields it must have, one or more of those in `any_of`, those it may have.

    `read` makes the records of one row. `wide` finds columns whose headings are data as well: which field each is.
    A kind that takes `any_heading` is never guessed, for it fits too much.
    """

    name: str
    about: str
    must: tuple[Field, ...]
    may: tuple[Field, ...]
    read: Reads
    any_of: tuple[Field, ...] = ()
    method: str = "reference"
    wide: Wide | None = None
    any_heading: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, the needed ones first; each kind may say the code host."""
        return (*self.must, *self.any_of, *self.may, PLATFORM)

    def missing(self, found: Iterable[str]) -> list[str]:
        """What a table with the fields `found` lacks to be of this kind, in words."""
        have = set(found)
        lacks = [field.name for field in self.must if field.name not in have]
        if self.any_of and not have.intersection(field.name for field in self.any_of):
            lacks.append(f"one of {', '.join(field.name for field in self.any_of)}")
        return lacks


def match(kind: TableKind, columns: tuple[str, ...], given: Mapping[str, str], file: str) -> dict[str, int]:
    """Which column each field of `kind` is: by the mapping `given` (heading → field), else by its heading."""
    meant = {name: field.name for field in kind.fields for name in field.headings}
    told = {heading(column): field for column, field in given.items()}
    index: dict[str, int] = {}
    for at, column in enumerate(columns):
        name = heading(column)
        field = told.get(name) or (meant.get(name) if name not in told else None)
        if not field:
            continue
        if field in index:
            both = f"{columns[index[field]]} and {column}"
            raise BadInputError(f"{file}: columns {both} both mean {field}: say in a mapping which one to ignore")
        index[field] = at
    left = {at: name for at, name in enumerate(columns) if at not in index.values() and heading(name) not in told}
    return index | kind.wide(left) if kind.wide else index


def repositories_in(headings: Mapping[int, str]) -> dict[str, int]:
    """The columns that are headed by a repository."""
    found = {}
    for at, column in headings.items():
        with suppress(ValueError):
            found[repository(clean(column))] = at
    return found


def axes_in(headings: Mapping[int, str]) -> dict[str, int]:
    """The columns with a heading of any name, written as names of metrics are."""
    return {name: at for at, column in headings.items() if (name := heading(column))}


def check_given(kind: TableKind, columns: tuple[str, ...], given: Mapping[str, str], file: str) -> None:
    """Nothing; BadInputError when a mapping names a column or a field that there is not, or a personal one."""
    there = {heading(column) for column in columns}
    names = [field.name for field in kind.fields]
    for column, field in given.items():
        if heading(column) in PERSONAL:
            raise BadInputError(f"{file}: column {column} is personal and is never read: take it out of the mapping")
        if heading(column) not in there:
            raise BadInputError(f"{file} has no column {column}; its columns are {', '.join(columns)}")
        if field and field not in names:
            raise BadInputError(f"a table of {kind.name} has no field {field}; its fields are {', '.join(names)}")


DEVELOPER = Field(
    "developer",
    ("login", "user", "username", "user_name", "user_login", "author", "author_login", "actor", "actor_login",
     "contributor", "github_login", "github_user", "开发者", "用户", "用户名", "贡献者", "账号"),
)  # fmt: skip
REPOSITORY = Field(
    "repository",
    ("repo", "repo_name", "repository_name", "full_name", "repo_full_name", "github_repo", "repo_url", "项目", "仓库",
     "项目名", "仓库名"),
)  # fmt: skip
PLATFORM = Field("platform", ("host", "code_host", "forge", "平台"))
PROJECT = Field("project", ("project_name", "项目名称"))
MONTH = Field("month", ("year_month", "yyyymm", "date_month", "月份", "月"))
PERIOD = Field("period", ("span", "时间段"))
SINCE = Field("since", ("from_date", "since_date"))
COMPANY = Field("company", ("organization", "organisation", "employer", "affiliation", "org", "公司", "单位", "组织"))
LOCATION = Field("location", ("country", "city", "region", "地区", "国家", "所在地", "位置"))
_ALSO = {
    "merged_prs": ("merged_pull_requests", "prs_merged", "pr_merged", "merged_pr", "merged_pr_count", "合并pr数"),
    "opened_prs": ("opened_pull_requests", "prs_opened", "prs", "pull_requests"),
    "commits": ("commit_count", "commits_count", "contributions", "提交数"),
    "reviews": ("pr_reviews", "review_count"),
    "opened_issues": ("issues_opened", "issues"),
    "closed_issues": ("issues_closed",),
    "issue_comments": ("comments", "issue_comment"),
    "review_comments": ("pr_review_comments",),
}
COUNTS = tuple(Field(name, _ALSO.get(name, ())) for name in ACTIVITIES)
METRICS = (
    Field("openrank", ("open_rank",)),
    Field("stars", ("star", "stargazers", "stargazers_count", "github_stars", "star数")),
    Field("participants", ("community", "参与者")),
    Field("contributors", ("developers", "contributors_count", "github_contributors_count", "贡献者数")),
    Field("commits", ("commit_count",)),
    Field("forks", ("fork", "forks_count")),
    Field("issues_open", ("open_issues",)),
    Field("issues_closed", ("closed_issues",)),
    Field("prs_open", ("open_prs",)),
    Field("prs_merged", ("merged_prs",)),
    Field("prs_closed", ("prs_closed_total", "closed_prs")),
    Field("pr_contributors"),
    Field("releases"),
    Field("activity"),
)
