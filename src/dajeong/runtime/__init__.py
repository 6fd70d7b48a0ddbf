"""Takes the turns: the one road every message takes."""

from dajeong.runtime.actions import Actions, FunctionActions, WorkerActions
from dajeong.runtime.answering import Answering
from dajeong.runtime.design import Designs
from dajeong.runtime.hands import Hearing
from dajeong.runtime.runtime import Runtime
from dajeong.runtime.timekeeper import Timekeeper

__all__ = [
    "Actions",
    "Answering",
    "Designs",
    "FunctionActions",
    "Hearing",
    "Runtime",
    "Timekeeper",
    "WorkerActions",
]
