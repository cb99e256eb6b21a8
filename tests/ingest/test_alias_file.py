from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import BadInputError
from ingest.alias_file import read_file


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "own.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_file_gives_its_organizations_places_logins_and_lists(tmp_path: Path) -> None:
    entry = read_file(
        write(
            tmp_path,
            "organizations:\n"
            "  - name: Acme\n    kind: company\n    country: NO\n    handles: ['@acme']\n"
            "    aliases: [Acme Labs, 360]\n"
            "countries:\n  no: [Norge]\n"
            "logins: {octocat: monalisa}\n"
            "bots: [acme-ci]\n",
        )
    )
    (acme,) = entry.organizations
    assert (acme.name, acme.kind, acme.country, acme.handles) == ("Acme", "company", "NO", ("acme",))
    assert acme.aliases == ("Acme Labs", "360")
    assert entry.maps["countries"] == {"NO": ("Norge",)}
    assert entry.logins == {"octocat": "monalisa"}
    assert entry.lists["bots"] == ("acme-ci",)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "organizations:\n", "bots: null\n", "\ufefflogins: {}\n"])
def test_an_empty_file_and_an_empty_section_say_nothing(tmp_path: Path, text: str) -> None:
    entry = read_file(write(tmp_path, text))
    assert entry.organizations == ()
    assert entry.logins == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", r"own.yml:1: the file: found a list, expected keys with values"),
        ("just text", r"own.yml:1: the file: found text, expected keys with values"),
        ("organisations: []\n", r"own.yml:1: the file: found the key `organisations`, expected one of organizations, "),
        ("bots: []\nbots: []\n", r"own.yml:2: the file: found the key `bots` twice, expected each key once"),
        ("organizations: {}\n", r"own.yml:1: organizations: found keys with values, expected a list"),
        ("organizations: [Acme]\n", r"own.yml:1: organizations\[0\]: found text, expected keys with values"),
        ("organizations:\n- {kind: company}\n", r"own.yml:2: organizations\[0\]: found no `name`, expected the org"),
        ("organizations:\n- {name: '?'}\n", r"own.yml:2: organizations\[0\].name: found `\?`, expected a name with"),
        ("organizations:\n- {name: ''}\n", r"own.yml:2: organizations\[0\].name: found nothing, expected text"),
        ("organizations:\n- {name: [A]}\n", r"own.yml:2: organizations\[0\].name: found a list, expected text"),
        (
            "organizations:\n- {name: A, kind: firm}\n",
            r"own.yml:2: organizations\[0\].kind: found `firm`, expected one",
        ),
        (
            "organizations:\n- {name: A, country: China}\n",
            r"organizations\[0\].country: found `China`, expected an ISO",
        ),
        ("organizations:\n- {name: A, alias: B}\n", r"own.yml:2: organizations\[0\]: found the key `alias`, expected"),
        ("organizations:\n- {name: A, aliases: B}\n", r"organizations\[0\].aliases: found text, expected a list"),
        ("organizations:\n- {name: A, handles: [[b]]}\n", r"organizations\[0\].handles: found a list, expected text"),
        ("cities: {UK: [London]}\n", r"own.yml:1: cities: found `UK`, expected an ISO 3166 code of two letters"),
        ("cities:\n  GB: London\n", r"own.yml:2: cities.GB: found text, expected a list"),
        ("logins: [a]\n", r"own.yml:1: logins: found a list, expected keys with values"),
        ("logins:\n  a: [b]\n", r"own.yml:2: logins.a: found a list, expected text"),
        ("bots: dependabot\n", r"own.yml:1: bots: found text, expected a list"),
        ("bots: ['']\n", r"own.yml:1: bots: found nothing, expected text"),
        ("a: [\n", r"own.yml:\d: the file: found .*, expected YAML"),
        ("a: \tb: c\n", r"own.yml:\d: the file: found .*, expected YAML"),
        ("bots: [*nobody]\n", r"own.yml:1: the file: found .*, expected YAML"),
        ("--- {}\n--- {}\n", r"own.yml:2: the file: found .*, expected YAML"),
        (b"bots: [\xff\xfe]\n", r"own.yml:1: the file: found a byte that is not UTF-8 at 7, expected UTF-8 text"),
        ("bots: [\x01]\n", r"own.yml:1: the file: found characters or nesting that YAML forbids, expected YAML"),
        ("#" * 5_000_001, r"own.yml:1: the file: found more than 5000000 bytes, expected a list of aliases"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence_with_its_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        read_file(write(tmp_path, text))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"absent.yml:1: the file: found No such file"):
        read_file(tmp_path / "absent.yml")
    with pytest.raises(BadInputError, match=r"expected a YAML file"):
        read_file(tmp_path)


@given(st.one_of(st.binary(max_size=60), st.text(alphabet="ab:-[]{}\n &*'\"!#|>%@`,?", max_size=60).map(str.encode)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_any_bytes_are_read_or_refused_by_one_sentence(tmp_path: Path, data: bytes) -> None:
    said = ""
    try:
        read_file(write(tmp_path, data))
    except BadInputError as error:
        said = str(error)
    assert "\n" not in said
    assert not said or ": found " in said
