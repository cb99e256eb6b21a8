"""The address that the jars come from: the user's, their Maven settings' mirror, else Maven's public default."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from graph.engine.options import EngineOptions
from graph.errors import BadInputError

FOR_ALL = {"central", "*", "external:*"}


def repository_url(options: EngineOptions) -> str:
    """Base address of the Maven repository, without a slash at its end."""
    settings = options.maven_settings or Path.home() / ".m2" / "settings.xml"
    if options.maven_url:
        return options.maven_url.rstrip("/")
    if options.maven_settings or settings.is_file():
        url = read_mirror(settings)
        if url:
            return url.rstrip("/")
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 - needed at the first start alone

    return str(MAVEN_CENTRAL_URL).rstrip("/")


def read_mirror(settings: Path) -> str | None:
    """Address of the first mirror in Maven's `settings` that stands for the public repository, if there is one."""
    try:
        root = ElementTree.parse(settings).getroot()  # noqa: S314 - the user's own file, read by Maven as well
    except (OSError, ElementTree.ParseError) as error:
        raise BadInputError(f"{settings} is no readable Maven settings file: {error}") from error
    for mirror in root.iterfind(".//{*}mirror"):
        url = (mirror.findtext("{*}url") or "").strip()
        blocked = (mirror.findtext("{*}blocked") or "").strip() == "true"
        if url and not blocked and _stands_for_central(mirror.findtext("{*}mirrorOf") or ""):
            return url
    return None


def _stands_for_central(mirror_of: str) -> bool:
    names = {name.strip() for name in mirror_of.split(",")}
    return bool(names & FOR_ALL) and "!central" not in names
