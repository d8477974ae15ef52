"""`bcst restore`: back to the last backup."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bcst_tui.casebook import restoring
from bcst_tui.cli.saying import say
from bcst_tui.cli.secrets_typed import secret
from bcst_tui.config import vault_folder

SINCE = (
    "What was written after that is not in it. In the private part ask nothing that somebody says they have answered:"
    " “I've already told somebody” is a full answer."
)


def restore(environ: Mapping[str, str], vault: Path | None, passphrase_file: Path | None) -> None:
    folder = vault_folder(vault, environ)
    restored = restoring.restore(folder, secret("Passphrase", passphrase_file))
    made = restored.made_at.astimezone()
    say(f"The backup of {made.day} {made:%B %Y at %H:%M} stands in the place of the vault. {SINCE}")
    if restored.kept_in is not None:
        say(f"What was there is kept in {restored.kept_in}. Show it to whoever looks after this computer.")
