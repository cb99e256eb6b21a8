from api.pages.home import WAYS, home_data
from api.web.atlas import Atlas
from cypher.catalogue import catalogue
from graph.database import Database


def test_home_answers_its_question_with_a_network(atlas: Database) -> None:
    page = home_data(Atlas(atlas, catalogue()))
    assert page.answer == "4 developers: LyricZhao, fzyzcjy, dzhulgakov and sleepcoo."
    assert page.picture is not None
    assert {node.title for node in page.picture.network.nodes} >= {"LyricZhao", "deepseek-ai/DeepEP"}
    counts = {count.kind: count.count for count in page.counts}
    assert counts["Repository"] > 100
    assert len(page.snapshots) == 19
    assert all(snapshot["source"] != "measure" for snapshot in page.snapshots)


def test_ways_lead_to_queries_that_there_are() -> None:
    names = {query.name for query in catalogue()}
    for href in WAYS.values():
        parts = href.partition("?")[0].strip("/").split("/")
        assert len(parts) == 1 or parts[1] in names


def test_an_empty_graph_has_a_home_too(database: Database) -> None:
    page = home_data(Atlas(database, catalogue()))
    assert (page.answer, page.picture, page.counts, page.snapshots) == ("", None, (), ())
