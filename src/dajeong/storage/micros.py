"""Times as they are kept: whole microseconds since 1970 (UTC), exact and sortable on both databases."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Return whole microseconds since 1970. Raises ValueError when ``at`` does not say its time zone."""
    if at.tzinfo is None:
        raise ValueError("A time without its time zone cannot be kept: hand in an aware datetime.")
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the moment, in UTC."""
    return _EPOCH + timedelta(microseconds=micros)
