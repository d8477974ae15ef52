"""What one call may read and write, as domain values; rows stay behind this door."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, update

from bcst_tui.vault.records_attempts import AttemptRecords
from bcst_tui.vault.records_cases import CaseRecords
from bcst_tui.vault.records_consents import ConsentRecords
from bcst_tui.vault.records_drafts import DraftRecords
from bcst_tui.vault.records_due import DueRecords
from bcst_tui.vault.records_edits import EditRecords, StayRecords
from bcst_tui.vault.records_feedback import FeedbackRecords
from bcst_tui.vault.records_figures import FigureRecords
from bcst_tui.vault.records_forms import FormRecords
from bcst_tui.vault.records_lists import ListRecords
from bcst_tui.vault.records_part_one import HandOffRecords, LandlordRecords, PartOneRecords
from bcst_tui.vault.records_people import PeopleRecords
from bcst_tui.vault.records_plans import PlanRecords
from bcst_tui.vault.records_private import PrivateRecords
from bcst_tui.vault.records_services import ServiceRecords
from bcst_tui.vault.records_sittings import SittingRecords
from bcst_tui.vault.records_statements import StatementRecords
from bcst_tui.vault.records_worker import WorkerRecords
from bcst_tui.vault.tables import AccessEventRow, VaultState, WorkerProfile
from bcst_tui.vault.values import AccessEvent, AccessKind, Profile

_COUNT_COMMIT = update(VaultState).values(commits=col(VaultState.commits) + 1)


class Records:
    """The vault's contents for the length of one session."""

    def __init__(self, session: Session, private_key: bytes | None) -> None:
        self._session = session
        self.private = PrivateRecords(session, private_key)
        self.people = PeopleRecords(session)
        self.sittings = SittingRecords(session)
        self.plans = PlanRecords(session)
        self.drafts = DraftRecords(session)
        self.forms = FormRecords(session)
        self.cases = CaseRecords(session)
        self.feedback = FeedbackRecords(session)
        self.due = DueRecords(session)
        self.edits = EditRecords(session)
        self.stays = StayRecords(session)
        self.lists = ListRecords(session)
        self.consents = ConsentRecords(session)
        self.statements = StatementRecords(session)
        self.figures = FigureRecords(session)
        self.services = ServiceRecords(session)
        self.part_one = PartOneRecords(session)
        self.hand_offs = HandOffRecords(session)
        self.landlords = LandlordRecords(session)
        self.worker = WorkerRecords(session)
        self.attempts = AttemptRecords(session)

    def set_up(self, database_id: str, profile: Profile, at: datetime) -> None:
        """Fill a new vault with what it can't be without."""
        self._session.add(VaultState(database_id=database_id, commits=0, people_counted=0, made_at=at))
        self._session.add(WorkerProfile(created_at=at, **_columns(profile)))

    def profile(self) -> Profile:
        """The worker this vault belongs to."""
        row = self._session.exec(select(WorkerProfile)).one()
        return Profile(
            name=row.name,
            role=row.role,
            prison=row.prison,
            is_resettlement_prison=row.is_resettlement_prison,
            sealed_reader_role=row.sealed_reader_role,
            safeguarding_role=row.safeguarding_role,
        )

    def change_profile(self, profile: Profile) -> None:
        """The worker has a new role, or works in another prison."""
        row = self._session.exec(select(WorkerProfile)).one()
        for name, value in _columns(profile).items():
            setattr(row, name, value)

    def log(self, what: AccessKind, record: str, at: datetime) -> None:
        """Note that somebody looked or acted: when, and on which record; never what was in it."""
        self._session.add(AccessEventRow(at=at, what=what, record=record))

    def access_events(self) -> list[AccessEvent]:
        """All of them, oldest first."""
        rows = self._session.exec(select(AccessEventRow).order_by(col(AccessEventRow.id)))
        return [AccessEvent(row.at, row.what, row.record) for row in rows]  # type: ignore[arg-type]

    def database_id(self) -> str:
        return self._state().database_id

    def commits(self) -> int:
        """How many times this database has been written to."""
        return self._state().commits

    def count_commit(self) -> None:
        self._session.connection().execute(_COUNT_COMMIT)

    def _state(self) -> VaultState:
        return self._session.exec(select(VaultState)).one()


def _columns(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "role": profile.role,
        "prison": profile.prison,
        "is_resettlement_prison": profile.is_resettlement_prison,
        "sealed_reader_role": profile.sealed_reader_role,
        "safeguarding_role": profile.safeguarding_role,
    }
