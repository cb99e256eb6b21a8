"""One label out of its YAML file: checked from end to end, or refused with the field that is wrong. Pure."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import BadRowError
from ingest.sources.opendigger.labels.entries import Entry, Kind, read_platforms
from ingest.sources.opendigger.places import Place

UNTYPED = "label"
REFERENCE = "a label's path, such as :companies/alibaba, or a name below this one"


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its path, file, names, type in lower case, the paths of its children, what it lists, its country.

    `refused` are entries that it lists and that cannot be taken.
    """

    path: str
    file: str
    name: str
    level: str
    name_zh: str | None = None
    children: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    refused: tuple[BadRowError, ...] = ()
    country: str = ""

    def of(self, kind: Kind) -> list[Entry]:
        """Its repositories, organizations or users."""
        return [entry for entry in self.entries if entry.kind == kind]

    @property
    def place(self) -> Place:
        """Its file; a label is one row."""
        return Place(self.file, 1)


def read_label(path: str, file: str, told: object) -> Label:
    """The label that `told` (a YAML document) describes; BadRowError with the first field that is wrong."""
    place = Place(file, 1)
    if not isinstance(told, dict):
        raise place.bad("label", told, "an object with name and type")
    data = _object(told.get("data"), "data", ("labels", "platforms"), place)
    platforms = _list(data.get("platforms"), "data.platforms", place)
    found = list(read_platforms(platforms, "data.platforms", file))
    return Label(
        path=path,
        file=file,
        name=_name(told.get("name"), "name", place),
        level=_name(told.get("type") or UNTYPED, "type", place).lower(),
        name_zh=_name(told["name_zh"], "name_zh", place) if told.get("name_zh") else None,
        children=_children(path, data.get("labels"), place),
        entries=tuple(one for one in found if isinstance(one, Entry)),
        refused=tuple(one for one in found if isinstance(one, BadRowError)),
        country=_country(told.get("meta")),
    )


def _name(value: object, field: str, place: Place) -> str:
    # YAML reads a name of digits as a number, which is harmless, and NO as false, which is not.
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise place.bad(field, value, "text, in quotation marks where YAML would read it as something else")
    return " ".join(value.split())


def _object(value: object, field: str, keys: tuple[str, ...], place: Place) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise place.bad(field, value, f"an object with {' and '.join(keys)}")
    other = next((key for key in value if key not in keys), None)
    if other is not None:
        raise place.bad(field, other, " or ".join(keys))
    return value


def _list(value: object, field: str, place: Place) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise place.bad(field, value, "a list")
    return value


def _children(path: str, told: object, place: Place) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for at, reference in enumerate(_list(told, "data.labels", place)):
        if isinstance(reference, int) and not isinstance(reference, bool):
            reference = str(reference)  # noqa: PLW2901 - a file called 360.yml is referred to as 360
        if not isinstance(reference, str) or not reference.strip():
            raise place.bad(f"data.labels[{at}]", reference, REFERENCE)
        found[_resolved(path, reference.strip())] = None
    return tuple(found)


def _resolved(path: str, reference: str) -> str:
    whole = reference[1:] if reference.startswith(":") else f"{path}/{reference}"
    return posixpath.normpath(whole).strip("/")


def _country(meta: object) -> str:
    code = meta.get("alpha2") if isinstance(meta, dict) else None
    return code if isinstance(code, str) and len(code) == 2 and code.isascii() and code.isupper() else ""  # noqa: PLR2004
