"""The plan in numbered lines: everything the plan screen changes, through the same calls of the casebook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import get_args

from bcst_tui.casebook.forms import Writing
from bcst_tui.casebook.values import Feedback
from bcst_tui.errors import NotSaved
from bcst_tui.interview.answer import Rejection
from bcst_tui.line_mode.copies import show_own_copy
from bcst_tui.line_mode.half_written import left
from bcst_tui.line_mode.plan_lines import plan_lines
from bcst_tui.line_mode.plan_services import ServiceTalk
from bcst_tui.line_mode.plan_talk import BACK, DAY
from bcst_tui.line_mode.prompts import choose, in_words
from bcst_tui.line_mode.versions import tell_versions
from bcst_tui.plan.edits import NEEDS_A_REASON, PASSED_ON
from bcst_tui.plan.feedback import LEAVE_OUT, PROMISE, QUESTIONS, WORDS
from bcst_tui.plan.levels import stands
from bcst_tui.plan.model import Action, ActionStatus, Need, NeedStatus, PersonsView, SaidBy
from bcst_tui.plan.own_actions import FOUND_BY, FOUND_WAYS, WHAT_FIRST

VIEWS = ("Agreed", "Changed, in their words", "Not a need to them", "Later")
STATUSES: tuple[ActionStatus, ...] = get_args(ActionStatus)
SAID_BY: tuple[SaidBy, ...] = get_args(SaidBy)
LATER: tuple[NeedStatus, ...] = ("being_met", "met", "unmet")
WHY = "Why? For the next worker"
OF_AN_ACTION = (
    *("Who does it", "Who owns it", "By when", "How it stands", "Take it out"),
    *("Write down what was done", "Refer to a service for it"),
)


class Planning(ServiceTalk):
    """One sitting's plan, until the worker goes back."""

    def go_round(self) -> None:
        """Say the plan, then do what is picked, until going back or agreeing is picked."""
        self._say_plan()
        wishes: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Agree the plan, after a look at what is open", self._agree),
            ("Say the plan again", self._say_plan),
            ("A need: confirm it, drop it, and more", self._need),
            ("Add a need", self.add_need),
            ("Read the needs back to the person", self._read_back),
            ("An action: who, whose, by when, how it stands", self._action),
            ("Add an action in your own words", self._add_action),
            ("Point to a service", self._point_to),
            ("A service: what came of it, or when to ask", self._service),
            ("Level 3", self._level),
            ("Take the last change back", self._undo),
            ("Versions, and who changed what", self._versions),
            ("Show their own copy; nothing is written", self._show_copy),
            ("Ask the person how this went", self._feedback),
        )
        while True:
            self._lines.heading("The plan")
            picked = choose(self._lines, (BACK, *(words for words, _ in wishes)))
            if picked == 0:
                return
            wishes[picked - 1][1]()

    def _versions(self) -> None:
        tell_versions(self._casebook, self._casebook.case(self._sitting.case_id), self._lines)

    def _say_plan(self) -> None:
        for notice in self._casebook.plan_notices(self._sitting):
            self._lines.say(f"  {notice}")
        for line in plan_lines(self._plan, self._casebook.timeline(self._sitting), self._labels):
            self._lines.say(line)

    def _need(self) -> None:
        need = self._picked(self._plan.needs, [self._need_line(one) for one in self._plan.needs])
        if need is None:
            return
        later = [self._labels.of("need_status", one) for one in LATER]
        match self._choice(("Confirm it", "Drop it, and say why", *later)):
            case None:
                return
            case 0:
                self._edit_need(need, "confirmed")
            case 1:
                writing = self._writing("dropped", need.code)
                self._edit_need(need, "dropped", self._line(writing.part("reason"), WHY), writing)
            case place:
                self._edit_need(need, LATER[place - 2])

    def add_need(self) -> None:
        groups = self._labels.groups
        place = self._choice([self._labels.group(one) for one in groups])
        if place is None:
            return
        writing = self._writing("need")
        title = self._line(writing.part("title"), "What is needed?")
        reason = self._line(writing.part("reason"), "How do you know?")
        self._lines.say(FOUND_BY)
        if (way := left(writing, self._choice([one for one, _, _ in FOUND_WAYS]))) is None:
            return
        _, origin, can_wait = FOUND_WAYS[way]
        first = self._line(writing.part("first_step"), WHAT_FIRST)
        self._change(
            lambda: self._casebook.add_need(
                self._sitting, groups[place], title, reason, origin, first_step=first, can_wait=can_wait
            ),
            writing,
        )

    def _read_back(self) -> None:
        """Each need to say aloud, and what the person says of it (K02)."""
        for need in (one for one in self._plan.needs if stands(one)):
            self._lines.heading(f"Say: {need.said}")
            self._lines.say(f"({need.title}; {self._labels.of('person_view', need.persons_view)})")
            match self._choice(
                ("Agreed", "Changed, in their words", "Not a need to them", "Later"), "Stop reading back"
            ):
                case None:
                    return
                case 0:
                    self._view(need, "agreed")
                case 1:
                    writing = self._writing("view", need.code)
                    self._view(need, "changed", self._line(writing.part("words"), "What do they say?"), writing)
                case 2:
                    self._not_theirs(need)

    def _not_theirs(self, need: Need) -> None:
        match self._choice(("Drop it, and say why", "Keep it in the plan, with their view beside it")):
            case 0:
                writing = self._writing("dropped", need.code)
                reason = self._line(writing.part("reason"), WHY)
                self._change(
                    lambda: self._casebook.edit_need(
                        self._sitting, need.code, status="dropped", persons_view="not_mine", reason=reason
                    ),
                    writing,
                )
            case 1:
                self._view(need, "not_mine")

    def _action(self) -> None:
        action = self._picked(self._plan.actions, [self._action_line(one) for one in self._plan.actions])
        if action is None:
            return
        name = action.activity
        match self._choice(OF_AN_ACTION):
            case 0:
                if (place := self._choice([self._labels.of("done_by", one) for one in SAID_BY])) is not None:
                    self._change(lambda: self._casebook.edit_action(self._sitting, name, said_by=SAID_BY[place]))
            case 1:
                owner = in_words(self._lines, "Who owns it?")
                self._change(lambda: self._casebook.edit_action(self._sitting, name, owner=owner))
            case 2:
                due = in_words(self._lines, DAY)
                self._change(lambda: self._casebook.edit_action(self._sitting, name, due=due))
            case 3:
                self._standing(action)
            case 4:
                self._change(lambda: self._casebook.remove_action(self._sitting, name))
            case 5:
                self._done(action)
            case 6:
                self._refer(action)

    def _standing(self, action: Action) -> None:
        place = self._choice([self._labels.of("action_status", one) for one in STATUSES])
        if place is not None:
            status = STATUSES[place]
            writing = self._writing("standing", f"{action.activity} {status}")
            reason = self._line(writing.part("reason"), WHY) if status in NEEDS_A_REASON else ""
            to_whom = self._line(writing.part("to_whom"), "Passed on to whom?") if status == PASSED_ON else ""
            self._change(
                lambda: self._casebook.edit_action(
                    self._sitting, action.activity, status=status, reason=reason, passed_to=to_whom
                ),
                writing,
            )

    def _add_action(self) -> None:
        writing = self._writing("action")
        words = self._line(writing.part("words"), "What is to be done?")
        needs = [one for one in self._plan.needs if stands(one)]
        place = self._choice([*(one.title for one in needs), "For no need in particular"]) if needs else 0
        if left(writing, place) is not None:
            code = needs[place].code if place is not None and place < len(needs) else None
            self._change(lambda: self._casebook.add_action(self._sitting, words, code), writing)

    def _level(self) -> None:
        levels = self._plan.levels
        told = [f"{self._labels.group(one.group)}, level {one.level}" for one in levels]
        level = self._picked(levels, told)
        if level is None:
            return
        adds = self._casebook.level_3_adds(self._sitting, level.group)
        if adds:
            self._lines.say(f"Level 3 would add: {'; '.join(adds)}")
        place = self._choice(("Level 3 fits", "Level 3 does not fit"))
        if place is not None:
            writing = self._writing("level", level.group)
            reason = self._line(writing.part("reason"), WHY) if place == 1 or not level.markers else ""
            self._change(lambda: self._casebook.agree_level(self._sitting, level.group, place == 0, reason), writing)

    def _undo(self) -> None:
        if not self._earlier:
            self._lines.say("! There is no change to take back.")
            return
        earlier = self._earlier[-1]
        if self._change(lambda: self._casebook.put_back(self._sitting, earlier)):
            del self._earlier[-2:]

    def _show_copy(self) -> None:
        show_own_copy(self._casebook, self._sitting, self._lines)

    def _agree(self) -> None:
        """The plan as its next version, after a look at what is still open (K09)."""
        look = self._casebook.last_look(self._sitting)
        closed = sum(one.is_closed for one in look.tasks)
        self._lines.say(f"Tasks of the screening closed: {closed} of {len(look.tasks)}.")
        for sentence in look.still_open:
            self._lines.say(f"Open: {sentence}")
        self._lines.say(f"The private part: {look.private_part}. It has its own day, and the plan need not wait.")
        if self._choice(("Agree it: all that is proposed is then agreed",), "Not yet") is None:
            return
        try:
            agreed = self._casebook.agree_plan(self._sitting)
        except NotSaved as refused:
            self._lines.say(f"! NOT saved: {refused}")
            return
        self._earlier.clear()
        self._lines.say(f"Agreed, as version {agreed.version}.")

    def _feedback(self) -> None:
        """Kept by the month, with nothing that says whose it is (K07)."""
        self._lines.say(PROMISE)
        scores: list[int | None] = []
        for asked in QUESTIONS:
            self._lines.heading(asked.said)
            place = choose(self._lines, (*asked.labels, LEAVE_OUT))
            scores.append(place + 1 if place < len(asked.labels) else None)
        given = Feedback(scores[0], scores[1], scores[2], in_words(self._lines, WORDS))
        try:
            refused = self._casebook.add_feedback(given)
        except NotSaved as not_saved:
            self._lines.say(f"! NOT saved: {not_saved}")
            return
        self._lines.say(f"! {refused.reason}" if isinstance(refused, Rejection) else "Thank you. It is kept.")

    def _view(self, need: Need, view: PersonsView, words: str = "", writing: Writing | None = None) -> None:
        edit = partial(self._casebook.edit_need, self._sitting, need.code, persons_view=view, reason=words)
        self._change(edit, writing)

    def _edit_need(self, need: Need, status: NeedStatus, reason: str = "", writing: Writing | None = None) -> None:
        edit = partial(self._casebook.edit_need, self._sitting, need.code, status=status, reason=reason)
        self._change(edit, writing)

    def _need_line(self, need: Need) -> str:
        return f"{need.title}, {self._labels.of('need_status', need.status)}"

    def _action_line(self, action: Action) -> str:
        return f"{action.title}, {self._labels.of('action_status', action.status)}, {action.owner}"
