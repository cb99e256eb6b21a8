"""Parameters of queries: how a header declares them, and how what a person types becomes their values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cypher.problem import near
from cypher.values import SIMPLE, ValueType, read_type
from graph.errors import BadInputError

LONGEST = 1000
"""Most characters of a text and most items of a list, where a header sets no bounds."""
TOLD = 50
"""So many items of a list that is too long are told."""

_DECLARED = re.compile(
    r"(?P<type>\S+)"
    r"(?:\s+=\s*(?P<default>\"[^\"]*\"|\S+))?"
    r"(?:\s+\[(?P<bounds>[^\]]*)\])?"
    r"(?:\s+(?P<about>.+))?$"
)
_BOUNDS = re.compile(r"\s*(?P<low>-?[\d.]*\d)?\s*\.\.\s*(?P<high>-?\d[\d.]*)?\s*$")
_SHAPE = "write `// param name: type = default [low..high] meaning`"


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: name, type, meaning; a default or none; bounds of a number, of a text's or a list's length."""

    name: str
    type: ValueType
    about: str
    required: bool = True
    default: object = None
    low: float | None = None
    high: float | None = None

    @property
    def bounds(self) -> str:
        """The bounds in words: `2 to 20`, `at least 1`, `at most 5`, or nothing."""
        if self.low is None and self.high is None:
            return ""
        if self.low is None:
            return f"at most {self.high:g}"
        return f"at least {self.low:g}" if self.high is None else f"{self.low:g} to {self.high:g}"

    def take(self, raw: object) -> object:
        """`raw` as a value of this parameter; BadInputError names parameter, found and expected."""
        if self.type.many:
            return self._sized(list(dict.fromkeys(self._one(item) for item in _items(raw))))
        value = self._one(_only(raw, self.name))
        return self._sized(value) if isinstance(value, str) and self.type.base == "str" else self._bounded(value)

    def counted(self, values: Sequence[object]) -> None:
        """Nothing, when a list has as many items as it may; BadInputError, else."""
        low, high = self.low or 0, self.high if self.high is not None else LONGEST
        if not low <= len(values) <= high:
            found = ", ".join([*map(str, values[:TOLD]), *(["…"] if len(values) > TOLD else [])]) or "nothing"
            expected = self.bounds or f"at most {LONGEST}"
            raise BadInputError(f"{self.name}: found {len(values)} ({found}), expected {expected} different values")

    def _one(self, raw: object) -> object:
        try:
            return self.type.read(raw)
        except ValueError:
            raise BadInputError(f"{self.name}: found {_shown(raw)}, expected {self.type.expected}") from None

    def _bounded(self, value: object) -> object:
        if isinstance(value, int | float):
            below, above = self.low is not None and value < self.low, self.high is not None and value > self.high
            if below or above:
                raise BadInputError(f"{self.name}: found {value}, expected {self.type.expected}, {self.bounds}")
        return value

    def _sized(self, value: Sequence[object]) -> object:
        if not isinstance(value, str):
            self.counted(value)
            return value
        high = self.high if self.high is not None else LONGEST
        if not (self.low or 0) <= len(value) <= high:
            expected = self.bounds or f"at most {LONGEST}"
            raise BadInputError(f"{self.name}: found a text of {len(value)} characters, expected {expected}")
        return value


def read_param(name: str, text: str) -> Param | str:
    """The parameter that a header entry declares, or a sentence about what is wrong with it."""
    found = _DECLARED.match(text)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return f"parameter {name!r}: a name has small letters, digits and underscores"
    if not found:
        return f"parameter `{name}` has no type and no description: {_SHAPE}"
    kind = read_type(found["type"].removesuffix(","))
    if kind is None:
        known = f"{', '.join(SIMPLE)}, a choice such as any|all, or list[...] of these"
        return f"parameter `{name}`: found type {found['type']!r}, expected {known}"
    if not found["about"]:
        return f"parameter `{name}` has no description: {_SHAPE}"
    bounds = _bounds(name, kind, found["bounds"])
    if isinstance(bounds, str):
        return bounds
    return _defaulted(Param(name, kind, found["about"].strip(), low=bounds[0], high=bounds[1]), found["default"])


