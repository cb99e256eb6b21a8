"""CNCF's `github_users.json`: an array of accounts, one for each address, with `affiliation` in one line."""

from __future__ import annotations

from graph.errors import BadRowError
from ingest.sources.affiliations.decoding import Document
from ingest.sources.affiliations.people import Person, Telling, addresses_in, login_in
from ingest.sources.affiliations.stints import listed


def read_users(document: Document) -> Telling:
    """The people of the array; an item that is none is refused."""
    for line, item in document.items():
        try:
            yield _person(item, document.file, line)
        except BadRowError as refusal:
            yield refusal


def _person(item: object, file: str, line: int) -> Person:
    if not isinstance(item, dict):
        raise BadRowError(file, line, "item", type(item).__name__, "an object with login and affiliation")
    login, address, stints = (_text(item, name, file, line) for name in ("login", "email", "affiliation"))
    known = login_in(login)
    if login and not known:
        raise BadRowError(file, line, "login", repr(login)[:60], "a login")
    return Person(
        line,
        (known,) if known else (),
        addresses_in(address),
        tuple(listed(stints, file, line)),
        _text(item, "country_id", file, line),
    )


def _text(item: dict[str, object], name: str, file: str, line: int) -> str:
    value = item.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRowError(file, line, name, type(value).__name__, "text")
    return value.strip()
