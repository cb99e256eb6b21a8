from api.web.kept import Kept


def test_what_was_made_once_is_not_made_again() -> None:
    kept = Kept[str](2, 100, len)
    assert [kept.take("a", made.pop) for made in (["first"], ["second"])] == ["first", "first"]


def test_what_was_not_asked_for_longest_goes_first_by_number_and_by_weight() -> None:
    for kept in (Kept[str](2, 100, len), Kept[str](9, 6, len)):
        for key in ("a", "b", "a", "c"):
            kept.take(key, lambda: "old")
        assert {key: kept.take(key, lambda: "new") for key in ("a", "c", "b")} == {"a": "old", "c": "old", "b": "new"}
