"""Outlines of countries and where each lies, from Natural Earth by way of the npm package `world-atlas`."""

from __future__ import annotations

import json
from functools import cache
from typing import cast

from viz.addresses import STATIC_FOLDER

FILE = STATIC_FOLDER / "world.json"


@cache
def outlines() -> dict[str, object]:
    """The outlines as TopoJSON; its object `countries` has them, Antarctica left out."""
    return cast("dict[str, object]", _file()["outlines"])


@cache
def places() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the middle of each country's largest part, by ISO 3166 alpha-2."""
    found = cast("dict[str, list[float]]", _file()["places"])
    return {code: (longitude, latitude) for code, (longitude, latitude) in found.items()}


@cache
def _file() -> dict[str, object]:
    return cast("dict[str, object]", json.loads(FILE.read_text(encoding="utf-8")))
