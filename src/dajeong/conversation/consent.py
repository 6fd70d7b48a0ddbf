"""What a customer has agreed to besides being answered, one purpose at a time; nothing said means no."""

from typing import Annotated, Literal

from pydantic import Field

from dajeong.conversation.frozen import Frozen

# ``training``: models may learn from the conversation, ours from its labels and others from an export.
ConsentPurpose = Literal["training"]
# The site's own name of the text that was agreed to, e.g. ``privacy-2026-11``. A name, never words of a customer.
Terms = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9._-]*$")]


class ConsentGiven(Frozen):
    """The customer agreed that this conversation is used for a purpose, under these terms."""

    kind: Literal["consent_given"] = "consent_given"
    purpose: ConsentPurpose
    terms: Terms = ""


class ConsentWithdrawn(Frozen):
    """The customer took the agreement back; it counts from now on for the whole conversation."""

    kind: Literal["consent_withdrawn"] = "consent_withdrawn"
    purpose: ConsentPurpose
