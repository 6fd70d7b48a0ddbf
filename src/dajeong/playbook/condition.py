"""Structured conditions: keys and expectations a designer writes, never evaluated code.

A condition maps a name to what it must be. All entries must hold; ``any`` and ``not`` nest::

    {order.status: delivered}                    equals
    {order.status: [packed, shipped]}            one of
    {order.days_late: {at_least: 3}}             a bound
    {reason: {filled: true}}                     known at all
    {mood: against, strength: {at_least: 0.6}}   feeling
    {any: [{mood: worried}, {urgency: {at_least: 0.5}}]}

Names come from the bindings: slots by name, action outputs as ``action.output``, ``customer.x``, ``mood`` (group),
``emotion``, ``strength``, ``trend``, ``urgency``, ``fatigue``, ``repeated`` (times this matter was told again),
``language``.
"""

import operator
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import Field

from dajeong.conversation.frozen import Frozen

Scalar = str | int | float | bool


class Bounds(Frozen):
    """An expectation that is not plain equality. Every given bound must hold."""

    at_least: float | None = None
    at_most: float | None = None
    more_than: float | None = None
    less_than: float | None = None
    is_not: Scalar | None = None
    filled: bool | None = None


Expectation = Bounds | tuple[Scalar, ...] | Scalar


class Condition(Frozen):
    """All of ``holds``, at least one of ``any_of`` when given, and not ``negated``."""

    holds: dict[str, Expectation] = Field(default_factory=dict)
    any_of: tuple["Condition", ...] = ()
    negated: Annotated["Condition | None", Field()] = None

    def met_by(self, bindings: Mapping[str, Any]) -> bool:
        """Return whether the bindings satisfy this condition; an unknown name satisfies only ``filled: false``."""
        return (
            all(_fits(bindings.get(name), expected) for name, expected in self.holds.items())
            and (not self.any_of or any(each.met_by(bindings) for each in self.any_of))
            and not (self.negated is not None and self.negated.met_by(bindings))
        )

    def names(self) -> frozenset[str]:
        """Return every name this condition looks at."""
        nested = (*self.any_of, *((self.negated,) if self.negated else ()))
        return frozenset(self.holds).union(*(each.names() for each in nested))


ALWAYS = Condition()


def _fits(value: Any, expected: Expectation) -> bool:
    if isinstance(expected, Bounds):
        return _within(value, expected)
    if value is None:
        return False
    if isinstance(expected, tuple):
        return any(_same(value, each) for each in expected)
    return _same(value, expected)


def _same(value: Any, expected: Scalar) -> bool:
    if isinstance(value, bool) or isinstance(expected, bool):
        return value is expected
    if isinstance(value, (int, float)) and isinstance(expected, (int, float)):
        return value == expected
    return str(value) == str(expected)


def _within(value: Any, bounds: Bounds) -> bool:
    if bounds.filled is not None and (value not in (None, "")) != bounds.filled:
        return False
    if bounds.is_not is not None and value is not None and _same(value, bounds.is_not):
        return False
    number = _number(value)
    checks: tuple[tuple[float | None, Callable[[float, float], bool]], ...] = (
        (bounds.at_least, operator.ge),
        (bounds.at_most, operator.le),
        (bounds.more_than, operator.gt),
        (bounds.less_than, operator.lt),
    )
    return all(bound is None or (number is not None and holds(number, bound)) for bound, holds in checks)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
