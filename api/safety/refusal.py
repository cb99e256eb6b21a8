"""What is said to a request that is refused before it is counted as others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.problems import answer_to
from api.safety.client import client_of

if TYPE_CHECKING:
    from starlette.exceptions import HTTPException
    from starlette.requests import Request
    from starlette.responses import Response

    from api.safety.rates import Rate
    from graph.errors import AtlasError


def refusal(request: Request, error: AtlasError | HTTPException, rate: Rate | None) -> Response:
    """The answer to a request that is refused by an outer layer: it is counted here, and told what is left.

    Beyond the rate it is that which is told.
    """
    if rate is None:
        return answer_to(request, error)
    client = client_of(request)
    answer = answer_to(request, rate.excess(client) or error)
    answer.headers.update(rate.headers(client))
    return answer
