import os
import signal
import subprocess

from api.commands.demo import addresses
from graph.connection import Connection
from graph.database import Database
from tests.api.commands.test_serve import OSSATLAS
from tests.api.conftest import Command


def test_the_demo_tells_the_answer_in_plain_words(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("demo", "--no-serve")
    assert said.code == 0, said.err
    assert "19 bundled tables were loaded already" in said.err
    assert "4 developers work on both DeepEP and DeepGEMM" in said.out
    assert "LyricZhao: merged PRs in DeepEP 12, DeepGEMM 4; organization DeepSeek; country China" in said.out
    assert "organization unknown" in said.out
    assert "The 5 most central projects" in said.out
    assert "modularity 0." in said.out
    assert "NMI 0." in said.out
    assert "http://127.0.0.1:" in said.out


def test_the_addresses_to_open_are_pages_of_ours() -> None:
    home, overlap, landscape, docs = addresses("127.0.0.1", 8765)
    assert home == "http://127.0.0.1:8765/"
    assert "overlap-network?repositories=deepseek-ai%2FDeepEP%2Cdeepseek-ai%2FDeepGEMM" in overlap
    assert landscape.endswith("/views/collaboration-network")
    assert docs.endswith("/docs")


def test_host_and_port_may_be_chosen(atlas: Database, command: Command) -> None:
    assert atlas
    said = command("demo", "--no-serve", "--host", "127.0.0.2", "--port", "9123")
    assert said.out.count("http://127.0.0.2:9123/") == 4


def test_serving_prints_the_addresses_to_open_first(atlas: Database, connection: Connection) -> None:
    assert atlas
    environment = os.environ | {  # noqa: TID251 - handed on to the command
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
    }
    arguments = [str(OSSATLAS), "demo", "--port", "18943"]
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        pages = []
        for line in served.stdout:
            pages += [line.strip()] if line.startswith("  http://") else []
            if line.strip().endswith("/docs"):
                break
        served.send_signal(signal.SIGINT)
        served.communicate(timeout=60)
    assert served.returncode == 0
    assert [page.partition("?")[0].rpartition("/")[2] for page in pages] == [
        "",
        "overlap-network",
        "collaboration-network",
        "docs",
    ]
