"""Talk to whoever runs a command: on stderr, so that stdout holds data alone."""

from __future__ import annotations


def say(sentence: str) -> None:
    import click

    click.echo(sentence, err=True)
