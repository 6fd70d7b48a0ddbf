"""Made-up customers: who they are, how they bear things, and how they go through a conversation."""

from dajeong.simulation.customers.agenda import AgendaCustomer, Knowledge
from dajeong.simulation.customers.cast import BadCustomers, NoCustomers, read_customers
from dajeong.simulation.customers.customer import MadeUpCustomer
from dajeong.simulation.customers.possible import ways_of

__all__ = [
    "AgendaCustomer",
    "BadCustomers",
    "Knowledge",
    "MadeUpCustomer",
    "NoCustomers",
    "read_customers",
    "ways_of",
]
