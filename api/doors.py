"""How a call that is described once is made by both clients: `Client` answers, `AsyncClient` is awaited."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, Self, TypeVar, overload

from api.calls import Call, following
from api.events import Event, Heard
from api.formats.reading import answer_of
from api.notebook.explorer import Explorer
from api.notebook.table_answer import TableAnswer
from graph.errors import AtlasError, QueryTimeoutError, SourceError
from graph.whole_file import whole_file

if TYPE_CHECKING:
    from api.client import AsyncClient, Client

P = ParamSpec("P")
T = TypeVar("T")
S_co = TypeVar("S_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)
BROKEN = (SourceError, QueryTimeoutError)
"""How a stream ends that another one can go on from."""
PAUSE = 1.0
"""Seconds before a stream that broke off is asked for again."""


class Asked(Protocol[S_co, A_co]):
    """What is asked: what comes of it at once, and what can be awaited."""

    def now(self, client: Client) -> S_co:
        """What `client` gets."""

    def soon(self, client: AsyncClient) -> A_co:
        """What `client` will get."""


class Door(Generic[P, S_co, A_co]):
    """A method of both clients: `describe` tells what is asked, the client's kind how."""

    def __init__(self, describe: Callable[P, Asked[S_co, A_co]]) -> None:
        self.describe = describe
        self.__doc__ = describe.__doc__

    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    @overload
    def __get__(self, client: Client, owner: type) -> Callable[P, S_co]: ...
    @overload
    def __get__(self, client: AsyncClient, owner: type) -> Callable[P, A_co]: ...

    def __get__(self, client: Client | AsyncClient | None, owner: type) -> object:
        """The method of `client`."""
        if client is None:
            return self
        asker = client

        @wraps(self.describe)
        def asked(*args: P.args, **values: P.kwargs) -> S_co | A_co:
            told = self.describe(*args, **values)
            return told.now(asker) if isinstance(asker, Explorer) else told.soon(asker)

        return asked


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: its JSON, in how many seconds it came, and from which address."""

    document: Any
    seconds: float
    address: str


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """One reply, and what `read` makes of it."""

    call: Call
    read: Callable[[Reply], T]

    def now(self, client: Client) -> T:
        """What it tells."""
        begun = perf_counter()
        return self.read(Reply(client.send(self.call), perf_counter() - begun, client.address))

    async def soon(self, client: AsyncClient) -> T:
        """What it tells."""
        begun = perf_counter()
        return self.read(Reply(await client.send(self.call), perf_counter() - begun, client.address))


@dataclass(frozen=True, slots=True)
class Paged:
    """An answer page by page; OutdatedError where the data of a cursor change meanwhile."""

    call: Call

    def now(self, client: Client) -> Iterator[TableAnswer]:
        """The pages."""
        call: Call | None = self.call
        while call is not None:
            page, call = Told(call, _page).now(client)
            yield page

    async def soon(self, client: AsyncClient) -> AsyncIterator[TableAnswer]:
        """The pages."""
        call: Call | None = self.call
        while call is not None:
            page, call = await Told(call, _page).soon(client)
            yield page


def _page(reply: Reply) -> tuple[TableAnswer, Call | None]:
    return TableAnswer(answer_of(reply.document), reply.seconds), following(reply.document)


@dataclass(frozen=True, slots=True)
class Filed:
    """A reply as the file `target`, once it is there whole. One try: what was written is not asked for again."""

    call: Call
    target: Path

    def now(self, client: Client) -> Path:
        """The file."""
        with whole_file(self.target) as part, part.open("wb") as pieces, client.opened(self.call) as reply:
            pieces.writelines(reply.iter_bytes())
        return self.target

    async def soon(self, client: AsyncClient) -> Path:
        """The file."""
        with whole_file(self.target) as part, part.open("wb") as pieces:
            async with client.opened(self.call) as reply:
                async for piece in reply.aiter_bytes():
                    pieces.write(piece)
        return self.target


@dataclass(frozen=True, slots=True)
class Followed:
    """The events of a job until it is over; where the stream breaks off it is asked for behind the last line."""

    call: Call

    def now(self, client: Client) -> Iterator[Event]:
        """The events."""
        heard, left = Heard(), Left(client.tries)
        while not heard.is_over:
            try:
                with client.opened(self.call, heard.begin()) as reply:
                    for piece in reply.iter_bytes():
                        left.all()
                        yield from heard.take(piece)
                    heard.end()
            except BROKEN as error:
                time.sleep(left.pause(error))

    async def soon(self, client: AsyncClient) -> AsyncIterator[Event]:
        """The events."""
        heard, left = Heard(), Left(client.tries)
        while not heard.is_over:
            try:
                async with client.opened(self.call, heard.begin()) as reply:
                    async for piece in reply.aiter_bytes():
                        left.all()
                        for event in heard.take(piece):
                            yield event
                    heard.end()
            except BROKEN as error:
                await asyncio.sleep(left.pause(error))


@dataclass(slots=True)
class Left:
    """How many more streams may break off without having told anything."""

    tries: int
    left: int = 0

    def all(self) -> None:
        """Begin to count anew: something was heard."""
        self.left = self.tries

    def pause(self, error: AtlasError) -> float:
        """Seconds before the next try; `error` itself where none is left."""
        self.left = (self.left or self.tries) - 1
        if not self.left:
            raise error
        return PAUSE
