import io
import json
import logging
from collections.abc import Iterator

import pytest

from api.around import Around
from api.observing.logs import set_up_logs
from api.observing.requests import Observer
from graph.capped import Caps, read_capped
from graph.database import Database
from tests.api.safety.keeping import serving_with


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    for name in ("api", "graph", "ingest", "cypher", "viz"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def logged(observer: Observer, form: str = "auto") -> list[dict[str, object]]:
    stream = io.StringIO()
    set_up_logs(form, "info", stream)
    with serving_with(Around(observer=observer)) as web:
        web.get("/healthz")
        web.get("/api/v1/queries/search?text=secret-name", headers={"x-request-id": "mine"})
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_log_is_json_with_the_id_of_its_request_and_no_value_or_address() -> None:
    (line,) = logged(Observer())
    assert {name: line[name] for name in ("method", "route", "status", "request_id", "level", "logger")} == {
        "method": "GET", "route": "/api/v1/queries/search", "status": 503, "request_id": "mine", "level": "info",
        "logger": "api.observing.requests",
    }  # fmt: skip
    assert isinstance(line["seconds"], float)
    assert not {"path", "parameters", "client"} & set(line)
    assert "secret-name" not in json.dumps(line)


def test_details_are_told_where_asked() -> None:
    (line,) = logged(Observer(details=True))
    assert (line["parameters"], line["client"]) == ("text=secret-name", "127.0.0.1")


def test_a_person_at_a_terminal_reads_lines_and_a_program_json() -> None:
    for stream, form in ((Terminal(), "auto"), (io.StringIO(), "lines")):
        set_up_logs(form, "info", stream)
        logging.getLogger("api.test").info("said %s", "so", extra={"route": "/x"})
        assert "said so" in stream.getvalue()
        with pytest.raises(json.JSONDecodeError):
            json.loads(stream.getvalue())


def test_a_failure_is_one_line_with_its_traceback_and_other_libraries_are_quiet() -> None:
    stream = io.StringIO()
    set_up_logs("json", "info", stream)
    logging.getLogger("httpx").info("GET https://example.org/?token=secret")
    try:
        raise ValueError("wrong")  # noqa: TRY301
    except ValueError:
        logging.getLogger("api.test").exception("unexpected")
    (line,) = [json.loads(text) for text in stream.getvalue().splitlines()]
    assert "ValueError: wrong" in line["exception"]


def test_what_neo4j_remarks_on_a_statement_does_not_quote_it(atlas: Database) -> None:
    stream = io.StringIO()
    set_up_logs("json", "info", stream)
    read_capped(atlas, "MATCH (n:SecretLabel) RETURN n.secret AS secret", {}, Caps())
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {line["event"] for line in lines} == {
        "Neo4j remarks on a statement: 01N50",
        "Neo4j remarks on a statement: 01N52",
    }
    assert "ecret" not in stream.getvalue()
