"""A file that holds one JSON document over many lines: an event as people save it, or a list of events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

LARGEST = 64 << 20
"""Bytes of the largest document that is read whole."""


@contextmanager
def unfolded(path: Path) -> Iterator[pa.Array | None]:
    """The events of the document as one line each; None where the file is no such document."""
    if path.stat().st_size > LARGEST:
        yield None
        return
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield None
        return
    events = document if isinstance(document, list) else [document]
    yield pa.array([json.dumps(event) for event in events], pa.string())
