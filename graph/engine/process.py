"""The engine's process: its command, its identity, its readiness, its end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine.home import Home, first_heap
from graph.engine.java import FIRST_WITH_UNSAFE_WARNINGS, Java
from graph.engine.lock import Jar
from graph.engine.memory import Memory
from graph.engine.options import Confinement
from graph.errors import GraphUnavailableError

if TYPE_CHECKING:
    import psutil

SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
SMALL = ("-Xmx256m", "-XX:TieredStopAtLevel=1")
READY_SECONDS = 180.0
STOP_SECONDS = 60.0
POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Launch:
    """All that makes one command line: the Java, the home, the jars, the memory, limits and further Java options."""

    java: Java
    home: Home
    jars: Sequence[Jar]
    memory: Memory
    extra: tuple[str, ...] = ()
    confined: Confinement | None = None

    def command(self) -> list[str]:
        """The command that runs the server."""
        heap = (f"-Xms{first_heap(self.memory)}m", f"-Xmx{self.memory.heap_mb}m")
        opened = (f"--add-opens={name}=ALL-UNNAMED" for name in OPENED)
        flags = ("-Dlog4j2.disable.jmx=true", "-Dio.netty.tryReflectionSetAccessible=true", "-Dfile.encoding=UTF-8")
        return [
            *_last(self.confined), str(self.java.executable),
            *heap, *opened, *flags, *quiet(self.java), *_ending(self.confined), *self.extra,
            "-cp", class_path(self.home, self.jars), SERVER, *_identity(self.home),
        ]  # fmt: skip


def _last(confined: Confinement | None) -> tuple[str, ...]:
    nice = shutil.which("nice") if confined and confined.yields else None
    return (nice, "-n", "19") if nice else ()


def _ending(confined: Confinement | None) -> tuple[str, ...]:
    # A heap that one statement filled would leave the engine answering nobody.
    return ("-XX:+ExitOnOutOfMemoryError",) if confined else ()


def class_path(home: Home, jars: Sequence[Jar]) -> str:
    """Every jar by name, sorted, lib before plugins: the ahead-of-time cache wants the same text at each start."""
    return os.pathsep.join(str(home.jars / jar.place) for jar in sorted(jars, key=lambda jar: jar.place))


def spawn(launch: Launch) -> subprocess.Popen[bytes]:
    """The server's process, which outlives ours."""
    with launch.home.console.open("wb") as console:
        return subprocess.Popen(  # noqa: S603 - our own command line
            launch.command(),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            cwd=launch.home.neo4j,
            start_new_session=True,
        )


def set_initial_password(launch: Launch, password: str) -> None:
    """Give the database, before its first start, the password of its only user.

    Java reads its arguments from a file of the user's alone, so that the process list does not show the password.
    """
    folder = launch.home.root
    with tempfile.NamedTemporaryFile("w", dir=folder, prefix="arguments-", encoding="utf-8") as file:
        file.write("\n".join(_quoted(admin(launch, "dbms", "set-initial-password", password))))
        file.flush()
        done = subprocess.run(  # noqa: S603 - our own command line
            [launch.java.executable, f"@{file.name}"],
            env=admin_environment(launch.home.neo4j, launch.home.conf),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    if done.returncode:
        words = (done.stderr or done.stdout).replace(password, "…").strip().splitlines()
        raise GraphUnavailableError(
            f"Neo4j does not take its first password: {words[-1] if words else 'no reason given'}"
        )


def admin(launch: Launch, *arguments: str, flags: Sequence[str] = SMALL) -> list[str]:
    """What Java is told to run a command of Neo4j's own tool, which needs a stopped engine."""
    path = class_path(launch.home, launch.jars)
    opened = (f"--add-opens={name}=ALL-UNNAMED" for name in OPENED)
    return [*flags, *opened, "-Dfile.encoding=UTF-8", *quiet(launch.java), "-cp", path, ADMIN, *arguments]


def admin_environment(home: Path, conf: Path) -> dict[str, str]:
    """The environment by which that tool finds its home and its configuration."""
    return {"NEO4J_HOME": str(home), "NEO4J_CONF": str(conf)}


def _quoted(arguments: Iterable[str]) -> list[str]:
    return ['"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"')) for text in arguments]


def quiet(java: Java) -> tuple[str, ...]:
    """The flags that keep a newer Java from warning about what the jars do."""
    if java.major < FIRST_WITH_UNSAFE_WARNINGS:
        return ()
    return ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")


def _identity(home: Home) -> tuple[str, str]:
    return f"--home-dir={home.neo4j}", f"--config-dir={home.conf}"


def find_process(home: Home, pid: int | None) -> psutil.Process | None:
    """The engine of `home`: the process `pid` if it still is one, else any other that was started for this home.

    A number alone proves nothing, because systems give numbers out again; the command line does.
    """
    import psutil  # noqa: PLC0415 - the command line starts without it

    if pid is not None and psutil.pid_exists(pid):
        process = _if_engine(pid, home)
        if process:
            return process
    for other in psutil.process_iter():
        if process := _if_engine(other.pid, home):
            return process
    return None


def _if_engine(pid: int, home: Home) -> psutil.Process | None:
    import psutil  # noqa: PLC0415 - the command line starts without it

    try:
        process = psutil.Process(pid)
        words = process.cmdline()
    except (psutil.Error, OSError):
        return None
    return process if _alive(process) and SERVER in words and _identity(home)[0] in words else None


def answers(port: int) -> bool:
    """Whether something listens at `port` of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def wait_until_listening(process: psutil.Process | subprocess.Popen[bytes], port: int) -> bool:
    """True when the process answers at `port`; False when it ended first. GraphUnavailableError after three minutes."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        if answers(port) and _owns(process.pid, port):
            return True
        if not _alive(process):
            return False
        time.sleep(POLL_SECONDS)
    raise GraphUnavailableError(f"the engine does not answer at port {port} after {READY_SECONDS:.0f} s")


def _owns(pid: int, port: int) -> bool:
    import psutil  # noqa: PLC0415 - the command line starts without it

    try:
        sockets = psutil.Process(pid).net_connections("tcp")
    except psutil.AccessDenied:
        return True  # some systems do not tell; the first statement will
    except psutil.NoSuchProcess:
        return False
    return any(s.status == psutil.CONN_LISTEN and s.laddr and s.laddr.port == port for s in sockets)


def _alive(process: psutil.Process | subprocess.Popen[bytes]) -> bool:
    if isinstance(process, subprocess.Popen):
        return process.poll() is None
    import psutil  # noqa: PLC0415 - the command line starts without it

    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(process: psutil.Process, seconds: float = STOP_SECONDS) -> None:
    """Ask the process to end, wait, and force it after `seconds`; a forced one recovers at its next start."""
    import psutil  # noqa: PLC0415 - the command line starts without it

    with suppress(psutil.NoSuchProcess):
        process.terminate()
        if not _has_ended(process, seconds):
            process.kill()
            _has_ended(process, seconds)
    with suppress(psutil.Error):
        if process.ppid() == os.getpid():
            process.wait(seconds)  # one that we started ourselves would stay in the process list


def _has_ended(process: psutil.Process, seconds: float) -> bool:
    # psutil's own wait goes on until somebody takes the process out of the list, which a lazy init does seconds later.
    limit = time.monotonic() + seconds
    while alive := _alive(process):
        if time.monotonic() > limit:
            break
        time.sleep(POLL_SECONDS / 2)
    return not alive


def detach(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Let go of a process that outlives ours, so that Python does not warn of it at its own end."""
    process.returncode = 0
