"""What the engine remembers from one command to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from graph.engine.home import Home


@dataclass(frozen=True, slots=True)
class State:
    """Port, process, start (ISO time, UTC), idle hours and limits of the last start; the process that watches."""

    port: int | None = None
    pid: int | None = None
    started_at: str | None = None
    idle_hours: float = 0.0
    watcher: int | None = None
    confined: str = ""


def read_state(home: Home) -> State:
    """What was remembered; an empty state when nothing was or the file is damaged: all can be found anew."""
    try:
        found = json.loads(home.state_file.read_text(encoding="utf-8"))
        return State(
            port=_whole(found.get("port")),
            pid=_whole(found.get("pid")),
            started_at=str(found["started_at"]) if found.get("started_at") else None,
            idle_hours=float(found.get("idle_hours", 0.0)),
            watcher=_whole(found.get("watcher")),
            confined=str(found.get("confined") or ""),
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return State()


def write_state(home: Home, state: State) -> None:
    """Remember `state`, whole or not at all."""
    part = home.state_file.with_suffix(".part")
    part.write_text(json.dumps(asdict(state)), encoding="utf-8")
    part.replace(home.state_file)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None
