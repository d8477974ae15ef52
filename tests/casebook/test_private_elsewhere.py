"""What stands in the lists of the program, outside the private part, whatever was said in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.disclosure.section_q import neutral_line
from tests.casebook.test_private import TO_THE_OFFER, Desk

NOTHING_SAID = ("skip", "carry_on", "skip", "carry_on")
SAID = {
    "never": ("never", "carry_on", "never", "carry_on"),
    "no": ("yes", "no", "carry_on", "yes", "rather_not", "carry_on"),
    "told elsewhere": ("already_told", "bring_in", "carry_on", "already_told", "leave_it", "carry_on"),
    "told, kept out": ("yes", "applies", "ready", "fine", "nothing", "keep_out", "carry_on", "not_now", "skip", "skip"),
    "told, kept": (
        *("yes", "applies", "ready", "fine", "chosen", "agree", "nobody", "later", "carry_on"),
        "skip",
        "skip",
    ),
}


def seen_elsewhere(folder: Path, said: tuple[str, ...]) -> list[str]:
    """Every list the worker reads, and every row but the sealed ones, after this was said and the sitting ended."""
    desk = Desk(folder, trained=True)
    sitting = desk.sits()
    view = desk.plays(sitting, *TO_THE_OFFER, *said)
    desk.plays(sitting, *({"LEAFLET": ("enough",)}.get(view.run.state, ())), "done", "finish")
    casebook = desk.casebook
    casebook.complete(sitting)
    lists = [repr(casebook.cases()), repr(casebook.todays()), repr(casebook.case(desk.case_id))]
    with casebook._vault.session() as records:
        lists.append(neutral_line(records.sittings.get(sitting.sitting_id).private_part))
        read = records._session.connection().exec_driver_sql
        names = [name for (name,) in read("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()]
        for name in set(names) - {"private_part", "vault_state"}:
            lists.append(f"{name} {read(f'SELECT count(*) FROM {name}').scalar()}")
    desk.down()
    return sorted(lists)


@pytest.mark.parametrize("said", SAID.values(), ids=list(SAID))
def test_what_is_seen_elsewhere_is_the_same_whatever_was_said(tmp_path: Path, said: tuple[str, ...]) -> None:
    """P11: no prompt, badge or overdue line tells it, nor does the number of rows of any ordinary table."""
    assert seen_elsewhere(tmp_path / "a", said) == seen_elsewhere(tmp_path / "b", NOTHING_SAID)
