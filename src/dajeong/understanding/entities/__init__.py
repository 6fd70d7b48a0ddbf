"""What a slot could take, found in a message and written in one canonical form."""

from dajeong.understanding.entities.found import TOKEN_KINDS, BadPattern, find_entities, without_patterns

__all__ = ["TOKEN_KINDS", "BadPattern", "find_entities", "without_patterns"]
