import pytest

from api.safety.rules import ANY, OWN_NAMES, is_loopback, rules_of
from api.settings import Settings

HOSTS = {"127.0.0.1": True, "127.9.9.9": True, "::1": True, "localhost": True, "::": False, "192.0.2.1": False}


@pytest.mark.parametrize("host", HOSTS)
def test_a_server_that_others_reach_answers_for_any_name_unless_told(host: str) -> None:
    alone = HOSTS[host]
    assert is_loopback(host) is alone
    assert rules_of(Settings(), host).hosts == (OWN_NAMES if alone else (ANY,))
    named = Settings(allowed_hosts="a.example, b.example")
    assert rules_of(named, host).hosts == ("a.example", "b.example", *OWN_NAMES)


@pytest.mark.parametrize("wrong", ["a b", "a,,b", "https://a.example", "a\r\nb"])
def test_a_name_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="OSSATLAS_ALLOWED_HOSTS"):
        Settings.model_validate({"OSSATLAS_ALLOWED_HOSTS": wrong})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("OSSATLAS_ALLOWED_ORIGINS", "example.org"),
        ("OSSATLAS_ALLOWED_ORIGINS", "https://a.example/path"),
        ("OSSATLAS_RATE_LIMIT", "many"),
        ("OSSATLAS_RATE_LIMIT", "0/second"),
        ("OSSATLAS_TRUSTED_PROXIES", "everybody"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(name: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.model_validate({name: wrong})
