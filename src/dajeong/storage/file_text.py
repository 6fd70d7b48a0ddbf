"""What a file of a playbook may hold, in a draft and in a version: whole Unicode text."""

from dajeong.storage.errors import UnfitText


def check_file(path: str, text: str) -> None:
    """Raise UnfitText for a path or a text that no text file has."""
    if "\0" in path or "\0" in text:
        raise UnfitText(
            "A file of the playbook holds a NUL character, which no text file does. Save it as UTF-8 again."
        )
    try:
        text.encode(), path.encode()
    except UnicodeEncodeError:
        raise UnfitText("A file of the playbook is not whole Unicode text. Save it as UTF-8 again.") from None
