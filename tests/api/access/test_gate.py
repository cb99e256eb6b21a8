import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.access.gate import Access
from api.access.scopes import SCOPES
from api.access.tokens import Tokens
from api.around import Around
from api.safety.rules import Rules
from graph.database import Database
from tests.api.safety.keeping import serving_with

NOW = datetime.now(UTC)
CYPHER, JOBS, QUERIES = "/api/v1/cypher", "/api/v1/jobs", "/api/v1/queries"
SHOWN = ("none", "read", "cypher", "jobs", "revoked", "expired", "wrong")
ASKED = {
    # path: who may read; the status for each token that is shown
    ("/healthz", "token"): (200, 200, 200, 200, 200, 200, 200),
    ("/static/atlas.css", "token"): (200, 200, 200, 200, 200, 200, 200),
    (QUERIES, "public"): (200, 200, 200, 200, 401, 401, 401),
    (QUERIES, "token"): (401, 200, 403, 403, 401, 401, 401),
    ("/", "token"): (401, 503, 403, 403, 401, 401, 401),
    ("/openapi.json", "token"): (401, 200, 403, 403, 401, 401, 401),
    (CYPHER, "public"): (405, 405, 405, 405, 401, 401, 401),
    (CYPHER, "token"): (401, 403, 405, 403, 401, 401, 401),
    (f"{JOBS}/", "public"): (401, 403, 403, 404, 401, 401, 401),
    (f"{JOBS}/made-up/x", "public"): (401, 403, 403, 404, 401, 401, 401),
    ("/api/v1/corrections/x", "public"): (401, 403, 403, 403, 401, 401, 401),
}


def tokens_of(folder: Path) -> tuple[Tokens, dict[str, str]]:
    tokens = Tokens(folder)
    shown = {scope: tokens.create(scope, [scope], 1, NOW) for scope in SCOPES}
    shown["revoked"] = tokens.create("revoked", SCOPES, 1, NOW)
    tokens.revoke("revoked", NOW)
    shown["expired"] = tokens.create("expired", SCOPES, 1, NOW - timedelta(days=2))
    return tokens, shown | {"wrong": "ossatlas_x_y"}


@pytest.mark.parametrize("reading", ["public", "token"])
def test_each_route_lets_in_who_may_and_nobody_else(tmp_path: Path, reading: str) -> None:
    tokens, shown = tokens_of(tmp_path)
    with serving_with(Around(access=Access(tokens, public=reading == "public"))) as web:
        for (path, asked), statuses in ASKED.items():
            for name, status in zip(SHOWN, statuses, strict=True) if asked == reading else ():
                headers = {"authorization": f"Bearer {shown[name]}"} if name in shown else {}
                answer = web.get(path, headers=headers)
                assert answer.status_code == status, (path, name)
                assert ("www-authenticate" in answer.headers) is (status in (401, 403)), (path, name)


@pytest.mark.parametrize("host", ["localhost/healthz?x=", "localhost/healthz#", "localhost/static/"])
def test_no_name_of_the_server_leads_around_the_gate(tmp_path: Path, host: str) -> None:
    around = Around(Rules(hosts=("*",)), access=Access(Tokens(tmp_path), public=False))
    with serving_with(around) as web:
        for path in (QUERIES, JOBS):
            assert web.get(path, headers={"host": host}).status_code in (400, 401)


def test_a_refusal_says_what_is_missing_as_the_standard_has_it(tmp_path: Path) -> None:
    tokens, shown = tokens_of(tmp_path)
    with serving_with(Around(access=Access(tokens))) as web:
        missing, wrong = web.get(JOBS), web.get(JOBS, headers={"authorization": "bearer x"})
        short = web.get(JOBS, headers={"authorization": f"Bearer {shown['read']}"})
    assert missing.headers["www-authenticate"] == 'Bearer realm="ossatlas", scope="jobs"'
    assert wrong.headers["www-authenticate"] == 'Bearer realm="ossatlas", error="invalid_token", scope="jobs"'
    assert short.headers["www-authenticate"] == 'Bearer realm="ossatlas", error="insufficient_scope", scope="jobs"'
    assert {answer.headers["content-type"] for answer in (missing, wrong, short)} == {"application/problem+json"}
    assert short.json()["detail"] == "the token 'read' has not the scope jobs"


def test_a_token_has_a_rate_of_its_own_and_wrong_ones_are_counted_for_their_address(tmp_path: Path) -> None:
    tokens, shown = tokens_of(tmp_path)
    around = Around(Rules(rate="2/hour"), access=Access(tokens))

    with serving_with(around) as web:

        def asked(token: str) -> int:
            return web.get(QUERIES, headers={"authorization": f"Bearer {token}"} if token else {}).status_code

        assert [asked(token) for token in (shown["read"], shown["cypher"], shown["read"], "")] == [200] * 4
        assert asked(shown["read"]) == 429
        assert [asked("wrong"), asked("wrong")] == [401, 429]
        assert asked(shown["cypher"]) == 200


def test_a_file_of_tokens_that_cannot_be_read_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "server.sqlite3").write_bytes(os.urandom(4096))
    with serving_with(Around(access=Access(Tokens(tmp_path)))) as web:
        assert web.get(JOBS, headers={"authorization": "Bearer ossatlas_x_y"}).status_code == 507
        assert web.get(QUERIES).status_code == 200


def test_a_statement_needs_its_own_scope_where_reading_does(tmp_path: Path, open_database: Database) -> None:
    tokens, shown = tokens_of(tmp_path)
    with serving_with(Around(access=Access(tokens, public=False)), open_database) as web:
        for name, status in (("read", 403), ("cypher", 200)):
            headers = {"authorization": f"Bearer {shown[name]}"}
            assert web.post(CYPHER, json={"statement": "RETURN 1 AS x"}, headers=headers).status_code == status
