from __future__ import annotations

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Network


def test_the_other_projects_are_those_worked_on_and_not_those_starred(people: Database) -> None:
    drawn = run(people, catalogue().find("ego-network"), {"repository": "z/one", "repositories": 1})
    assert isinstance(drawn, Network)
    assert {node.title for node in drawn.nodes if node.label == "Repository"} == {"z/one", "z/three"}
    assert not drawn.cut


def test_people_say_the_contributions_that_they_are_sized_by(people: Database) -> None:
    drawn = run(people, catalogue().find("ego-network"), {"repository": "z/one"})
    assert isinstance(drawn, Network)
    told = {node.title: (node.size, node.facts["contributions"]) for node in drawn.nodes if node.label == "Developer"}
    assert told
    assert all(size == contributions for size, contributions in told.values())
