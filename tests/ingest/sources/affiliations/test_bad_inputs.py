"""What cannot be taken is told in one clear sentence: the file as a whole before anything is loaded, else its row."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from graph.errors import BadInputError
from ingest.sources.affiliations import read_affiliations
from tests.ingest.sources.affiliations.reading import desk, opened, refused, stints

GOOD = "ann-kay: ann!acme.example\n\tGoogle\n"
WHOLE = [
    ("empty", b"", "empty"),
    ("blank", b"  \n\n\t\n", "empty"),
    ("prose", b"Dear reader,\nthis is a letter.\n", "no format that is known"),
    ("table", b"login,company\nann,Google\n", "no format that is known"),
    ("only comments", b"# nothing\n# at all\n", "no format|empty"),
    ("latin1", "kim: k!x.example\n\tCafé\n".encode("latin-1"), "not UTF-8"),
    ("utf16", "kim: k!x.example\n\tGoogle\n".encode("utf-16"), "UTF-16"),
    ("zero byte", b"kim: k!x.example\n\tGoo\0gle\n", "zero byte"),
    ("pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 84177736\n", "pointer of Git LFS"),
    ("cut array", b'[{"login": "ann", "affiliation": "Google"}, {"login": "b', ":1: the JSON breaks off"),
    ("cut after an item", b'[{"login": "ann", "affiliation": "Google"},\n', ":2: the JSON breaks off"),
    ("broken array", b'[{"login": "ann"} {"login": "bob"}]', "the JSON breaks off or is broken"),
    ("broken object", b'{"uidentities": {"a": }}', "the JSON breaks off or is broken"),
    ("cut export", b'{"time": "2024-01-01",\n "uidentities": {"a": {"identities": [', "the JSON breaks off"),
    ("another object", b'{"rows": [1, 2]}', "neither uidentities nor individuals"),
    ("deep nesting", b'{"uidentities": ' + b"[" * 100_000 + b"}", "the JSON breaks off or is broken"),
    ("no date", GOOD.encode(), "say the day that its data stand for"),
]
ROWS = [
    (
        "ann-kay ann!acme.example\n\tGoogle\n" + GOOD,
        ":1: person: found 'ann-kay ann!acme.example', expected a login, a",
    ),
    (": ann!acme.example\n\tGoogle\n" + GOOD, ":1: person: found"),
    ("\tGoogle\n" + GOOD, ":1: employer: found 'Google', expected a person's line before it"),
    ("kim: k!x.example\n" + GOOD, ":1: employer: found none, expected an indented line"),
    (GOOD + "\tAcme from 2018-13-01\n", ":3: date: found '2018-13-01', expected a day such as 2018-06-01"),
    (GOOD + "\tAcme until yesterday\n", ":3: date: found 'yesterday', expected a day"),
    (GOOD + "\tAcme from 2018-02-30\n", ":3: date: found '2018-02-30', expected a day"),
    (GOOD + "\tAcme from\n", ":3: from: found nothing, expected a day"),
    (GOOD + "\tAcme until\n", ":3: until: found nothing, expected a day"),
    (
        GOOD + "\tAcme from 2020-01-01 until 2019-01-01\n",
        ":3: until: found 2019-01-01, expected a day after 2020-01-01",
    ),
    (GOOD + "\tAcme from 2020-01-01 until 2020-01-01\n", ":3: until: found 2020-01-01, expected a day after"),
    (GOOD + "\t from 2020-01-01\n", ":3: employer: found '', expected a name"),
    (GOOD + f"\t{'A' * 400}\n", ":3: employer: found 'AAA.*, expected a name of up to 300 characters"),
    ("word\nann@acme.example Google\n", ":1: row: found 1 word, expected an address or a domain, and an employer"),
    ("nodomain Google\nann@acme.example Google\n", ":1: address: found a word that is none, expected an address or"),
    ("ann@acme.example Google <\nx.example Acme\n", ":1: date: found nothing, expected a day"),
    ("ann@acme.example Google < soon\nx.example Acme\n", ":1: date: found 'soon', expected a day"),
    ("ann@acme.example < 2020-01-01\nx.example Acme\n", ":1: employer: found '', expected a name"),
    ('[1, {"login": "ann", "affiliation": "Google"}]', ":1: item: found int, expected an object with login"),
    ('["ann"]', ":1: item: found str, expected an object"),
    ('[{"login": 5, "affiliation": "Google"}]', ":1: login: found int, expected text"),
    ('[{"login": "two words", "affiliation": "Google"}]', ":1: login: found 'two words', expected a login"),
    ('[{"login": "ann", "affiliation": ["Google"]}]', ":1: affiliation: found list, expected text"),
    ('[\n{"login": "ann", "affiliation": "Google < never, Acme"}]', ":2: date: found 'never', expected a day"),
    ('[{"login": "ann", "affiliation": "A < 2020-01-01, B < 2019-01-01"}]', ":1: until: found 2019-01-01, expected"),
    ('{"uidentities": {"a": 5}}', ":1: entry: found int, expected an object"),
    ('{"uidentities": {"a": {"identities": {}}}}', ":1: identities: found dict, expected a list"),
    ('{"uidentities": {"a": {"identities": ["x"]}}}', ":1: identities: found str, expected an object"),
    ('{"uidentities": {"a": {"profile": "x"}}}', ":1: profile: found str, expected an object"),
    ('{"uidentities": {"a": {"profile": {"country": "x"}}}}', ":1: country: found str, expected an object"),
    ('{"uidentities": {"a": {"enrollments": [7]}}}', ":1: enrollments: found int, expected an object"),
    (
        '{"uidentities": {"a": {"enrollments": [{"start": "x", "organization": "Acme"}]}}}',
        ":1: date: found 'x', expected",
    ),
    ('{"uidentities": {\n"a": {"enrollments": [{"start": "2020-01-01"}]}}}', ":2: employer: found '', expected a name"),
]


@pytest.mark.parametrize(("content", "sentence"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_file_that_cannot_be_taken_is_told_in_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "some.file").write_bytes(content)
    with pytest.raises(BadInputError, match=sentence) as told:
        list(read_affiliations([str(tmp_path / "some.file")], desk(tmp_path)))
    assert "some.file" in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("text", "sentence"), ROWS, ids=range(len(ROWS)))
def test_a_row_that_cannot_be_taken_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    (dataset,) = opened(tmp_path, {"some.file": text}, as_of="2024-12-31")
    (told, *_) = refused(dataset)
    assert re.search(rf"^some.file{sentence}", told), told
    assert "\n" not in told


def test_the_rows_beside_a_refused_one_are_taken(tmp_path: Path) -> None:
    text = GOOD + "\tAcme from 2018-13-01\n\tRed Hat from 2019-01-01\nbob: b!x.example\n\tIntel\n"
    (dataset,) = opened(tmp_path, {"some.file": text})
    assert [row[:2] for row in stints(dataset)] == [("ann-kay", "Google"), ("ann-kay", "Red Hat"), ("bob", "Intel")]


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"there is no file absent.txt; expected a CNCF list"):
        list(read_affiliations([str(tmp_path / "absent.txt")], desk(tmp_path)))
    with pytest.raises(BadInputError, match="is a folder; expected a CNCF list"):
        list(read_affiliations([str(tmp_path)], desk(tmp_path)))


def test_a_gzipped_file_is_read_and_a_broken_one_told(tmp_path: Path) -> None:
    whole = gzip.compress(GOOD.encode())
    (tmp_path / "list.txt.gz").write_bytes(whole)
    (dataset,) = read_affiliations([str(tmp_path / "list.txt.gz")], desk(tmp_path), as_of="2024-12-31")
    assert [row[:2] for row in stints(dataset)] == [("ann-kay", "Google")]
    (tmp_path / "list.txt.gz").write_bytes(whole[:-9])
    with pytest.raises(BadInputError, match="not a whole gzip file"):
        list(read_affiliations([str(tmp_path / "list.txt.gz")], desk(tmp_path), as_of="2024-12-31"))
