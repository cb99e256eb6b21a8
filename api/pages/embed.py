"""Pages to be framed: `/embed/<view>…` is the page of the view without its bar, and says who may frame it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from api.pages.gather import given_only
from api.pages.kept import HTML
from api.pages.view import SHORT, view_html, view_of
from api.picture import about_one
from api.routes import parameters_of_page
from api.web.headers import SHOWN_ELSEWHERE
from viz import addresses
from viz.pages import CONTENT_SECURITY_POLICY

if TYPE_CHECKING:
    from fastapi import APIRouter

    from api.pages.kept import KeptPages
    from api.web.atlas import Atlas

NOBODY_ELSE = "frame-ancestors 'self'"
"""What the policy of every other page says."""


def add_embeds(router: APIRouter, atlas: Atlas, kept: KeptPages, frame_ancestors: str) -> None:
    """The pages to be framed, by whom `frame_ancestors` names."""
    policy = {"Content-Security-Policy": policy_for(frame_ancestors), **SHOWN_ELSEWHERE}

    def by_parameters(request: Request, name: str) -> Response:
        return by_path(request, name, "")

    def by_path(request: Request, name: str, path: str) -> Response:
        query = view_of(atlas.catalogue, SHORT.get(name, name))
        given = {**given_only(parameters_of_page(request)), **(about_one(query, path) if path else {})}
        return kept.file(request, lambda: view_html(atlas, query, given, embedded=True).encode(), HTML, policy)

    router.add_api_route(f"{addresses.EMBED}/{{name}}", by_parameters)
    router.add_api_route(f"{addresses.EMBED}/{{name}}/github/{{path:path}}", by_path)


def policy_for(frame_ancestors: str) -> str:
    """The policy of a page with others who may frame it."""
    return CONTENT_SECURITY_POLICY.replace(NOBODY_ELSE, f"frame-ancestors {frame_ancestors}")
