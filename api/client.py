"""The HTTP API from Python: `Client`, and `AsyncClient` with the same questions for programs with an event loop.

    with ossatlas.Client("http://127.0.0.1:8765") as atlas:
        atlas.query("shared-developers", repositories=["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]).to_pandas()

A server that is busy (429) or waits for Neo4j (503) is asked again, after as long as its `Retry-After` says. Failures
are the errors of `graph.errors`, as on the server.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Never, Self

import httpx
import tenacity

from api import calls, offered
from api.doors import Door
from api.formats.reading import answer_of, answer_of_statement
from api.notebook.explorer import ROWS, Explorer
from api.notebook.table_answer import TableAnswer
from api.offered import Offered
from graph.errors import BadInputError, QueryTimeoutError, SourceError
from ingest.http import base_address

if TYPE_CHECKING:
    from api.answer import Answer

ADDRESS = "http://127.0.0.1:8765"
TIMEOUT = 60.0
TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries where a reply names none."""
ANY = {"Accept": "*/*"}


class Client(Explorer, Offered):
    """Asks the API at `address`. A call ends after `timeout` seconds, and is made at most `tries` times.

    `token` is sent with each, for servers that want one.
    """

    def __init__(
        self, address: str = ADDRESS, *, token: str = "", timeout: float = TIMEOUT, tries: int = TRIES
    ) -> None:
        self.address = self.site = address.rstrip("/")
        self.tries = tries
        self._web = httpx.Client(base_url=_checked(self.address), timeout=timeout, headers=_headers(token))
        self._retrying = tenacity.Retrying(**_how(tries))

    def send(self, call: calls.Call) -> Any:  # noqa: ANN401 - JSON
        """The JSON of the reply to `call`, for addresses that have no method here."""
        return calls.read(self._retrying(self._once, call))

    @contextmanager
    def opened(self, call: calls.Call, headers: Mapping[str, str] | None = None) -> Iterator[httpx.Response]:
        """The reply to `call` as it comes, once; the error that it is."""
        with (
            _failing(self.address),
            self._web.stream(call.method, call.path, params=call.params, headers={**ANY, **(headers or {})}) as reply,
        ):
            if reply.is_error:
                reply.read()
                calls.read(reply)
            yield reply

    def ask(self, name: str, given: Mapping[str, object]) -> Answer:
        """The answer of the query `name` as it came."""
        return answer_of(self.send(calls.question(name, given)))

    def run(self, statement: str, parameters: Mapping[str, object], limit: int) -> Answer:
        """The rows of a statement that only reads, at most `limit` and what the server allows."""
        return answer_of_statement(self.send(calls.statement(statement, parameters, limit)), parameters, limit)

    def pages(self, name: str, /, *, page_size: int = ROWS, **values: object) -> Iterator[TableAnswer]:
        """The answer of the query `name`, `page_size` rows at a time; OutdatedError where the data change meanwhile."""
        return offered.pages(name, page_size=page_size, **values).now(self)

    def listing(self) -> Sequence[Mapping[str, Any]]:
        """The catalogue of the server."""
        return list(self.send(calls.LISTING)["queries"])

    def export(self, kind: str, target: str | Path, *, fields: Sequence[str] = ()) -> Path:
        """The file `target` with all nodes or all edges of a kind, once it is there whole; its ending tells the format.

        `kind` is as `/api/v1/exports` lists it. One try: a file that breaks off is of data that changed meanwhile.
        """
        return offered.export(kind, target, fields=fields).now(self)

    @property
    def graph(self) -> Never:
        """None over HTTP: py2neo speaks Bolt alone."""
        raise BadInputError(
            f"{self.address} answers over HTTP, and py2neo speaks Bolt",
            hint="`ossatlas engine shell-address` prints the Bolt address, which `ossatlas.connect` takes as well",
        )

    def close(self) -> None:
        """Close the connections."""
        self._web.close()

    def _once(self, call: calls.Call) -> httpx.Response:
        with _failing(self.address):
            return self._web.request(call.method, call.path, params=call.params or None, json=call.body)


class AsyncClient(Offered):
    """The questions of `Client`, to be awaited; of pages and events, to be gone through by `async for`."""

    query = Door(offered.query)
    pages = Door(offered.pages)
    network = Door(offered.network)
    cypher = Door(offered.cypher)
    search = Door(offered.search)
    repository = Door(offered.repository)
    developer = Door(offered.developer)
    queries = Door(offered.queries)
    export = Door(offered.export)

    def __init__(
        self, address: str = ADDRESS, *, token: str = "", timeout: float = TIMEOUT, tries: int = TRIES
    ) -> None:
        self.address = address.rstrip("/")
        self.tries = tries
        self._web = httpx.AsyncClient(base_url=_checked(self.address), timeout=timeout, headers=_headers(token))
        self._retrying = tenacity.AsyncRetrying(**_how(tries))

    async def send(self, call: calls.Call) -> Any:  # noqa: ANN401 - JSON
        """The JSON of the reply to `call`, for addresses that have no method here."""
        return calls.read(await self._retrying(self._once, call))

    @asynccontextmanager
    async def opened(self, call: calls.Call, headers: Mapping[str, str] | None = None) -> AsyncIterator[httpx.Response]:
        """The reply to `call` as it comes, once; the error that it is."""
        with _failing(self.address):
            asked = {**ANY, **(headers or {})}
            async with self._web.stream(call.method, call.path, params=call.params, headers=asked) as reply:
                if reply.is_error:
                    await reply.aread()
                    calls.read(reply)
                yield reply

    async def close(self) -> None:
        """Close the connections."""
        await self._web.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        await self.close()

    async def _once(self, call: calls.Call) -> httpx.Response:
        with _failing(self.address):
            return await self._web.request(call.method, call.path, params=call.params or None, json=call.body)


def _checked(address: str) -> httpx.URL:
    return base_address("the atlas", address)


def _headers(token: str) -> dict[str, str]:
    shown = {"Authorization": f"Bearer {token}"} if token else {}
    return {"Accept": "application/json", "User-Agent": "ossatlas"} | shown


def _how(tries: int) -> dict[str, Any]:
    """How calls are tried again: after replies that another try may mend, and where nobody was reached."""
    return {
        "stop": tenacity.stop_after_attempt(tries),
        "wait": _pause,
        "retry": tenacity.retry_if_result(lambda reply: calls.wait_for(reply) is not None)
        | tenacity.retry_if_exception_type(UnreachedError),
        "retry_error_callback": lambda state: state.outcome.result(),
    }


class UnreachedError(SourceError):
    """Nobody took the connection; a server that starts may do so in a while."""


def _pause(state: tenacity.RetryCallState) -> float:
    """Seconds before the next try: what the reply asked for, else ever longer ones."""
    longer = tenacity.wait_random_exponential(FIRST_PAUSE, LONGEST_PAUSE)(state)
    if state.outcome is None or state.outcome.exception() is not None:
        return longer
    return calls.wait_for(state.outcome.result()) or longer


@contextmanager
def _failing(address: str) -> Iterator[None]:
    """Inside, failures on the way come out as ours."""
    hint = "`ossatlas serve` starts the API, and says its address"
    try:
        yield
    except httpx.ConnectError as error:
        raise UnreachedError(f"nothing answers at {address}: {error}", hint=hint) from error
    except httpx.TimeoutException as error:
        raise QueryTimeoutError(f"{address} did not answer in time", hint="give `timeout` more seconds") from error
    except httpx.HTTPError as error:
        raise SourceError(f"{address} broke off: {error}", hint=hint) from error
