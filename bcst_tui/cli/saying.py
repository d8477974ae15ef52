"""Talk to whoever runs a command: on stderr, so that stdout holds data alone."""

from __future__ import annotations

import click


def say(sentence: str) -> None:
    click.echo(sentence, err=True)
