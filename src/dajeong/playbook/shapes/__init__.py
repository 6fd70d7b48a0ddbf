"""What may be written in a playbook's files: one table for the loader, the review and the editors."""

from dajeong.playbook.shapes.condition_shape import ConditionShape
from dajeong.playbook.shapes.kinds import KINDS
from dajeong.playbook.shapes.shape import FileReader, Shape, is_id, nearest
from dajeong.playbook.shapes.wording_shape import wording_schema

__all__ = ["KINDS", "ConditionShape", "FileReader", "Shape", "is_id", "nearest", "wording_schema"]
