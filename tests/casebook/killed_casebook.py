"""A casebook to be killed: it counts what it asks of the database, and dies at the number it is told."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import event

from bcst_tui.casebook.case_values import Closing
from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import NewGateway, Wish
from bcst_tui.casebook.missed import Missed
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.vault.opening import open_vault
from tests.casebook.conftest import HOME, KEY, add_case, around
from tests.reference.shipped import shipped_reference

CASE = 1
LANDLORD = "landlord"
HOMES = (
    HOME.replace("c01_before", "c01_before_prison")
    .replace("rented,", "private_tenant,")
    .replace("equals: rented", "equals: private_tenant")
)
AGREED = Wish(LANDLORD, "given", {"housing": 2}, "spoken")
DECIDED = NewGateway("child", "The council", "Least facts", ("name_used",), "The lead", True, review_on="1/12/2026")
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@dataclass(frozen=True)
class Deed:
    """One thing a worker does, and what has to be there before it can be done."""

    done: Callable[[Casebook], object]
    before: tuple[Callable[[Casebook], object], ...] = ()


def held(casebook: Casebook) -> Sitting:
    return casebook.sitting(1)


def agree(casebook: Casebook) -> object:
    return casebook.agree_plan(held(casebook))


def point(casebook: Casebook) -> object:
    service, _ = casebook.services_for("ACC-2-01")[0]
    return casebook.point_to(held(casebook), service, "ACC-2-01", "told")


def ask_again(casebook: Casebook) -> object:
    service, _ = casebook.services_for("ACC-2-01")[0]
    return casebook.close_signpost(held(casebook), service, "ACC-2-01", "not_yet", "Ask again", ask_again="11/12/2026")


def point_elsewhere(casebook: Casebook) -> object:
    (first, _), (second, _) = casebook.services_for("ACC-2-01")[:2]
    return casebook.close_signpost(held(casebook), first, "ACC-2-01", "service_refused", instead=second)


def deliver(casebook: Casebook) -> object:
    return casebook.deliver(held(casebook), "ACC-2-01", "Two forms", "full", need="somewhere", closes=True, meets=True)


def release(casebook: Casebook) -> object:
    return casebook.close_case(CASE, Closing("released", "1/10/2026"))


def part_one_file(casebook: Casebook) -> Path:
    return casebook._vault.folder.path.parent / "part 1.json"


def complete(casebook: Casebook) -> object:
    return casebook.complete(held(casebook))


def agree_with_landlord(casebook: Casebook) -> object:
    return casebook.decide(CASE, AGREED)


DEEDS: dict[str, Deed] = {
    "agree the plan": Deed(agree),
    "agree it again": Deed(agree, (agree, deliver)),
    "record a delivery": Deed(deliver, (agree,)),
    "give consent": Deed(agree_with_landlord, (agree,)),
    "withdraw consent": Deed(lambda casebook: casebook.withdraw(CASE, LANDLORD), (agree_with_landlord, agree)),
    "close a follow-up to ask again": Deed(ask_again, (point, agree)),
    "point elsewhere": Deed(point_elsewhere, (point, agree)),
    "return to custody": Deed(lambda casebook: casebook.come_back(CASE, "20/11/2026"), (agree, release)),
    "read part 1": Deed(lambda casebook: casebook.read_part_one(CASE, str(part_one_file(casebook)))),
    "complete an interview": Deed(complete),
    "begin a review": Deed(lambda casebook: casebook.begin(CASE, "review"), (agree, complete)),
    "close the case": Deed(release, (agree,)),
    "note a missed interview": Deed(lambda casebook: casebook.not_held(CASE, Missed("unwell")), (complete,)),
    "decide to share": Deed(lambda casebook: casebook.decide_gateway(CASE, DECIDED)),
    "write a statement": Deed(lambda casebook: casebook.write_statement(CASE, "employer", "My own words")),
    "tell staff": Deed(lambda casebook: casebook.hand_off(CASE, "ill", "healthcare")),
    "note a request": Deed(lambda casebook: casebook.ask_for_record(CASE)),
}


shipped_reference()  # so that it is read once, before those that are killed are forked off


def opened(folder: Path) -> Casebook:
    return Casebook(open_vault(folder, KEY), around(HOMES))


def prepare(casebook: Casebook, deed: Deed) -> None:
    """A person with nowhere to live, and all that comes before the deed."""
    add_case(casebook)
    taken: object = casebook.answer(casebook.begin(CASE), "street")
    part_one_file(casebook).write_text('{"finished_on": "2026-11-20", "housing_before": "I rented"}')
    for before in deed.before:
        assert not isinstance(taken, Rejection), taken
        taken = before(casebook)
    assert not isinstance(taken, Rejection), taken
    casebook.cases()


def count(casebook: Casebook, reached: Callable[[int], None]) -> None:
    """Call with 1, 2, 3… before each statement, before each commit, and after each."""
    asked = 0

    def next_one(*_: object) -> None:
        nonlocal asked
        asked += 1
        reached(asked)

    for what in ("before_cursor_execute", "commit", "checkin"):
        event.listen(casebook._vault._engine, what, next_one)


def do_until(folder: Path, name: str, point: int, tell: Connection) -> None:
    """Do the deed and say so, unless death comes first."""
    casebook = opened(folder)

    def die_there(reached: int) -> None:
        if reached == point:
            os.kill(os.getpid(), KILL)

    count(casebook, die_there)
    DEEDS[name].done(casebook)
    tell.send(name)
    os.kill(os.getpid(), KILL)
