"""Logs: JSON for programs, lines for a person at a terminal; each with the id of the request that it belongs to."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, TextIO

import structlog
from asgi_correlation_id import correlation_id

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor

OURS = ("api", "graph", "ingest", "cypher", "viz")
"""Of other libraries only what went wrong is told: HTTP clients tell whole addresses, with all that is in them."""
REMARKS = "neo4j.notifications"
"""Where the driver logs what the server remarks."""


class Coded(logging.Filter):
    """Leaves of what Neo4j remarks on a statement its code: the driver quotes the statement, which is its asker's."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Yes; the record is another one."""
        remark = getattr(record.args[0], "notification", None) if isinstance(record.args, tuple) else None
        record.msg, record.args = "Neo4j remarks on a statement: %s", (getattr(remark, "gql_status", "no code"),)
        return True


CODED = Coded()


def set_up_logs(form: str = "auto", level: str = "info", stream: TextIO | None = None) -> None:
    """Write what is logged to `stream`, the error output by default, as `json` or `lines`; `auto` looks at it."""
    out = stream or sys.stderr
    handler = logging.StreamHandler(out)
    handler.setFormatter(_formatter(lines=form == "lines" or (form == "auto" and out.isatty())))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(REMARKS).addFilter(CODED)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())


def _formatter(*, lines: bool) -> logging.Formatter:
    common: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _with_request,
    ]
    last: list[Processor] = (
        [structlog.dev.ConsoleRenderer()]
        if lines
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=common, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last]
    )


def _with_request(_: object, __: str, event: EventDict) -> EventDict:
    request = correlation_id.get()
    return {**event, "request_id": request} if request else event
