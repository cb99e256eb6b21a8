import pytest

from cypher.tokens import tokens


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("RETURN n.name", ["name RETURN", "name n", "sign .", "name name"]),
        ("/* CALL x */ RETURN // LOAD\n1", ["name RETURN", "number 1"]),
        ("RETURN 'CALL `a` // \\' x'", ["name RETURN", "text 'CALL `a` // \\' x'"]),
        ('"it\'s" `a``b`.c', ['text "it\'s"', "name a`b", "sign .", "name c"]),
        ("*1..3", ["sign *", "number 1", "sign .", "sign .", "number 3"]),
        ("名称 = $x", ["name 名称", "sign =", "sign $", "name x"]),
        ("RETURN 'no end", ["name RETURN", "open '", "name no", "name end"]),
        ("/* no end", ["open /*", "name no", "name end"]),
    ],
)
def test_words_are_told_from_comments_and_texts(statement: str, words: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in tokens(statement)] == words
