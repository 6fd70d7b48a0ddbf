"""Check digits: they say that a number is well formed, never that it may be kept."""

_BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_RESIDENT_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def luhn(digits: str) -> bool:
    """Say whether 12 to 19 decimal digits pass the Luhn check of payment cards (ISO/IEC 7812-1, annex B)."""
    if not 12 <= len(digits) <= 19:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def business_number(digits: str) -> bool:
    """Say whether ten digits are a well-formed Korean business registration number."""
    if len(digits) != 10:
        return False
    total = sum(int(d) * w for d, w in zip(digits, _BUSINESS_WEIGHTS, strict=False)) + int(digits[8]) * 5 // 10
    return (10 - total % 10) % 10 == int(digits[9])


def resident_number(digits: str) -> bool:
    """Say whether thirteen digits pass the old check. Numbers issued since October 2020 need not pass it."""
    if len(digits) != 13:
        return False
    total = sum(int(d) * w for d, w in zip(digits, _RESIDENT_WEIGHTS, strict=False))
    return (11 - total % 11) % 10 == int(digits[12])
