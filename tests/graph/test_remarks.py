from graph.remarks import Remark, gathered

ABSENT = "warn: property key does not exist. The property `{}` does not exist. Verify that the spelling is correct."
LABEL = "warn: label does not exist. The label `{}` does not exist. Verify that the spelling is correct."


def test_names_are_gathered_by_kind_and_other_sentences_are_counted() -> None:
    told = [
        ABSENT.format("b"),
        LABEL.format("X"),
        "info: slow.",
        ABSENT.format("a`"),
        "info:  slow.",
        ABSENT.format("b"),
    ]
    assert gathered(told) == (
        Remark("property", ("a`", "b"), times=3),
        Remark("label", ("X",)),
        Remark(text="slow", times=2),
    )
    assert gathered([]) == ()
