"""The tests need no internet, and a test that tries it fails."""

import os
import socket

import pytest


def test_a_test_that_tries_the_internet_fails() -> None:
    # An address that is reserved for documentation (RFC 5737), so that nobody is disturbed when the guard is gone.
    with socket.socket() as outside, pytest.raises(AssertionError, match="another machine"):
        outside.connect(("192.0.2.1", 80))


def test_a_server_on_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        client.sendall(b"hello")
        assert server.accept()[0].recv(5) == b"hello"


def test_settings_of_the_person_at_the_keyboard_are_left_out() -> None:
    assert not [name for name in os.environ if name.startswith("DAJEONG_")]
