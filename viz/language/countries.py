"""Names of countries and regions in the language of the page."""

from __future__ import annotations

from viz.language.chosen import DEFAULT, language
from viz.language.numbers import locale


def country(name: str, code: object) -> str:
    """The name of the country with that ISO code, as CLDR has it; in English, and of a code that it lacks, `name`."""
    if language() == DEFAULT:
        return name
    return str(locale(language()).territories.get(str(code), name))
