import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.web.negotiation import accepted, wanted_format
from graph.errors import BadInputError


def request(query: str = "", accept: str = "") -> Request:
    headers = [(b"accept", accept.encode())] if accept else []
    return Request({"type": "http", "path": "/", "query_string": query.encode(), "headers": headers})


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("application/json;q=0.5, text/csv", "csv"),
        ("text/csv;q=0.1, application/json", "json"),
        ("image/png, text/markdown", "markdown"),
        ("application/vnd.apache.parquet", "parquet"),
        ("application/jsonl", "jsonl"),
        ("TEXT/CSV", "csv"),
        ("text/csv;q=x, application/json", "json"),
    ],
)
def test_the_weightiest_format_that_we_have_is_sent(header: str, name: str) -> None:
    assert accepted(header).name == name


@pytest.mark.parametrize("header", ["image/png", "text/csv;q=0"])
def test_nothing_that_we_have_is_406(header: str) -> None:
    with pytest.raises(HTTPException) as caught:
        accepted(header)
    assert caught.value.status_code == 406


def test_the_parameter_decides_before_the_header() -> None:
    assert wanted_format(request("format=parquet", "text/csv")).name == "parquet"
    assert wanted_format(request(accept="text/csv")).name == "csv"


@pytest.mark.parametrize("query", ["format=xml", "format=csv&format=json", "format="])
def test_an_unknown_or_doubled_format_is_refused(query: str) -> None:
    with pytest.raises(BadInputError, match="expected one of json, jsonl, csv, markdown, parquet"):
        wanted_format(request(query))
