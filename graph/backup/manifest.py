"""What a snapshot says of itself: who made it when, what it holds, and the checksum of each part."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

KIND = "ossatlas snapshot"
FORMAT = 1
"""Goes up when this ossatlas would misread what an older one wrote, or the other way round."""


class Entry(BaseModel):
    """A part: its file, how many rows and bytes it has, and the SHA-256 of these."""

    model_config = ConfigDict(frozen=True)

    file: str
    rows: int
    bytes: int
    sha256: str


class Manifest(BaseModel):
    """A snapshot, in words and numbers; `unfinished` are loads that had not ended when it was saved."""

    model_config = ConfigDict(frozen=True)

    kind: str = KIND
    format: int = FORMAT
    ossatlas: str
    schema_version: str
    data_version: str
    saved_at: datetime
    graph_hash: str
    nodes: dict[str, int]
    edges: dict[str, int]
    unfinished: tuple[str, ...] = ()
    parts: tuple[Entry, ...]

    @property
    def elements(self) -> int:
        """How many nodes and edges it holds."""
        return sum(self.nodes.values()) + sum(self.edges.values())
