"""Labels from OpenDigger's repository, or a mirror of it: one, and all that it refers to, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from graph.errors import BadRowError, NotFoundError
from ingest.sources.opendigger.labels.files import LabelFile
from ingest.sources.opendigger.labels.label import read_label
from ingest.sources.opendigger.labels.tree import document

if TYPE_CHECKING:
    from ingest.http import Client

ADDRESS = "https://raw.githubusercontent.com/X-lab2017/open-digger/master/labeled_data"
_FORMS = ("{}.yml", "{}/index.yml")


def fetch_labels(client: Client, path: str, room: Path) -> list[LabelFile]:
    """The file of the label at `path` and those of all labels below it; NotFoundError where there is no such label."""
    found: dict[str, LabelFile | None] = {}
    waiting = [path]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        held = found[one] = _fetched(client, one, room)
        if held is None and one == path:
            raise NotFoundError(f"there is no label :{path} at {client.base}")
        waiting += _below(held) if held is not None else []
    return sorted((held for held in found.values() if held is not None), key=lambda held: held.file)


def _fetched(client: Client, path: str, room: Path) -> LabelFile | None:
    """The file of one label, whichever of its two names it has."""
    from ingest.web.download import download  # noqa: PLC0415 - slow to import

    # The top of a tree has a folder of its own, most others do not.
    forms = _FORMS if path.count("/") > 1 else _FORMS[::-1]
    for form in forms:
        file = form.format(path)
        try:
            there = download(client, f"/{quote(file)}", room.joinpath(*file.split("/")))
        except NotFoundError:
            continue
        return LabelFile(path, file, there.path.read_bytes())
    return None


def _below(held: LabelFile) -> list[str]:
    try:
        return list(read_label(held.path, held.file, document(held)).children)
    except BadRowError:
        return []  # the tree refuses it, and says why
