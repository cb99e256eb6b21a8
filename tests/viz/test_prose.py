from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.remarks import Remark
from tests.viz.worlds import HOSTILE, overlap
from viz.language import speaking
from viz.prose import coded, first_sentence, linked, percent, remarked, sentence, uncoded
from viz.views import draw

DRAWING = draw(overlap())


def test_what_stands_between_backticks_is_code() -> None:
    assert coded("by the measure `shared-ties`: <ties>") == ("by the measure <code>shared-ties</code>: &lt;ties&gt;")
    assert coded("one ` alone") == "one ` alone"
    assert coded("`<b>`") == "<code>&lt;b&gt;</code>"


def test_attributes_have_no_backticks() -> None:
    assert uncoded("the query `a`") == "the query a"


def test_the_first_sentence_stands_alone() -> None:
    assert first_sentence("One is here. Two, e.g. this, is there. Three.") == (
        "One is here.",
        "Two, e.g. this, is there. Three.",
    )
    assert first_sentence(" Only one ") == ("Only one", "")
    assert first_sentence("") == ("", "")


@given(st.text())
def test_no_word_is_lost_between_first_sentence_and_rest(text: str) -> None:
    first, rest = first_sentence(text)
    assert (first + rest).split() == text.split() or "".join((first + rest).split()) == "".join(text.split())


def test_an_error_reads_as_a_sentence() -> None:
    assert sentence("the graph has no repository 'a/b'") == "The graph has no repository 'a/b'."
    assert sentence("Really?") == "Really?"
    assert sentence("") == ""


def test_names_in_an_answer_lead_to_their_page_and_their_place_in_the_picture() -> None:
    answer = linked("2 developers: LyricZhao and fzyzcjy; not Lyric, not LyricZhaoX.", DRAWING)
    assert '<a href="/developers/LyricZhao" data-node="github:@lyriczhao">LyricZhao</a> and' in answer
    assert answer.count("<a ") == 2


def test_a_whole_name_is_linked_before_a_part_of_it() -> None:
    assert linked("deepseek-ai/DeepEP", DRAWING).count("/repositories/deepseek-ai/DeepEP") == 1


@given(st.sampled_from(HOSTILE))
def test_a_hostile_answer_is_text(text: str) -> None:
    for shown in (linked(text, DRAWING), linked(text, None), coded(text)):
        assert "<script" not in shown
        assert "<img" not in shown


def test_some_is_never_none_and_not_all_is_never_all() -> None:
    assert [percent(count, 1017) for count in (0, 1, 509, 1016, 1017)] == ["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]
    assert percent(3, 0) == "unknown"


def test_what_is_absent_is_named_and_counted_where_it_stands_more_than_once() -> None:
    assert (
        remarked(Remark("property", ("a", "b"), times=2)) == "No node and no relationship has the properties `a`, `b`."
    )
    assert remarked(Remark("relationship type", ("X",), times=2)) == "No relationship has the type `X` (in 2 places)."
    assert remarked(Remark(text="Slow")) == "Slow."
    with speaking("zh"):
        assert remarked(Remark("label", ("X",))) == "没有任何节点带有标签 `X`。"
