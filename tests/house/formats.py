"""Published formats, as the package check-jsonschema ships them: nothing is fetched."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

from jsonschema import validators


def faults(schema: str, document: object) -> list[str]:
    """What is wrong with `document` by the vendored schema `schema`, one text for each fault."""
    text = (files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json").read_text(encoding="utf-8")
    rules = json.loads(text)
    validator = validators.validator_for(rules)(rules)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(cast("Any", document))]
