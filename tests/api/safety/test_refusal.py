from pathlib import Path

from api.access.gate import Access
from api.access.tokens import Tokens
from api.around import Around
from api.safety.rules import Rules
from tests.api.safety.keeping import serving_with

REFUSED = {421: {"host": "evil.example"}, 401: {"authorization": "Bearer wrong"}}


def test_what_outer_layers_refuse_is_counted_and_told_what_is_left(tmp_path: Path) -> None:
    for status, headers in REFUSED.items():
        with serving_with(Around(Rules(rate="2/hour"), access=Access(Tokens(tmp_path)))) as web:
            answers = [web.get("/api/v1/queries", headers=headers) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [status, status, 429]
        assert [answer.headers["ratelimit"].partition(";t")[0] for answer in answers] == [
            f'"default";r={left}' for left in (1, 0, 0)
        ]
        assert "retry-after" in answers[-1].headers
        assert ["www-authenticate" in answer.headers for answer in answers] == [status == 401] * 2 + [False]
