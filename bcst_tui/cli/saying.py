"""Talk to whoever runs a command: on stderr, so that stdout holds data alone. What is of training is marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bcst_tui.training.invented import IN_LINES, WATERMARK


def say(sentence: str) -> None:
    import click

    click.echo(sentence, err=True)


def say_marked(sentence: str) -> None:
    """The same of a command of training."""
    say(in_lines(sentence))


def in_lines(sentence: str) -> str:
    """A line by itself, with the mark of training before it."""
    return f"{IN_LINES} {sentence}"


@contextmanager
def watermarked() -> Iterator[None]:
    """Everything printed in between stands between two lines that say that nobody in it is real."""
    import click

    click.echo(WATERMARK)
    try:
        yield
    finally:
        click.echo(WATERMARK)
