from pathlib import Path

import pytest

from api.jobs.allowed import check
from graph.errors import AtlasError, BadInputError, NotAllowedError

TAKEN = [
    ("load", "github deepseek-ai/DeepEP @fzyzcjy deepseek-ai --since 2025-02 --what stars,forks"),
    ("load", "opendigger apache/doris gitee:dromara/hutool @frank-zsy --metrics openrank"),
    ("load", "gharchive 2025-01-01..2025-01-31 --organizations deepseek-ai"),
    ("load", "gharchive 2015-01-01 --all"),
    ("measure", "leiden --gamma 1.2"),
    ("measure", "openrank --preset community --repository deepseek-ai/DeepEP"),
    ("refresh", "--source github --source opendigger"),
]
NOT_ALLOWED = [
    ("serve", ""),
    ("reset", "--yes"),
    ("cypher", "RETURN 1"),
    ("token", "create --name x --scope jobs"),
    ("--debug", "load github a/b"),
    ("refresh", "--help"),
    ("load", "tables contributors.csv"),
    ("load", "tables /etc/passwd"),
    ("load", "affiliations /etc/passwd"),
    ("load", "git https://github.com/deepseek-ai/DeepEP"),
    ("load", "git ext::sh"),
    ("load", "github ../../etc/passwd"),
    ("load", "github /etc/passwd"),
    ("load", "gharchive /var/lib/hours"),
    ("load", "gharchive https://127.0.0.1/2015-01-01-0.json.gz --all"),
    ("load", "gharchive 2015-01-01 --repositories /etc/passwd"),
    ("load", "gharchive 2015-01-01 --all --engine spark --master spark://elsewhere:7077"),
    ("load", "gharchive 2015-01-01 --all --java-home /opt"),
    ("load", "opendigger apache/doris --from https://127.0.0.1"),
    ("load", "opendigger :companies/alibaba"),
]
WRONG = [
    ("load", ""),
    ("load", "nowhere a/b"),
    ("load", "github"),
    ("load", "github a/b --no-such-option"),
    ("load", "github a/b --depth deep"),
    ("measure", ""),
    ("measure", "leiden --gamma many"),
    ("measure", "leiden --gamma -5"),
    ("measure", "betweenness --of cats"),
    ("refresh", "github"),
    ("refresh", "--source nowhere"),
]
VALUES = [
    ("load", "github a/b --since 2025-99", "since is '2025-99'"),
    ("load", "github a/b --since yesterday", "since is 'yesterday'"),
    ("load", "github a/b --since 2999-01", "since is 2999-01-01, which is still to come"),
    ("load", "github a/b --since 2025-03 --until 2025-02", "since is 2025-03-01, which is after until"),
    ("load", "github a/b --what cats", "--what is 'cats'"),
    ("load", "gharchive 2025-01-32 --all", "2025-01-32"),
    ("load", "gharchive 2999-01-01 --all", "2999-01-01"),
    ("load", "gharchive 2015-01-01-0 --all", "2015-01-01-0"),
    ("load", "gharchive 2015-01-01", "--all"),
    ("load", "gharchive 2015-01-01 --all --engine cats", "--engine is 'cats'"),
    ("load", "opendigger apache/doris --period 2025", "--period is '2025'"),
    ("load", "opendigger apache/doris --as-of 2025-02-30", "--as-of"),
    ("load", "opendigger apache/doris --metrics cats", "cats"),
    ("load", "tables TABLE --period 2025", "period"),
    ("load", "tables TABLE --as-of 2025-02-30", "as_of"),
    ("load", "tables TABLE --source Mine", "source"),
    ("load", "affiliations TABLE --as-of never", "--as-of"),
    ("measure", "openrank --from 2025-99", "2025-99"),
    ("measure", "openrank --preset community", "--repository"),
]
"""Arguments whose form is right, and words of the sentence that says which value cannot be taken."""


@pytest.mark.parametrize(("command", "arguments"), TAKEN)
def test_what_leads_to_its_source_alone_is_taken(command: str, arguments: str) -> None:
    assert check(command, arguments.split()) == [command, *arguments.split()]


def test_a_demo_serves_no_pages() -> None:
    assert check("demo", []) == ["demo", "--no-serve"]
    for swallows in ("--serve", "--host"):
        with pytest.raises(NotAllowedError, match="without arguments"):
            check("demo", [swallows])


@pytest.mark.parametrize("argument", ["x\0y", "a" * 900, "line\nline"])
def test_what_no_file_can_be_called_is_refused(argument: str) -> None:
    for source in ("github", "tables"):
        with pytest.raises(AtlasError) as refused:
            check("load", [source, argument])
        assert refused.value.status in (403, 422)


@pytest.mark.parametrize(("command", "arguments"), NOT_ALLOWED)
def test_what_could_tell_of_files_or_the_network_is_refused(command: str, arguments: str) -> None:
    with pytest.raises(NotAllowedError):
        check(command, arguments.split())


@pytest.mark.parametrize(("command", "arguments"), WRONG)
def test_what_the_command_line_refuses_is_refused_at_once(command: str, arguments: str) -> None:
    with pytest.raises(AtlasError) as refused:
        check(command, arguments.split())
    assert refused.value.status in (404, 422)


@pytest.mark.parametrize(("command", "arguments", "words"), VALUES)
def test_each_value_is_checked_before_the_job_is_taken(
    tmp_path: Path, command: str, arguments: str, words: str
) -> None:
    table = tmp_path / "table.csv"
    table.touch()
    with pytest.raises(BadInputError) as refused:
        check(command, [table.as_posix() if word == "TABLE" else word for word in arguments.split()], [tmp_path])
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_of_named_folders_are_taken_and_no_way_leads_out(tmp_path: Path) -> None:
    inside, outside = tmp_path / "tables" / "a.csv", tmp_path / "b.csv"
    inside.parent.mkdir()
    for path in (inside, outside):
        path.touch()
    (inside.parent / "link.csv").symlink_to(outside)
    folders = [inside.parent]
    assert check("load", ["tables", str(inside)], folders)[-1] == str(inside)
    for named in (outside, inside.parent / ".." / "b.csv", inside.parent / "link.csv"):
        with pytest.raises(NotAllowedError, match="may not read"):
            check("load", ["tables", str(named)], folders)
    with pytest.raises(NotAllowedError):
        check("load", ["tables", str(inside), "--mapping", str(outside)], folders)
    with pytest.raises(BadInputError, match="there is no file"):
        check("load", ["tables", str(inside.parent / "none.csv")], folders)


def test_a_name_that_is_a_file_here_is_not_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert check("load", ["opendigger", "apache/doris"])
    Path("apache").mkdir()
    Path("apache/doris").touch()
    with pytest.raises(NotAllowedError):
        check("load", ["opendigger", "apache/doris"])
