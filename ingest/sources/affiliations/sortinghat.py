"""SortingHat's export: `uidentities` with their identities, enrollments and profile (`individuals` since 1.0)."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import BadInputError, BadRowError
from ingest.sources.affiliations.decoding import Document
from ingest.sources.affiliations.people import Person, Stint, Telling, addresses_in, login_in
from ingest.sources.affiliations.stints import stint

_GITHUB = "github"
Fields = dict[str, object]


def read_export(document: Document) -> Telling:
    """The people of the export; an entry that is none is refused."""
    for line, entry in _entries(document):
        try:
            yield _person(entry, document.file, line)
        except BadRowError as refusal:
            yield refusal


def time_of(document: Document) -> str:
    """The day on which the export was made, or empty."""
    told = next((document.value(at) for name, at in document.members() if name == "time"), "")
    return told[:10] if isinstance(told, str) else ""


def _entries(document: Document) -> Iterator[tuple[int, object]]:
    for name, at in document.members():
        if name in ("uidentities", "individuals"):
            if document.text[at : at + 1] == "[":
                yield from document.items(at)
            else:
                yield from ((document.line(place), document.value(place)) for _, place in document.members(at))
            return
    raise BadInputError(f"{document.file} has neither uidentities nor individuals: this is no export of SortingHat")


def _person(entry: object, file: str, line: int) -> Person:
    fields = _object(entry, "entry", file, line)
    identities = [_object(one, "identities", file, line) for one in _list(fields, "identities", file, line)]
    profile = _object(fields.get("profile") or {}, "profile", file, line)
    country = profile.get("country")
    return Person(
        line,
        tuple(dict.fromkeys(login for one in identities if (login := _login(one)))),
        tuple(dict.fromkeys(found for one in identities for found in addresses_in(_word(one, "email")))),
        tuple(_stints(fields, file, line)),
        _word(_object(country, "country", file, line), "code") if country else "",
        bot=(profile.get("is_bot") or profile.get("isBot")) is True,
    )


def _login(identity: Fields) -> str:
    if not _word(identity, "source").lower().startswith(_GITHUB):
        return ""
    return login_in(_word(identity, "username"))


def _stints(fields: Fields, file: str, line: int) -> Iterator[Stint]:
    for one in _list(fields, "enrollments", file, line):
        enrollment = _object(one, "enrollments", file, line)
        at = enrollment.get("organization") or enrollment.get("group") or ""
        name = _word(_object(at, "group", file, line), "name") if isinstance(at, dict) else str(at)
        yield stint(name, _word(enrollment, "start"), _word(enrollment, "end"), file, line)


def _word(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(fields: Fields, name: str, file: str, line: int) -> list[object]:
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadRowError(file, line, name, type(value).__name__, "a list")
    return value


def _object(value: object, name: str, file: str, line: int) -> Fields:
    if not isinstance(value, dict):
        raise BadRowError(file, line, name, type(value).__name__, "an object")
    return value
