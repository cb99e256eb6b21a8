"""Values that are neither text nor number nor list of these, as JSON and back: a map from the kind to its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.errors import BadInputError

_PLAIN = {str, int, float, bool}


def to_json(value: object) -> object:
    """A property's value, as the driver has it, as JSON knows it; BadInputError for a kind that is not known here."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if kind.__name__ not in _KINDS:
        raise BadInputError(f"a property is a {kind.__name__}, which a snapshot cannot hold")
    return {kind.__name__: _KINDS[kind.__name__][0](value)}


def from_json(value: object) -> object:
    """The value that `to_json` made this of, as the driver takes it."""
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    [(kind, parts)] = value.items()
    if kind not in _KINDS:
        raise BadInputError(f"a property is a {kind}, which this ossatlas does not know")
    return _KINDS[kind][1](parts)


def _zoned(value: Any) -> list[str | None]:  # noqa: ANN401 - the driver's own kinds share no type
    return [value.iso_format(), getattr(value.tzinfo, "zone", None)]


def _datetime(parts: list[str | None]) -> object:
    import pytz  # noqa: PLC0415 - comes with the driver, whose moments end the process in zones of the standard library
    from neo4j.time import DateTime  # noqa: PLC0415 - the command line starts without it

    text, zone = parts
    moment = DateTime.from_iso_format(str(text))
    return moment if zone is None else moment.as_timezone(pytz.timezone(zone))


def _of_text(kind: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        from neo4j import time  # noqa: PLC0415 - the command line starts without it

        return getattr(time, kind).from_iso_format(text)

    return read


def _point(parts: list[Any]) -> object:
    from neo4j import spatial  # noqa: PLC0415 - the command line starts without it

    srid, *coordinates = parts
    point = spatial.Point(coordinates)
    point.srid = srid
    return point


def _iso(value: Any) -> str:  # noqa: ANN401 - the driver's own kinds share no type
    return str(value.iso_format())


def _placed(value: Any) -> list[float]:  # noqa: ANN401 - the driver's own kinds share no type
    return [value.srid, *value]


_KINDS: dict[str, tuple[Callable[[Any], object], Callable[[Any], object]]] = {
    "Date": (_iso, _of_text("Date")),
    "Time": (_iso, _of_text("Time")),
    "Duration": (_iso, _of_text("Duration")),
    "DateTime": (_zoned, _datetime),
    **dict.fromkeys(("Point", "CartesianPoint", "WGS84Point"), (_placed, _point)),
    "bytes": (bytes.hex, bytes.fromhex),
}
"""By the name of the driver's class: the parts out of a value, and the value out of its parts."""
