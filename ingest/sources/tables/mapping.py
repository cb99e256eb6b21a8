"""The mapping of a table: which kind it is, what its columns mean, and which source it stands for. One YAML file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from graph.errors import BadInputError, NotFoundError
from graph.schema import METHODS
from ingest.sources.tables import values


def _dated(value: object) -> object:
    # YAML reads 2025-08-10 as a day and 2025 as a number.
    return str(value) if isinstance(value, date | int) and not isinstance(value, bool) else value


def _day(value: str) -> str:
    return values.day(value) if value else value


def _period(value: str) -> str:
    return values.period(value) if value else value


Words = Annotated[str, BeforeValidator(_dated)]
Day = Annotated[str, BeforeValidator(lambda value: _day(str(_dated(value))))]
Period = Annotated[str, BeforeValidator(lambda value: _period(str(_dated(value))))]


class Mapping(BaseModel):
    """How to read one table. Only `source` has to be given for a table whose columns tell the rest."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    version: int = Field(default=1, ge=1)
    kind: str = ""
    file: str = ""
    source: str = Field(default="", pattern=r"^[a-z0-9][a-z0-9.-]*$|^$")
    method: str = ""
    title: str = ""
    address: str = ""
    as_of: Day = ""
    period: Period = ""
    covers: Period = ""
    columns: dict[str, str] = {}
    ignore: tuple[str, ...] = ()
    part: str | None = None
    gaps: tuple[str, ...] = ()
    taxonomy: str = ""
    level: str = "category"
    names_zh: dict[str, str] = {}
    presets: dict[str, str] = {}
    periods: dict[str, Period] = {}
    subjects: dict[Words, Literal["organization", "product", "standard", "dataset", "benchmark", "project"]] = {}
    coverage: str = "rows"

    @model_validator(mode="after")
    def _method_is_known(self) -> Self:
        if self.method and self.method not in METHODS:
            raise ValueError(f"method {self.method} is not one of {', '.join(METHODS)}")
        return self

    @property
    def given(self) -> dict[str, str]:
        """Heading → field, an empty field for columns that are to be ignored."""
        return {**dict.fromkeys(self.ignore, ""), **self.columns}

    def preset(self, metric: str) -> str:
        """The preset of `metric`: the definition by which it was computed."""
        return self.presets.get(metric, "published")


def read_mapping(path: Path) -> Mapping:
    """The mapping in the YAML file `path`; its name is the file's unless it says another."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFoundError(f"there is no mapping file {path}") from None
    except OSError as error:
        raise BadInputError(f"{path.name} cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadInputError(f"{path.name} is not UTF-8: save it as UTF-8") from None
    except yaml.YAMLError as error:
        raise BadInputError(f"{path.name} is not YAML: {_place(error)}") from None
    if not isinstance(found, dict):
        raise BadInputError(f"{path.name} is no mapping: expected lines such as `source: my-table`")
    return _validated({"name": path.stem, **found}, path.name)


def _validated(found: dict[str, Any], file: str) -> Mapping:
    try:
        return Mapping.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "mapping"
        if first["type"] == "extra_forbidden":
            known = ", ".join(Mapping.model_fields)
            raise BadInputError(f"{file}: there is no setting {field}; the settings are {known}") from None
        if first["type"] == "string_pattern_mismatch":
            allowed = "small letters, digits, dots and hyphens, beginning with a letter or digit, such as my-list"
            raise BadInputError(f"{file}: {field}: found {first['input']!r:.60}, expected {allowed}") from None
        raise BadInputError(f"{file}: {field}: found {first['input']!r:.60}, {first['msg'].lower()}") from None


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return f"{problem}, line {mark.line + 1}" if mark is not None else str(problem)


def mapping_with(path: Path | None, settings: dict[str, str | None]) -> Mapping:
    """The mapping in `path`, or an empty one, with `settings` that are not None in place of its own."""
    told = {name: value for name, value in settings.items() if value is not None}
    found = read_mapping(path).model_dump(exclude_unset=True) if path is not None else {}
    return _validated({**found, **told}, path.name if path is not None else "the settings")
