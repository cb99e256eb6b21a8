"""The door to Neo4j: opens the driver; reads with a time and a row limit; explains; writes."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, cast
from urllib.parse import urlsplit

from graph.errors import (
    AtlasError,
    BadInputError,
    GraphUnavailableError,
    HaltedError,
    NotFoundError,
    QueryTimeoutError,
    StorageError,
)
from graph.schema import SEARCH_INDEX

if TYPE_CHECKING:
    from types import TracebackType

    from neo4j import Driver, ManagedTransaction, Query, ResultSummary, Session

    from graph.connection import Connection

# What the server remarks on is for `explain` to hand over, not for the terminal.
logging.getLogger("neo4j.notifications").addHandler(logging.NullHandler())

Parameters = Mapping[str, object]
MARK = "ossatlas"
"""Under which the name of a statement stands in the metadata of its transaction."""
RESTED = 2.0
"""Seconds of rest after which a connection is looked at before it is used."""
_HALTED = "needs to be restarted"
_START_ANEW = "free some space on its disk, start it anew and run again; what was committed stays"
_TRACE = re.compile(r":? (?:=+ |at (?=[\w.]+/?[\w.$]*\()).*")
"""Where the server's words go over into those of Java."""
_BEYOND = "the answer holds a time outside of the years 1 to 9999, which Python does not know"
_AS_TEXT = "answer with toString(…) of it"
_EXPLAIN = "EXPLAIN "
_PLACE = re.compile(r"\(line 1, column (\d+)\)")
_PLACE_AND_ECHO = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
_PACKS = "UNWIND range(0, size(rows) - 1, 1000) AS at RETURN rows[at..at + 1000] AS pack"
_PLAIN = {str, int, float, bool, type(None)}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a statement returned; `cut` is true when the limit left rows out."""

    columns: tuple[str, ...]
    rows: list[list[object]]
    cut: bool = False

    def records(self) -> list[dict[str, object]]:
        """The rows as one map per row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan, such as `NodeByLabelScan` of `r:Repository`, and the `steps` below it.

    `rows` it gave and reads of the store (`db_hits`) are known where the statement was run.
    """

    operator: str
    details: str
    estimated_rows: float | None = None
    rows: int | None = None
    db_hits: int | None = None
    steps: tuple[Step, ...] = ()

    def walk(self) -> Iterator[Step]:
        """This step and all below it, from the last to the first."""
        yield self
        for below in self.steps:
            yield from below.walk()

    @property
    def is_scan(self) -> bool:
        """Whether it looks at all nodes, or all of a label or type; what an index serves is a seek."""
        return self.operator.endswith("Scan") and "Index" not in self.operator


@dataclass(frozen=True, slots=True)
class Plan:
    """What the server says of a statement without running it: r, rw, w or s; columns; notifications; its steps."""

    query_type: str
    columns: tuple[str, ...]
    notifications: tuple[str, ...]
    steps: tuple[Step, ...] = ()

    @property
    def scans(self) -> tuple[str, ...]:
        """The steps that are scans, in words of the server and in its order."""
        return _scans(self.steps)


class Database:
    """One Neo4j, reached through one driver; safe to share between threads; close it, or use it in a `with`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._driver = _driver(connection)

    def __enter__(self) -> Database:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def connections(self) -> tuple[int, int]:
        """How many connections are in use, and how many rest."""
        # The driver publishes no figures of its pool.
        pool = self._driver._pool  # noqa: SLF001
        found = [connection for held in list(pool.connections.values()) for connection in list(held)]
        used = sum(connection.in_use for connection in found)
        return used, len(found) - used

    def reopen(self, connection: Connection) -> None:
        """Reach the Neo4j of `connection` from now on; it may be the same one, started again."""
        former = self._driver
        self.connection, self._driver = connection, _driver(connection)
        former.close()

    def read(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float = 10.0, limit: int | None = None
    ) -> Rows:
        """Rows of `statement`, run in read mode and ended by the server after `timeout` seconds.

        With `limit`, one row more is asked for, to know whether rows were left out.
        """
        with translated(), self.session("READ") as session:
            result = session.run(_query(statement, timeout), dict(parameters or {}))
            columns = tuple(result.keys())
            found = result.fetch(limit + 1) if limit is not None else list(result)
            rows = [[plain(value) for value in record.values()] for record in found[:limit]]
            return Rows(columns, rows, cut=limit is not None and len(found) > limit)

    def gather(
        self, statement: str, columns: Sequence[str], parameters: Parameters | None = None, *, timeout: float
    ) -> Rows:
        """These columns of all rows of `statement`, a thousand rows to a message: one each takes most of the time."""
        return _unpacked(columns, self.read(_packed(statement, columns), parameters, timeout=timeout))

    def explain(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float = 60.0, name: str = ""
    ) -> Plan:
        """What the server says of `statement` without running it; BadInputError with its words when it is wrong.

        A plan can take as long as a run: the server ends it after `timeout` seconds, and `name` is what it is found by.
        """
        with _as_written(), translated(), self.session("READ", remarks="INFORMATION") as session:
            result = session.run(_query(f"{_EXPLAIN}{statement}", timeout, name), dict(parameters or {}))
            columns = tuple(result.keys())
            summary = result.consume()
            return Plan(str(summary.query_type), columns, notifications(summary), _steps(summary.plan))

    def looked_through(self, statement: str, parameters: Parameters | None = None) -> tuple[str, ...]:
        """The scans that a run of `statement` took rows from; a branch that was not taken has none."""
        with translated(), self.session("READ") as session:
            summary = session.run(_query(f"PROFILE {statement}", 60.0), dict(parameters or {})).consume()
            return _scans(step for step in _steps(summary.profile) if step.rows)

    def stream(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float = 600.0
    ) -> Iterator[list[object]]:
        """The rows of `statement` one by one, in flat memory."""
        with translated(), self.session("READ") as session:
            for record in session.run(_query(statement, timeout), dict(parameters or {})):
                yield [plain(value) for value in record.values()]

    def last_commit(self) -> frozenset[str]:
        """What stands for the last commit: the same for as long as nobody writes anything, schema changes included."""
        with translated(), self.session("READ") as session:
            session.run("RETURN 1").consume()
            return frozenset(session.last_bookmarks().raw_values)

    def write(self, statement: str, parameters: Parameters | None = None) -> Rows:
        """Rows of `statement`, run in a write transaction that the driver tries again on a passing fault."""
        with self.writing() as writer:
            return writer.run(statement, parameters)

    def run_alone(self, statement: str, parameters: Parameters | None = None) -> None:
        """Run a statement that opens transactions of its own, such as CALL … IN TRANSACTIONS, or a schema change."""
        with translated(), self.session("WRITE") as session:
            session.run(statement, dict(parameters or {})).consume()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One session for many writes: in parallel sessions relationship writes are slower and deadlock."""
        with translated(), self.session("WRITE") as session:
            yield Writer(session)

    def session(self, access: str, remarks: Literal["OFF", "INFORMATION"] = "OFF", fetched: int = 1000) -> Session:
        """A session of the driver that reads ("READ") or writes ("WRITE"), `fetched` rows to a message."""
        return self._driver.session(
            database=self.connection.database, default_access_mode=access, notifications_min_severity=remarks,
            fetch_size=fetched,
        )  # fmt: skip


class Running(Protocol):
    """Something that runs statements: a transaction, or a session with a transaction for each statement."""

    def run(self, statement: str, parameters: Parameters | None = None) -> Rows:
        """Rows of `statement`."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Transaction:
    """One open transaction; what runs in it is kept together or not at all."""

    inner: ManagedTransaction

    def run(self, statement: str, parameters: Parameters | None = None) -> Rows:
        """Rows of `statement`."""
        result = self.inner.run(statement, dict(parameters or {}))
        return Rows(tuple(result.keys()), [[plain(value) for value in record.values()] for record in result])

    def gather(self, statement: str, columns: Sequence[str], parameters: Parameters | None = None) -> Rows:
        """These columns of all rows of `statement`, a thousand rows to a message, as `Database.gather` has them."""
        return _unpacked(columns, self.run(_packed(statement, columns), parameters))

    def gather_as_stored(self, statement: str, columns: Sequence[str], parameters: Parameters) -> Rows:
        """The same with values as the driver has them: dates, durations and points stay what they are."""
        result = self.inner.run(_packed(statement, columns), dict(parameters))
        return _unpacked(columns, Rows(tuple(result.keys()), [list(record.values()) for record in result]))


