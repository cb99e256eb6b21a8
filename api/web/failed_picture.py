"""A failure as a picture: who shows a view by its address, in a README, sees what is wrong and no broken image.

The status is the failure's own: browsers draw the picture all the same, and nobody keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.responses import Response

from api.formats.views import PICTURE_HEADERS
from graph.errors import BadInputError
from viz import addresses
from viz.export.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from starlette.requests import Request

SVG, PNG = ".svg", ".png"


def wants_picture(request: Request) -> bool:
    """Whether a view was asked for as a picture."""
    return request.url.path.startswith(f"{addresses.VIEWS}/") and request.url.path.endswith((SVG, PNG))


def failed_picture(request: Request, status: int, title: str, detail: str, headers: Mapping[str, str]) -> Response:
    """The failure drawn, in the theme and the width that were asked for."""
    from viz.export.failure import failure  # noqa: PLC0415 - needs the templates

    sheet = _sheet(request)
    drawn = failure(status, title, detail, sheet)
    sent = {**headers, **PICTURE_HEADERS}
    if request.url.path.endswith(SVG):
        return Response(drawn, status, headers=sent, media_type="image/svg+xml; charset=utf-8")
    from viz.export.raster import png  # noqa: PLC0415 - slow to import

    return Response(png(drawn, sheet), status, headers=sent, media_type="image/png")


def _sheet(request: Request) -> Sheet:
    """What was asked for; the usual where that is what cannot be taken."""
    try:
        return read_sheet({name: request.query_params.get(name) for name in ("theme", "width", "height")})
    except BadInputError:
        return Sheet()
