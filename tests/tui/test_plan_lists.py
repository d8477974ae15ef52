"""What the lists of the plan screen say of services, without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bcst_tui.plan.follow_ups import close_signpost, point_to
from bcst_tui.plan.labels import Labels
from bcst_tui.plan.model import Plan, ReferralStatus, Stamp
from bcst_tui.tui.widgets.plan_lists import PlanLine, lines_of
from bcst_tui.tui.widgets.plan_words import PlanWords
from tests.plan.planning import FRIDAY, MONDAY, reference, taken
from tests.plan.test_referrals import HOUSING, of, sent, stepped

POINTED = taken(point_to(HOUSING, reference(), "citizens_advice", "ACC-2-01", MONDAY, None))
HEARD = Stamp(FRIDAY, "Resettlement worker")


def told(plan: Plan, today: date = FRIDAY) -> PlanLine:
    lines = lines_of(plan, "signposts", PlanWords(plan, str, Labels(reference())), today)
    return [one for one in lines if isinstance(one, PlanLine)][-1]


def test_what_is_heard_stands_with_the_day_it_was_heard_and_asks_nothing_more() -> None:
    closed = taken(close_signpost(POINTED, "citizens_advice", "met", reference(), stamp=HEARD))
    assert told(closed).cells[1:] == ("27 Nov 2026", "Met")
    assert told(POINTED).cells[1] == "ask by 7 Dec 2026"


def test_what_happens_next_stands_there_while_it_is_still_open() -> None:
    again = close_signpost(
        POINTED,
        "citizens_advice",
        "declined",
        reference(),
        "Ask again at the review.",
        stamp=HEARD,
        ask_again="5/1/2027",
    )
    assert "Next: Ask again at the review." in told(taken(again)).details


def test_a_referral_that_has_ended_has_no_next_look() -> None:
    ended: tuple[ReferralStatus, ...] = ("rejected", "withdrawn")
    for status in ended:
        assert not any("Look into it" in one for one in told(stepped(sent(), status)).details)
    unsent = replace(of(sent()), status="drafted")
    assert any("Look into it" in one for one in told(replace(sent(), referrals=(unsent,))).details)
