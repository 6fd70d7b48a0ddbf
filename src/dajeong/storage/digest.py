"""What is kept of a token: whoever reads the table opens nothing with it."""

from hashlib import sha256


def digest_of(token: str) -> str:
    """Return the SHA-256 of a token, in hexadecimal."""
    return sha256(token.encode()).hexdigest()
