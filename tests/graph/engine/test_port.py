import socket

import pytest

from graph.engine.port import choose_port, is_free
from graph.errors import LockedError


def test_a_chosen_port_is_free() -> None:
    assert is_free(choose_port(None, None))


def test_the_remembered_port_is_kept_while_it_is_free() -> None:
    port = choose_port(None, None)
    assert choose_port(None, port) == port


def test_a_remembered_port_that_another_program_took_is_replaced() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        assert choose_port(None, taken) != taken


def test_the_users_port_is_used_whatever_is_remembered() -> None:
    wanted, remembered = choose_port(None, None), choose_port(None, None)
    assert choose_port(wanted, remembered) == wanted


def test_the_users_port_in_use_is_refused_by_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        with pytest.raises(LockedError, match=f"port {taken} is in use by another program") as caught:
            choose_port(taken, None)
    assert "OSSATLAS_BOLT_PORT" in caught.value.hint
