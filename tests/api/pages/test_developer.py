import pytest

from api.pages.developer import AFFILIATION, affiliations, developer_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.model import Coverage


def sections_of(atlas: Database, login: str) -> dict[str, list[dict[str, object]]]:
    opened = Atlas(atlas, catalogue())
    page = developer_data(opened, login, opened.ask("developer-profile", {"developer": login}))
    return {section.title: section.table.records() for section in page.sections}


def test_a_developer_has_affiliations_with_source_and_confidence(atlas: Database) -> None:
    found = sections_of(atlas, "LyricZhao")["Affiliations"]
    assert [row["organization"] for row in found] == ["DeepSeek"]
    assert found[0]["source"]
    assert found[0]["confidence"]


def test_repositories_and_partners_are_listed(atlas: Database) -> None:
    found = sections_of(atlas, "LyricZhao")
    assert "deepseek-ai/DeepEP" in {row["repository"] for row in found["Repositories"]}
    assert found["Partners"]


@pytest.mark.parametrize("stated", [None, []])
def test_who_states_nothing_has_an_empty_table_with_its_columns(stated: object) -> None:
    table = affiliations(stated, Coverage())
    assert (tuple(column.name for column in table.columns), list(table.rows)) == (tuple(AFFILIATION), [])
