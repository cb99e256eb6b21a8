import httpx
import pytest

from tests.api.conftest import BOTH

BROWSER = {"accept": "text/html"}
PAGES = [
    "/",
    "/queries",
    "/docs",
    "/queries/top-openrank",
    "/queries/shared-developers",
    f"/queries/shared-developers?repositories={BOTH}",
    "/queries/search?text=deep",
    f"/views/overlap-network?repositories={BOTH}",
    "/views/overlap-network",
    "/views/collaboration-network",
    "/views",
    "/views/compare",
    "/views/rank-race?show=value",
    "/views/developer-countries",
    "/views/ego-network/github/deepseek-ai/DeepEP",
    "/repositories/deepseek-ai/DeepEP",
    "/repositories/vllm-project/vllm",
    "/developers/LyricZhao",
    "/developers/fzyzcjy",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_names_no_other_host(web: httpx.Client, path: str) -> None:
    page = web.get(path, headers=BROWSER)
    assert page.status_code == 200, page.text[:500]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text.rstrip().endswith("</html>")
    assert 'src="http' not in page.text
    assert "<script>" not in page.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/repositories/no/such", 404, "the graph has no repository"),
        ("/developers/nobody-here", 404, "the graph has no developer"),
        ("/queries/shared-developer", 404, "did you mean"),
        ("/queries/leiden", 404, "ossatlas measure leiden"),
        ("/queries/top-openrank?limit=x", 422, "expected a whole number"),
        ("/views/top-openrank", 404, "its answer is a table: /queries/top-openrank"),
        ("/views/rank-rase", 404, "did you mean"),
        ("/views/rank-race/github/a/b", 404, "is about no single repository or developer"),
        ("/views/ego-network/gitee/a/b", 404, "there is no platform"),
        ("/views/star-history?scale=cubic", 422, "expected linear or log"),
        ("/nothing", 404, "there is nothing at /nothing"),
    ],
)
def test_what_is_not_there_or_wrong_is_a_page_that_says_so(
    web: httpx.Client, path: str, status: int, words: str
) -> None:
    page = web.get(path, headers=BROWSER)
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")
    assert words.lower() in page.text.lower()


def test_another_spelling_leads_to_the_name(web: httpx.Client) -> None:
    answer = web.get("/repositories/DEEPSEEK-AI/deepep")
    assert (answer.status_code, answer.headers["location"]) == (307, "/repositories/deepseek-ai/DeepEP")
    assert web.get("/developers/lyriczhao").headers["location"] == "/developers/LyricZhao"


def test_short_and_former_addresses_lead_to_the_view_with_its_parameters(web: httpx.Client) -> None:
    for former in ("/views/overlap", "/networks/overlap", "/networks/overlap-network"):
        answer = web.get(f"{former}?repositories={BOTH}")
        assert (answer.status_code, answer.headers["location"]) == (301, f"/views/overlap-network?repositories={BOTH}")
    assert web.get("/views/landscape").headers["location"] == "/views/collaboration-network"


def test_a_page_is_not_sent_twice(web: httpx.Client) -> None:
    first = web.get("/")
    assert web.get("/", headers={"if-none-match": first.headers["etag"]}).status_code == 304
