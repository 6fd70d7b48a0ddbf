"""A story for every empathy policy, made from the design: what it asks for is what a customer must hear."""

from dajeong.simulation.policies.proving import DEFAULTS, policy_outcomes
from dajeong.simulation.policies.wanted import wanted

__all__ = ["DEFAULTS", "policy_outcomes", "wanted"]
