"""Developer x repository x month as one Parquet file, so that an analysis can start without a graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import BadInputError, StorageError
from ingest.sources.gharchive.activities import COUNTED
from ingest.sources.gharchive.busy import busy_accounts
from ingest.sources.gharchive.hours import spans
from ingest.sources.gharchive.month import Month, pairs_of

if TYPE_CHECKING:
    from ingest.identity import Identities
    from ingest.sources.gharchive.report import Report

COLUMNS: Mapping[str, str] = {
    "developer": "login, the last one of the month",
    "developer_id": "the account's id on GitHub; empty before 2015, when the archive told none",
    "bot": "whether it is a machine's account",
    "bot_reason": "the rule that told so; empty for people",
    "repository": "owner/name, the last one of the month",
    "repository_id": "the repository's id on GitHub",
    "month": "such as 2025-01, UTC",
    **dict.fromkeys(COUNTED, "a count of the month; 0 where there was none"),
}
"""Columns of the file, in order, with their meaning."""
PREFIX = "ossatlas."
"""What the keys of the file's metadata begin with."""
_BATCH = 50_000
_TYPES = {"developer_id": pa.int64(), "repository_id": pa.int64(), "bot": pa.bool_()}
_SCHEMA = pa.schema([(name, pa.int64() if name in COUNTED else _TYPES.get(name, pa.string())) for name in COLUMNS])


def check_output(output: Path) -> None:
    """Nothing, where a Parquet file can be written at `output`; a BadInputError else."""
    if output.suffix != ".parquet":
        raise BadInputError(f"{output.name} is no name of a Parquet file: expected one that ends in .parquet")
    if output.is_dir() or not output.absolute().parent.is_dir():
        raise BadInputError(f"{output} cannot be written: expected a file in a folder that is there")


def write_pairs(reports: Sequence[Report], output: Path, identities: Identities) -> int:
    """Write the pairs of some months to `output`, whole or not at all; return the number of rows.

    The file's metadata tells what they rest on, see `told`.
    """
    part = output.with_name(f"{output.name}.part")
    rows, schema = 0, _SCHEMA.with_metadata(told(reports))
    try:
        with pq.ParquetWriter(part, schema, compression="zstd") as writer:
            found = (row for report in reports for row in _flagged(report.made, identities))
            while chunk := list(islice(found, _BATCH)):
                writer.write_table(pa.Table.from_pylist(chunk, schema))
                rows += len(chunk)
        part.replace(output)
    except OSError as error:
        raise StorageError(f"{output} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def told(reports: Sequence[Report]) -> dict[str, str]:
    """The metadata of the file, by key; lists are JSON.

    Its `hours_read` are spans of the hours that were read as a whole; `gaps` are sentences.
    """
    hours = [hour for report in reports for hour in report.known.whole]
    return {
        f"{PREFIX}selection": reports[0].selection.words if reports else "",
        f"{PREFIX}months": json.dumps([report.month for report in reports]),
        f"{PREFIX}hours_read": json.dumps(spans(hours)),
        f"{PREFIX}gaps": json.dumps([gap for report in reports for gap in report.gaps], ensure_ascii=False),
    }


def _flagged(made: Month, identities: Identities) -> Iterator[dict[str, object]]:
    busy = busy_accounts(made, identities)
    for row in pairs_of(made.path):
        login = str(row["developer"])
        reason = identities.bot(login, str(row["account_type"])) or busy.get(login)
        yield {**row, "bot": reason is not None, "bot_reason": reason or ""}
