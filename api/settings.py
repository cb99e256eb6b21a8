"""Every setting, read once from the environment and `.env`; lower layers get what they need as arguments."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import BadInputError

_FRAMER = r"('self'|https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?)"
_NAME = r"(\*\.)?[A-Za-z0-9.:\[\]-]+"
_ORIGIN = r"https?://[A-Za-z0-9.-]+(:\d{1,5})?"
NAMES = rf"^(\*|({_NAME}(\s*,\s*{_NAME})*)?)$"
ORIGINS = rf"^(\*|({_ORIGIN}(\s*,\s*{_ORIGIN})*)?)$"
_NETWORK = r"[0-9A-Fa-f.:]+(/\d{1,3})?"
NETWORKS = rf"^(\*|({_NETWORK}(\s*,\s*{_NETWORK})*)?)$"
RATES = r"^([1-9]\d{0,8}\s*/\s*(second|minute|hour|day))?$"
FRAMERS = rf"^(\*|'none'|{_FRAMER}( {_FRAMER})*)$"
"""What Content-Security-Policy takes as `frame-ancestors`; nothing that could end the header."""


FILE = ".env"
PREFIX = "OSSATLAS_"


class Settings(BaseSettings):
    """Settings of one process. Names in the environment are given by each field's alias."""

    model_config = SettingsConfigDict(env_file=FILE, extra="ignore", frozen=True, populate_by_name=True)

    neo4j_uri: str | None = Field(
        None, validation_alias="NEO4J_URI", description="Neo4j to use; the embedded one when absent"
    )
    neo4j_username: str = Field("neo4j", validation_alias="NEO4J_USERNAME", description="user name at that Neo4j")
    neo4j_password: SecretStr = Field(
        SecretStr(""), validation_alias="NEO4J_PASSWORD", description="password at that Neo4j"
    )
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE", description="database at that Neo4j")
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("ossatlas", appauthor=False),
        validation_alias="OSSATLAS_DATA_DIR",
        description="folder of the embedded Neo4j, its jars and what sources keep",
    )
    downloads: Path | None = Field(
        None,
        validation_alias="OSSATLAS_DOWNLOADS",
        description="folder of the engine's jars; in the data folder when absent",
    )
    java_home: Path | None = Field(
        None, validation_alias="OSSATLAS_JAVA_HOME", description="Java 17 to 25 for the engine"
    )
    heap_mb: int | None = Field(None, validation_alias="OSSATLAS_HEAP_MB", ge=256, description="engine heap in MiB")
    page_cache_mb: int | None = Field(
        None, validation_alias="OSSATLAS_PAGE_CACHE_MB", ge=64, description="engine page cache in MiB"
    )
    bolt_port: int | None = Field(
        None, validation_alias="OSSATLAS_BOLT_PORT", ge=1024, le=65535, description="engine Bolt port"
    )
    idle_hours: float = Field(
        8.0, validation_alias="OSSATLAS_IDLE_HOURS", ge=0, description="engine stops after so long unused; 0 never"
    )
    maven_url: str | None = Field(
        None, validation_alias="MAVEN_REPOSITORY_URL", description="where the engine's jars come from"
    )
    maven_settings: Path | None = Field(
        None, validation_alias="MAVEN_SETTINGS", description="Maven settings that may name a mirror"
    )
    host: str = Field("127.0.0.1", validation_alias="OSSATLAS_HOST", description="address that `serve` listens on")
    port: int = Field(
        8765, validation_alias="OSSATLAS_PORT", ge=1, le=65535, description="port that `serve` listens on"
    )
    console: Literal["auto", "on", "off"] = Field(
        "auto",
        validation_alias="OSSATLAS_CONSOLE",
        description="whether statements of others run: `auto` on this machine's own address and with `serve --public`",
    )
    frame_ancestors: str = Field(
        "'self'",
        validation_alias="OSSATLAS_FRAME_ANCESTORS",
        pattern=FRAMERS,
        description="who may frame `/embed/…`: `'self'`, `'none'`, `*`, or addresses such as `https://example.org`, "
        "with spaces between",
    )
    allowed_hosts: str = Field(
        "",
        validation_alias="OSSATLAS_ALLOWED_HOSTS",
        pattern=NAMES,
        description="names that the server answers for, such as `atlas.example.org,*.example.org`; when absent, those "
        "of this machine where it listens on this machine alone, and any elsewhere",
    )
    allowed_origins: str = Field(
        "",
        validation_alias="OSSATLAS_ALLOWED_ORIGINS",
        pattern=ORIGINS,
        description="origins whose pages may ask the API (CORS), such as `https://example.org`, with commas between, "
        "or `*`; none when absent",
    )
    trusted_proxies: str = Field(
        "",
        validation_alias="OSSATLAS_TRUSTED_PROXIES",
        pattern=NETWORKS,
        description="addresses or networks of proxies that say truly who asks (X-Forwarded-For, X-Forwarded-Proto), "
        "with commas between",
    )
    rate_limit: str = Field(
        "1000/minute",
        validation_alias="OSSATLAS_RATE_LIMIT",
        pattern=RATES,
        description="requests that one client may make, such as `100/second` or `1000/minute`; empty: any number",
    )
    request_bytes: int = Field(
        2**20, validation_alias="OSSATLAS_REQUEST_BYTES", ge=1024, description="bytes that a request may have"
    )
    request_seconds: float = Field(
        120.0,
        validation_alias="OSSATLAS_REQUEST_SECONDS",
        gt=0,
        description="seconds after which a request is given up whose answer has not begun",
    )
    reading: Literal["public", "token"] = Field(
        "public",
        validation_alias="OSSATLAS_READING",
        description="who may read over HTTP: `public`, or `token`: who shows one with the scope read (or cypher)",
    )
    oidc_issuer: str = Field(
        "",
        validation_alias="OSSATLAS_OIDC_ISSUER",
        pattern=r"^(https://\S+|http://(127\.0\.0\.1|localhost)(:\d{1,5})?(/\S*)?)?$",
        description="OpenID Connect issuer whose tokens are taken beside those of `ossatlas token`",
    )
    oidc_audience: str = Field(
        "", validation_alias="OSSATLAS_OIDC_AUDIENCE", description="what that issuer calls this server"
    )
    oidc_claim: str = Field(
        "scope",
        validation_alias="OSSATLAS_OIDC_CLAIM",
        description="claim that lists what a caller may: read, cypher, jobs, corrections",
    )
    job_folders: str = Field(
        "",
        validation_alias="OSSATLAS_JOB_FOLDERS",
        description="folders whose files jobs may load, with commas between; none when absent",
    )
    metrics: str = Field(
        "off",
        validation_alias="OSSATLAS_METRICS",
        pattern=r"^(off|on|[1-9]\d{1,4})$",
        description="metrics for Prometheus: `off`, `on` at `/metrics`, or a port of their own",
    )
    log_format: Literal["auto", "json", "lines"] = Field(
        "auto",
        validation_alias="OSSATLAS_LOG_FORMAT",
        description="form of the server's log: `json`, `lines`, or `auto`: lines on a terminal and JSON elsewhere",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", validation_alias="OSSATLAS_LOG_LEVEL", description="least that the server logs"
    )
    log_details: bool = Field(
        default=False,
        validation_alias="OSSATLAS_LOG_DETAILS",
        description="also log paths, parameters and addresses of clients",
    )
    traces_url: str = Field(
        "",
        validation_alias="OSSATLAS_TRACES_URL",
        pattern=r"^(https?://\S+)?$",
        description="collector of OpenTelemetry that takes traces by OTLP over HTTP; needs the extra `traces`",
    )
    github_token: SecretStr | None = Field(
        None, validation_alias="GITHUB_TOKEN", description="token for GitHub; that of `gh auth login` when absent"
    )
    github_url: str | None = Field(
        None, validation_alias="OSSATLAS_GITHUB_URL", description="another base address of GitHub's API"
    )
    gharchive_url: str | None = Field(
        None, validation_alias="OSSATLAS_GHARCHIVE_URL", description="another base address of GH Archive's hours"
    )
    opendigger_url: str | None = Field(
        None, validation_alias="OSSATLAS_OPENDIGGER_URL", description="another base address of OpenDigger's files"
    )
    aliases: Path | None = Field(
        None, validation_alias="OSSATLAS_ALIASES", description="your corrections to who is who (YAML)"
    )
    queries: Path | None = Field(
        None, validation_alias="OSSATLAS_QUERIES", description="folder with queries of your own"
    )
    debug: bool = Field(default=False, validation_alias="OSSATLAS_DEBUG", description="show tracebacks")


