import pytest
from starlette.requests import Request

from api.web.failed_picture import failed_picture, wants_picture


def request(path: str, query: str = "") -> Request:
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": [],
        "scheme": "http", "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    return Request(scope)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("/views/x.svg", True), ("/views/x/github/a/b.png", True), ("/views/x.pdf", False), ("/static/mark.svg", False)],
)
def test_pictures_of_views_alone_are_wanted_as_pictures(path: str, wanted: bool) -> None:  # noqa: FBT001
    assert wants_picture(request(path)) is wanted


def test_a_failure_is_drawn_as_it_was_asked_for() -> None:
    answer = failed_picture(request("/views/x.svg", "theme=dark&width=400"), 404, "Not found", "no such view", {})
    assert (answer.status_code, answer.media_type) == (404, "image/svg+xml; charset=utf-8")
    assert b'width="400"' in answer.body
    assert b"#101317" in answer.body


def test_what_cannot_be_taken_does_not_fail_the_failure() -> None:
    answer = failed_picture(request("/views/x.png", "theme=sepia"), 422, "No", "theme: found 'sepia'", {"X-Y": "z"})
    assert bytes(answer.body).startswith(b"\x89PNG")
    assert answer.headers["x-y"] == "z"
