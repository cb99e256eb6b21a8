"""What schemathesis is told of this API: it is loaded by that program, not by pytest."""

from __future__ import annotations

from typing import Any

import schemathesis


@schemathesis.hook
def filter_query(_: schemathesis.HookContext, query: dict[str, Any] | None) -> bool:
    """Whether a request is tried. An empty value is as good as none here, for forms send it; no schema can say so."""
    return not any(_is_empty(value) for value in (query or {}).values())


def _is_empty(value: object) -> bool:
    return all(map(_is_empty, value)) if isinstance(value, list | tuple | dict) else not str(value).strip(", ")
