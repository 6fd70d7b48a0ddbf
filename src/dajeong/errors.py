"""The one error base: what happened, what to do, and never a customer's words."""

from typing import ClassVar


class DajeongError(Exception):
    """An error a person can act on. ``status`` is the HTTP status it becomes at the door."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
