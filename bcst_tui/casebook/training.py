"""A casebook in which nobody is real: the real interview and the real private part, with a persona to answer.

Every choice is on the disk before the next is known, like every answer. A power cut ends the process at that commit.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.private import PrivateView
from bcst_tui.casebook.rehearsal_values import AttemptEnd, Library, Mode, Rehearsal, codes_of
from bcst_tui.casebook.values import CaseLine, HasCase, NewCase, Sitting, Surroundings
from bcst_tui.disclosure.ledger import Ledger
from bcst_tui.disclosure.run import Run
from bcst_tui.disclosure.writing import NOTHING_SAID
from bcst_tui.disclosure.writing import Said as Brought
from bcst_tui.errors import BcstError
from bcst_tui.interview import engine
from bcst_tui.interview.answer import NoAnswer, Rejection
from bcst_tui.interview.dates import month_name
from bcst_tui.interview.state import Interview
from bcst_tui.training.attempt import Act, Attempt, Choice, Coded, Did, Said, begin
from bcst_tui.training.flow import next_question
from bcst_tui.training.invented import is_invented_number
from bcst_tui.training.keeping import kept_form, played_again
from bcst_tui.training.persona import Persona, Wording
from bcst_tui.training.turn import take
from bcst_tui.vault.attempt_values import KeptAttempt
from bcst_tui.vault.records import Records
from bcst_tui.vault.vault import Vault

POWER_CUT_EXIT = 77
ONLY_INVENTED = "In training everybody has a number such as TRN-001: choose somebody from the list of people."
GATE_STATES = ("PRIVACY", "LIMITS")
NO_ANSWERS = ("stop", "pause", "hide", "lost", "idle", "misses", "over", "heard", "now", "end")
PRIVATE = ("q.", "q1.", "q2.")


def cut_the_power() -> None:
    """End this process as a power cut would: nothing is closed, nothing is said."""
    os._exit(POWER_CUT_EXIT)


class OtherVersion(BcstError):
    """The persona was rewritten since, so the rehearsal can't be played again as it was."""

    title = "This rehearsal is of an earlier version"
    exit_code = 2


