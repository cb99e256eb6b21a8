from pathlib import Path

from graph.engine.lock import LOCK_FILE, Jar, lock_hash, locked_jars, locked_versions


def test_the_lock_pins_neo4j_5_26_with_gds_and_apoc() -> None:
    versions = locked_versions()
    assert versions.neo4j.startswith("5.26.")
    assert versions.apoc.startswith("5.26.")
    assert versions.gds.startswith("2.13.")


def test_each_jar_has_a_place_of_its_own() -> None:
    places = [jar.place for jar in locked_jars()]
    assert len(set(places)) == len(places) == 340


def test_jars_go_to_lib_or_plugins_alone() -> None:
    assert {jar.folder for jar in locked_jars()} == {"lib", "plugins"}


def test_each_checksum_is_a_sha256_and_each_size_positive() -> None:
    assert all(len(bytes.fromhex(jar.sha256)) == 32 and jar.size > 0 for jar in locked_jars())


def test_hadoop_stays_out_because_load_csv_over_http_breaks_with_it() -> None:
    assert not [jar.name for jar in locked_jars() if jar.artifact.startswith(("hadoop", "parquet", "snappy"))]


def test_a_path_follows_mavens_layout_with_the_classifier() -> None:
    jar = Jar("io.netty", "epoll", "4.1", "linux-x86_64", "", 1, "lib")
    assert jar.path == "io/netty/epoll/4.1/epoll-4.1-linux-x86_64.jar"
    assert jar.place == "lib/epoll-4.1-linux-x86_64.jar"


def test_the_hash_tells_locks_apart(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes(LOCK_FILE.read_bytes() + b"\n")
    assert lock_hash(other) != lock_hash()
    assert len(lock_hash()) == 12
