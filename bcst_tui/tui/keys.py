"""The one key table of the whole program: what each key does, what it is called, and how it may be changed.

Function keys, so that they work inside text boxes. Digits and letters answer questions and belong to no entry
here but those of lists. A changed key that would do two things is refused before the keymap is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from textual.binding import Binding

from bcst_tui.errors import ScriptError

Scope = Literal["everywhere", "list"]


@dataclass(frozen=True)
class Key:
    """One action: the keys that do it, its word in plain mode, and what is said about it.

    `everywhere` also works while somebody types, so it can't be a plain letter; `list` works where nothing is typed.
    """

    id: str
    keys: tuple[str, ...]
    word: str
    label: str
    tooltip: str
    scope: Scope = "everywhere"
    priority: bool = False


TABLE: tuple[Key, ...] = (
    Key("help", ("f1",), "help", "Help", "What this screen is for, and every key that works on it."),
    Key("skip", ("f2",), "skip", "Skip", "Leave this question and say why there is no answer."),
    Key("pause", ("f3",), "pause", "Pause", "Put the cover up; everything said so far is saved.", priority=True),
    Key("stop", ("f4",), "stop", "Stop", "End for today. Everything is saved and can be picked up again."),
    Key("easy", ("f5",), "easy", "Easy words", "Easy words on or off."),
    Key("heard", ("f6",), "heard", "Just told", "They have just told me something.", priority=True),
    Key("why", ("f7",), "why", "Why we ask", "One sentence on why this is asked and who sees it."),
    Key("now", ("f8",), "now", "Help now", "Who to call when something can't wait.", priority=True),
    Key("hide", ("f9", "ctrl+l"), "hide", "Hide", "Put the cover up at once.", priority=True),
    Key("back", ("escape",), "back", "Back", "One step back."),
    Key("still_right", ("ctrl+y",), "right", "Still right", "What was told before is still right."),
    Key("today", ("ctrl+t",), "today", "Today", "What is due today and next."),
    Key("undo", ("ctrl+z",), "undo", "Undo", "Take the last answer back."),
    Key("palette", ("ctrl+p",), "commands", "Commands", "Find a command by its name."),
    Key("quit", ("ctrl+q",), "quit", "Leave", "Close the vault and leave bcst."),
    Key("page_up", ("pageup",), "up", "Page up", "Read further up."),
    Key("page_down", ("pagedown",), "down", "Page down", "Read further down."),
    Key("open", ("enter",), "open", "Open", "Open what is marked.", scope="list"),
    Key("carry_on", ("o",), "carry on", "Carry on", "Go on with the interview that was not finished.", scope="list"),
    Key("new_case", ("n",), "new", "New case", "Open a case for somebody.", scope="list"),
    Key(
        "case_menu",
        ("m",),
        "menu",
        "Case",
        "Notes, a slip, closing, merging, deleting: all about this case.",
        scope="list",
    ),
    Key("names", ("v",), "names", "Names", "Show names, or initials only.", scope="list"),
    Key("check", ("c",), "check", "Check answers", "Read the answers through, and change any.", scope="list"),
    Key("find", ("f",), "find", "Find", "Show only the lines that hold certain words.", scope="list"),
    Key("narrow", ("h",), "narrow", "Which ones", "Choose how a case must stand to be listed.", scope="list"),
    Key("bear_in_mind", ("b",), "mind", "Bear in mind", "What to ask, offer and avoid; for you alone.", scope="list"),
    Key("plan", ("p",), "plan", "Plan", "What the answers point to, and who does what by when.", scope="list"),
    Key(
        "export",
        ("x",),
        "export",
        "Export",
        "Write a copy of the plan, after seeing all it says.",
        scope="list",
    ),
    Key("add", ("a",), "add", "Add", "Add one more to this list.", scope="list"),
    Key("remove", ("delete",), "remove", "Take out", "Take the marked one out, after asking.", scope="list"),
    Key(
        "signpost",
        ("s",),
        "signpost",
        "Point to",
        "Note a service the person was pointed to; its follow-up comes with it.",
        scope="list",
    ),
    Key("agree", ("g",), "agree", "Agree the plan", "Keep the plan as it stands, numbered and dated.", scope="list"),
    Key(
        "who",
        ("w",),
        "who",
        "Who",
        "I will, we will or the worker will: goes on to the next of the three.",
        scope="list",
    ),
    Key("owner", ("e",), "owner", "Owner", "Write who owns the lit action.", scope="list"),
    Key("due", ("d",), "due", "By when", "Write the day by which it is to be done or asked about.", scope="list"),
    Key("stands", ("t",), "stands", "How it stands", "Say how the lit line stands now.", scope="list"),
    Key(
        "read_back",
        ("k",),
        "read back",
        "Read back",
        "Say each need aloud, and note what the person says of it.",
        scope="list",
    ),
    Key(
        "versions",
        ("j",),
        "versions",
        "Versions",
        "What changed from version to version, and who did it.",
        scope="list",
    ),
    Key(
        "feedback",
        ("y",),
        "feedback",
        "Feedback",
        "Two or three questions on how this went, kept so that nobody can tell whose.",
        scope="list",
    ),
    Key("own_copy", ("ctrl+o",), "copy", "Their copy", "Show what the person's own copy says; nothing is written."),
    Key("consents", ("ctrl+g",), "consent", "Consent", "Who may be told what, office by office; and taking it back."),
    Key(
        "agreed",
        ("ctrl+n",),
        "agreed",
        "Agreed before",
        "People and safety: what was agreed, and taking it back.",
    ),
    Key("reveal", ("ctrl+r",), "show", "Show private", "Show or hide answers that are more private."),
    Key("again", ("r",), "again", "Meet again", "Begin another interview with the same person.", scope="list"),
    Key(
        "calendar",
        ("i",),
        "calendar",
        "Calendar",
        "Write the follow-ups and reviews ahead to a file that calendars read: days and references, no names.",
        scope="list",
    ),
    Key("figures", ("u",), "figures", "Figures", "How many people, and what came of it: for managers.", scope="list"),
    Key("take_over", ("q",), "take over", "Take over a case", "Read the file another worker handed you.", scope="list"),
    Key("rehearse", ("f10",), "say", "Say or do", "In training: what you say, or do about what happens."),
    Key("lock", ("l",), "lock", "Lock", "Lock bcst: the passphrase opens it again.", scope="list"),
)
BY_ID: Mapping[str, Key] = MappingProxyType({key.id: key for key in TABLE})

NEVER = frozenset({"ctrl+c", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"})
"""A terminal sends these for Tab, Enter and Backspace, or people press them to copy."""

_NAMES = re.compile(
    r"(?:(?:ctrl|shift|alt)\+)*(?:[a-z0-9]|f(?:[1-9]|1[0-9]|2[0-4])|escape|enter|insert|delete|home|end|pageup|pagedown)"
)
_TYPED = re.compile(r"(?:shift\+)?[a-z0-9]|enter|delete|home|end")


def binding(key_id: str, action: str = "", *, show: bool = False, label: str = "") -> Binding:
    """The Textual binding of an entry; the action is the id unless another is named."""
    key = BY_ID[key_id]
    return Binding(
        ",".join(key.keys),
        action or key.id,
        label or key.label,
        show=show,
        priority=key.priority,
        tooltip=key.tooltip,
        id=key.id,
    )


def keymap(wished: Mapping[str, str]) -> dict[str, str]:
    """The keys somebody wants, checked: id → keys parted by commas, as Textual's keymap takes them.

    ScriptError for an unknown id, a key that can't be sent or would be typed, or a key that would do two things.
    """
    chosen = {key_id: _checked(key_id, keys) for key_id, keys in wished.items()}
    if said := clashes({**{key.id: key.keys for key in TABLE}, **chosen}):
        raise ScriptError(said[0], "Give one of them another key in settings.toml, under [keys].")
    return {key_id: ",".join(keys) for key_id, keys in chosen.items()}


def clashes(keys_of: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A sentence for every key that would do two things."""
    owner: dict[str, str] = {}
    said = []
    for key_id, keys in keys_of.items():
        for key in keys:
            if owner.setdefault(key, key_id) != key_id:
                said.append(f"The key {shown(key)} would do two things: {owner[key]} and {key_id}.")
    return tuple(said)


def shown(key: str) -> str:
    """The name of a key as people read it: `ctrl+l` → Ctrl+L."""
    names = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}
    return "+".join(names.get(part, part.upper() if len(part) == 1 else part.capitalize()) for part in key.split("+"))


def _checked(key_id: str, keys: str) -> tuple[str, ...]:
    key = BY_ID.get(key_id)
    if key is None:
        raise ScriptError(f"settings.toml: there is no action `{key_id}`.", f"The actions are {', '.join(BY_ID)}.")
    wanted = tuple(part.strip().lower() for part in keys.split(",") if part.strip())
    for part in wanted or ("",):
        if not _NAMES.fullmatch(part) or part in NEVER:
            raise ScriptError(f"settings.toml: `{key_id}` can't be put on that key.", "Name one such as f9 or ctrl+l.")
        if key.scope == "everywhere" and _TYPED.fullmatch(part):
            remedy = "Name a function key, or one with ctrl."
            raise ScriptError(
                f"settings.toml: `{key_id}` can't be put on {shown(part)}: it is typed in answers.", remedy
            )
    return wanted
