"""Finds web and mail addresses in a text."""

import re

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'가-힣]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|kr|io|me|ly|shop)\b\S*",
    re.IGNORECASE,
)
