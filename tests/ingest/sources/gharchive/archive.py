"""Hours of the archive as they are and as they break: events of three eras, and files with every known fault."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

Event = dict[str, object]
Actor = tuple[int, str]
ANN, BEN, BOT = (1, "ann"), (2, "ben"), (3, "helper[bot]")
ONE, TWO = (10, "team/one"), (20, "team/two")
DAY = "2021-07-21T06"


def event(kind: str, who: Actor = ANN, what: Actor = ONE, at: str = f"{DAY}:00:00Z", /, **payload: object) -> Event:
    """An event as the archive has had it since 2015; its id follows from its content."""
    body: Event = {
        "type": kind, "actor": {"id": who[0], "login": who[1]}, "repo": {"id": what[0], "name": what[1]},
        "payload": payload, "public": True, "created_at": at,
    }  # fmt: skip
    number = int.from_bytes(json.dumps(body).encode()[-64:], "big") % 10**11 + sum(json.dumps(body).encode())
    return {"id": str(number), **body}


def push(who: Actor = ANN, what: Actor = ONE, at: str = f"{DAY}:00:00Z", **payload: object) -> Event:
    """A push."""
    return event("PushEvent", who, what, at, **payload)


def opened(number: int, who: Actor, what: Actor = ONE, at: str = f"{DAY}:01:00Z", **pull: object) -> Event:
    """A pull request is opened."""
    return event("PullRequestEvent", who, what, at, action="opened", number=number, pull_request=pull)


def merged(number: int, author: Actor, by: Actor, what: Actor = ONE, at: str = f"{DAY}:02:00Z") -> Event:
    """A pull request is merged, as events tell it until 2025."""
    pull = {"merged": True, "user": {"id": author[0], "login": author[1], "type": "User"}}
    return event("PullRequestEvent", by, what, at, action="closed", number=number, pull_request=pull)


def merged_lately(number: int, by: Actor, what: Actor = ONE, at: str = "2025-12-02T02:00:00Z") -> Event:
    """The same as the newest events tell it: who opened it is not told."""
    return event("PullRequestEvent", by, what, at, action="merged", number=number, pull_request={"id": number})


def timeline(new: Event) -> Event:
    """The event as the Timeline API told it before 2015: no id, the actor a string, a time with an offset."""
    actor, repo = dict(new["actor"]), dict(new["repo"])  # type: ignore[call-overload]
    owner, _, name = str(repo["name"]).partition("/")
    return {
        "type": new["type"], "actor": actor["login"], "actor_attributes": {"login": actor["login"], "type": "User"},
        "repository": {"id": repo["id"], "owner": owner, "name": name}, "payload": new["payload"],
        "created_at": str(new["created_at"]).replace("Z", "+00:00"), "public": True,
    }  # fmt: skip


def text(events: Iterable[Event]) -> bytes:
    """The events as lines."""
    return b"".join(json.dumps(one).encode() + b"\n" for one in events)


def write(path: Path, content: Iterable[Event] | bytes) -> Path:
    """An hour's file with these events, or with these bytes, compressed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content if isinstance(content, bytes) else text(content), 1, mtime=0))
    return path


KINDS: Sequence[tuple[str, dict[str, object]]] = (
    ("PushEvent", {"size": 1}),
    ("PushEvent", {}),
    ("WatchEvent", {"action": "started"}),
    ("IssuesEvent", {"action": "opened"}),
    ("IssuesEvent", {"action": "closed"}),
    ("IssuesEvent", {"action": "reopened"}),
    ("IssueCommentEvent", {"action": "created"}),
    ("IssueCommentEvent", {}),
    ("PullRequestReviewEvent", {"action": "created"}),
    ("PullRequestReviewEvent", {"action": "dismissed"}),
    ("PullRequestReviewCommentEvent", {"action": "created"}),
    ("CreateEvent", {"ref_type": "branch"}),
    ("ForkEvent", {"forkee": {"id": 5}}),
)


