import json

from api.access.tokens import PREFIX
from tests.api.conftest import Command


def test_a_token_is_made_listed_and_revoked(command: Command) -> None:
    made = command("token", "create", "--name", "nightly", "--scope", "jobs", "--scope", "read", "--days", "3")
    assert (made.code, made.out.startswith(PREFIX), made.out.count("\n")) == (0, True, 1)
    assert made.out.strip() not in made.err
    (listed,) = json.loads(command("token", "list", "--format", "json").out)["rows"]
    assert (listed["name"], listed["scopes"], listed["state"]) == ("nightly", "jobs read", "valid")
    assert command("token", "revoke", "nightly").out == "revoked nightly\n"
    assert "revoked" in command("token", "list").out


def test_a_scope_that_is_none_is_one_sentence(command: Command) -> None:
    said = command("token", "create", "--name", "a", "--scope", "all")
    assert (said.code, said.err) == (
        2,
        "error: the scope is 'all': expected some of read, cypher, jobs, corrections\n",
    )
    assert command("token", "revoke", "nobody").code == 3