class TrainingCasebook(Casebook):
    """One training vault. `when_moved` is called after every move, so that a front end can follow."""

    def __init__(
        self, vault: Vault, surroundings: Surroundings, library: Library, power: Callable[[], None] = cut_the_power
    ) -> None:
        super().__init__(vault, surroundings)
        self.library = library
        self.when_moved: Callable[[], None] = lambda: None
        self._cut = power

    def add_case(self, new: NewCase, *, is_another: bool = False) -> CaseLine | HasCase | Rejection:
        """Nobody comes in but by an invented number."""
        if not is_invented_number(new.prison_number.strip().upper()):
            return Rejection(ONLY_INVENTED)
        return super().add_case(new, is_another=is_another)

    # rehearsals

    def rehearse(self, persona_id: str, seed: int, mode: Mode = "choice", trainee: str = "") -> Rehearsal:
        """Begin with this person: a case, a sitting, and what is known of them before. Raises a NotSaved."""
        persona = self.library.personas[persona_id].persona
        case = self.add_case(NewCase(persona.person.called, prison_number=persona.id), is_another=True)
        if isinstance(case, Rejection):
            raise BcstError(case.reason, "See that the persona's name is a name.")
        sitting = self.begin(case.case_id, persona.sitting)
        now = self._surroundings.now()
        with self._vault.session() as records:
            self._know_before(records, case.case_id, persona)
            kept = records.attempts.begin(
                persona.id, persona.version, seed, mode, trainee, case.case_id, sitting.sitting_id, now
            )
        return Rehearsal(kept, persona, begin(persona, seed))

    def _know_before(self, records: Records, case_id: int, persona: Persona) -> None:
        sealed = records.private.of(case_id)
        record = sealed.record
        for item, earlier in persona.ledger.items():
            role, told_on = earlier.role[:1].lower() + earlier.role[1:], latest(earlier.month, self.today())
            ledger = Ledger(item, source=earlier.source, source_role=role, source_date=told_on)
            record = record.with_ledger(ledger.put(earlier.status, None, 0))
        records.private.keep(case_id, replace(sealed, record=record))

    def rehearsals(self) -> tuple[KeptAttempt, ...]:
        """Every rehearsal in this vault, the oldest first."""
        with self._vault.session() as records:
            return tuple(records.attempts.all())

    def unfinished_rehearsal(self) -> Rehearsal | None:
        """The rehearsal begun last of those that were not ended, if its person is still as they were."""
        open_ones = (one for one in reversed(self.rehearsals()) if one.end is None)
        return next((self.rehearsal(one) for one in open_ones if self._is_as_it_was(one)), None)

    def rehearsal_with(self, case_id: int) -> Rehearsal | None:
        """The rehearsal that this case is for, while it goes on."""
        with self._vault.session() as records:
            kept = records.attempts.of_case(case_id)
        return None if kept is None or kept.end is not None else self.rehearsal(kept)

    def rehearsal(self, kept: KeptAttempt) -> Rehearsal:
        """The same played again from its choices. Raises OtherVersion."""
        if not self._is_as_it_was(kept):
            raise OtherVersion(
                f"{kept.persona} was rewritten since this rehearsal (version {kept.version}).",
                "Begin a new one; what was written of the old one can still be read.",
            )
        persona = self.library.personas[kept.persona].persona
        return Rehearsal(kept, persona, played_again(begin(persona, kept.seed), persona, kept.choices))

    def _is_as_it_was(self, kept: KeptAttempt) -> bool:
        file = self.library.personas.get(kept.persona)
        return file is not None and file.persona.version == kept.version

    def choose(self, rehearsal: Rehearsal, *choices: Choice) -> Rehearsal:
        """The rehearsal after these choices, on the disk; or the end of the process, where the power goes."""
        attempt, now = rehearsal.attempt, self._surroundings.now()
        before = attempt
        with self._vault.session() as records:
            place = len(records.attempts.get(rehearsal.id).choices)
            if place != len(attempt.log):
                raise RuntimeError(f"rehearsal {rehearsal.id} was moved from elsewhere")
            for choice in choices:
                attempt = take(attempt, rehearsal.persona, choice)
                place += 1
                records.attempts.add_choice(rehearsal.id, place, kept_form(choice), now)
        if _power_goes(before, attempt):
            self._cut()
        return rehearsal.at(attempt)

    def take_up(self, rehearsal: Rehearsal) -> Rehearsal:
        """After a restart: whoever was cut off has unlocked by now."""
        held = rehearsal.attempt.held
        if held is not None and held.kind == "power_cut" and "unlock" not in held.done:
            return self.choose(rehearsal, Did(("unlock",)))
        return rehearsal

    def end_rehearsal(self, rehearsal: Rehearsal, how: AttemptEnd) -> None:
        with self._vault.session() as records:
            records.attempts.end(rehearsal.id, how, self._surroundings.now())

    def leave(self, rehearsal: Rehearsal) -> None:
        """Leave or swap without a reason: nothing of it stays, and nothing says who it was."""
        with self._vault.session() as records:
            records.attempts.delete(rehearsal.id)
            records.private.forget_days(rehearsal.kept.case_id)
            records.cases.erase(rehearsal.kept.case_id)

    def wordings(self, rehearsal: Rehearsal, question_id: str) -> tuple[Wording, ...]:
        """The wordings of this question in the order this rehearsal shows them; none if nobody prepared any."""
        return self.library.wordings.offered(rehearsal.attempt, rehearsal.persona, question_id)

    def next_of(self, rehearsal: Rehearsal) -> str | None:
        """The next question this person has an answer to; the private part is opened once."""
        put = put_in(rehearsal.attempt) | recorded_in(rehearsal.attempt)
        if any(step.question.startswith(PRIVATE) for step in rehearsal.attempt.log):
            put |= {one for one in rehearsal.persona.replies if one.startswith(PRIVATE)}
        return next_question(rehearsal.persona, rehearsal.attempt.hidden, put)

    def pass_by(self, rehearsal: Rehearsal, sitting: Sitting) -> Sitting:
        """Leave the questions this person has nothing to say to, marked as not asked, up to the next they have."""
        wanted = self.next_of(rehearsal)
        if wanted is not None and wanted.startswith(PRIVATE):
            return sitting
        moved = sitting.interview
        while (now := moved.current) is not None and now.id not in rehearsal.persona.replies:
            left = engine.skip(moved, "not_asked", "no_time")
            if isinstance(left, Rejection):
                break
            moved = left
        return sitting if moved is sitting.interview else super().keep(sitting, moved)

    # what is recorded on the real screens

    def keep(self, sitting: Sitting, moved: Interview) -> Sitting:
        kept = super().keep(sitting, moved)
        codes = [
            Coded(move.question, _codes(moved, move.question))
            for move in moved.moves[len(sitting.interview.moves) :]
            if move.act == "answer"
        ]
        self._code(sitting, codes)
        self.when_moved()
        return kept

    def private_step(
        self, sitting: Sitting, event: str, said: Brought = NOTHING_SAID, how_was: object = None
    ) -> PrivateView:
        """The same step, answered by the person; how it was is asked and counted of nobody here."""
        before = self.private_view(sitting).run
        view = super().private_step(sitting, event, said)
        question = question_of(before)
        self._code(sitting, [Coded(question, (event,))] if question and event not in NO_ANSWERS else [])
        if event in ("stop", "skip", "pause"):
            self._put_down(sitting)
        if before.state == "PRIVACY" and view.run.state != before.state and event in ("ok", "ok_again"):
            self._checked_again(sitting)
        self.when_moved()
        return view

    def stop(self, sitting: Sitting) -> Sitting:
        """For today: where somebody wanted that, it was done when they asked."""
        stopped = super().stop(sitting)
        rehearsal = self.rehearsal_with(sitting.case_id)
        if rehearsal is not None and rehearsal.waits_for_an_act and not rehearsal.attempt.ended:
            self.choose(rehearsal, Did(("stop",)))
        return stopped

    def did(self, rehearsal: Rehearsal, act: Act) -> Rehearsal:
        """A key of the program that is also an answer to what came in between; nothing where nothing did."""
        if rehearsal.attempt.ended:
            return rehearsal
        wanted = act in ("stop", "pause") if rehearsal.attempt.hidden.stopping else rehearsal.waits_for_an_act
        return self.choose(rehearsal, Did((act,))) if wanted else rehearsal

    def _put_down(self, sitting: Sitting) -> None:
        """A subject of the private part was left: what is asked for where somebody comes in, or wants to stop."""
        rehearsal = self.rehearsal_with(sitting.case_id)
        if rehearsal is not None:
            self.did(rehearsal, "pause" if rehearsal.attempt.hidden.stopping else "stop_item")

    def _code(self, sitting: Sitting, codes: list[Coded]) -> None:
        rehearsal = self.rehearsal_with(sitting.case_id) if codes else None
        if rehearsal is not None:
            self.choose(rehearsal, *codes)

    def _checked_again(self, sitting: Sitting) -> None:
        """The checks of privacy were gone through after something had come in between."""
        rehearsal = self.rehearsal_with(sitting.case_id)
        held = rehearsal.attempt.held if rehearsal is not None else None
        if rehearsal is not None and held is not None and "privacy_recheck" not in held.done:
            self.did(rehearsal, "privacy_recheck")


