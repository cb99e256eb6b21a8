import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread, Timer
from time import sleep

import httpx
import pytest

import ossatlas
from api.access.gate import Access
from api.access.tokens import Tokens
from api.app import create_app
from api.around import Around
from api.client import AsyncClient, Client, UnreachedError
from api.notebook.table_answer import TableAnswer
from api.serving import listening
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import BadInputError, NotFoundError, QueryTimeoutError, SourceError, TooManyError, UnknownCallerError
from tests.api.conftest import serving
from tests.api.safety.keeping import serving_with

BOTH = ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"]
SLOW = "UNWIND range(1, 20000000) AS n RETURN sum(n * n % 7) AS total"


@pytest.fixture
def address(web: httpx.Client) -> str:
    """The address of a server that answers from the bundled data."""
    return str(web.base_url).rstrip("/")


def test_both_clients_answer_alike(address: str) -> None:
    async def told() -> list[object]:
        async with AsyncClient(address) as atlas:
            found = await asyncio.gather(
                atlas.query("shared-developers", repositories=BOTH),
                atlas.search("deepep"),
                atlas.queries(),
                atlas.cypher("RETURN $n AS n", {"n": 1}),
            )
            network = await atlas.network("overlap-network", repositories=BOTH)
            profiles = [await atlas.repository(BOTH[0]), await atlas.developer("LyricZhao")]
            return [*(answer.answer for answer in found), network.answer, *profiles]

    with Client(address) as atlas, ThreadPoolExecutor(1) as apart:  # tests in a browser leave a loop in this thread
        assert apart.submit(asyncio.run, told()).result() == [
            atlas.query("shared-developers", repositories=BOTH).answer,
            atlas.search("deepep").answer,
            atlas.queries().answer,
            atlas.cypher("RETURN $n AS n", {"n": 1}).answer,
            atlas.network("overlap-network", repositories=BOTH).answer,
            atlas.repository(BOTH[0]),
            atlas.developer("LyricZhao"),
        ]


def test_the_picture_of_a_network_leads_to_the_pages_of_the_server(address: str) -> None:
    with Client(address) as atlas:
        page = atlas.network("overlap-network", repositories=BOTH, shared_only=True).to_html()
    assert f"{address}/developers/LyricZhao" in page


def test_a_server_that_wants_a_token_gets_it(atlas: Database, tmp_path: Path) -> None:
    tokens = Tokens(tmp_path)
    token = tokens.create("notebook", ["read"], 1, datetime.now(UTC))

    async def told(address: str) -> int:
        async with AsyncClient(address, token=token) as awaited:
            return len(await awaited.queries())

    with serving_with(Around(access=Access(tokens, public=False)), atlas) as web, ThreadPoolExecutor(1) as apart:
        address = str(web.base_url)
        with Client(address) as stranger, pytest.raises(UnknownCallerError):
            stranger.queries()
        with ossatlas.connect(address, token=token) as known:
            assert len(known.queries()) == apart.submit(asyncio.run, told(address)).result()


def ask_while(other: Thread, client: Client) -> None:
    """Ask until the statement of `other` has arrived, and is in the way."""
    while other.is_alive():
        client.cypher("RETURN 1 AS one")


def test_a_busy_server_is_asked_again(address: str) -> None:
    with Client(address) as atlas, Client(address, tries=1) as once:
        other = Thread(target=atlas.cypher, args=(SLOW,))
        other.start()
        with pytest.raises(TooManyError, match="one at a time"):
            ask_while(other, once)
        assert atlas.cypher("RETURN 1 AS one").records() == [{"one": 1}]
        other.join()


def test_a_server_that_starts_is_waited_for(atlas: Database) -> None:
    with closing(listening("127.0.0.1", 18765)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with Client(address, tries=1) as hasty, pytest.raises(UnreachedError, match=f"nothing answers at {address}"):
        hasty.queries()
    over = Event()

    def start() -> None:
        with serving(create_app(atlas, catalogue())) as started:
            assert started == address
            over.wait(60)

    soon = Timer(0.5, start)
    soon.start()
    with Client(address, tries=20) as patient:
        assert len(patient.queries()) > 100
    over.set()
    soon.join()


def test_both_clients_export_the_same_file(address: str, tmp_path: Path) -> None:
    async def told() -> bytes:
        async with AsyncClient(address) as atlas:
            return (await atlas.export("countries", tmp_path / "awaited.csv", fields=["key"])).read_bytes()

    with Client(address) as atlas, ThreadPoolExecutor(1) as apart:
        written = atlas.export("countries", tmp_path / "a.csv", fields=["key"]).read_bytes()
        assert apart.submit(asyncio.run, told()).result() == written
    assert written.startswith(b"key")


def test_pages_of_an_answer_follow_each_other(address: str) -> None:
    asked = {"repository": BOTH[0], "fields": ["developer", "share"]}

    async def told() -> list[TableAnswer]:
        async with AsyncClient(address) as atlas:
            return [page async for page in atlas.pages("project-contributors", page_size=9, **asked)]

    with Client(address) as atlas, ThreadPoolExecutor(1) as apart:
        whole = atlas.query("project-contributors", **asked)
        pages = list(atlas.pages("project-contributors", page_size=9, **asked))
        assert [page.rows for page in apart.submit(asyncio.run, told()).result()] == [page.rows for page in pages]
    assert [len(page) for page in pages[:-1]] == [9] * (len(pages) - 1)
    assert [row for page in pages for row in page] == whole.records()


def test_a_call_that_takes_too_long_ends(address: str) -> None:
    with Client(address, timeout=0.3) as hasty, pytest.raises(QueryTimeoutError, match="did not answer in time"):
        hasty.cypher(SLOW)
    sleep(1)  # the server sees that nobody waits, and gives the place to the next


def test_failures_are_those_of_the_server(address: str) -> None:
    with Client(address) as atlas:
        with pytest.raises(NotFoundError, match="the graph has no repository 'deepseek-ai/DeepEPP'; near are") as found:
            atlas.query("project-contributors", repository="deepseek-ai/DeepEPP")
        assert "ossatlas query search" in found.value.hint
        with pytest.raises(BadInputError):
            atlas.query("shared-developers", repositories=BOTH, nonsense=1)


def test_py2neo_is_told_to_take_bolt() -> None:
    with Client("http://127.0.0.1:1") as atlas, pytest.raises(BadInputError, match="over HTTP, and py2neo speaks Bolt"):
        _ = atlas.graph


@pytest.mark.parametrize("address", ["ftp://a", "http://", "a"])
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(BadInputError, match="has to begin with https:// or http://"):
        Client(address)


def test_a_server_of_something_else_is_named(address: str) -> None:
    with Client(f"{address}/docs") as lost, pytest.raises((SourceError, NotFoundError)):
        lost.queries()
