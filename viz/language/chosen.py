"""Which language is spoken: English unless a request asked for another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlencode

DEFAULT = "en"
LANGUAGES = {"en": "English", "zh": "中文"}
"""The languages, each by its own name."""
SHORT = {"en": "EN", "zh": "中"}
"""The same where there is little room."""
TAGS = {"en": "en", "zh": "zh-Hans"}
"""What `<html lang>` says."""
PARAMETER = "lang"
"""The parameter and the cookie that name a language."""

_language: ContextVar[str] = ContextVar("language", default=DEFAULT)
_asked: ContextVar[Sequence[tuple[str, str]]] = ContextVar("asked", default=())


def language() -> str:
    """The language that is spoken now: `en` or `zh`."""
    return _language.get()


@contextmanager
def speaking(wanted: str, asked: Sequence[tuple[str, str]] = ()) -> Iterator[None]:
    """Speak `wanted` as long as the context lasts; `asked` are the parameters in the address of the page."""
    spoken, parameters = _language.set(wanted), _asked.set(asked)
    try:
        yield
    finally:
        _language.reset(spoken)
        _asked.reset(parameters)


def spoken(address: str) -> str:
    """An address of the API that answers in the language of the page."""
    if language() == DEFAULT:
        return address
    return f"{address}{'&' if '?' in address else '?'}{PARAMETER}={language()}"


def in_language(wanted: str) -> str:
    """The address of this page in the language `wanted`, relative to the page."""
    kept = [(name, value) for name, value in _asked.get() if name != PARAMETER]
    return f"?{urlencode([*kept, (PARAMETER, wanted)], safe='/,:')}"