@dataclass(frozen=True, slots=True)
class Writer:
    """A write session."""

    session: Session

    def run(self, statement: str, parameters: Parameters | None = None) -> Rows:
        """Rows of one statement in a transaction of its own."""
        return self.together(lambda transaction: transaction.run(statement, parameters))

    def together(self, work: Callable[[Transaction], T], *, timeout: float = 600.0) -> T:
        """What `work` returns; all that it runs is one transaction, tried again as a whole on a passing fault."""
        from neo4j import unit_of_work  # noqa: PLC0415 - the command line starts without it

        @unit_of_work(timeout=timeout)
        def whole(transaction: ManagedTransaction) -> T:
            return work(Transaction(transaction))

        return self.session.execute_write(whole)


def plain(value: object) -> object:
    """`value` as JSON knows it: temporal values as ISO text, nodes and relationships as their properties."""
    kind = type(value)
    if kind in _PLAIN or isinstance(value, str | int | float):
        return value
    if kind is dict or isinstance(value, Mapping):  # to ask the exact type first is ten times quicker
        return {str(key): plain(item) for key, item in cast("Mapping[object, object]", value).items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if hasattr(value, "items"):  # a node or a relationship
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "raw_data"):  # what the driver could not read, within a list or a map
        raise BadInputError(_BEYOND, hint=_AS_TEXT)
    return str(value)


def _packed(statement: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in columns)
    return f"CALL () {{\n{statement}\n}}\nWITH collect([{listed}]) AS rows {_PACKS}"


