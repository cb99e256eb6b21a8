"""Where pages, pictures and exports stand: the one place that pages, routes and links take addresses from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from graph.node_kinds import COUNTRY, DEVELOPER, DOMAIN, ORGANIZATION, PRODUCT, REPOSITORY

HOME = "/"
QUERIES = "/queries"
FORMER_NETWORKS = "/networks"
"""Where the pages of networks stood before they were views."""
REPOSITORIES = "/repositories"
DEVELOPERS = "/developers"
DOCS = "/docs"
CONSOLE = "/console"
VIEWS = "/views"
EMBED = "/embed"
ENDINGS = ("nodes.csv", "svg", "png", "pdf", "json", "csv", "gexf", "graphml")
"""What the addresses of a view's files end in; docs/decisions/0022 says how they stand beside repositories' names."""
THUMBNAIL = (560, 350)
"""Width and height of a view's small picture, in pixels."""
API = "/api/v1"
SEARCH = f"{API}/search"
OPENAPI = "/openapi.json"
STATIC = "/static"
PLATFORM = "github"
"""The code host whose names stand in the addresses of views."""
EMPLOYERS = {"company", "university"}
"""Kinds of organizations that employ people; of others it is told what they founded and host."""
STATIC_FOLDER = Path(__file__).parent / "static"


def is_below(path: str, places: Iterable[str]) -> bool:
    """Whether `path` is one of `places` or stands below one; `/apiary` does not stand below `/api`."""
    return any(path == place or path.startswith(f"{place}/") for place in places)


def repository(name: str) -> str:
    """The page of the repository `owner/name`."""
    return f"{REPOSITORIES}/{quote(name, safe='/')}"


def developer(login: str) -> str:
    """The page of a developer."""
    return f"{DEVELOPERS}/{quote(login, safe='')}"


def query(name: str, parameters: Mapping[str, object] | None = None) -> str:
    """The page of a query of the catalogue, with its parameters."""
    return f"{QUERIES}/{quote(name, safe='')}{_asked(parameters)}"


def console(name: str, parameters: Mapping[str, object] | None = None) -> str:
    """The console with the statement of a query of the catalogue, and its parameters."""
    return f"{CONSOLE}{_asked({'query': name, **(parameters or {})})}"


def statement(text: str, parameters: Mapping[str, object]) -> str:
    """The console with a statement of one's own, which stays in the browser: it stands behind the `#`."""
    held = {"statement": text} | ({"parameters": json.dumps(parameters, ensure_ascii=False)} if parameters else {})
    return f"{CONSOLE}#{urlencode(held)}"


def view(name: str, path: str = "", parameters: Mapping[str, object] | None = None) -> str:
    """The page of a view with its parameters; `path` is the repository or developer that it is about."""
    about = f"/{PLATFORM}/{quote(path, safe='/')}" if path else ""
    return f"{VIEWS}/{quote(name, safe='')}{about}{_asked(parameters)}"


def export(name: str, file_format: str, parameters: Mapping[str, object] | None = None) -> str:
    """The API's address of a query's answer as `csv`, `json` or another format."""
    return f"{API}/queries/{quote(name, safe='')}{_asked({**(parameters or {}), 'format': file_format})}"


def has_ending(name: str) -> bool:
    """Whether a repository's name ends like a file of a view: by path its page could be taken for that file."""
    return name.endswith(tuple(f".{ending}" for ending in ENDINGS))


def file_of(page: str, ending: str) -> str:
    """The address of a file of the view whose page is at the address `page`."""
    path, mark, asked = page.partition("?")
    return f"{path}.{ending}{mark}{asked}"


def thumbnail(page: str, theme: str) -> str:
    """The address of the small picture, without words, of the view whose page is at the address `page`."""
    file, (width, height) = file_of(page, "png"), THUMBNAIL
    sheet = urlencode({"theme": theme, "width": width, "height": height, "words": "none"})
    return f"{file}{'&' if '?' in file else '?'}{sheet}"


def embed_of(page: str) -> str:
    """The address of the view's page without a bar, to be framed."""
    return page.replace(VIEWS, EMBED, 1)


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


def found(label: str, title: str, key: str, about: str) -> str:
    """The page of what a search found, or "": of employers and countries who works there, else that of the node."""
    if label == ORGANIZATION.label and about in EMPLOYERS:
        return query("organization-footprint", {"organization": title})
    if label == COUNTRY.label:
        return query("country-footprint", {"country": title})
    return page_of(label, title, key)


def _asked(parameters: Mapping[str, object] | None) -> str:
    given = {name: _text(value) for name, value in (parameters or {}).items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
