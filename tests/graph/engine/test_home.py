import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph.engine.home import (
    Home,
    check_disk,
    check_version,
    first_heap,
    make_folders,
    new_password,
    read_password,
    write_configuration,
)
from graph.engine.memory import Memory
from graph.engine.options import EngineOptions
from graph.errors import StorageError

ROOT = Path(__file__).parents[3]
UNPRIVILEGED = 65534


def test_jars_lie_beside_the_database_unless_they_are_shared(tmp_path: Path) -> None:
    options = EngineOptions(tmp_path)
    assert Home.of(options).jars == tmp_path / "engine" / "jars"
    assert Home.of(replace(options, downloads=tmp_path / "shared")).jars == tmp_path / "shared" / "jars"


def test_the_folder_is_its_owners_alone(home: Home) -> None:
    assert stat.S_IMODE(home.root.stat().st_mode) == 0o700


def test_making_folders_twice_changes_nothing(home: Home) -> None:
    (home.neo4j / "import" / "a.csv").write_text("1", encoding="utf-8")
    make_folders(home)
    assert (home.neo4j / "import" / "a.csv").exists()


def test_a_data_folder_below_a_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(
        StorageError, match=r"the data folder .*file/engine cannot be written: Not a directory"
    ) as caught:
        make_folders(Home.of(EngineOptions(tmp_path / "file")))
    assert caught.value.exit_code == 8
    assert "OSSATLAS_DATA_DIR" in caught.value.hint


def test_a_data_folder_of_somebody_else_is_refused_by_name(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    attempt = f"""if True:
        import os
        from pathlib import Path
        from graph.engine.home import Home, make_folders
        home = Home(Path({str(locked)!r}) / "engine", Path({str(locked)!r}))
        if os.getuid() == 0:
            os.setuid({UNPRIVILEGED})  # root may write everywhere
        make_folders(home)
    """
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", attempt], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith(f"the data folder {locked}/engine cannot be written: Permission denied")
    )


def test_a_password_is_long_random_and_its_owners_alone(home: Home) -> None:
    first, second = new_password(home), new_password(home)
    assert first != second
    assert read_password(home) == second
    assert len(bytes.fromhex(second)) == 24  # no sign that a command line takes for an option
    assert stat.S_IMODE(home.password_file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe\x00", b"a" * 44, b"g" * 48, b"with space " * 4])
def test_a_damaged_password_file_is_named(home: Home, content: bytes) -> None:
    home.password_file.write_bytes(content)
    with pytest.raises(StorageError, match=f"the engine's password file {home.password_file}") as caught:
        read_password(home)
    assert "backup" in caught.value.hint


def test_an_earlier_password_of_43_signs_is_still_read(home: Home) -> None:
    home.password_file.write_text("b_-" * 14 + "c\n", encoding="utf-8")
    assert read_password(home) == "b_-" * 14 + "c"


def test_an_absent_password_file_is_named(home: Home) -> None:
    with pytest.raises(StorageError, match=r"password file .* cannot be read"):
        read_password(home)


def test_too_little_disk_says_how_much_is_there_and_how_much_is_needed(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"has \d+ MiB free; the engine needs 1048576 MiB") as caught:
        check_disk(tmp_path, 2**40 - 2**30, 2**30)
    assert caught.value.exit_code == 8


def test_enough_disk_is_no_matter(tmp_path: Path) -> None:
    check_disk(tmp_path, 1, 0)


def with_data(home: Home, version: str) -> None:
    (home.neo4j / "data" / "databases").mkdir(parents=True)
    home.version_file.write_text(version, encoding="utf-8")


@pytest.mark.parametrize("version", ["4.4.3", "5.25.9", "5.26.31", "2025.01.0", "", "garbage"])
def test_data_of_another_version_is_refused_and_left_alone(home: Home, version: str) -> None:
    with_data(home, version)
    with pytest.raises(StorageError, match=r"is of Neo4j .*; this ossatlas runs 5\.26\.30"):
        check_version(home, "5.26.30")
    assert home.version_file.read_text(encoding="utf-8") == version


@pytest.mark.parametrize("version", ["5.26.0", "5.26.30\n"])
def test_data_of_this_version_or_an_older_patch_is_taken(home: Home, version: str) -> None:
    with_data(home, version)
    check_version(home, "5.26.30")
    assert home.version_file.read_text(encoding="utf-8") == "5.26.30\n"


def test_a_version_without_data_is_no_matter(home: Home) -> None:
    home.version_file.write_text("4.4.3", encoding="utf-8")
    check_version(home, "5.26.30")


def test_the_configuration_listens_on_loopback_alone_and_reads_files_from_import_alone(home: Home) -> None:
    write_configuration(home, 7777, Memory(300, 70))
    lines = (home.conf / "neo4j.conf").read_text(encoding="utf-8").splitlines()
    assert "server.bolt.listen_address=127.0.0.1:7777" in lines
    assert "server.directories.import=import" in lines
    assert "server.http.enabled=false" in lines
    assert "server.memory.heap.max_size=300m" in lines
    assert "server.memory.pagecache.size=70m" in lines
    assert not [line for line in lines if "0.0.0.0" in line]  # noqa: S104 - that is the point


def test_the_heap_starts_small_and_grows() -> None:
    assert first_heap(Memory(4096, 100)) == 512
    assert first_heap(Memory(256, 100)) == 256


def test_a_home_without_a_run_has_no_data(home: Home) -> None:
    assert not home.has_data
    assert os.access(home.root, os.W_OK)
