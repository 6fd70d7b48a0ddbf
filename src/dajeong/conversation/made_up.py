"""Customers who never were: the demonstration's. Their conversations look like any other, and no model learns from them."""

# No channel gives a customer such a name by itself.
MADE_UP = "demo:"


def is_made_up(customer: str) -> bool:
    """Return whether nobody stands behind this customer."""
    return customer.startswith(MADE_UP)
