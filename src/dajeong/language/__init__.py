"""How Korean and English are said: speech level, particles, plain words, and what a kind reply leaves out."""

from dajeong.language.finding import Finding
from dajeong.language.numbers import money
from dajeong.language.particles import resolve_particles
from dajeong.language.promise import promises_in
from dajeong.language.review import review_words
from dajeong.language.sentences import sentences
from dajeong.language.speech_level import SpeechLevel, level_of

__all__ = [
    "Finding",
    "SpeechLevel",
    "level_of",
    "money",
    "promises_in",
    "resolve_particles",
    "review_words",
    "sentences",
]
