"""One alias file in YAML, read with the line of everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.errors import BadInputError
from ingest.domains import plain_domain
from ingest.folding import squash

KINDS = ("company", "university", "foundation", "community", "unknown")
MAPS = ("countries", "regions", "state_codes", "cities", "demonyms")
LISTS = (
    "bots",
    "people",
    "mail_providers",
    "not_places",
    "not_organizations",
    "place_words",
    "unit_words",
    "honours",
    "plain_names",
    "general_words",
    "people_words",
    "role_words",
    "roles",
    "opening_words",
)
SECTIONS = ("organizations", "logins", *MAPS, *LISTS)
FIELDS = ("name", "kind", "country", "handles", "domains", "aliases")
_LARGEST = 5_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Row:
    """An organization as one file writes it; an empty kind or country means that the file does not say."""

    name: str
    kind: str = ""
    country: str = ""
    handles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file holds: organizations, names by country code, look-alike logins, and lists of names."""

    organizations: tuple[Row, ...]
    maps: Mapping[str, Mapping[str, tuple[str, ...]]]
    logins: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]


def read_file(path: Path) -> Entry:
    """The contents of the alias file `path`; whatever cannot be taken is a BadInputError with its line."""
    return _File(path).entry()


class _File:
    """A YAML file as nodes: they know their lines, and `NO` stays Norway instead of turning into false."""

    def __init__(self, path: Path) -> None:
        self.path = path
        root = self._compose(self._text())
        self.sections = dict(self._fields(root, "the file", SECTIONS)) if root is not None else {}

    def entry(self) -> Entry:
        """What the file says."""
        rows = self.sections.get("organizations")
        logins = self.sections.get("logins")
        return Entry(
            tuple(self._organization(node, number) for number, node in enumerate(self._items(rows, "organizations"))),
            {name: self._codes(name) for name in MAPS},
            {key: self._word(node, f"logins.{key}") for key, node in self._fields(logins, "logins")},
            {name: self._words(self.sections.get(name), name) for name in LISTS},
        )

    def _text(self) -> str:
        try:
            if self.path.stat().st_size > _LARGEST:
                raise self._bad(1, "the file", f"more than {_LARGEST} bytes", "a list of aliases")
            return self.path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise self._bad(1, "the file", error.strerror or "nothing readable", "a YAML file") from error
        except UnicodeDecodeError as error:
            raise self._bad(1, "the file", f"a byte that is not UTF-8 at {error.start}", "UTF-8 text") from error

    def _compose(self, text: str) -> yaml.Node | None:
        try:
            node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self._bad(line, "the file", error.problem or "broken YAML", "YAML") from error
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            raise self._bad(1, "the file", "characters or nesting that YAML forbids", "YAML") from error
        return node

    def _fields(
        self, node: yaml.Node | None, where: str, known: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, yaml.Node]]:
        if node is None or _is_empty(node):
            return
        if not isinstance(node, yaml.MappingNode):
            raise self._bad(_line(node), where, _kind(node), "keys with values")
        seen: set[str] = set()
        for key_node, value in node.value:
            key = self._word(key_node, where)
            if known and key not in known:
                raise self._bad(_line(key_node), where, f"the key `{key}`", f"one of {', '.join(known)}")
            if key in seen:
                raise self._bad(_line(key_node), where, f"the key `{key}` twice", "each key once")
            seen.add(key)
            yield key, value

    def _items(self, node: yaml.Node | None, where: str) -> list[yaml.Node]:
        if node is None or _is_empty(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self._bad(_line(node), where, _kind(node), "a list")
        return list(node.value)

    def _word(self, node: yaml.Node, where: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._bad(_line(node), where, _kind(node), "text")
        if not str(node.value).strip():
            raise self._bad(_line(node), where, "nothing", "text")
        return str(node.value).strip()

    def _words(self, node: yaml.Node | None, where: str) -> tuple[str, ...]:
        return tuple(self._word(item, where) for item in self._items(node, where))

    def _codes(self, section: str) -> dict[str, tuple[str, ...]]:
        found = {}
        for key, node in self._fields(self.sections.get(section), section):
            found[self._code(key, node, section)] = self._words(node, f"{section}.{key}")
        return found

    def _code(self, text: str, node: yaml.Node, where: str) -> str:
        from ingest.gazetteer import country_names  # noqa: PLC0415 - GeoNames is read when first needed

        if text.upper() not in country_names():
            raise self._bad(_line(node), where, f"`{text}`", "an ISO 3166 code of two letters, such as CN")
        return text.upper()

    def _organization(self, node: yaml.Node, number: int) -> Row:
        where = f"organizations[{number}]"
        fields = dict(self._fields(node, where, FIELDS))
        if "name" not in fields:
            raise self._bad(_line(node), where, "no `name`", "the organization's name")
        name = self._word(fields["name"], f"{where}.name")
        if not squash(name):
            raise self._bad(_line(fields["name"]), f"{where}.name", f"`{name}`", "a name with letters or digits")
        handles = self._words(fields.get("handles"), f"{where}.handles")
        return Row(
            name,
            self._one_of(fields.get("kind"), f"{where}.kind"),
            self._seat(fields.get("country"), f"{where}.country"),
            tuple(handle.removeprefix("@") for handle in handles),
            self._words(fields.get("aliases"), f"{where}.aliases"),
            tuple(self._domain(node, f"{where}.domains") for node in self._items(fields.get("domains"), "domains")),
        )

    def _domain(self, node: yaml.Node, where: str) -> str:
        word = self._word(node, where)
        if not (plain := plain_domain(word)):
            raise self._bad(_line(node), where, f"`{word}`", "a domain such as example.org")
        return plain

    def _one_of(self, node: yaml.Node | None, where: str) -> str:
        if node is None:
            return ""
        kind = self._word(node, where).lower()
        if kind not in KINDS:
            raise self._bad(_line(node), where, f"`{kind}`", f"one of {', '.join(KINDS)}")
        return kind

    def _seat(self, node: yaml.Node | None, where: str) -> str:
        return "" if node is None else self._code(self._word(node, where), node, where)

    def _bad(self, line: int, where: str, found: str, expected: str) -> BadInputError:
        return BadInputError(f"{self.path}:{line}: {where}: found {found}, expected {expected}")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and str(node.value) in {"", "~", "null"}


def _kind(node: yaml.Node) -> str:
    names = {yaml.ScalarNode: "text", yaml.SequenceNode: "a list", yaml.MappingNode: "keys with values"}
    return next((name for kind, name in names.items() if isinstance(node, kind)), "something else")
