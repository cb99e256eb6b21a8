# ruff: noqa: RUF001 - Chinese punctuation is what is read here
import re

from graph.model import Coverage
from tests.viz import worlds
from tests.viz.export import subjects
from viz.export.cite import bibtex, plain_citation, tex
from viz.export.subject import Subject
from viz.language import speaking

SNAPSHOT = {
    "source": "deepseek-week", "dataset": "prs", "content_hash": "0123456789abcdef0123", "as_of": "2025-08-10",
}  # fmt: skip


def dated() -> Subject:
    network = worlds.overlap()
    rests = Coverage(("deepseek-week",), (SNAPSHOT,), "2025-02", "2025-08")
    return subjects.subject(type(network)(network.nodes, network.edges, coverage=rests))


def test_a_citation_names_the_question_its_data_and_where_it_stands() -> None:
    assert plain_citation(dated()) == (
        "ossatlas (2025). Developers between repositories (repositories deepseek-ai/DeepEP, deepseek-ai/DeepGEMM). "
        "Data: deepseek-week, 2025-02 to 2025-08, as of 2025-08-10, "
        f"snapshot deepseek-week:prs:0123456789abcdef. {subjects.ADDRESS}"
    )


def test_a_chinese_page_is_cited_in_chinese_words() -> None:
    with speaking("zh"):
        told = plain_citation(dated())
    assert told.startswith(
        "ossatlas（2025）。Developers between repositories（仓库 deepseek-ai/DeepEP、deepseek-ai/DeepGEMM）。"
    )
    assert told.endswith(
        "数据：deepseek-week，2025年2月 至 2025年8月，截至 2025-08-10，"
        f"快照 deepseek-week:prs:0123456789abcdef。 {subjects.ADDRESS}"
    )


def test_without_data_nothing_is_invented() -> None:
    assert plain_citation(subjects.empty()).startswith("ossatlas (n.d.). Developers between repositories (")
    assert "year" not in bibtex(subjects.empty())


def test_bibtex_has_one_entry_with_its_fields() -> None:
    entry = bibtex(dated())
    assert entry.startswith("@misc{ossatlas-overlap-network,\n")
    assert re.findall(r"^  (\w+) = ", entry, re.M) == ["author", "title", "year", "howpublished", "note"]
    assert rf"\url{{{subjects.ADDRESS}}}" in entry


def test_names_of_strangers_do_not_end_an_entry_or_run_a_command() -> None:
    assert tex(r"}\input{x} 100% $a_b^c~#&") == (
        r"\}\textbackslash{}input\{x\} 100\% \$a\_b\textasciicircum{}c\textasciitilde{}\#\&"
    )
    entry = bibtex(subjects.hostile())
    assert entry.count("{") == entry.count("}")
    assert len(entry.splitlines()) <= 7
