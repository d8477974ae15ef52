"""The forms a copy can be written in, all from the same Copy: what differs is type, never content."""

from __future__ import annotations

from typing import Literal, assert_never, get_args

from bcst_tui.export import html, markdown, plain_text
from bcst_tui.export.document import Copy

FileFormat = Literal["md", "html", "txt"]
FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)


def render(copy: Copy, file_format: FileFormat) -> str:
    """The copy as the text of a file."""
    match file_format:
        case "md":
            return markdown.render(copy)
        case "html":
            return html.render(copy)
        case "txt":
            return plain_text.render(copy)
    assert_never(file_format)


def seen(copy: Copy, file_format: FileFormat) -> str:
    """What the reader of that file has before their eyes: the file itself, or the words its page shows."""
    return html.seen(copy) if file_format == "html" else render(copy, file_format)
