"""What a page of a failure offers."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from api.web.anew import corrections, keep_form, kept_form
from graph.errors import BadInputError, NotFoundError
from viz.page_data import Form


def request(path: str, query: str = "") -> Request:
    """A request of that address."""
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    return Request({**scope, "server": ("h", 80), "scheme": "http"})


@pytest.mark.parametrize(
    ("path", "query", "address"),
    [
        ("/views/compare", "repositories=A/b,c/d&limit=3", "/views/compare?repositories=a/bb,c/d&limit=3"),
        ("/views/x/github/a/b", "", "/views/x/github/a/bb"),
        ("/repositories/a/b", "lang=zh", "/repositories/a/bb?lang=zh"),
        ("/views/x/github/a/b/c", "", "/views/x/github/a/b/c"),
    ],
)
def test_a_near_name_takes_the_place_of_the_one_that_there_is_not(path: str, query: str, address: str) -> None:
    error = NotFoundError("no", asked="a/b", near=["a/bb"])
    assert [(link.title, link.href) for link in corrections(request(path, query), error)] == [("a/bb", address)]


def test_other_failures_offer_no_names() -> None:
    assert corrections(request("/"), BadInputError("no")) == ()
    assert corrections(request("/"), NotFoundError("no", near=["a/b"])) == ()


def test_a_page_keeps_the_form_that_it_would_have_had() -> None:
    asked = request("/")
    assert kept_form(asked) is None
    keep_form(asked, Form("/x", ()))
    assert kept_form(asked) == Form("/x", ())
