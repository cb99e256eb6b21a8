"""Static files: kept for a year where the address carries their content's hash, asked about again elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope

FOREVER = "public, max-age=31536000, immutable"
ASK = "no-cache"


class KeptFiles(StaticFiles):
    """The files of one folder."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file with how long it may be kept."""
        response = await super().get_response(path, scope)
        marked = "v" in parse_qs(scope.get("query_string", b"").decode("latin-1"))
        response.headers["Cache-Control"] = FOREVER if marked else ASK
        return response
