"""docker-compose.yml: valid, closed to the network, and without a password of its own."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
import yaml

from tests.house.checkout import ROOT
from tests.house.formats import faults

TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@pytest.fixture
def compose() -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load(TEXT))


def test_the_compose_file_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    assert faults("compose-spec", compose) == []


@pytest.mark.parametrize(
    ("service", "setting", "value"),
    [("neo4j", "port", ["7474:7474"]), ("app", "depends_on", 3), ("app", "healthcheck", {"every": "10s"})],
)
def test_the_specification_finds_a_broken_service(
    compose: dict[str, Any], service: str, setting: str, value: object
) -> None:
    compose["services"][service][setting] = value
    assert faults("compose-spec", compose)


def test_both_services_have_a_healthcheck(compose: dict[str, Any]) -> None:
    always = {name: service for name, service in compose["services"].items() if not service.get("profiles")}
    assert set(always) == {"neo4j", "app"}
    assert all(service["healthcheck"]["test"] for service in always.values())


def test_the_refresh_runs_only_when_asked_for_and_as_closed_as_the_application(compose: dict[str, Any]) -> None:
    app, refresh = compose["services"]["app"], compose["services"]["refresh"]
    assert refresh["profiles"] == ["refresh"]
    assert "ossatlas refresh" in refresh["command"][0]
    for setting in ("environment", "volumes", "read_only", "tmpfs", "cap_drop", "security_opt", "depends_on"):
        assert refresh[setting] == app[setting]


def test_the_application_waits_until_neo4j_answers(compose: dict[str, Any]) -> None:
    assert compose["services"]["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_every_use_of_the_password_refuses_to_start_without_one() -> None:
    uses = re.findall(r"(?<!\$)\$\{NEO4J_PASSWORD([^}]*)\}", TEXT)
    assert len(uses) == 2
    assert all(use.startswith(":?") for use in uses)


def test_every_port_is_bound_to_this_machine(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_named_volume_is_declared(compose: dict[str, Any]) -> None:
    used = {mount.split(":")[0] for service in compose["services"].values() for mount in service["volumes"]}
    assert used == set(compose["volumes"])


def test_neo4j_is_the_community_edition_with_gds_and_apoc(compose: dict[str, Any]) -> None:
    neo4j = compose["services"]["neo4j"]
    assert neo4j["image"] == "neo4j:5.26-community"
    assert yaml.safe_load(neo4j["environment"]["NEO4J_PLUGINS"]) == ["apoc", "graph-data-science"]


def test_neo4j_gets_no_variable_that_it_would_take_for_a_setting(compose: dict[str, Any]) -> None:
    names = set(compose["services"]["neo4j"]["environment"]) - {"NEO4J_AUTH", "NEO4J_PLUGINS"}
    assert all(re.fullmatch(r"NEO4J_(server|dbms|db)_[a-z_]+", name) for name in names), names


def test_the_application_answers_for_this_machine_alone(compose: dict[str, Any]) -> None:
    told = compose["services"]["app"]["environment"]
    assert told["OSSATLAS_ALLOWED_HOSTS"] == "${OSSATLAS_ALLOWED_HOSTS:-localhost,127.0.0.1}"  # its container: to all


def test_the_application_gets_the_settings_that_it_reads(compose: dict[str, Any]) -> None:
    read = (ROOT / "api" / "settings.py").read_text(encoding="utf-8")
    given = set(compose["services"]["app"]["environment"]) - {"GITHUB_TOKEN"}
    assert all(f'"{name}"' in read for name in given), given
