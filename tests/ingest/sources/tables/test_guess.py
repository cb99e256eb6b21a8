from __future__ import annotations

import pytest

from graph.errors import BadInputError
from ingest.sources.tables.guess import guess_kind, kind_named, needs
from ingest.sources.tables.kinds import KINDS


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ("developer,repo_name,merged_prs,company,location", "contributors"),
        ("login,repository,month,commits", "contributors"),
        ("repository,month,openrank", "series"),
        ("repo,stars,language", "repositories"),
        ("项目,分类,OpenRank,Star,创建日期,语言", "repositories"),
        ("repository,layer,section,domain,subdomain", "classifications"),
        ("repository,category", "classifications"),
        ("subject,relation,object,since", "links"),
        ("repository,integrates,announced", "integrations"),
        ("organization,kind,country", "organizations"),
        ("name,kind,maker,since", "products"),
        ("date,subject,kind,event", "events"),
        ("id,subject,figure,value,unit", "figures"),
        ("feature,a/b,c/d", "features"),
        ("developer,field,article_says", "corrections"),
        ("repository,status,note,commits_total", "coverage"),
    ],
)
def test_the_columns_tell_the_kind(columns: str, kind: str) -> None:
    assert guess_kind("t.csv", tuple(columns.split(",")), {}).name == kind


def test_a_mapping_of_columns_helps_to_tell() -> None:
    given = {"who": "developer", "where": "repository", "how many": "commits"}
    assert guess_kind("t.csv", tuple(given), given).name == "contributors"


def test_when_the_columns_do_not_tell_every_kind_is_offered() -> None:
    with pytest.raises(BadInputError) as caught:
        guess_kind("t.csv", ("colour",), {})
    assert all(f"{kind}: " in str(caught.value) for kind in KINDS)


def test_an_unknown_kind_names_those_that_there_are() -> None:
    assert kind_named("series") is KINDS["series"]
    with pytest.raises(BadInputError, match="there is no kind of table called people; the kinds are corrections"):
        kind_named("people")


def test_what_a_kind_needs_fits_on_a_line() -> None:
    assert needs(KINDS["links"]) == "subject and relation and object"
    assert all(len(needs(kind)) < 120 for kind in KINDS.values())


def test_monthly_counts_with_an_unknown_column_are_not_taken_for_a_series() -> None:
    with pytest.raises(
        BadInputError, match=r"people\.csv counts commits by month, but whose they are cannot be told: who"
    ) as caught:
        guess_kind("people.csv", ("who", "repository", "month", "commits"), {})
    assert "a column of logins is called developer, login, user, " in str(caught.value)
    assert "--kind series" in caught.value.hint


def test_monthly_counts_of_whole_repositories_are_a_series() -> None:
    assert guess_kind("t.csv", ("repository", "month", "commits"), {}).name == "series"
    assert guess_kind("t.csv", ("who", "repository", "month", "commits"), {"who": ""}).name == "series"
    assert guess_kind("t.csv", ("note", "repository", "month", "openrank"), {}).name == "series"
