"""What a remote service answers: taken as JSON, or told apart as one of our errors.

AbsentError (a NotFoundError)    404 unknown, 410 deleted, 451 blocked by law
RefusedError (a SourceError)     401 token, 403 forbidden, 409 empty or in conflict, 413 and 422 cannot be asked so
RateLimitedError                 403 or 429 that asks us to wait, told by header or by its words
FleetingError (a SourceError)    202 in preparation, 408, 5xx, broken JSON, no connection: another try may mend it
SourceError                      the rest
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from graph.errors import NotFoundError, RateLimitedError, SourceError

if TYPE_CHECKING:
    import httpx

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
"""What JSON holds."""

ABSENT = {404: "is not there", 410: "was deleted", 451: "is blocked for legal reasons"}
REFUSED = {
    400: "cannot be asked so",
    401: "wants a valid token",
    403: "is not allowed",
    409: "is empty or in conflict",
    413: "was asked for too much",
    422: "cannot be asked so",
}
FLEETING = {202, 408, 425, 500, 502, 503, 504}
WAIT_WORDS = re.compile(r"rate limit|abuse detection|too many requests|secondary limit", re.IGNORECASE)
SECONDARY_WAIT = 60.0
"""Seconds to wait where a service asks for it without saying how long, as GitHub's guide has it."""
LONGEST_WORDS = 200


class AbsentError(NotFoundError):
    """What was asked for is not there (404), was deleted (410) or is blocked (451); `code` tells which."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class RefusedError(SourceError):
    """A service answers that it will not do this; `code` is its HTTP status."""

    def __init__(self, message: str, code: int, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


class FleetingError(SourceError):
    """A failure that another try may mend; `code` is the HTTP status, 0 where no answer came."""

    def __init__(self, message: str, code: int = 0, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its JSON, status, the address that answered, links to other pages by `rel`, and some headers.

    `moved` says that a permanent redirect was followed on the way.
    """

    data: Json
    status: int
    address: str
    links: dict[str, str] = field(default_factory=dict)
    moved: bool = False
    etag: str = ""

    @property
    def rows(self) -> list[dict[str, Json]]:
        """The objects of a list; a SourceError where the answer is something else."""
        if not isinstance(self.data, list) or not all(isinstance(row, dict) for row in self.data):
            raise SourceError(f"{self.address} answers {_kind(self.data)} where a list of objects was expected")
        return [row for row in self.data if isinstance(row, dict)]

    @property
    def object(self) -> dict[str, Json]:
        """The object that was answered; a SourceError where the answer is something else."""
        if not isinstance(self.data, dict):
            raise SourceError(f"{self.address} answers {_kind(self.data)} where an object was expected")
        return self.data


def read_reply(answer: httpx.Response, service: str, now: float, secret: str = "") -> Reply:
    """The answer as JSON; one of the errors above else, in which `secret` is not shown where the service repeats it.

    `now` is the time as seconds since 1970.
    """
    refuse(answer, service, now, secret)
    data: Json = None
    if answer.status_code not in {HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT}:
        data = _json(answer, service)
    moved = any(step.status_code in {301, 308} for step in answer.history)
    links = {rel: link["url"] for rel, link in _links(answer).items()}
    return Reply(data, answer.status_code, plain(answer), links, moved, answer.headers.get("etag", ""))


def refuse(answer: httpx.Response, service: str, now: float, secret: str = "") -> None:
    """Raise what the status means, unless it is a success; the body of another answer has to be read by then."""
    if answer.is_success and answer.status_code not in FLEETING:
        return
    words = _words(answer)
    if secret:
        words = words.replace(secret, "(token)")
    code, what = answer.status_code, f"{service}: {plain(answer)}"
    wait = _wait(answer, now)
    if wait is not None:
        raise RateLimitedError(service, wait)
    if code in ABSENT:
        raise AbsentError(f"{what} {ABSENT[code]} ({code})", code)
    if code in FLEETING:
        raise FleetingError(f"{what} answers {code} {words}".rstrip(), code)
    if code in REFUSED:
        raise RefusedError(f"{what} {REFUSED[code]} ({code}) {words}".rstrip(), code, hint=_hint(code))
    raise SourceError(f"{what} answers {code} {words}".rstrip())


def plain(answer: httpx.Response) -> str:
    """The address that answered, without user, password and query: nothing of it is secret."""
    return str(answer.request.url.copy_with(userinfo=b"", query=None, fragment=None))


def _wait(answer: httpx.Response, now: float) -> float | None:
    """Seconds that the service asks us to wait; None where it does not."""
    code, headers = answer.status_code, answer.headers
    if code not in {HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}:
        return None
    if "retry-after" in headers:
        return retry_after(headers["retry-after"], now)
    if headers.get("x-ratelimit-remaining") == "0":
        return max(seconds_since_1970(headers.get("x-ratelimit-reset", "")) - now, 1.0)
    if code == HTTPStatus.TOO_MANY_REQUESTS or WAIT_WORDS.search(_words(answer)):
        return SECONDARY_WAIT
    return None


def retry_after(text: str, now: float) -> float:
    """Seconds of a Retry-After header, which is a number or a date; the usual wait where it is neither."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - seldom needed

    if text.strip().isdigit():
        return max(float(text), 1.0)
    try:
        return max(parsedate_to_datetime(text).timestamp() - now, 1.0)
    except ValueError:
        return SECONDARY_WAIT


def seconds_since_1970(text: str) -> float:
    """The time of a reset header; some old answers give it in milliseconds. 0 where it is no number."""
    if not text.isdigit():
        return 0.0
    number = int(text)
    return number / 1000 if number > 10**11 else float(number)


def _json(answer: httpx.Response, service: str) -> Json:
    try:
        data: Json = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        kind = answer.headers.get("content-type", "no content type").partition(";")[0]
        size = len(answer.content)
        raise FleetingError(f"{service}: {plain(answer)} answers no JSON but {kind} of {size} bytes") from error
    return data


def _words(answer: httpx.Response) -> str:
    """The service's own message, short and on one line."""
    try:
        data = json.loads(answer.content)
    except (ValueError, RecursionError):
        return ""
    message = data.get("message") if isinstance(data, dict) else None
    return " ".join(str(message).split())[:LONGEST_WORDS] if message else ""


def _links(answer: httpx.Response) -> dict[str, dict[str, str]]:
    try:
        found = answer.links
    except (ValueError, KeyError):
        return {}
    return {str(rel): link for rel, link in found.items() if rel and "url" in link}


def _kind(data: Json) -> str:
    return {dict: "an object", list: "a list", type(None): "nothing"}.get(type(data), f"a {type(data).__name__}")


def _hint(code: int) -> str:
    return "check GITHUB_TOKEN, or go on without it" if code == HTTPStatus.UNAUTHORIZED else ""
