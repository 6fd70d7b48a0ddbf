"""What may be kept and said: personal data becomes tokens, originals go to the vault."""

from dajeong.trust.intake import Intake
from dajeong.trust.keys import make_key_file, read_keys
from dajeong.trust.recognisers import standard_scanner
from dajeong.trust.tokens import Tokenised
from dajeong.trust.vault import InMemoryVault, Vault, VaultStore

__all__ = [
    "InMemoryVault",
    "Intake",
    "Tokenised",
    "Vault",
    "VaultStore",
    "make_key_file",
    "read_keys",
    "standard_scanner",
]