def some_events(random: Random, day: str, hour: int, count: int, era: str) -> list[Event]:
    """`count` events of an hour, by few people in few repositories, two of which change their name half way."""
    late = hour >= 12
    found: list[Event] = []
    for _ in range(count):
        person, place = random.randrange(12), random.randrange(6)
        who = (100 + person, f"Person{person}" if person or not late else "Renamed")
        what = (900 + place, f"Owner{place % 2}/Repo{place}" if place or not late else "Owner0/Moved")
        at = f"{day}T{hour:02}:{random.randrange(60):02}:{random.randrange(60):02}Z"
        number = random.randrange(1, 40)
        if random.random() < 0.2:
            found.append(_some_pull(random, era, number, who, what, at))
        else:
            kind, payload = random.choice(KINDS)
            found.append(event(kind, who, what, at, **payload, n=random.randrange(10**6)))
    return [timeline(one) for one in found] if era == "timeline" else found


def _some_pull(random: Random, era: str, number: int, who: Actor, what: Actor, at: str) -> Event:
    author = (100 + number % 12, f"Person{number % 12}")
    if random.random() < 0.5:
        return opened(number, author, what, at)
    if era == "lately":
        return merged_lately(number, who, what, at)
    if random.random() < 0.2:
        return event("PullRequestEvent", who, what, at, action="closed", number=number, pull_request={"merged": False})
    return merged(number, author, who, what, at)


def some_hours(folder: Path, hours: int, events: int = 60) -> list[Path]:
    """Hours of July 2021 without a fault."""
    random = Random(2)  # noqa: S311 - the same hours each time
    return [
        write(
            folder / f"2021-07-{3 * at + 1:02}-{at}.json.gz",
            some_events(random, f"2021-07-{3 * at + 1:02}", at, events, ""),
        )
        for at in range(hours)
    ]


def cut(data: bytes) -> bytes:
    """The file without its last third."""
    return data[: len(data) * 2 // 3]


FAULTS: dict[str, Callable[[bytes, Random], bytes]] = {
    "none": lambda lines, _: gzip.compress(lines),
    "cut": lambda lines, _: cut(gzip.compress(lines)),
    "joined": lambda lines, _: b"".join(gzip.compress(line) for line in lines.splitlines(keepends=True)),
    "joined within a line": lambda lines, _: gzip.compress(lines[:1500]) + gzip.compress(lines[1500:]),
    "doubles": lambda lines, _: gzip.compress(lines + lines[: lines.find(b"\n", 2000) + 1]),
    "no JSON": lambda lines, _: gzip.compress(b"<html>\n" + lines[:-30] + b"\n{]\nnull\n[1]\n" + b'"text"\n' + lines),
    "blank lines": lambda lines, _: gzip.compress(b"\n \n" + lines.replace(b"\n", b"\r\n\r\n")),
    "no last line end": lambda lines, _: gzip.compress(lines.rstrip(b"\n")),
    "mark of UTF-8": lambda lines, _: gzip.compress(b"\xef\xbb\xbf" + lines),
    "broken UTF-8": lambda lines, _: gzip.compress(b'{"id":"\xff\xfe"}\n' + lines),
    "something behind": lambda lines, _: gzip.compress(lines) + b"something else",
    "zeros behind": lambda lines, _: gzip.compress(lines) + b"\0" * 512,
    "broken": lambda lines, random: _broken(gzip.compress(lines), random),
    "empty": lambda *_: b"",
    "empty gzip": lambda *_: gzip.compress(b""),
    "no gzip": lambda *_: b"<html><body>502 Bad Gateway</body></html>\n",
    "plain": lambda lines, _: lines,
}
"""Ways in which a file can be, by name: from its lines to its bytes."""


def _broken(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) // 2, len(data) - 20)
    return data[:at] + bytes(16) + data[at + 16 :]


def faulty_hours(folder: Path, seed: int = 1, hours: int = 50, events: int = 60) -> list[Path]:
    """Hours of three eras, each with a fault in turn; two of them also stand under another name, and one twice."""
    random = Random(seed)  # noqa: S311 - the same hours each time
    eras = (("2014-12-30", "timeline"), ("2021-07-21", "events"), ("2025-12-02", "lately"))
    found = []
    for place in range(hours):
        day, era = eras[place % len(eras)]
        hour = (place // len(eras)) % 24
        lines = text(some_events(random, day, hour, events, era))
        path = folder / f"{day}-{hour}.json.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FAULTS[list(FAULTS)[place % len(FAULTS)]](lines, random))
        found.append(path)
    twice = folder / "again" / "copy-of-an-hour.json"
    twice.parent.mkdir()
    twice.write_bytes(found[0].read_bytes())
    return [*found, twice]
