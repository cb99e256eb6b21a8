"""Developer x repository x month as one Parquet file, so that an analysis can start without a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import BadInputError, StorageError
from ingest.sources.gharchive.activities import COUNTED
from ingest.sources.gharchive.busy import busy_accounts
from ingest.sources.gharchive.month import pairs_of

if TYPE_CHECKING:
    from ingest.identity import Identities

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
_BATCH = 50_000
_TYPES = {"developer_id": pa.int64(), "repository_id": pa.int64(), "bot": pa.bool_()}
_SCHEMA = pa.schema([(name, pa.int64() if name in COUNTED else _TYPES.get(name, pa.string())) for name in COLUMNS])


def check_output(output: Path) -> None:
    """Nothing, where a Parquet file can be written at `output`; a BadInputError else."""
    if output.suffix != ".parquet":
        raise BadInputError(f"{output.name} is no name of a Parquet file: expected one that ends in .parquet")
    if output.is_dir() or not output.absolute().parent.is_dir():
        raise BadInputError(f"{output} cannot be written: expected a file in a folder that is there")


def write_pairs(months: Iterable[Path], output: Path, identities: Identities) -> int:
    """Write the pairs of `months` to `output`, whole or not at all; return the number of rows."""
    part = output.with_name(f"{output.name}.part")
    rows = 0
    try:
        with pq.ParquetWriter(part, _SCHEMA, compression="zstd") as writer:
            found = (row for path in months for row in _flagged(path, identities))
            while chunk := list(islice(found, _BATCH)):
                writer.write_table(pa.Table.from_pylist(chunk, _SCHEMA))
                rows += len(chunk)
        part.replace(output)
    except OSError as error:
        raise StorageError(f"{output} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def _flagged(path: Path, identities: Identities) -> Iterator[dict[str, object]]:
    busy = busy_accounts(path, identities)
    for row in pairs_of(path):
        login = str(row["developer"])
        reason = identities.bot(login, str(row["account_type"])) or busy.get(login)
        yield {**row, "bot": reason is not None, "bot_reason": reason or ""}
