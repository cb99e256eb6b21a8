import pytest

from api.pages.repository import company, repository_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from viz.page_data import RepositoryPage


@pytest.fixture
def page(atlas: Database) -> RepositoryPage:
    opened = Atlas(atlas, catalogue())
    name = "deepseek-ai/DeepEP"
    return repository_data(opened, name, opened.ask("repository-profile", {"repository": name}))


def test_facts_keep_unknown_where_readers_look_for_it(page: RepositoryPage) -> None:
    facts = {fact.name: fact.value for fact in page.facts}
    assert "license" in facts
    assert facts["owned by"] == ["DeepSeek"]
    assert "hosted by" not in facts


def test_its_head_leads_to_its_views_and_to_those_with_its_neighbours(page: RepositoryPage) -> None:
    views, connects, beside = page.leads
    assert {link.href for link in views.links} == {
        f"/views/{view}/github/deepseek-ai/DeepEP"
        for view in ("ego-network", "project-community", "project-contribution", "project-ecosystem")
    }
    others = [link.title for link in connects.links]
    assert others == [str(row["right"]) for row in page.sections[1].table.records()[:3]]
    assert "deepseek-ai/DeepEP" not in others
    assert all(link.href.startswith("/views/overlap-network?repositories=deepseek-ai") for link in connects.links)
    assert [link.href.startswith("/views/compare?repositories=") for link in beside.links] == [True]


def test_without_neighbours_it_leads_to_no_company() -> None:
    assert [lead.links for lead in company("a/b", [])] == [(), ()]


def test_shares_have_the_same_denominator_and_unknown_in_it(page: RepositoryPage) -> None:
    assert [whole.title for whole in page.shares] == ["Where they work", "Where they live"]
    assert len({whole.total for whole in page.shares}) == 1
    assert any(part.unknown for part in page.shares[0].parts)


def test_sections_link_to_their_queries(page: RepositoryPage) -> None:
    assert [section.title for section in page.sections] == ["Contributors", "Near projects"]
    assert page.sections[0].query.startswith("/queries/project-contributors?repository=deepseek-ai")
    assert page.sections[0].table.rows


def test_the_network_has_the_repository_in_its_middle(page: RepositoryPage) -> None:
    assert page.picture is not None
    titles = {node.key: node.title for node in page.picture.network.nodes}
    assert titles[page.picture.centre] == "deepseek-ai/DeepEP"


def test_a_series_is_in_order_of_months(atlas: Database) -> None:
    opened = Atlas(atlas, catalogue())
    name = "vllm-project/vllm"
    series = repository_data(opened, name, opened.ask("repository-profile", {"repository": name})).series
    assert series
    months = [point.month for point in series[0].points]
    assert months == sorted(months)
