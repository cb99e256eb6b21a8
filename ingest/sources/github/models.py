"""The rows of GitHub's answers, each field that is kept named: nothing else of an answer gets past here.

Names, e-mail addresses, biographies, titles and bodies are not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from graph.errors import BadRowError
from ingest.web.replies import Json

GHOST = "ghost"
BOT, BOT_SUFFIX = "Bot", "[bot]"
ORGANIZATION = "Organization"
FIRST_YEAR, LAST_YEAR = 1990, 2200
"""Issues that came from other trackers are older than GitHub."""

Model = TypeVar("Model", bound="Answer")
Refuse = Callable[[BadRowError], None]
"""Told of each row that cannot be taken."""


class Answer(BaseModel):
    """A row of an answer. Fields that it does not name are dropped."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


def _named(*names: str) -> Any:  # noqa: ANN401 - what pydantic's Field returns
    return Field(validation_alias=AliasChoices(*names))


def _optional(*names: str) -> Any:  # noqa: ANN401 - what pydantic's Field returns
    return Field(default=None, validation_alias=AliasChoices(*names))


def _written(value: object) -> object:
    """Times come as text; a number would be read as seconds since 1970."""
    if value is not None and not isinstance(value, str):
        raise ValueError("a time such as 2025-02-24T10:00:00Z was expected")
    return value


def _plausible(value: datetime) -> datetime:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"a time between {FIRST_YEAR} and {LAST_YEAR} was expected")
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_plausible)]


Whole = Annotated[int, Field(gt=0, le=2**63 - 1)]
"""An id or a number; the graph and the store hold 64 bits."""


class Account(Answer):
    """Who did something: login, id and kind of account, as REST (`id`, `type`) or GraphQL writes it."""

    login: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[\w.\[\]-]+$")]
    id: Whole | None = _optional("databaseId", "id")
    type: str = Field(default="", validation_alias=AliasChoices("__typename", "type"))

    @property
    def name(self) -> str:
        """The login as REST writes it: GraphQL leaves the suffix of apps out."""
        is_bare = self.type == BOT and not self.login.endswith(BOT_SUFFIX)
        return self.login + BOT_SUFFIX if is_bare else self.login


def _no_nobody(value: object) -> object:
    """None for a lost account: GraphQL gives none, REST none, one without a login, or the one that stands for all."""
    return None if isinstance(value, dict) and value.get("login") in (None, "", GHOST) else value


Who = Annotated[Account | None, BeforeValidator(_no_nobody)]


class Merged(Answer):
    """What REST's list of issues says of a pull request."""

    merged_at: Moment | None = None


def _label_names(value: object) -> object:
    """The names of labels, which come as text, as objects, or below `nodes`; absent ones are none."""
    if isinstance(value, dict):
        value = value.get("nodes")
    rows = value if isinstance(value, list) else []
    return [row.get("name") if isinstance(row, dict) else row for row in rows if row]


class Issue(Answer):
    """An issue, or a pull request in REST's list of issues."""

    number: Whole
    created_at: Moment = _named("createdAt", "created_at")
    updated_at: Moment = _named("updatedAt", "updated_at")
    closed_at: Moment | None = _optional("closedAt", "closed_at")
    author: Who = _optional("author", "user")
    closer: Who = _optional("closer", "closed_by")
    labels: Annotated[list[str], BeforeValidator(_label_names)] = []
    pull_request: Merged | None = None


class Pull(Answer):
    """A pull request of GraphQL."""

    number: Whole
    created_at: Moment = _named("createdAt", "created_at")
    updated_at: Moment = _named("updatedAt", "updated_at")
    closed_at: Moment | None = _optional("closedAt", "closed_at")
    merged_at: Moment | None = _optional("mergedAt", "merged_at")
    author: Who = None
    merged_by: Who = _optional("mergedBy", "merged_by")
    labels: Annotated[list[str], BeforeValidator(_label_names)] = []


class Review(Answer):
    """A review; one that is not submitted yet has no time."""

    id: Whole = _named("databaseId", "id")
    state: str
    submitted_at: Moment | None = _optional("submittedAt", "submitted_at")
    author: Who = _optional("author", "user")


class Comment(Answer):
    """A comment on an issue, a pull request or its lines; `thread` is the address of what it is on."""

    id: Whole
    created_at: Moment
    updated_at: Moment
    user: Who = None
    thread: str = _named("issue_url", "pull_request_url")

    @property
    def number(self) -> int:
        """The number of what it is on; 0 where the address does not tell."""
        tail = self.thread.rpartition("/")[2]
        return int(tail) if tail.isascii() and tail.isdigit() else 0


class _Numbered(Answer):
    number: Whole


class Happening(Answer):
    """An event of an issue's or a pull request's history."""

    id: Whole
    event: str
    created_at: Moment
    actor: Who = None
    issue: _Numbered | None = None


class Star(Answer):
    """A star: who gave it and when."""

    starred_at: Moment = _named("starredAt", "starred_at")
    user: Who = _optional("node", "user")


class Release(Answer):
    """A release; a draft has no day."""

    id: Whole
    tag_name: Annotated[str, Field(min_length=1, max_length=300)]
    published_at: Moment | None = None
    draft: bool = False
    prerelease: bool = False


class Contributor(Account):
    """A row of a repository's list of contributors."""

    contributions: Annotated[int, Field(ge=0, le=2**63 - 1)]


class Found(Answer):
    """A pull request that a search found: all that counts is where it is."""

    repository_url: str


def parse(model: type[Model], rows: Iterable[Json], address: str, refuse: Refuse) -> Iterator[Model]:
    """The rows as `model`; one that cannot be taken is told to `refuse` and left out."""
    for line, row in enumerate(rows, start=1):
        try:
            yield model.model_validate(row)
        except ValidationError as error:
            refuse(bad_row(error, address, line))


def parse_one(model: type[Model], row: Json, address: str) -> Model:
    """The one object as `model`; BadRowError where it cannot be taken."""
    try:
        return model.model_validate(row)
    except ValidationError as error:
        raise bad_row(error, address, 1) from error


def bad_row(error: ValidationError, address: str, line: int) -> BadRowError:
    """The first thing that is wrong, in our words."""
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "row"
    found = "nothing" if first["type"] == "missing" else repr(first["input"])[:60]
    return BadRowError(address, line, where, found, first["msg"][:1].lower() + first["msg"][1:])


def instant(moment: datetime) -> str:
    """A moment as GitHub writes it, UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
