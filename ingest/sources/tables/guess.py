"""Which kind of table a file holds, told by the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import BadInputError
from ingest.sources.tables.cells import heading
from ingest.sources.tables.fields import COUNTS, DEVELOPER, MONTH, TableKind, match
from ingest.sources.tables.kinds import KINDS


def kind_named(name: str) -> TableKind:
    """The kind called `name`; BadInputError with all of them, else."""
    if name not in KINDS:
        raise BadInputError(f"there is no kind of table called {name}; the kinds are {', '.join(KINDS)}")
    return KINDS[name]


def guess_kind(file: str, columns: tuple[str, ...], given: dict[str, str]) -> TableKind:
    """The kind whose fields fit most columns; BadInputError that says what each kind needs, when none fits."""
    kinds = [kind for kind in KINDS.values() if not kind.any_heading]
    fitting = [(len(found), kind) for kind in kinds if (found := _fit(kind, columns, given, file))]
    if not fitting:
        accepted = "; ".join(f"{kind.name}: {needs(kind)}" for kind in KINDS.values())
        raise BadInputError(
            f"{file}: the columns {', '.join(columns)} do not tell what the table holds; accepted are {accepted}"
        )
    best = max(fitting, key=lambda fit: fit[0])[1]
    _check_person(file, columns, match(best, columns, given, file), given)
    return best


def _check_person(file: str, columns: tuple[str, ...], found: Mapping[str, int], given: Mapping[str, str]) -> None:
    """Nothing; BadInputError when a monthly table of contributions may name its people in a column not known."""
    if DEVELOPER.name in found or MONTH.name not in found:
        return
    told = {heading(column) for column in given}
    rest = [name for at, name in enumerate(columns) if name and at not in found.values() and heading(name) not in told]
    counts = [name for name in columns if any(heading(name) in count.headings for count in COUNTS)]
    if rest and counts:
        accepted = ", ".join((DEVELOPER.name, *DEVELOPER.also))
        raise BadInputError(
            f"{file} counts {', '.join(counts)} by month, but whose they are cannot be told: {', '.join(rest)} is not "
            f"known; a column of logins is called {accepted}",
            hint="rename the column, or name it in a mapping; --kind series where the counts are of whole repositories",
        )


def needs(kind: TableKind) -> str:
    """What a table of `kind` must have, in words."""
    return " and ".join(_some(missing) for missing in kind.missing(()))


def _some(words: str, most: int = 4) -> str:
    names = words.split(", ")
    return words if len(names) <= most else f"{', '.join(names[:most])} …"


def _fit(kind: TableKind, columns: tuple[str, ...], given: dict[str, str], file: str) -> dict[str, int]:
    names = {field.name for field in kind.fields}
    if any(field and field not in names for field in given.values()):
        return {}
    found = match(kind, columns, given, file)
    enough = len(found) > 1 or not kind.wide
    return found if enough and not kind.missing(found) else {}
