"""Where the vault's keys come from and which are refused."""

import base64
from pathlib import Path

import pytest

from dajeong.trust.keys import KeyRing, VaultKey, VaultKeyError, make_key_file, read_keys

ONE, TWO = (base64.b64encode(bytes([n]) * 32).decode() for n in (1, 2))


def test_keys_come_from_the_environment_newest_first() -> None:
    ring = read_keys({"DAJEONG_VAULT_KEY": f"new:{TWO}, old:{ONE}"})
    assert [key.id for key in ring.keys] == ["new", "old"]
    assert ring.active.secret == bytes([2]) * 32


def test_a_key_without_an_id_gets_one_that_does_not_change() -> None:
    first, again = (read_keys({"DAJEONG_VAULT_KEY": ONE}).active for _ in range(2))
    assert first == again and first.id != read_keys({"DAJEONG_VAULT_KEY": TWO}).active.id


def test_a_made_key_file_is_private_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "vault.key"
    made = make_key_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_keys({}, path) == made


def test_an_existing_key_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "vault.key"
    make_key_file(path)
    before = path.read_bytes()
    with pytest.raises(VaultKeyError, match="exists already"):
        make_key_file(path)
    assert path.read_bytes() == before


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vault.key"
    make_key_file(path)
    path.chmod(0o640)
    with pytest.raises(VaultKeyError, match="0600"):
        read_keys({}, path)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (base64.b64encode(b"short").decode(), "5 bytes"),
        ("not base64 at all!", "not base64"),
        (f"a b:{ONE}", "id of key 1"),
        (f"same:{ONE},same:{TWO}", "same id"),
        (",", "no key"),
    ],
)
def test_an_unusable_key_is_named_and_never_shown(given: str, said: str) -> None:
    with pytest.raises(VaultKeyError, match=said) as error:
        read_keys({"DAJEONG_VAULT_KEY": given})
    assert ONE not in error.value.message and "not base64 at all!" not in error.value.message


def test_without_any_key_the_message_says_what_to_set(tmp_path: Path) -> None:
    for path in (None, tmp_path / "nowhere"):
        with pytest.raises(VaultKeyError, match="DAJEONG_VAULT_KEY"):
            read_keys({}, path)


def test_the_repr_of_a_key_ring_hides_the_secrets() -> None:
    assert repr(b"\x01") not in repr(KeyRing((VaultKey("one", b"\x01" * 32),))) and "secret" not in repr(
        VaultKey("x", b"y")
    )
