"""What the tests of trust are made of: a vault with a known key and an intake with counted references."""

from itertools import count

from dajeong.trust import InMemoryVault, Intake, Vault, standard_scanner
from dajeong.trust.keys import KeyRing, VaultKey

FIRST = VaultKey("first", bytes(range(32)))
SECOND = VaultKey("second", bytes(range(32, 64)))
SCANNER = standard_scanner()


def vault_with(*keys: VaultKey, store: InMemoryVault | None = None) -> Vault:
    return Vault(store if store is not None else InMemoryVault(), KeyRing(keys or (FIRST,)))


def intake_with(vault: Vault | None = None, prefix: str = "ref") -> Intake:
    numbers = count(1)
    return Intake(SCANNER, vault or vault_with(), lambda: f"{prefix}-{next(numbers)}")
