"""What the keys of the plan screen do: which there are, in which list each means something, and the help on them."""

from __future__ import annotations

from textual.binding import Binding

from bcst_tui.plan.owed import Thing
from bcst_tui.tui import keys
from bcst_tui.tui.widgets.plan_cells import DATED
from bcst_tui.tui.widgets.plan_lists import View

WHERE: dict[str, tuple[View, ...]] = {
    "add": ("needs", "actions"),
    "remove": ("needs", "actions"),
    "read_back": ("needs",),
    "who": ("actions",),
    "owner": ("actions",),
    "due": DATED,
    "stands": ("needs", *DATED),
    "signpost": DATED,
}
"""In which lists an action means something; the others mean something in all."""


VIEW_OF: dict[Thing, View] = {"action": "actions", "follow_up": "signposts", "clock": "dates"}

HELP = (
    "**1**–**5** go to needs, actions, signposts, dates and levels.\n\n"
    "- On the needs, **Enter** or **Space** confirms, **Delete** drops with a reason, **A** adds one, "
    "**K** reads them back with the person, **T** says more.\n"
    "- On the actions, **W** goes through who does it, **E** writes the owner, **D** the day, **T** how it stands; "
    "**A** adds one in your own words, **S** notes a service the person was pointed to.\n"
    "- **Enter** on an action also writes down what was done, points to a service or refers to one.\n"
    "- On the signposts, **D** is the day to ask again, **Enter** what came of it; referrals stand beneath, "
    "and **Enter** says how one goes on.\n"
    "- **Ctrl+Z** takes the last change back.\n"
    "- **G** agrees the plan: it is kept as a numbered, dated version.\n"
    "- **J** shows the versions of the plan: what changed, who did it, when and why.\n"
    "- **Ctrl+G** goes to who may be told what.\n"
    "- **Ctrl+O** shows the person's own copy, **X** writes a copy after showing what it says.\n"
    "- **Tab** goes to the details, where Up and Down read on."
)

BINDINGS: list[Binding] = [
    keys.binding("read_back", show=True),
    keys.binding("add", show=True),
    keys.binding("remove"),
    keys.binding("who"),
    keys.binding("owner"),
    keys.binding("due"),
    keys.binding("stands"),
    keys.binding("signpost", show=True),
    keys.binding("agree", show=True),
    keys.binding("undo"),
    keys.binding("own_copy"),
    keys.binding("consents"),
    keys.binding("versions"),
    keys.binding("feedback"),
    keys.binding("export", show=True),
    keys.binding("back", show=True),
]
