from api.jobs.processes import is_alive, of, this


def test_a_process_is_known_by_number_and_start() -> None:
    number, start = this()
    assert is_alive((number, start))
    assert not is_alive((number, start - 1)), "numbers are given out again"
    assert of(2**22 + 1) is None
