import pytest

from api.pages.query import families, query_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database
from graph.errors import NotFoundError
from tests.api.conftest import BOTH


def test_families_list_every_question_and_no_metric() -> None:
    titles = {query.title for family in families(catalogue()) for query in family.queries}
    assert titles == {query.title for query in catalogue() if query.kind != "metric"}


def test_a_question_that_needs_something_begins_with_its_example(database: Database) -> None:
    page = query_data(Atlas(database, catalogue()), "shared-developers", {})
    assert page.table is None
    assert {field.name: field.value for field in page.fields}["repositories"] == BOTH


def test_empty_fields_of_a_form_say_nothing(atlas: Database) -> None:
    given = {"repositories": BOTH, "from": "", "to": "", "source": "", "limit": "2"}
    page = query_data(Atlas(atlas, catalogue()), "shared-developers", given)
    assert page.table is not None
    assert len(page.table.rows) == 2
    assert page.command == f"ossatlas query shared-developers --repositories {BOTH} --limit 2"
    assert {link.title for link in page.exports} == {"JSON", "JSONL", "CSV", "Markdown", "Parquet"}


def test_a_network_as_a_table_links_to_its_picture(atlas: Database) -> None:
    page = query_data(Atlas(atlas, catalogue()), "overlap-network", {"repositories": BOTH})
    assert page.picture_href.startswith("/views/overlap-network?repositories=")


def test_a_metric_has_no_page(database: Database) -> None:
    with pytest.raises(NotFoundError, match="ossatlas measure leiden"):
        query_data(Atlas(database, catalogue()), "leiden", {})
