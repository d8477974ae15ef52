"""Rows written together: each has its id beforehand, and what was read before never hides them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bcst_tui.plan.model import Plan
from tests.vault.invented import KEY, NOON, WORKER, begun
from tests.vault.ready import let_go, ready_vault
from tests.vault.test_plans import need


def test_a_draft_read_before_and_written_over_in_one_session_is_read_as_it_now_is(tmp_path: Path) -> None:
    vault = ready_vault(tmp_path / "vault", KEY, WORKER)
    with vault.session() as records:
        sitting = begun(records)
        records.plans.save(sitting.id, Plan(needs=(need("A home"),)), NOON)
        read = records.plans.latest(sitting.id)
        assert read is not None
        changed = replace(
            read, needs=(replace(read.needs[0], title="Another title"), replace(need("Rent owed"), code="C08"))
        )
        records.plans.save(sitting.id, changed, NOON)
        assert records.plans.latest(sitting.id) == replace(changed, version=1)
    let_go(vault)


def test_two_peoples_plans_keep_to_themselves(tmp_path: Path) -> None:
    vault = ready_vault(tmp_path / "vault", KEY, WORKER)
    plans = [
        Plan(needs=tuple(replace(need("A home"), code=f"C0{number}") for number in range(size))) for size in (3, 1, 0)
    ]
    with vault.session() as records:
        sittings = [begun(records, name) for name in ("Zarkovia Blum", "Ottilo Fenn", "Marvane Pell")]
        for plan, sitting in zip(plans, sittings, strict=True):
            records.plans.save(sitting.id, plan, NOON)
        kept = [records.plans.latest(sitting.id) for sitting in sittings]
    assert kept == [replace(plan, version=1) for plan in plans]
    let_go(vault)
