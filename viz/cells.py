"""Values as people read them: numbers, unknown, and our own words in the language of the page; names as they are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from viz.language import country, number, say, termed, told, translated

WORDED = {
    "about", "activity", "change", "covered_by", "definition", "gaps", "hosted_by", "how", "kind", "kinds", "known",
    "level", "method", "metric", "part", "quadrant", "reason", "refused", "relation", "sources", "state", "type",
    "verdict", "what", "why",
}  # fmt: skip
"""Columns whose values are our own words, and no names."""
TOLD = {"event", "note", "said_by", "tier"}
"""Columns whose values are texts of the bundled tables: what is just so is translated."""
TITLES = {"source", "source_title", "target", "target_title", "title"}
"""Columns of texts or of names: those of one word are names."""
COUNTRIES = {"country", "countries"}
COUNTED = {"organizations", *COUNTRIES}
"""Columns of names, which may bear how many there are of each: `unknown 13`."""
_CLUSTER = re.compile(r"(.+) and (.+): (.+)")
"""The name of a community whose members are of two domains."""
_COUNT = re.compile(r"(.+) (\d+)")


def shown(value: object) -> str:
    """`value` as people read it: unknown said so, thin separators from 10 000 on, at most four decimals."""
    if value is None or value in ("", [], "unknown"):
        return say("value.unknown")
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    if isinstance(value, int | float):
        return number(value) if math.isfinite(value) else say("value.unknown")
    comma = say("page.comma")
    if isinstance(value, Mapping):
        return comma.join(f"{termed(str(name))} {_text(item, str(name))}" for name, item in value.items())
    return comma.join(map(shown, value)) if isinstance(value, list | tuple) else str(value)


def cell(value: object, column: str) -> str:
    """The text of a table's cell: our own words in the language of the page, names as they are."""
    return _text(value, column.replace(" ", "_"))


def _text(value: object, column: str) -> str:
    if not isinstance(value, str):
        return shown(value)
    if column in WORDED:
        return termed(translated(value))
    if column in COUNTED:
        return _counted(value, column)
    if column == "name" and (found := _CLUSTER.fullmatch(value)):
        return say("table.cluster", one=found[1], other=found[2], names=found[3])
    return shown(told(value) if column in TOLD or (column in TITLES and " " in value) else value)


def tip(row: Mapping[str, object], names: Iterable[str]) -> dict[str, object]:
    """The cells called `names` for a chart's mark, whose pointer reads them: texts as in a table, all else as it is."""
    return {name: _items(row[name], name) for name in names}


def _items(value: object, column: str) -> object:
    if isinstance(value, list | tuple):
        return [_items(item, column) for item in value]
    return cell(value, column) if isinstance(value, str) and value else value


def _counted(value: str, column: str) -> str:
    """A name with how many there are of it, where that is said; countries are called as the page's readers do."""
    found = _COUNT.fullmatch(value)
    name = shown(found[1] if found else value)
    spoken = country(name) if column in COUNTRIES else name
    return f"{spoken} {number(int(found[2]))}" if found else spoken
