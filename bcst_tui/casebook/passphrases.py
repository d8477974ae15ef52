"""What a passphrase and the lead's key have to be, told the same way wherever they are given. Light to import."""

from __future__ import annotations

SHORTEST_PASSPHRASE = 12
FEWEST_LETTERS = 6
GOOD_WORDS = 5
LEAD_KEY = "The safeguarding lead's key"
LEAD_KEY_HINT = "It begins with age1; they make it with bcst lead new-key. Nothing, if there is none yet."
LOST_WITHOUT_LEAD = "If you forget your passphrase, this private part is lost. Nobody can get it back."


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


def hand_over_key_refusal(typed: str) -> str:
    """Why this can't be the key of whoever takes a case over, or empty."""
    from bcst_tui.errors import UsageError
    from bcst_tui.vault.lead_slot import checked_public

    if "".join(typed.split()).lower().startswith("age-secret-key"):
        return "That is the secret half of a key. Ask for the one that begins with age1."
    try:
        checked_public(typed)
    except UsageError:
        return "That is not their key, or a letter of it is wrong. It begins with age1 and has 62 letters and digits."
    return ""


def lead_key_refusal(typed: str) -> str:
    """Why this can't be the lead's key, or empty; nothing at all is no key, and is taken."""
    if not typed.strip():
        return ""
    from bcst_tui.errors import UsageError
    from bcst_tui.vault.lead_slot import checked_public

    try:
        checked_public(typed)
    except UsageError as refused:
        return str(refused)
    return ""
