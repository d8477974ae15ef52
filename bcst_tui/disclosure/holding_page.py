"""Who holds it and who covers, and what went to supervision or to the lead: for the worker, in what was agreed.

A worry that can't be placed goes to supervision and never into a second question (section 6); a risk to others goes
to the lead. Of either only that it went is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bcst_tui.disclosure.plan_page import back, plainly, plan_aside
from bcst_tui.disclosure.record import Record
from bcst_tui.disclosure.talk import Aside, Box, Keeps, Leads, Option, Page, Talk

LONGEST_NAME = 60
HERE = Aside("holding")
Change = Callable[[Record], Record]


def holding_option(talk: Talk) -> Option:
    return Option(talk.words.common.holding.way, replace(talk, aside=HERE, ticked=()))


def holding_page(talk: Talk) -> Page:
    """Each a key; nothing here is asked of the person, and nothing of what they told stands here."""
    words, record = talk.words.common.holding, talk.record
    options = [Option(words.cover, Box(words.covering, LONGEST_NAME, _covering))]
    if talk.desk.worker and talk.desk.worker != record.lead_worker:
        options.insert(0, Option(words.mine, _keeps(lambda kept: replace(kept, lead_worker=talk.desk.worker))))
    if record.cover_worker:
        options.append(Option(words.nobody, _covering("")))
    options += [
        Option(words.consult, _keeps(_consulted), ticked=record.consult_requested),
        Option(words.dual, _keeps(_handed_on), ticked=record.dual_role),
        back(talk),
    ]
    who = ((words.held_by, record.lead_worker), (words.covered_by, record.cover_worker))
    kept = tuple(f"{head}: {name}" for head, name in who if name)
    return replace(plan_aside(talk, plainly(words.said), tuple(options)), kept=kept, notice=words.tell_them)


def _keeps(change: Change) -> Keeps:
    return Keeps("holding", change, HERE)


def _covering(name: str) -> Leads:
    return _keeps(lambda kept: replace(kept, cover_worker=name))


def _consulted(kept: Record) -> Record:
    return replace(kept, consult_requested=not kept.consult_requested)


def _handed_on(kept: Record) -> Record:
    return replace(kept, dual_role=not kept.dual_role)
