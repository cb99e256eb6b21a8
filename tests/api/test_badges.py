import httpx
import pytest

from api.badges import BADGES, short

PATH = "/api/v1/badges"
UNMEASURED = ("openrank", "openrank-rank", "stars")
"""What the bundled data do not tell of DeepEP."""


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        ("openrank", "680.4"),
        ("openrank-rank", "#1 in 2025-08"),
        ("stars", "53.9k"),
        ("contributors", "1k"),
        ("bus-factor", "21"),
    ],
)
def test_a_badge_is_as_shields_reads_it(web: httpx.Client, measure: str, message: str) -> None:
    badge = web.get(f"{PATH}/vllm-project/vllm/{measure}").json()
    assert badge == {"schemaVersion": 1, "label": BADGES[measure].label, "message": message, "color": "blue"}


@pytest.mark.parametrize("measure", BADGES)
def test_what_is_not_known_is_grey(web: httpx.Client, measure: str) -> None:
    for repository in ("no-such/repository", *(["deepseek-ai/DeepEP"] if measure in UNMEASURED else [])):
        answer = web.get(f"{PATH}/{repository}/{measure}")
        assert answer.status_code == 200
        assert (answer.json()["message"], answer.json()["color"]) == ("unknown", "lightgrey")


def test_no_badge_is_a_problem(web: httpx.Client) -> None:
    answer = web.get(f"{PATH}/vllm-project/vllm/star")
    assert (answer.status_code, "'stars'" in answer.json()["detail"]) == (404, True)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), ("x", ""), (0, "0"), (44.44, "44.4"), (980, "980"), (1000, "1k"), (12345, "12.3k"), (2.5e6, "2.5M")],
)
def test_numbers_are_short(value: object, text: str) -> None:
    assert short(value) == text
