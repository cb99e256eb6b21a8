"""What a network page was asked, so that its browser code can ask for other months, seeds and neighbours."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from graph.node_kinds import DEVELOPER, REPOSITORY
from viz import addresses
from viz.aggregate import EVERYTHING
from viz.page_data import Field
from viz.templating import plain

ACTIVITY = "activity-by-month"
"""The query of the histogram under a picture."""
EGO = "ego-network"
EGO_OF = {REPOSITORY.label: "repository", DEVELOPER.label: "developer"}
"""By kind of node, the parameter of the view around it."""
SEEDS = {
    REPOSITORY.label: ("seed_repositories", "repositories"),
    DEVELOPER.label: ("seed_developers",),
}
"""By kind of node, the parameters that take several of them."""
CUTTING = {"limit", "developers", "partners", "organizations", "countries", "topics"}
"""Parameters that say how many are drawn, which a comparison of two periods asks for at their largest."""
WORDS = {"str", "list[str]"}
"""Types of parameters that name something."""
SAME = ("activity", "source", "bots")
"""Parameters that mean the same in the query of the histogram."""


def question(
    query: str, fields: Sequence[Field], statement: Mapping[str, object] | None = None, *,
    everything: bool = False, dated: bool = True,
) -> dict[str, object] | None:  # fmt: skip
    """The question as the browser asks it again: query, addresses, values, what may be varied; None without a query.

    `statement` are the parameters as the Cypher sees them, `everything` says that every node of a large network was
    asked for, `dated` whether months change the picture.
    """
    if not query:
        return None
    values = {field.name: text for field in fields if (text := _text(field.value)) is not None}
    lists = {field.name for field in fields if field.type == "list[str]"}
    numbers = {field.name for field in fields if field.type == "int"}  # how many `repositories`, and not which
    found = {kind: next((name for name in names if name in lists), "") for kind, names in SEEDS.items()}
    return {
        "query": query,
        "address": _view(query),
        "values": values | ({"show": EVERYTHING} if everything else {}),
        "statement": plain(statement or {}),
        "named": [field.name for field in fields if field.type in WORDS and not field.choices],
        "months": dated and {"from", "to"} <= {field.name for field in fields},
        "many": {kind: name for kind, name in found.items() if name},
        "most": {
            field.name: f"{field.maximum:.0f}" for field in fields if field.name in CUTTING & numbers and field.maximum
        },
        "activity": _activity({name: text for name, text in values.items() if name not in numbers}),
        "ego": _view(EGO),
        "egos": EGO_OF,
    }


def parameters_as_cypher(parameters: Mapping[str, object]) -> str:
    """The parameters as the map that `:params` takes in Neo4j Browser and cypher-shell."""
    pairs = (f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}" for name, value in parameters.items())
    return f"{{{', '.join(pairs)}}}"


def _view(name: str) -> str:
    return f"{addresses.API}{addresses.VIEWS}/{name}"


def _activity(values: dict[str, str]) -> str:
    """The address of what was done by month, by those that the question is about; "" where it names nobody."""
    names = [values[name] for name in ("repository", "repositories", "seed_repositories") if name in values]
    about = {"repositories": ",".join(names)} if names else {n: values[n] for n in ("developer",) if n in values}
    if not about:
        return ""
    asked = about | {name: values[name] for name in SAME if name in values}
    return f"{addresses.API}{addresses.QUERIES}/{ACTIVITY}?{urlencode(asked)}"


def _text(value: object) -> str | None:
    if value is None or value in ("", []):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