def latest(month: str, today: date) -> date | None:
    """The first day of the last month of this name, such as March; None where it is no name of a month."""
    number = next((one for one in range(1, 13) if month_name(one) == month), None)
    return None if number is None else date(today.year - (number > today.month), number, 1)


def question_of(run: Run) -> str:
    """The private part's screen as personas name it: `q.privacy`, `q1.offer`; empty outside."""
    state = run.state.lower()
    if run.state in ("SECTION", "END", "LEDGER", "ITEM", "SAVED", "LOCKED", "HIDDEN", "PAUSED"):
        return ""
    if run.state in (*GATE_STATES, "ENTRY", "ARRANGE", "DOOR", "GROUND", "HELP_NOW"):
        return f"q.{state}"
    return f"{run.screen.items[0]}.{state}" if run.screen.items else f"q.{state}"


def question_here(rehearsal: Rehearsal, run: Run) -> str:
    """The same for this person: where help is fetched, the worry they have something to say to."""
    question = question_of(run)
    worries = (one for one in rehearsal.persona.replies if one.startswith(f"{question}."))
    return next(worries, question) if question else ""


def put_in(attempt: Attempt) -> set[str]:
    """The questions that were put so far."""
    return {step.choice.question for step in attempt.log if isinstance(step.choice, Said)}


def recorded_in(attempt: Attempt) -> set[str]:
    """The questions something was recorded to, put or not."""
    return {step.question for step in attempt.log if isinstance(step.choice, Coded)}


def _power_goes(before: Attempt, after: Attempt) -> bool:
    return after.held is not None and after.held.kind == "power_cut" and before.held is None


def _codes(moved: Interview, question_id: str) -> tuple[str, ...]:
    answer = moved.answer_to(question_id)
    if answer is None:
        return ()
    return (answer.code,) if isinstance(answer, NoAnswer) else codes_of(answer.value.kept())
