import httpx

from api.pages.embed import policy_for
from tests.api.conftest import BOTH
from viz.pages import CONTENT_SECURITY_POLICY


def test_an_embedded_page_has_no_bar_and_opens_links_elsewhere(web: httpx.Client) -> None:
    page = web.get(f"/embed/overlap-network?repositories={BOTH}")
    assert page.status_code == 200
    assert '<header class="bar">' not in page.text
    assert '<base target="_blank">' in page.text
    assert "data-network" in page.text


def test_a_chart_can_be_embedded_too(web: httpx.Client) -> None:
    page = web.get("/embed/rank-race")
    assert (page.status_code, '<header class="bar">' in page.text) == (200, False)


def test_a_view_of_one_repository_is_embedded_by_its_path(web: httpx.Client) -> None:
    assert web.get("/embed/ego-network/github/deepseek-ai/DeepEP").status_code == 200


def test_a_short_name_is_embedded_too(web: httpx.Client) -> None:
    assert web.get(f"/embed/overlap?repositories={BOTH}").status_code == 200


def test_who_may_frame_is_said_for_embedded_pages_alone() -> None:
    policy = policy_for("https://blog.example.org")
    assert policy.endswith("frame-ancestors https://blog.example.org")
    assert "script-src 'self'" in policy
    assert CONTENT_SECURITY_POLICY.endswith("frame-ancestors 'self'")


def test_as_it_comes_only_the_same_origin_may_frame(web: httpx.Client) -> None:
    for path in ("/embed/rank-race", "/views/rank-race"):
        assert web.get(path).headers["content-security-policy"] == CONTENT_SECURITY_POLICY
