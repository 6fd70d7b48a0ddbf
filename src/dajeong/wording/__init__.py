"""What next becomes words: a composer chooses them, a guard looks at them before they are sent."""

from dajeong.wording.composer import Composer, TemplateComposer
from dajeong.wording.draft import Draft, Part, Worded
from dajeong.wording.guard import Guard
from dajeong.wording.pace import typing_ms
from dajeong.wording.reply import word_reply

__all__ = ["Composer", "Draft", "Guard", "Part", "TemplateComposer", "Worded", "typing_ms", "word_reply"]
