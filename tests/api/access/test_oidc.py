"""Against a real little issuer on this machine, with keys of its own."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from api.access.oidc import CONFIGURATION, Issuer, scopes_in
from graph.errors import SourceError, UnknownCallerError

AUDIENCE = "atlas"
KEYS = {name: rsa.generate_private_key(public_exponent=65537, key_size=2048) for name in ("one", "foreign")}
CURVE = ec.generate_private_key(ec.SECP256R1())


class Little(ThreadingHTTPServer):
    """An issuer: says where its keys are, tells them, and counts who asks."""

    asked = 0
    says = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Telling(BaseHTTPRequestHandler):
    server: Little

    def do_GET(self) -> None:
        told: dict[str, Any] = {"issuer": self.server.says, "jwks_uri": f"{self.server.address}/keys"}
        if self.path == "/keys":
            self.server.asked += 1
            keys = [
                {**jwt.algorithms.RSAAlgorithm.to_jwk(KEYS["one"].public_key(), as_dict=True), "kid": "one"},
                {**jwt.algorithms.ECAlgorithm.to_jwk(CURVE.public_key(), as_dict=True), "kid": "curve"},
            ]
            told = {"keys": keys}
        self.send_response(200 if self.path in ("/keys", CONFIGURATION) else 404)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def little() -> Iterator[Little]:
    server = Little(("127.0.0.1", 0), Telling)
    server.says = server.address
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def signed(
    issuer: str,
    key: Any = KEYS["one"],  # noqa: ANN401 - whatever the library takes
    algorithm: str = "RS256",
    kid: str = "one",
    **other: object,
) -> str:
    now = int(time.time())
    claims = {"iss": issuer, "aud": AUDIENCE, "sub": "ann", "exp": now + 60, "scope": "openid jobs read", **other}
    kept = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(kept, key, algorithm, headers={"kid": kid})


def test_a_right_token_tells_who_asks_and_the_keys_are_asked_for_once(little: Little) -> None:
    issuer = Issuer(little.address, AUDIENCE)
    for token in (signed(little.address), signed(little.address, CURVE, "ES256", "curve")):
        caller = issuer.caller(token)
        assert (caller.name, sorted(caller.scopes)) == ("ann", ["jobs", "read"])
    assert little.asked == 1


WRONG: dict[str, dict[str, Any]] = {
    "of another issuer": {"iss": "https://other.example"},
    "for somebody else": {"aud": "other"},
    "over": {"exp": int(time.time()) - 120},
    "not yet": {"nbf": int(time.time()) + 600},
    "for ever": {"exp": None},
    "nobody's": {"sub": None},
    "of a key that is not theirs": {"key": KEYS["foreign"]},
    "of an unknown key": {"kid": "unknown"},
    "signed by what everybody can read": {"key": "x" * 64, "algorithm": "HS256"},
    "unsigned": {"key": None, "algorithm": "none"},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_wrong_token_is_refused(little: Little, change: dict[str, Any]) -> None:
    with pytest.raises(UnknownCallerError, match="the token is not taken"):
        Issuer(little.address, AUDIENCE).caller(signed(little.address, **change))


@pytest.mark.parametrize("given", ["", "x", "a.b.c"])
def test_what_is_no_token_is_refused(little: Little, given: str) -> None:
    with pytest.raises(UnknownCallerError):
        Issuer(little.address, AUDIENCE).caller(given)


def test_an_issuer_that_says_it_is_another_or_is_away_is_a_source_that_fails(little: Little) -> None:
    little.says = "https://other.example"
    with pytest.raises(SourceError, match="says that it is"):
        Issuer(little.address, AUDIENCE).caller(signed(little.address))
    with pytest.raises(SourceError, match="does not say where its keys are"):
        Issuer("http://127.0.0.1:9", AUDIENCE).caller(signed("http://127.0.0.1:9"))


@pytest.mark.parametrize(
    ("claim", "scopes"),
    [("read jobs other", {"read", "jobs"}), (["read"], {"read"}), (None, set()), ({"read": True}, set()), ("", set())],
)
def test_scopes_are_a_text_or_a_list(claim: object, scopes: set[str]) -> None:
    assert scopes_in(claim) == scopes