@cache
def settings() -> Settings:
    """The settings of this process, read at the first call; BadInputError names the first one that is wrong."""
    _check_names()
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name, found = "_".join(map(str, first["loc"])), first.get("input")
        wrong = first["msg"][:1].lower() + first["msg"][1:]  # it may hold a pattern
        raise BadInputError(f"the setting {name} is {found!r}: {wrong}") from error


def given() -> dict[str, str]:
    """Where each setting that is given comes from, by its name: `environment`, or the file, which goes after it."""
    known = _names()
    return {name: place for name, place in _named().items() if name in known}


def _named() -> dict[str, str]:
    """Every name in the file and in the environment, with where it stands."""
    from dotenv import dotenv_values  # noqa: PLC0415 - slow to import

    return dict.fromkeys(dotenv_values(FILE), FILE) | dict.fromkeys(os.environ, "environment")


def _names() -> set[str]:
    return {str(field.validation_alias) for field in Settings.model_fields.values()}


def _check_names() -> None:
    """Nothing, where every name that begins as ours is one of ours: one with a slip would not be heeded."""
    known = _names()
    for name, place in _named().items():
        if name.startswith(PREFIX) and name not in known:
            from cypher.problem import near  # noqa: PLC0415 - where all is well nobody needs it

            hint = "`ossatlas config show` lists all"
            raise BadInputError(f"{name} ({place}) is no setting; {near(name, known, show_all=False)}", hint=hint)
