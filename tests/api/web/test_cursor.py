import base64

import pytest
from starlette.requests import Request

from api.web.cursor import following, link, packed, unpacked
from graph.errors import BadInputError


def request(query: str, path: str = "/a") -> Request:
    headers = [(b"host", b"atlas.test")]
    return Request({"type": "http", "path": path, "query_string": query.encode(), "headers": headers})


def test_a_place_comes_back_out_of_its_cursor() -> None:
    assert unpacked(packed("github:深/x", 20), str, int) == ["github:深/x", 20]


DEEP = base64.urlsafe_b64encode(b"[" * 40_000).decode()


@pytest.mark.parametrize(
    "cursor", ["", "x", "深", packed(1), packed("a", "b"), packed(1, "b", "c"), packed("b", "1"), DEEP]
)
def test_what_is_no_cursor_of_ours_is_refused(cursor: str) -> None:
    with pytest.raises(BadInputError, match="cursor: found"):
        unpacked(cursor, str, int)


def test_the_next_page_has_all_parameters_and_its_own_cursor() -> None:
    address = following(request("of=a&of=b&page_size=2&cursor=old"), "new")
    assert address == "/a?of=a&of=b&page_size=2&cursor=new"
    assert link(address) == {"Link": f'<{address}>; rel="next"'}
    assert (following(request(""), ""), link("")) == ("", {})


def test_the_next_page_of_a_path_with_any_letters_fits_into_a_header() -> None:
    assert (
        following(request("q=%E6%B7%B1", "/深/a b?\r\n>"), "new")
        == "/%E6%B7%B1/a%20b%3F%0D%0A%3E?q=%E6%B7%B1&cursor=new"
    )
