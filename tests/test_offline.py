"""Nothing here needs a network, and nothing may come to need one."""

import socket
from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "asks", [lambda: socket.create_connection(("192.0.2.1", 9)), lambda: socket.getaddrinfo("x", 9)]
)
def test_whoever_reaches_out_while_these_tests_run_fails(asks: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="works offline"):
        asks()
