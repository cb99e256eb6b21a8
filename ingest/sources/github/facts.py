"""What is known of one repository: its facts as GitHub states them, read by GraphQL or REST."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from pydantic import Field

from graph.errors import SourceError
from ingest.profiles import without_addresses
from ingest.sources.github import queries
from ingest.sources.github.api import SERVICE, GitHub, below, listed
from ingest.sources.github.models import Account, Answer, Moment, Whole, instant, parse_one
from ingest.web.replies import AbsentError, Json

NO_LICENSE = {"NOASSERTION", "NONE", ""}


@dataclass(frozen=True, slots=True)
class Facts:
    """A repository at the reading. Times are ISO, UTC. `issues`, `pulls` and `releases` are counts where told."""

    id: int
    name: str
    owner: str
    owner_type: str
    owner_id: int | None
    created_at: str
    private: bool = False
    archived: bool = False
    description: str = ""
    branch: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    license: str = ""
    topics: tuple[str, ...] = ()
    stars: int = 0
    forks: int = 0
    parent: str = ""
    parent_id: int | None = None
    parent_branch: str = ""
    issues: int | None = None
    pulls: int | None = None
    releases: int | None = None

    def as_marks(self) -> dict[str, Json]:
        """The facts as JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @staticmethod
    def of_marks(marks: dict[str, Json]) -> Facts:
        """The facts that `as_marks` made."""
        known = {field.name for field in fields(Facts)}
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in marks.items()}
        return Facts(**{name: value for name, value in told.items() if name in known})  # type: ignore[arg-type] # our own file


class _License(Answer):
    spdx_id: str | None = Field(default=None, alias="spdxId")


class _Parent(Answer):
    id: Whole = Field(alias="databaseId")
    full_name: str = Field(alias="nameWithOwner")
    default_branch: str | None = None


class _Repository(Answer):
    """A repository of REST; GraphQL's is brought into this shape."""

    id: Whole
    full_name: str = Field(pattern=r"^[\w.-]+/[\w.-]+$", max_length=200)
    owner: Account
    created_at: Moment
    private: bool = False
    archived: bool = False
    description: str | None = None
    default_branch: str | None = None
    language: str | None = None
    license: _License | None = None
    topics: tuple[str, ...] = ()
    stargazers_count: int = Field(default=0, ge=0, le=2**63 - 1)
    forks_count: int = Field(default=0, ge=0, le=2**63 - 1)
    parent: _Parent | None = None


def read_facts(github: GitHub, name: str) -> Facts:
    """The facts of the repository that is now, or was once, called `name`; AbsentError where there is none."""
    return _by_graphql(github, name) if github.graphql else _by_rest(github, name)


def _by_rest(github: GitHub, name: str) -> Facts:
    reply = github.fetch(queries.REPOSITORY_BY_NAME.format(name=name), keep=True)
    found = parse_one(_Repository, reply.object, reply.address)
    languages = github.fetch(queries.LANGUAGES.format(id=found.id), keep=True).object
    return _facts(found, tuple(languages), {})


def _by_graphql(github: GitHub, name: str) -> Facts:
    owner, _, short = name.partition("/")
    data = github.ask(queries.REPOSITORY_QUERY, {"owner": owner, "name": short})
    told = data.get("repository")
    if not isinstance(told, dict):
        raise AbsentError(f"{SERVICE}: {name} is not there", 404)
    found = parse_one(_Repository, _as_rest(told), queries.GRAPHQL)
    languages = tuple(str(below(node, "name")) for node in listed(told, "languages", "nodes"))
    return _facts(found, languages, told)


def _as_rest(told: dict[str, Json]) -> Json:
    parent = told.get("parent")
    branch = below(parent, "defaultBranchRef", "name")
    return {
        "id": told.get("databaseId"),
        "full_name": told.get("nameWithOwner"),
        "owner": told.get("owner"),
        "created_at": told.get("createdAt"),
        "private": told.get("isPrivate"),
        "archived": told.get("isArchived"),
        "description": told.get("description"),
        "default_branch": below(told, "defaultBranchRef", "name"),
        "language": below(told, "primaryLanguage", "name"),
        "license": told.get("licenseInfo"),
        "topics": [below(node, "topic", "name") for node in listed(told, "repositoryTopics", "nodes")],
        "stargazers_count": told.get("stargazerCount"),
        "forks_count": told.get("forkCount"),
        "parent": {**parent, "default_branch": branch} if isinstance(parent, dict) else None,
    }


def _facts(found: _Repository, languages: tuple[str, ...], told: dict[str, Json]) -> Facts:
    if found.full_name.partition("/")[0].lower() != found.owner.login.lower():
        raise SourceError(f"{SERVICE} calls {found.owner.login} the owner of {found.full_name}")
    license_id = (found.license.spdx_id if found.license else None) or ""
    parent = found.parent
    return Facts(
        found.id, found.full_name, found.owner.login, found.owner.type, found.owner.id, instant(found.created_at),
        found.private, found.archived, without_addresses(found.description or ""), found.default_branch or "",
        found.language or "", languages, "" if license_id in NO_LICENSE else license_id, found.topics,
        found.stargazers_count, found.forks_count, parent.full_name if parent else "", parent.id if parent else None,
        (parent.default_branch or "") if parent else "", _count(told, "issues"), _count(told, "pullRequests"),
        _count(told, "releases"),
    )  # fmt: skip


def _count(told: dict[str, Json], name: str) -> int | None:
    found = below(told, name, "totalCount")
    return found if isinstance(found, int) else None
