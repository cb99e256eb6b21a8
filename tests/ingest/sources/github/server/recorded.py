"""A server of answers that GitHub once gave, as octokit recorded them; what was not recorded is not there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from tests.absent import absent
from tests.ingest.sources.github.server.answers import Answer, Call, missing
from tests.ingest.sources.github.server.published import Json

FIXTURES = Path(__file__).parents[6] / "shared" / "data" / "rest" / "octokit-fixtures"
KEPT = ("link", "location", "content-type", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")
RECORDED_AT = "https://api.github.com"


@dataclass(slots=True)
class Recorded:
    """The recording of one scenario; answers to one path come in their order, the last one again and again."""

    scenario: str
    address: str = ""
    calls: list[Call] = field(default_factory=list)
    more: dict[str, Json] = field(default_factory=dict)
    """Answers beside the recorded ones, by path."""

    def answer(self, call: Call) -> Answer:
        """What was recorded for the call."""
        before = sum((one.method, one.path, one.query) == (call.method, call.path, call.query) for one in self.calls)
        self.calls.append(call)
        found = [one for one in recording(self.scenario) if _fits(one, call)]
        if found:
            return self._shown(found[min(before, len(found) - 1)])
        return Answer(200, self.more[call.path]) if call.path in self.more else missing()

    def _shown(self, one: Mapping[str, Json]) -> Answer:
        headers = {name: text for name, text in one["headers"].items() if name in KEPT}
        if "location" in headers:
            headers["location"] = headers["location"].replace(RECORDED_AT, self.address)
        return Answer(one["status"], one["response"] or None, headers)


def recording(scenario: str) -> list[dict[str, Json]]:
    """The recorded calls with their answers; skips where the shared data are absent."""
    path = FIXTURES / scenario / "normalized-fixture.json"
    if not path.exists():
        absent(f"no recorded answers at {path.parent.name}: ../shared/data/rest is absent")
    read: list[dict[str, Json]] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _fits(one: Mapping[str, Json], call: Call) -> bool:
    parts = urlsplit(one["path"])
    asked = {name: text for name, text in call.query.items() if name in dict(parse_qsl(parts.query))}
    return (one["method"].upper(), parts.path, dict(parse_qsl(parts.query))) == (call.method, call.path, asked)