def _unpacked(columns: Sequence[str], packs: Rows) -> Rows:
    return Rows(tuple(columns), [row for (pack,) in packs.rows for row in cast("list[list[object]]", pack)])


def _driver(connection: Connection) -> Driver:
    from neo4j import GraphDatabase  # noqa: PLC0415 - the command line starts without it
    from neo4j.exceptions import ConfigurationError  # noqa: PLC0415 - the same

    try:
        _ = urlsplit(connection.uri).port  # the driver would not say that it is none before the first question
        return GraphDatabase.driver(
            connection.uri,
            auth=(connection.username, connection.password),
            connection_timeout=10,
            max_transaction_retry_time=15,
            # A server that was started anew has forgotten the connections that rested meanwhile.
            liveness_check_timeout=RESTED,
            warn_notification_severity="OFF",
            user_agent="ossatlas",
        )
    except (ConfigurationError, ValueError, OSError) as error:
        raise GraphUnavailableError(f"{connection.uri} is no address of a Neo4j: {error}") from error


def _query(text: str, timeout: float, name: str = "") -> Query:
    from neo4j import Query  # noqa: PLC0415 - the command line starts without it

    return Query(text, metadata={MARK: name} if name else None, timeout=timeout)


@contextmanager
def _as_written() -> Iterator[None]:
    """Inside, places in an EXPLAIN of a statement come out as places in the statement."""
    try:
        yield
    except BadInputError as error:
        raise BadInputError(_PLACE.sub(_without_explain, str(error))) from error


def _without_explain(place: re.Match[str]) -> str:
    return f"(line 1, column {int(place[1]) - len(_EXPLAIN)})"


def notifications(summary: ResultSummary) -> tuple[str, ...]:
    """What the server remarks on a statement, a sentence each."""
    return tuple(note.status_description for note in summary.gql_status_objects if note.is_notification)


def planned(plan: Mapping[str, Any]) -> Step:
    """A plan as the driver has it, as its last step with those below."""
    told, below = plan["args"], tuple(planned(step) for step in plan.get("children") or ())
    operator, details = str(plan["operatorType"]).partition("@")[0], str(told.get("Details", ""))
    return Step(operator, details, told.get("EstimatedRows"), plan.get("rows"), plan.get("dbHits"), below)


def _steps(plan: Mapping[str, Any] | None) -> tuple[Step, ...]:
    return tuple(planned(plan).walk()) if plan else ()


def _scans(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(f"{step.operator} {step.details}".strip() for step in steps if step.is_scan)


@contextmanager
def translated() -> Iterator[None]:
    """Inside, the driver's errors come out as ours, with the server's own words where they help."""
    from neo4j import exceptions as neo4j  # noqa: PLC0415 - the command line starts without it

    try:
        yield
    except neo4j.AuthError as error:
        raise GraphUnavailableError(
            f"Neo4j refuses the user name or password: {_words(error)}", hint="check NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from error
    except (neo4j.ServiceUnavailable, neo4j.SessionExpired, neo4j.ConnectionPoolError) as error:
        raise GraphUnavailableError(
            f"Neo4j does not answer: {_words(error)}", hint="`ossatlas doctor` shows what is used and what is missing"
        ) from error
    except neo4j.Neo4jError as error:
        raise _named(error) from error
    except neo4j.BrokenRecordError as error:
        raise BadInputError(_BEYOND, hint=_AS_TEXT) from error
    except OverflowError as error:
        raise BadInputError("a parameter is no value that Neo4j knows: a number beyond 64 bits") from error


def _named(error: Exception) -> AtlasError:
    code = str(getattr(error, "code", "") or "")
    if "TransactionLogError" in code or _HALTED in _words(error):
        return HaltedError("Neo4j could not write its data and has halted", hint=_START_ANEW)
    if "TransactionTimedOut" in code or "Terminated" in code:
        return QueryTimeoutError("the query ran longer than it may", hint="narrow it, or raise its budget")
    if "OutOfMemory" in code or "OutOfDisk" in code:
        return StorageError(
            f"Neo4j ran out of room: {_words(error)}", hint="raise OSSATLAS_HEAP_MB, or narrow the query"
        )
    if _words(error).endswith(f"no such fulltext schema index: {SEARCH_INDEX}"):
        return NotFoundError("nothing has been loaded yet", hint="`ossatlas demo` loads the bundled data")
    if "ClientError" in code or "Statement.ExecutionFailed" in code:  # such as left('a', -1)
        return BadInputError(f"Neo4j does not take the statement: {_words(error)}")
    return AtlasError(f"Neo4j failed: {_words(error)} ({code})")


def _words(error: Exception) -> str:
    """What the server says, without the statement that it repeats behind a place in it, and without words of Java."""
    text = _PLACE_AND_ECHO.sub(r"(line \1, column \2)", str(getattr(error, "message", "") or error))
    return _TRACE.sub("", re.sub(r"\s+", " ", text)).strip().rstrip(".")
