"""Back to the last backup, for the command that does it."""

from bcst_tui.vault.restoring import Restored as Restored
from bcst_tui.vault.restoring import restore as restore
