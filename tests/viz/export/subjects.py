"""Views that many tests of exports take out."""

from __future__ import annotations

from graph.model import Column, Network, Table
from tests.viz import worlds
from viz.export.subject import Subject
from viz.views import draw

ADDRESS = "https://atlas.example/views/overlap-network?repositories=deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"
CONTROL = "bell\x07 null\x00 escape\x1b"


def subject(network: Network, *, title: str = "Developers between repositories", answer: str = "") -> Subject:
    """A network as it is taken out."""
    drawing = draw(network)
    return Subject(
        "overlap-network", title, Table((), []), "Who works on several of these?", answer,
        {"repositories": ["deepseek-ai/DeepEP", "deepseek-ai/DeepGEMM"], "bots": False, "from": None},
        "MATCH (d:Developer)\n  RETURN d", ADDRESS, drawing,
    )  # fmt: skip


def overlap() -> Subject:
    """Two repositories with their developers."""
    return subject(worlds.overlap(), answer="2 developers: LyricZhao and fzyzcjy.")


def hostile() -> Subject:
    """Every name and every fact an attack."""
    return subject(worlds.hostile(), title=worlds.HOSTILE[0] + CONTROL, answer=" ".join(worlds.HOSTILE))


def controlled() -> Subject:
    """Names with characters that XML forbids, of which two become alike once these are replaced."""
    nodes = (worlds.developer("a\x01"), worlds.developer("a\x02"), worlds.repository(f"o/{CONTROL}"))
    edges = tuple(worlds.work(login, f"o/{CONTROL}", 2) for login in ("a\x01", "a\x02"))
    return subject(Network(nodes, edges))


def empty() -> Subject:
    """No node at all."""
    return subject(Network((), ()))


def chart(rows: int = 1) -> Subject:
    """A chart with a drawing of its own."""
    table = Table((Column("repository", "str", "name"), Column("openrank", "float", "score")), [("a/b", 1.5)] * rows)
    inside = '<script>1</script><image href="https://elsewhere/x.png"/><g style="x" onload="y"><text>drawn</text></g>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{inside}</svg>'
    return Subject("rank-race", "Rank race", table, address=ADDRESS, chart=lambda theme: drawn.replace("drawn", theme))
