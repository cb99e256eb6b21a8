"""What a caller may be allowed, and which request needs which."""

from __future__ import annotations

from dataclasses import dataclass

from viz import addresses

READ, CYPHER, JOBS, CORRECTIONS = "read", "cypher", "jobs", "corrections"
SCOPES = (READ, CYPHER, JOBS, CORRECTIONS)
WRITING = {f"{addresses.API}/jobs": JOBS, f"{addresses.API}/corrections": CORRECTIONS}
"""What never is for everybody."""
HEALTH = ("/healthz", "/readyz")
"""Where the health of the server is told."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the token's id and name, or issuer and subject; and what they may do."""

    id: str
    name: str
    scopes: frozenset[str]


def is_free(path: str) -> bool:
    """Whether anybody may ask for `path`, always: what watches the server, and what pages are made of."""
    return path in HEALTH or path.startswith(f"{addresses.STATIC}/")


def wanted(path: str, *, public: bool) -> str:
    """The scope that a request for `path` needs; empty where it needs none. `public`: everybody may read."""
    if is_free(path):
        return ""
    for place, scope in WRITING.items():
        if addresses.is_below(path, [place]):
            return scope
    if public:
        return ""
    return CYPHER if path == f"{addresses.API}/cypher" else READ
