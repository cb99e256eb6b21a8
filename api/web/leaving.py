"""Routes that will go: each answer says so in its headers, and says what to ask instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from starlette.responses import Response

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Leaving:
    """A route that is out of use `since`, goes on the day `until` at the earliest; and what is there `instead`."""

    since: date
    until: date
    instead: str

    @property
    def headers(self) -> dict[str, str]:
        """Deprecation (RFC 9745), Sunset (RFC 8594) and the address of what is there instead."""
        return {
            "Deprecation": f"@{int(_midnight(self.since).timestamp())}",
            "Sunset": format_datetime(_midnight(self.until), usegmt=True),
            "Link": f'<{self.instead}>; rel="successor-version"',
        }

    def endpoint(self, endpoint: Callable[P, Response]) -> Callable[P, Response]:
        """`endpoint` with these headers on its answers; `deprecated=True` says the same in the description."""

        @wraps(endpoint)
        def answer(*args: P.args, **kwargs: P.kwargs) -> Response:
            found = endpoint(*args, **kwargs)
            for name, value in self.headers.items():
                found.headers.append(name, value)
            return found

        return answer


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
