"""From a name that a person types to the key of the node that it means, through renames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph import keys, schema
from graph.domain_names import LANDSCAPE, domains_named
from graph.errors import NotFoundError

if TYPE_CHECKING:
    from graph.database import Database

_FIND = """
UNWIND range(0, size($names) - 1) AS at
OPTIONAL MATCH (direct:{label} {{key: $names[at]}})
OPTIONAL MATCH (:{alias} {{key: $aliases[at]}})-[:{alias_of}]->(renamed:{label})
RETURN at, coalesce(renamed.key, direct.key) AS key ORDER BY at
"""
_BY_TITLE = "MATCH (n:{label}) WHERE toLower(n.{title}) IN $names RETURN toLower(n.{title}) AS name, min(n.key) AS key"
_NEAR = """
CALL db.index.fulltext.queryNodes($index, $text) YIELD node, score
WHERE $label IN labels(node) RETURN node[$title] AS title ORDER BY score DESC, title LIMIT 3
"""
_ALL = "MATCH (n:{label}) RETURN n.{title} AS title ORDER BY toLower(title)"
_LONGEST = 150
"""Characters of a name that others may come close to; on GitHub none is longer, and to look takes its time."""
_MOST = 20
"""Names that a message lists."""
_ANY = "RETURN EXISTS {{ (:{label}) }} AS some, EXISTS {{ (:Snapshot) }} AS loaded"


def alias_key(label: str, key: str) -> str:
    """The key of the Alias by which a node of `label` is found under a name of its own, `key`."""
    return f"{label}:{key}"


def name_of(label: str, alias: str) -> str:
    """The key by which a node of `label` is found, out of the key of its Alias; empty when it is of another label."""
    return alias.removeprefix(f"{label}:") if alias.startswith(f"{label}:") else ""


def resolve(database: Database, label: str, names: Sequence[str], taxonomy: str = LANDSCAPE) -> list[str]:
    """The node key of each of `names`, in their order; NotFoundError names the first unknown one and near ones.

    A bare name of domains in several trees means that of `taxonomy`; BadInputError lists them where it cannot tell.
    """
    found = _find(database, label, names, taxonomy)
    for name, key in zip(names, found, strict=True):
        if key is None:
            _check_any(database, label, name)
            near = near_names(database, label, name)
            hint = _hint(database, label)
            raise NotFoundError(_missing(label, name, near), hint=hint, asked=name, near=near)
    return [key for key in found if key is not None]


def _find(database: Database, label: str, names: Sequence[str], taxonomy: str) -> list[str | None]:
    wanted = [_typed_key(label, name) for name in names]
    aliases = [alias_key(label, key) for key in wanted]
    found = {
        row[0]: row[1]
        for row in database.read(
            _FIND.format(label=label, alias=schema.ALIAS_LABEL, alias_of=schema.ALIAS_EDGE),
            {"names": wanted, "aliases": aliases},
        ).rows
    }
    by_title = _by_title(database, label, [name for at, name in enumerate(names) if found.get(at) is None], taxonomy)
    return [_text(found.get(at)) or by_title.get(name.strip().lower()) for at, name in enumerate(names)]


def _by_title(database: Database, label: str, names: Sequence[str], taxonomy: str) -> dict[str, str]:
    if not names:
        return {}
    small = [name.strip().lower() for name in names]
    if label == "Domain":
        return domains_named(database, small, taxonomy)
    statement = _BY_TITLE.format(label=label, title=schema.NODES[label].title)
    rows = database.read(statement, {"names": small}).rows
    return {str(name): str(key) for name, key in rows}


def _typed_key(label: str, name: str) -> str:
    if label == "Repository":
        return keys.repository(name).key
    if label == "Developer":
        return keys.developer(name).key
    if label == "Domain" and "/" in name:  # the key of a domain is its path, and two domains may bear one name
        return "/".join(keys.slug(part) for part in name.split("/"))
    return name.strip().upper() if label == "Country" else keys.slug(name)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _check_any(database: Database, label: str, name: str) -> None:
    """Nothing; NotFoundError that says so when there is no node of `label` at all, or nothing whatsoever."""
    [[some, loaded]] = database.read(_ANY.format(label=label)).rows
    if not some:
        plural = schema.NODES[label].plural
        why = f"no {plural} are loaded" if loaded else "the graph is empty"
        raise NotFoundError(
            f"{why}, so there is no {label.lower()} {name!r}", hint="`ossatlas demo` loads the bundled data"
        )


def _missing(label: str, name: str, near: Sequence[str]) -> str:
    known = f"; near are {', '.join(near)}" if near else ""
    return f"the graph has no {label.lower()} {name!r}{known}"


def _hint(database: Database, label: str) -> str:
    """How names of `label` are found: by the search, or out of the few that there are."""
    if schema.NODES[label].searched:
        return "`ossatlas query search --text …` looks for names"
    return f"known are {', '.join(_titles(database, label)[:_MOST])}"


def _titles(database: Database, label: str) -> list[str]:
    return [str(title) for (title,) in database.read(_ALL.format(label=label, title=schema.NODES[label].title)).rows]


def near_names(database: Database, label: str, name: str) -> list[str]:
    """Up to three titles of `label` that come close to `name`, the closest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - who finds the name does not need it

    if len(name) > _LONGEST:
        return []
    words = "".join(character if character.isalnum() else " " for character in name.lower()).split()  # AND is a word
    if not words:
        return []
    if not schema.NODES[label].searched:
        spelled = {title.lower(): title for title in _titles(database, label)}
        holding = [title for title in spelled if name.strip().lower() in title]
        found = dict.fromkeys([*holding, *get_close_matches(name.lower(), spelled)])
        return [spelled[title] for title in [*found][:3]]
    text = " ".join(f"{word}~" for word in words)
    parameters = {"index": schema.SEARCH_INDEX, "text": text, "label": label, "title": schema.NODES[label].title}
    return [str(title) for (title,) in database.read(_NEAR, parameters).rows]
