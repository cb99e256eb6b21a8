import pytest

from api.serving import listening
from graph.errors import BadInputError


def test_a_port_in_use_is_passed_over() -> None:
    with listening("127.0.0.1", 20000) as first, listening("127.0.0.1", first.getsockname()[1]) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_an_address_that_is_not_ours_is_one_sentence() -> None:
    with pytest.raises(BadInputError, match=r"cannot listen on 192\.0\.2\.1 port 20000"):
        listening("192.0.2.1", 20000)


def test_a_name_that_is_no_address_is_one_sentence() -> None:
    with pytest.raises(BadInputError, match=r"cannot listen on no\.such\.host\.invalid"):
        listening("no.such.host.invalid", 20000)
