"""Where the engine keeps its things, and what must hold there before it may start."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.engine.memory import Memory
from graph.engine.options import Confinement, EngineOptions
from graph.errors import StorageError

CONFIGURATION = """\
# Written at every start by `ossatlas engine start`; changes made here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.directories.plugins={plugins}
# Unset, file:/// would read any file of the user.
server.directories.import=import
server.memory.heap.initial_size={first_heap}m
server.memory.heap.max_size={heap}m
server.memory.pagecache.size={page_cache}m
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.size=32m
db.tx_log.rotation.retention_policy=64M size
# The next three make a stop take 0.3 s in place of 10 s, and time limits come in time.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
db.shutdown_transaction_end_timeout=1s
db.transaction.monitor.check.interval=500ms
"""
OWN = "dbms.security.procedures.unrestricted=gds.*,apoc.*\n"
CONFINED = """\
# Strangers' statements run here. docs/decisions/0031 says what each line is for.
dbms.security.procedures.allowlist={procedures}
dbms.security.procedures.unrestricted={unrestricted}
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
server.databases.default_to_read_only=true
db.transaction.timeout={seconds}s
db.memory.transaction.max={statement}m
dbms.memory.transaction.total.max={statements}m
"""
PASSWORD = re.compile(r"[0-9a-f]{48}|\w[\w-]{42}", re.ASCII)
"""Ours are 48 hex digits; those of 43 signs were written before and go on being read."""
VERSION = re.compile(r"[0-9]+(\.[0-9]+)+", re.ASCII)
FIRST_HEAP_MB = 512


@dataclass(frozen=True, slots=True)
class Home:
    """The engine's folders and files: `root` is one user's, `downloads` may be shared."""

    root: Path
    downloads: Path

    @classmethod
    def of(cls, options: EngineOptions) -> Home:
        """The home that `options` mean."""
        root = (options.data_dir / "engine").absolute()
        return cls(root, (options.downloads or root).absolute())

    @property
    def neo4j(self) -> Path:
        """Neo4j's own home: conf, data, logs, import."""
        return self.root / "neo4j"

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf."""
        return self.neo4j / "conf"

    @property
    def console(self) -> Path:
        """What Java prints."""
        return self.neo4j / "console.log"

    @property
    def log(self) -> Path:
        """Neo4j's log for users."""
        return self.neo4j / "logs" / "neo4j.log"

    @property
    def jars(self) -> Path:
        """The folder of `lib` and `plugins`."""
        return self.downloads / "jars"

    @property
    def aot(self) -> Path:
        """The folder of the ahead-of-time caches."""
        return self.downloads / "aot"

    @property
    def password_file(self) -> Path:
        """The file that only its owner may read."""
        return self.root / "password"

    @property
    def state_file(self) -> Path:
        """What is remembered between commands: port, process, idle hours."""
        return self.root / "state.json"

    @property
    def last_used_file(self) -> Path:
        """A file whose time says when a command last used the engine."""
        return self.root / "last-used"

    @property
    def version_file(self) -> Path:
        """The Neo4j version that wrote the data."""
        return self.root / "neo4j-version"

    @property
    def has_data(self) -> bool:
        """Whether an engine has ever run here."""
        return (self.neo4j / "data" / "databases").exists()


def make_folders(home: Home) -> None:
    """Make the folders of `home`, readable by their owner alone; StorageError when that cannot be."""
    try:
        home.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (home.conf, home.neo4j / "import", home.neo4j / "logs", home.jars, home.aot):
            folder.mkdir(parents=True, exist_ok=True)
        if not os.access(home.root, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise unusable(home.root, error) from error


def unusable(folder: Path, error: OSError) -> StorageError:
    """The error for a data folder that cannot be written."""
    return StorageError(
        f"the data folder {folder} cannot be written: {error.strerror or error}",
        hint="name another folder in OSSATLAS_DATA_DIR",
    )


def check_disk(folder: Path, needed: int, reserve: int) -> None:
    """Nothing when the disk of `folder` has `needed` bytes and `reserve` more; StorageError otherwise."""
    free = shutil.disk_usage(next(path for path in (folder, *folder.parents) if path.exists())).free
    if free < needed + reserve:
        raise StorageError(
            f"the disk of {folder} has {free // 2**20} MiB free; the engine needs {(needed + reserve) // 2**20} MiB",
            hint="free some space, or name a folder on another disk in OSSATLAS_DATA_DIR",
        )


def check_version(home: Home, version: str) -> None:
    """Nothing when the data is of `version` or an older patch of it, which is then written down; else StorageError."""
    if home.has_data and home.version_file.exists():
        wrote = home.version_file.read_text(encoding="utf-8", errors="replace").strip()
        if not _may_open(wrote, version):
            raise _foreign(home, wrote, version)
    home.version_file.write_text(f"{version}\n", encoding="utf-8")


def _foreign(home: Home, wrote: str, version: str) -> StorageError:
    hint = "name another folder in OSSATLAS_DATA_DIR, or `ossatlas engine remove` and load again"
    if not VERSION.fullmatch(wrote):
        hint = f"{home.version_file} is damaged: where no other ossatlas wrote the data, write {version} into it"
        wrote = "an unknown version"
    return StorageError(f"the data in {home.neo4j} is of Neo4j {wrote}; this ossatlas runs {version}", hint=hint)


def _may_open(wrote: str, runs: str) -> bool:
    old, new = (tuple(map(int, re.findall(r"\d+", text))) for text in (wrote, runs))
    return old[:2] == new[:2] and old <= new


def write_configuration(home: Home, port: int, memory: Memory, confined: Confinement | None = None) -> None:
    """Write neo4j.conf, `confined` or for its owner's own use."""
    text = CONFIGURATION.format(
        port=port,
        plugins=(home.jars / "plugins").as_posix(),
        first_heap=first_heap(memory),
        heap=memory.heap_mb,
        page_cache=memory.page_cache_mb,
    )
    text += _confined(confined) if confined else OWN
    (home.conf / "neo4j.conf").write_text(text, encoding="utf-8")


def _confined(by: Confinement) -> str:
    return CONFINED.format(
        procedures=",".join(by.procedures), unrestricted=",".join(by.unrestricted), seconds=by.seconds,
        statement=by.statement_mb, statements=2 * by.statement_mb,
    )  # fmt: skip


def first_heap(memory: Memory) -> int:
    """The heap in MiB that the engine starts with, before it grows to its limit."""
    return min(FIRST_HEAP_MB, memory.heap_mb)


def new_password(home: Home) -> str:
    """A fresh random password, written to the password file that only its owner may read."""
    password = secrets.token_hex(24)  # no sign that a command line takes for an option
    home.password_file.unlink(missing_ok=True)
    handle = os.open(home.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{password}\n")
    return password


def read_password(home: Home) -> str:
    """The engine's password; StorageError when its file is absent or damaged."""
    try:
        text = home.password_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(home, "cannot be read") from error
    if not PASSWORD.fullmatch(text):
        raise _damaged(home, "does not hold what was written there")
    return text


def _damaged(home: Home, why: str) -> StorageError:
    return StorageError(
        f"the engine's password file {home.password_file} {why}",
        hint="put the file back from a backup, or `ossatlas engine remove` and load again",
    )
