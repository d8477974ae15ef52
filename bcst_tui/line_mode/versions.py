"""The versions of a plan, and coming back to custody, in numbered lines."""

from __future__ import annotations

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.values import CaseLine
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.prompts import Lines, choose, in_words


def tell_versions(casebook: Casebook, case: CaseLine, lines: Lines) -> None:
    """Every version; any two beside each other; every change with who made it and why; what other plans had done."""
    versions, elsewhere = casebook.versions(case.case_id), casebook.done_elsewhere(case.case_id)
    if not versions:
        lines.say("There is no plan yet.")
        return
    while True:
        lines.heading("Which version?")
        more = ["Done in another plan of this case"] if elsewhere else []
        picked = choose(lines, ["Back", "Every change: who, when and why", *(one.words for one in versions), *more])
        if picked == 0:
            return
        if picked == 1:
            for edit in casebook.edits(case.case_id):
                lines.say(f"  {edit.words}")
            continue
        if picked > len(versions) + 1:
            for done in elsewhere:
                lines.say(f"  {done.words}")
            continue
        lines.heading("Compare it with which?")
        other = choose(lines, [one.words for one in versions])
        older, newer = versions[max(other, picked - 2)], versions[min(other, picked - 2)]
        parts = casebook.compared(older, newer)
        for title, sentences in parts:
            lines.say(f"{title}:")
            for one in sentences:
                lines.say(f"  {one}")
        if not parts:
            lines.say("They say the same.")


def come_back(casebook: Casebook, case: CaseLine, lines: Lines) -> bool:
    """Open a closed case again for somebody who is back in custody; whether it was."""
    if not casebook.may_come_back(case.case_id):
        lines.say("! Only a case that was closed by a release. Open it again instead.")
        return False
    opened = casebook.come_back(case.case_id, in_words(lines, "On which day did they come? Enter alone takes today"))
    if isinstance(opened, Rejection):
        lines.say(f"! {opened.reason}")
        return False
    lines.say(f"{opened.reference} is open again: a new time in prison.")
    back = casebook.coming_back(case.case_id)
    for sentence in (*back.sentences, *back.strengths) if back is not None else ():
        lines.say(f"  {sentence}")
    return True
