"""What the team wrote: scenarios, persona, empathy and words, loaded from files that people can read. Pure."""

from dajeong.playbook.files import Loaded, content_version, load_playbook
from dajeong.playbook.folder import read_beside, read_folder
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Problem
from dajeong.playbook.review import review

__all__ = ["Loaded", "Playbook", "Problem", "content_version", "load_playbook", "read_beside", "read_folder", "review"]
