"""Which domain a bare name means: several trees of domains bear the same names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import BadInputError

if TYPE_CHECKING:
    from graph.database import Database

LANDSCAPE = "llm-landscape-2025"
"""The taxonomy that a name is looked for in where a question names none."""
_NAMED = (
    "MATCH (d:Domain) WHERE toLower(d.name) IN $names "
    "RETURN toLower(d.name) AS name, d.key AS key, d.taxonomy AS taxonomy, d.level AS level ORDER BY key"
)
_MOST = 6
"""Keys that a message lists."""


class _Domain(NamedTuple):
    key: str
    taxonomy: str
    level: str


def domains_named(database: Database, names: Sequence[str], taxonomy: str = LANDSCAPE) -> dict[str, str]:
    """The keys of the domains that `names` (in small letters) mean, by name; a name that no domain bears is left out.

    Of several, those of `taxonomy` go before others, and of these the one at the level `domain`. BadInputError lists
    the keys where that leaves more than one.
    """
    found: dict[str, list[_Domain]] = defaultdict(list)
    for name, key, of, level in database.read(_NAMED, {"names": list(names)}).rows:
        found[str(name)].append(_Domain(str(key), str(of), str(level)))
    return {name: _the_one(name, those, taxonomy) for name, those in found.items()}


def _the_one(name: str, those: list[_Domain], taxonomy: str) -> str:
    left = _narrowed(those, lambda domain: domain.taxonomy == taxonomy)
    left = _narrowed(left, lambda domain: domain.level == "domain")
    if len(left) > 1:
        more = f" and {len(left) - _MOST} more" if len(left) > _MOST else ""
        keys = ", ".join(domain.key for domain in left[:_MOST])
        raise BadInputError(f"{name!r} is the name of {len(left)} domains, expected the key of one: {keys}{more}")
    return left[0].key


def _narrowed(those: list[_Domain], fits: Callable[[_Domain], bool]) -> list[_Domain]:
    return [domain for domain in those if fits(domain)] or those
