"""A metric's file as a series: which values there are, over which months it tells, and what cannot be taken. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from graph.errors import BadRowError
from ingest.sources.opendigger.metrics import Metric
from ingest.sources.opendigger.months import EXPECTED, Span, read_key
from ingest.sources.opendigger.places import Place

PRESET, RAW_PRESET = "opendigger", "opendigger-raw"
"""As published, with what OpenDigger filled in for the lost days of 2021-10; and as counted, of that month alone."""
NUMBER = "a finite number, 0 or more"
SIGNED = "a finite number"
_LARGEST = 2**63
LISTED = ("levels",)
"""Parts of a duration's file that list the cases of each level: no single value a month."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a series: its row, metric, preset, months and number."""

    place: Place
    metric: str
    preset: str
    span: Span
    number: float


Told = Value | BadRowError


def values(metric: Metric, content: object, file: str) -> Iterator[Told]:
    """The values of a metric's file by month; by quarter or year only where it has no months. Zeros are left out.

    Rows are numbered in the order of metric part and key.
    """
    line = 0
    for name, series in _parts(metric, content, file):
        if isinstance(series, BadRowError):
            yield series
            continue
        for key in sorted(series):
            line += 1
            yield from _value(metric, name, (key, series[key]), Place(file, line), _finest(series))


def covered(metric: Metric, content: object) -> tuple[str, str] | None:
    """The first and the last month that a metric's file tells of; None where it tells of none."""
    keys = [key for _, part in _parts(metric, content, "") if not isinstance(part, BadRowError) for key in part]
    spans = [span for key in keys if (span := _span(key))]
    kept = [span for span in spans if span.unit == "month"] or [span for span in spans if span.unit != "raw"]
    return (min(span.first for span in kept), max(span.last for span in kept)) if kept else None


def _parts(metric: Metric, content: object, file: str) -> Iterator[tuple[str, Mapping[str, object] | BadRowError]]:
    if not isinstance(content, dict):
        yield metric.name, Place(file, 1).bad(metric.name, content, "an object of months and values")
    elif metric.shape == "parts":
        for part in sorted(content):
            series = content[part]
            if part in LISTED:
                continue
            bad = Place(file, 1).bad(part, series, "an object of months and values")
            yield f"{metric.name}.{part}", series if isinstance(series, dict) else bad
    else:
        yield metric.name, content


def _finest(series: Mapping[str, object]) -> str:
    units = {span.unit for key in series if (span := _span(key))}
    return next((unit for unit in ("month", "raw", "quarter", "year") if unit in units), "month")


def _span(key: str) -> Span | None:
    try:
        return read_key(key)
    except ValueError:
        return None


def _value(metric: Metric, name: str, told: tuple[str, object], place: Place, finest: str) -> Iterator[Told]:
    key, number = told
    span = _span(key)
    if span is None:
        yield place.bad(name, key, EXPECTED)
    elif not finite(number) or (number < 0 and not metric.signed):
        yield place.bad(f"{name}.{key}", number, SIGNED if metric.signed else NUMBER)
    elif span.unit == "raw" or (span.unit == finest and (number != 0 or metric.shape == "parts")):
        yield Value(place, name, RAW_PRESET if span.unit == "raw" else PRESET, span, float(number))


def finite(number: object) -> TypeGuard[float]:
    """Whether `number` is one that can be stored."""
    if not isinstance(number, int | float) or isinstance(number, bool):
        return False
    return abs(number) <= _LARGEST and math.isfinite(number)
