from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.web.language import Speaking, accepted_language
from viz.language import in_language, language


def told(_: Request) -> PlainTextResponse:
    """The language, and the way to the other one."""
    return PlainTextResponse(f"{language()} {in_language('zh')}")


Asked = Callable[..., httpx.Response]


@pytest.fixture
def asked() -> Asked:
    """What an application that tells its language answers; it runs in a thread, as our pages do."""
    app = Starlette(routes=[Route("/page", told), Route("/api/v1/x", told), Route("/static/x", told)])
    app.add_middleware(Speaking)

    async def answer(path: str, headers: Mapping[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://atlas") as client:
            return await client.get(path, headers=headers)

    return lambda path, headers=None: asyncio.run(answer(path, headers or {}))


@pytest.mark.parametrize(
    ("header", "wanted"),
    [("", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en-US,en;q=0.9,zh;q=0.8", "en"), ("de", "en"),
     ("de,zh-TW;q=0.5", "zh"), ("en;q=0.3,zh-Hans-CN;q=0.7", "zh"), ("zh;q=0,en", "en"), ("*", "en"), (";;,", "en")],
)  # fmt: skip
def test_the_first_of_our_languages_is_taken_from_the_header(header: str, wanted: str) -> None:
    assert accepted_language(header) == wanted


def test_the_address_is_stronger_than_the_cookie_and_that_than_the_header(asked: Asked) -> None:
    chinese, english = {"accept-language": "zh-CN"}, {"accept-language": "en"}
    assert asked("/page", chinese).text.startswith("zh")
    assert asked("/page", english | {"cookie": "lang=zh"}).text.startswith("zh")
    assert asked("/page?lang=en", chinese | {"cookie": "lang=zh"}).text.startswith("en")
    assert asked("/page?lang=tlh", chinese | {"cookie": "lang=xx"}).text.startswith("zh")


def test_a_page_says_its_language_and_what_it_depends_on(asked: Asked) -> None:
    answer = asked("/page?a=b", {"accept-language": "zh"})
    assert answer.headers["content-language"] == "zh-Hans"
    assert answer.headers["vary"] == "Accept-Language, Cookie"
    assert answer.text == "zh ?a=b&lang=zh"


def test_programs_are_answered_in_english_unless_the_address_says_otherwise(asked: Asked) -> None:
    chinese = {"accept-language": "zh", "cookie": "lang=zh"}
    for path in ("/api/v1/x", "/static/x"):
        answer = asked(path, chinese)
        assert answer.text.startswith("en")
        assert "vary" not in answer.headers
    assert asked("/api/v1/x?lang=zh").text.startswith("zh")
