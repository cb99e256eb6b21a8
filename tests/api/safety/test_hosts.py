import pytest

from api.safety.hosts import fits, host_in
from api.safety.rules import Rules, rules_of
from api.settings import Settings
from tests.api.safety.keeping import kept

NAMED = Rules(hosts=("atlas.example.org", "*.example.com"))


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("atlas.example.org", 200),
        ("ATLAS.example.org.:8765", 200),
        ("a.example.com:443", 200),
        ("example.com", 421),
        ("atlas.example.org.evil.example", 421),
        ("evilexample.com", 421),
        ("127.0.0.1", 421),
        ("", 421),
    ],
)
def test_a_server_answers_for_its_own_names_alone(host: str, status: int) -> None:
    with kept(NAMED) as web:
        assert web.get("/healthz", headers={"host": host}).status_code == status


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:8765"])
def test_a_page_elsewhere_cannot_lead_its_name_to_this_machine(host: str) -> None:
    with kept(rules_of(Settings(), "127.0.0.1")) as web:
        assert web.get("/healthz", headers={"host": host}).status_code == 200
        refused = web.get("/healthz", headers={"host": "evil.example"})
        assert (refused.status_code, refused.headers["content-type"]) == (421, "application/problem+json")


def test_the_port_is_no_part_of_the_name() -> None:
    assert [host_in(said) for said in ("a:80", "[::1]:80", "[::1]", "a.", "")] == ["a", "[::1]", "[::1]", "a", ""]
    assert not fits("example.com", "*.example.com")


def test_a_person_is_refused_in_the_language_that_they_read() -> None:
    with kept(NAMED) as web:
        asked = {"host": "evil.example", "accept": "text/html", "accept-language": "zh"}
        page = web.get("/", headers=asked)
        assert (page.status_code, "本服务器不响应该主机名" in page.text) == (421, True)
