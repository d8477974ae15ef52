"""What a vault is for: real cases, or training. Neither kind of bcst opens the other's, not even with its key.

A training file has an application id of its own, and its pages are under a key that is derived from the vault's
key with a label, so that what opens one kind of file opens no file of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bcst_tui.errors import BcstError

Purpose = Literal["live", "training"]
APPLICATION_IDS: Mapping[Purpose, int] = {"live": 0x42435354, "training": 0x42435452}
_LABEL = b"bcst training file"
_KEY_BYTES = 32


class AnotherFile(BcstError):
    """The file opened, and is a sound database, but not one of ours, or not of this kind."""

    title = "That is not a vault of this kind"
    exit_code = 6


class IsTraining(AnotherFile):
    """Real cases were looked for, and these are rehearsals."""

    title = "That is a training vault"


class IsLive(AnotherFile):
    """Rehearsals were looked for, and these are real cases."""

    title = "That is a vault of real cases"


def file_key(data_key: bytes, purpose: Purpose) -> bytes:
    """What the pages of the file are encrypted under."""
    if purpose == "live":
        return data_key
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(hashes.SHA256(), _KEY_BYTES, salt=None, info=_LABEL).derive(data_key)


def other(purpose: Purpose) -> Purpose:
    return "live" if purpose == "training" else "training"


def refusal(purpose: Purpose, where: str) -> AnotherFile:
    """Why bcst, run for this purpose, does not open a file of the other."""
    if purpose == "live":
        return IsTraining(
            f"{where} holds rehearsals with invented people, so bcst does not open it beside real cases.",
            "Nothing has been changed. Open it with bcst train, or choose the folder of your real cases."
            " A training folder keeps the passphrase it began with: for another, begin another folder.",
        )
    return IsLive(
        f"{where} holds real cases, so bcst train does not open it.",
        "Nothing has been changed. Open it with bcst, or choose another folder for training.",
    )
