"""`/api/v1/corrections`: what is right where a source tells otherwise, as a table that a job loads or takes back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.access.gate import check_scope
from api.access.scopes import CORRECTIONS as SCOPE
from api.collecting import quiet_desk
from api.jobs.routes import NOT_KEPT, Bureau, shown
from api.web.described import PROBLEMS, TOKEN
from graph.errors import BadInputError, BadRowError, NotFoundError
from graph.whole_file import whole_file
from ingest.sources.tables import read_tables
from ingest.sources.tables.kinds.contributors import CORRECTIONS
from viz import addresses

AT = f"{addresses.API}/corrections"
FOLDER = "corrections"
MOST = 1_000
Text = Annotated[str, Field(max_length=500)]


class Correction(BaseModel):
    """What is right of one developer: an employer (`organization`), or a count such as `merged_prs in owner/name`."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    developer: Annotated[Text, Field(min_length=1, examples=["fzyzcjy"])]
    field: Annotated[Text, Field(min_length=1, examples=["organization"])]
    value: Annotated[Text, Field(min_length=1, examples=["SGLang"])]
    instead_of: Text = ""
    reason: Text = ""
    period: Annotated[Text, Field(description="the months of a count, such as 2025-02..2025-08")] = ""


class Given(BaseModel):
    """Corrections that belong together: they are loaded, and taken back, as one."""

    model_config = ConfigDict(extra="forbid")

    corrections: Annotated[list[Correction], Field(min_length=1, max_length=MOST)]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of what was given: a file for each, by the hash of what it says."""

    folder: Path

    def keep(self, given: Sequence[Correction]) -> str:
        """The id under which these are kept; BadInputError names the first that the loader would not take."""
        key = sha256(json.dumps([one.model_dump() for one in given]).encode()).hexdigest()[:16]
        file = self.file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(file) as part, part.open("w", encoding="utf-8", newline="") as handle:
            rows = csv.DictWriter(handle, [*Correction.model_fields])
            rows.writeheader()
            rows.writerows(one.model_dump() for one in given)
        try:
            self._check(key)
        except BadInputError:
            file.unlink()
            raise
        return key

    def file(self, key: str) -> Path:
        """Where what has that id is kept."""
        return self.folder / f"{source_of(key)}.csv"

    def find(self, key: str) -> Path:
        """The same, where it is there; NotFoundError else."""
        file = self.file(key)
        if not key.isalnum() or not file.is_file():
            raise NotFoundError(f"there are no corrections {key!r}", hint=f"{AT} lists them")
        return file

    def all(self) -> Iterator[dict[str, object]]:
        """What was given, the newest first."""
        for file in sorted(self.folder.glob("corrections-*.csv"), key=lambda file: file.stat().st_mtime, reverse=True):
            with file.open(encoding="utf-8", newline="") as handle:
                given_at = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
                key, rows = file.stem.rpartition("-")[2], list(csv.DictReader(handle))
            yield {"id": key, "source": source_of(key), "given_at": given_at, "corrections": rows}

    def _check(self, key: str) -> None:
        for dataset in read_tables([str(self.file(key))], quiet_desk(), **settings_of(key)):
            for item in dataset.read():
                if isinstance(item, BadRowError):
                    place = f"corrections[{item.line - 2}].{item.field}"  # the first row is the second line
                    raise BadInputError(f"{place}: found {item.found}, expected {item.expected}")


def source_of(key: str) -> str:
    """The source that answers name for what has that id."""
    return f"corrections-{key}"


def settings_of(key: str) -> dict[str, Any]:
    """How the table of what has that id is to be read."""
    day = datetime.now(UTC).date().isoformat()
    return {"source": source_of(key), "kind": CORRECTIONS.name, "as_of": day}


def correction_routes(bureau: Bureau) -> APIRouter:
    """The routes of corrections; all need a token with the scope corrections."""
    router, shelf = APIRouter(prefix=AT, tags=["jobs"]), Shelf(bureau.jobs.folder / FOLDER)

    def create(request: Request, given: Given) -> Response:
        caller = check_scope(request, SCOPE)
        key = shelf.keep(given.corrections)
        options = [f"--{name.replace('_', '-')}={value}" for name, value in settings_of(key).items()]
        return begun(bureau, key, caller.name, ["load", "tables", str(shelf.file(key)), *options])

    def listing(request: Request) -> Response:
        check_scope(request, SCOPE)
        return JSONResponse({"corrections": list(shelf.all())}, headers=NOT_KEPT)

    def take_back(request: Request, key: str) -> Response:
        caller = check_scope(request, SCOPE)
        file = shelf.find(key)
        answer = begun(bureau, key, caller.name, ["unload", source_of(key)])
        with suppress(FileNotFoundError):
            file.unlink()
        return answer

    more: dict[str, Any] = {"responses": PROBLEMS, "response_class": Response}
    more["openapi_extra"] = {"security": [{TOKEN: []}]}
    router.add_api_route("", create, methods=["POST"], summary="Correct what sources tell", status_code=202, **more)
    router.add_api_route("", listing, summary="All corrections that were given here", **more)
    router.add_api_route(
        "/{key}", take_back, methods=["DELETE"], summary="Take corrections back", status_code=202, **more
    )
    return router


def begun(bureau: Bureau, key: str, caller: str, line: list[str]) -> Response:
    """The answer about the corrections with that id, whose job waits or runs now."""
    job = bureau.jobs.add(line, caller, datetime.now(UTC))
    bureau.start()
    told = {"id": key, "source": source_of(key), "job": shown(job)}
    return JSONResponse(told, HTTPStatus.ACCEPTED, NOT_KEPT | {"Location": f"{AT}/{key}"})
