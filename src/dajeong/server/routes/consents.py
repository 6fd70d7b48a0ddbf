"""What customers agreed to, told by the site that asked them."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from dajeong.conversation.consent import ConsentGiven, ConsentPurpose, ConsentWithdrawn, Terms
from dajeong.conversation.frozen import Frozen
from dajeong.server.access import require
from dajeong.server.routes.dependencies import Running

# Conversations of one customer taken at once.
PAGE = 200


class CustomerConsent(Frozen):
    """A customer's agreement, or its end, for all conversations they have had. ``customer`` is the site's own id of them."""

    customer: Annotated[str, Field(min_length=1, max_length=128)]
    purpose: ConsentPurpose
    given: bool
    terms: Terms = ""


class Noted(Frozen):
    """In how many conversations it was written down; where it stood already nothing was added."""

    conversations: int


router = APIRouter(prefix="/api/consents", tags=["consent"], dependencies=[Depends(require("consent"))])


@router.post("")
async def say_for_customer(body: CustomerConsent, app: Running) -> Noted:
    """Write down what a customer agreed to, in each of their conversations so far."""
    event = (
        ConsentGiven(purpose=body.purpose, terms=body.terms) if body.given else ConsentWithdrawn(purpose=body.purpose)
    )
    noted, before = 0, None
    while rows := await app.storage.log.inbox(customer=body.customer, before=before, limit=PAGE):
        for row in rows:
            noted += await app.runtime.agree(row.conversation, event)
        before = rows[-1].last_at
        if len(rows) < PAGE:
            break
    return Noted(conversations=noted)
