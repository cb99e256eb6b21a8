"""Where pages, pictures and exports stand: the one place that pages, routes and links take addresses from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from graph.node_kinds import DEVELOPER, DOMAIN, ORGANIZATION, PRODUCT, REPOSITORY

HOME = "/"
QUERIES = "/queries"
NETWORKS = "/networks"
REPOSITORIES = "/repositories"
DEVELOPERS = "/developers"
DOCS = "/docs"
VIEWS = "/views"
API = "/api/v1"
SEARCH = f"{API}/search"
STATIC = "/static"
STATIC_FOLDER = Path(__file__).parent / "static"


def repository(name: str) -> str:
    """The page of the repository `owner/name`."""
    return f"{REPOSITORIES}/{quote(name, safe='/')}"


def developer(login: str) -> str:
    """The page of a developer."""
    return f"{DEVELOPERS}/{quote(login, safe='')}"


def query(name: str, parameters: Mapping[str, object] | None = None) -> str:
    """The page of a query of the catalogue, with its parameters."""
    return f"{QUERIES}/{quote(name, safe='')}{_asked(parameters)}"


def network(name: str, parameters: Mapping[str, object] | None = None) -> str:
    """The network page of a query of kind graph, with its parameters."""
    return f"{NETWORKS}/{quote(name, safe='')}{_asked(parameters)}"


def export(name: str, file_format: str, parameters: Mapping[str, object] | None = None) -> str:
    """The API's address of a query's answer as `csv`, `json` or another format."""
    return f"{API}/queries/{quote(name, safe='')}{_asked({**(parameters or {}), 'format': file_format})}"


def code_host(name: str, platform: str = "github") -> str:
    """The address of a login or `owner/name` on its code host, or "" where the host is not known."""
    return f"https://github.com/{quote(name, safe='/')}" if platform == "github" else ""


def page_of(label: str, title: str, key: str = "") -> str:
    """The page of a node by its schema label, or ""; a domain's key begins with its taxonomy."""
    if label == REPOSITORY.label:
        return repository(title)
    if label == DEVELOPER.label:
        return developer(title)
    if label == DOMAIN.label:
        taxonomy = key.partition("/")[0] if "/" in key else None
        return f"{VIEWS}/landscape{_asked({'taxonomy': taxonomy, 'domain': title, 'isolated': True})}"
    return query("lineage", {"name": title}) if label in {ORGANIZATION.label, PRODUCT.label} else ""


def _asked(parameters: Mapping[str, object] | None) -> str:
    given = {name: _text(value) for name, value in (parameters or {}).items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