def bind(params: Sequence[Param], values: Mapping[str, object], query: str) -> dict[str, object]:
    """A value for each of `params`: what `values` gives, else the default; BadInputError for what cannot be taken.

    Text, lists of text and values of Python are taken. Nothing, that is None or an empty text, stands for the default.
    """
    given = {name.replace("-", "_"): value for name, value in values.items()}
    _refuse_unknown(given, [param.name for param in params], query)
    bound = {param.name: _value(param, given.get(param.name), query) for param in params}
    _refuse_backwards(bound)
    _refuse_overlap(params, bound)
    return bound


def _refuse_backwards(bound: Mapping[str, object]) -> None:
    first, last = bound.get("from"), bound.get("to")
    if isinstance(first, str) and isinstance(last, str) and first > last:
        raise BadInputError(f"from, to: found {first} to {last}, expected a first month that is not after the last one")


def _refuse_overlap(params: Sequence[Param], bound: Mapping[str, object]) -> None:
    """Of two periods, `first` and `second`, the second begins after the first has ended."""
    named = {param.name: str(bound[param.name]) for param in params if param.type.base == "period"}
    first, second = named.get("first"), named.get("second")
    if first and second and second[:7] <= first[-7:]:
        raise BadInputError(f"first, second: found {first} and {second}, expected a second period after the first one")


def refuse_all_but_one(bound: Mapping[str, object], names: Sequence[str], query: str) -> None:
    """Nothing, when just one of `names` has a value, or there are none to choose from; BadInputError, else."""
    given = [name for name in names if bound.get(name) is not None]
    if names and len(given) != 1:
        choice = ", ".join(f"`{name}`" for name in names)
        raise BadInputError(f"{query} needs one of {choice}: found {' and '.join(given) or 'none of them'}")


def _value(param: Param, raw: object, query: str) -> object:
    if not _is_nothing(raw):
        return param.take(raw)
    if param.required:
        bounds = f" ({param.bounds})" if param.bounds else ""
        raise BadInputError(
            f"{query} needs `{param.name}`: found nothing, expected {_kind_in_words(param.type)}{bounds}: {param.about}"
        )
    return list(param.default) if isinstance(param.default, list) else param.default


def _kind_in_words(kind: ValueType) -> str:
    return f"a comma-separated list, each {kind.expected}" if kind.many else kind.expected


def _refuse_unknown(given: Iterable[str], known: list[str], query: str) -> None:
    for name in given:
        if name not in known:
            valid = f"valid are {', '.join(known)}" if known else "it takes none"
            hint = near(name, known, show_all=False)
            meant = f"; {hint}" if hint.startswith("did") else ""
            raise BadInputError(f"{query} has no parameter {name!r}; {valid}{meant}")


def _is_nothing(raw: object) -> bool:
    return raw is None or raw == "" or (isinstance(raw, list | tuple) and all(_is_nothing(item) for item in raw))


def _items(raw: object) -> list[object]:
    many = raw if isinstance(raw, Sequence) and not isinstance(raw, str) else [raw]
    split = [part for item in many for part in (item.split(",") if isinstance(item, str) else [item])]
    return [part for part in split if not (isinstance(part, str) and not part.strip())]


def _only(raw: object, name: str) -> object:
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        if len(raw) != 1:
            raise BadInputError(f"{name}: found {len(raw)} values, expected one")
        return raw[0]
    return raw


def _shown(raw: object) -> str:
    text = repr(raw)
    return text if len(text) <= 80 else f"{text[:77]}…"  # noqa: PLR2004 - a line of a terminal


def _bounds(name: str, kind: ValueType, text: str | None) -> tuple[float | None, float | None] | str:
    if text is None:
        return None, None
    found = _BOUNDS.match(text)
    if not found or not (found["low"] or found["high"]):
        return f"parameter `{name}`: found bounds [{text}], expected numbers such as [1..100], [1..] or [..100]"
    if not kind.many and kind.base not in {"int", "float", "str"}:
        return f"parameter `{name}`: a {kind} has no bounds: int, float, str and list have"
    low, high = (float(found[side]) if found[side] else None for side in ("low", "high"))
    if low is not None and high is not None and low > high:
        return f"parameter `{name}`: found bounds [{text}], expected the lower one first"
    return low, high


def _defaulted(param: Param, default: str | None) -> Param | str:
    if default is None:
        return param
    if default == "none":
        return replace(param, required=False)
    try:
        return replace(param, required=False, default=param.take(default.strip('"')))
    except BadInputError as error:
        return f"parameter `{param.name}`: the default does not fit: {error}"
