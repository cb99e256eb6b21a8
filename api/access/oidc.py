"""Tokens of an OpenID Connect issuer: what others say of who asks, where a setting trusts them."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import jwt

from api.access.scopes import SCOPES, Caller
from graph.errors import SourceError, UnknownCallerError

CONFIGURATION = "/.well-known/openid-configuration"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with two keys: a server that checks must not be able to make tokens. `none` is no signature."""
REQUIRED = ("exp", "iss", "aud", "sub")
SECONDS = 5.0
LEEWAY = 30
"""Seconds by which clocks may differ."""


@dataclass(slots=True)
class Issuer:
    """An issuer, the audience that we are to it, and the claim that holds the scopes, by their names here."""

    address: str
    audience: str
    claim: str = "scope"
    keys: jwt.PyJWKClient | None = None
    one: Lock = field(default_factory=Lock)

    def caller(self, given: str) -> Caller:
        """Who shows the token `given`; UnknownCallerError where it is not right, SourceError where keys are away."""
        try:
            key = self._keys().get_signing_key_from_jwt(given)
            claims = jwt.decode(
                given, key, algorithms=ALGORITHMS, audience=self.audience, issuer=self.address, leeway=LEEWAY,
                options={"require": list(REQUIRED)},
            )  # fmt: skip
        except jwt.PyJWKClientConnectionError as error:
            raise SourceError(f"the keys of {self.address} cannot be had") from error
        except (jwt.InvalidTokenError, jwt.PyJWKClientError, jwt.PyJWKSetError) as error:
            raise UnknownCallerError(f"the token is not taken: {str(error).lower()}") from error
        subject = str(claims["sub"])
        return Caller(f"{self.address} {subject}", subject, scopes_in(claims.get(self.claim)))

    def _keys(self) -> jwt.PyJWKClient:
        with self.one:
            if self.keys is None:  # kept for five minutes, and asked for anew by an unknown key twice a minute at most
                self.keys = jwt.PyJWKClient(keys_at(self.address), timeout=SECONDS)
            return self.keys


def keys_at(issuer: str) -> str:
    """Where the keys of `issuer` are; SourceError where it does not say, or says it is another."""
    try:
        # The address is a setting, which takes https alone, or this machine.
        with urllib.request.urlopen(issuer.rstrip("/") + CONFIGURATION, timeout=SECONDS) as answer:  # noqa: S310
            told: dict[str, Any] = json.load(answer)
        if told["issuer"] != issuer:
            raise SourceError(f"{issuer} says that it is {told['issuer']}")
        return str(told["jwks_uri"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(f"{issuer} does not say where its keys are") from error


def scopes_in(claim: object) -> frozenset[str]:
    """The scopes of ours in a claim: a text with spaces, or a list."""
    named = claim.split() if isinstance(claim, str) else claim if isinstance(claim, list) else ()
    return frozenset(scope for scope in SCOPES if scope in named)
