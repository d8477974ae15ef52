"""What a passphrase has to be, told the same way wherever one is chosen. Light to import."""

from __future__ import annotations

SHORTEST_PASSPHRASE = 12
FEWEST_LETTERS = 6
GOOD_WORDS = 5


def refusal(passphrase: str) -> str:
    """Why this can't be a passphrase, or empty."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        missing = SHORTEST_PASSPHRASE - len(passphrase)
        return f"Too short yet: {missing} more {'letter' if missing == 1 else 'letters'} at least."
    if len(set(passphrase.casefold())) < FEWEST_LETTERS:
        return "Weak: it is the same few letters again and again."
    return ""


def quality(passphrase: str) -> str:
    """How well this passphrase would hold, in words."""
    if refused := refusal(passphrase):
        return refused
    if len(passphrase.split()) >= GOOD_WORDS:
        return "Strong, if the words don't belong together."
    return f"Fair. {GOOD_WORDS} words or more would make it strong."
