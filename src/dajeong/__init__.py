"""다정: customer support that understands feelings."""
