"""What goes wrong through nobody's bug, told so that the reader knows what to do."""

from __future__ import annotations


class BcstError(Exception):
    """A mistake or mishap the user can act on: what happened, to what, and what to do."""

    title = "Something needs your attention"
    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UsageError(BcstError):
    """The command or the entry does not fit; nothing was done."""

    title = "That can't be used"
    exit_code = 2


class ScriptError(BcstError):
    """A script, a reference file or an answers file can't be read as it stands."""

    title = "A file needs mending"
    exit_code = 3


class WrongPassphrase(BcstError):
    """The key slot did not open: the passphrase is wrong, the vault itself is untouched."""

    title = "That passphrase did not open it"
    exit_code = 4


class VaultInUse(BcstError):
    """Another bcst holds this vault."""

    title = "Already open"
    exit_code = 5


class VaultDamaged(BcstError):
    """The vault can't be trusted as it is; it has not been written to."""

    title = "The vault is damaged"
    exit_code = 6


class NotSaved(BcstError):
    """The last entry could not be written; everything before it is safe."""

    title = "Not saved"
    exit_code = 7


class ExportRefused(BcstError):
    """A document was not written, so that nothing leaves that nobody decided on."""

    title = "Not exported"
    exit_code = 8
