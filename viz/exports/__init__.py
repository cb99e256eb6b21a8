"""One format per file: a Table or a Network into bytes, pure. Each module has `MEDIA_TYPE`, `SUFFIX` and `export`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from graph.errors import BadInputError
from graph.model import Network, Table

Answer = Table | Network


def names() -> tuple[str, ...]:
    """The names of all formats: the modules of this folder."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def export(answer: Answer, file_format: str) -> bytes:
    """`answer` as a file of that format."""
    content: bytes = _module(file_format).export(answer)
    return content


def media_type(file_format: str) -> str:
    """The media type of a format, for HTTP."""
    return str(_module(file_format).MEDIA_TYPE)


def _module(file_format: str) -> ModuleType:
    if file_format not in names():
        raise BadInputError(f"There is no export format {file_format!r}; there are {', '.join(names())}")
    return import_module(f"{__name__}.{file_format}")
