from api.commands.demo import addresses
from graph.database import Database
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
    assert landscape.endswith("/networks/collaboration-network")
    assert docs.endswith("/docs")
