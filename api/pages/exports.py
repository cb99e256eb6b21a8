"""The files of views: `/views/<view>.<ending>` and `/views/<view>/github/<path>.<ending>`.

docs/decisions/0022 says when an ending belongs to a repository's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from api.formats.views import FILES, ViewFile
from api.pages.subject import subject, view_query
from api.routes import parameters_of_page
from cypher.query import SUBJECTS
from graph.errors import NotFoundError
from viz import addresses
from viz.export.sheet import read_sheet

if TYPE_CHECKING:
    from fastapi import APIRouter

    from api.pages.kept import KeptPages
    from api.web.atlas import Atlas

Page = Callable[[Request, str, str], Response]
"""The page of a view about one repository or developer: request, view, path."""
SHEET = ("theme", "width", "height", "words")
"""Parameters of the picture and not of the question."""
REPOSITORY = SUBJECTS[0]
LONGEST_NAME = 80


def add_exports(router: APIRouter, atlas: Atlas, kept: KeptPages, page: Page) -> None:
    """The addresses of all files. They come before those of the pages, which take any ending for a name."""
    for file in FILES.values():
        of_view, of_one = answering(atlas, kept, file, page)
        router.add_api_route(f"{addresses.VIEWS}/{{view}}.{file.ending}", of_view)
        router.add_api_route(f"{addresses.VIEWS}/{{view}}/github/{{path:path}}.{file.ending}", of_one)


def answering(
    atlas: Atlas, kept: KeptPages, file: ViewFile, page: Page
) -> tuple[Callable[..., Response], Callable[..., Response]]:
    """The endpoints of one kind of file: of a view with its parameters, and of one about a repository or developer."""

    def of_view(request: Request, view: str) -> Response:
        return taken(request, atlas, kept, file, view)

    def of_one(request: Request, view: str, path: str) -> Response:
        if named_so(atlas, view, path, file.ending):
            return page(request, view, f"{path}.{file.ending}")
        return taken(request, atlas, kept, file, view, path)

    return of_view, of_one


def taken(request: Request, atlas: Atlas, kept: KeptPages, file: ViewFile, view: str, path: str = "") -> Response:
    """One file of a view, made unless it is kept or the client has it."""
    given = parameters_of_page(request)
    sheet = read_sheet({name: given.pop(name, None) for name in SHEET})
    live = live_address(request, file.ending)

    def make() -> bytes:
        return file.write(subject(atlas, view, given, path, live, whole=not file.picture), sheet)

    return kept.file(request, make, file.media_type, file.headers(file_name(view, path)), live)


def named_so(atlas: Atlas, view: str, path: str, ending: str) -> bool:
    """Whether the ending is a part of the name: the graph has the repository so called, and none without the ending."""
    if "/" not in path or REPOSITORY not in view_query(atlas, view).subjects or known(atlas, path):
        return False
    return known(atlas, f"{path}.{ending}")


def known(atlas: Atlas, repository: str) -> bool:
    """Whether the graph has a repository of that name, or of that former name."""
    try:
        atlas.ask("repository-profile", {"repository": repository})
    except NotFoundError:
        return False
    return True


def live_address(request: Request, ending: str) -> str:
    """The absolute address of the page that the file was taken from."""
    path = request.url.path.removesuffix(f".{ending}")
    asked = [(name, value) for name, value in request.query_params.multi_items() if name not in SHEET]
    query = f"?{urlencode(asked, safe='/,:')}" if asked else ""
    return f"{str(request.base_url).rstrip('/')}{quote(path, safe='/@:~')}{query}"


def file_name(view: str, path: str) -> str:
    """The file's name without its ending: letters, digits, dots and dashes alone."""
    words = f"{view}-{path}" if path else view
    return re.sub(r"[^A-Za-z0-9._-]+", "-", words)[:LONGEST_NAME].strip("-.")
