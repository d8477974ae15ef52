"""From one worker's casebook to the next one's: who told once is not asked again, and nothing goes unagreed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bcst_tui.casebook.casebook import Casebook
from bcst_tui.casebook.consent_values import SafeContact, Wish
from bcst_tui.casebook.hand_over_shape import HandedMove, as_bytes, from_bytes
from bcst_tui.casebook.values import CaseLine, Sitting
from bcst_tui.disclosure.ledger import ITEMS, Item
from bcst_tui.disclosure.pages import page_of
from bcst_tui.disclosure.record import OwnWords, Record
from bcst_tui.disclosure.record_of_plan import SafetyPart
from bcst_tui.disclosure.writing import Said
from bcst_tui.errors import UsageError
from bcst_tui.interview.rejection import Rejection
from bcst_tui.vault.hand_over_file import locked, needs_passphrase, unlocked
from bcst_tui.vault.lead_slot import WrongIdentity
from tests.casebook.conftest import KEY, PROFILE, SATURDAY, add_case
from tests.casebook.test_private import DRAFT, TO_THE_OFFER, Desk
from tests.vault.ready import let_go, ready_vault

TOLD = (
    *TO_THE_OFFER,
    "yes",
    "applies",
    "ready",
    "fine",
    "chosen",
    "agree",
    "nobody",
    "later",
    "carry_on",
    "skip",
    "skip",
)
CANARY = "the heron by the weir"
THERE = replace(PROFILE, name="Dunlin Invented", prison="HMP Elsewhere")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "here", trained=True)
    yield made
    made.down()


@pytest.fixture
def there(tmp_path: Path, here: Desk) -> Iterator[Casebook]:
    vault = ready_vault(tmp_path / "there", bytes(reversed(KEY)), THERE)
    yield Casebook(vault, here._around)
    let_go(vault)


@pytest.fixture(autouse=True)
def opened_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are opened in this process: a process for each is for tests of that alone."""
    monkeypatch.setattr("bcst_tui.casebook.hand_over.unlocked_apart", unlocked)


def told_here(here: Desk) -> Sitting:
    """One item told and kept, one not asked after an offer; the ordinary question answered."""
    sitting = here.sits()
    answered = here.casebook.answer(sitting, "rented")
    assert isinstance(answered, Sitting)
    here.plays(answered, *TOLD)
    here.casebook.complete(answered)
    with here.casebook._vault.session() as records:
        sealed = records.private.of(here.case_id)
        helps = (SafetyPart("words_that_help", "One step at a time"), SafetyPart("inside", CANARY))
        record = replace(sealed.record, safety_plan=helps, own_words=OwnWords(CANARY, SATURDAY))
        records.private.keep(here.case_id, replace(sealed, record=record))
    return answered


def handed(here: Desk, there: Casebook, folder: Path, agreed: tuple[Item, ...], own_words: bool = False) -> CaseLine:
    path, code = here.casebook.hand_over(
        here.case_id, folder, agreed, own_words=own_words, public=there.hand_over_key, overwrite=True
    )
    arriving = there.arriving(path.read_bytes())
    assert arriving.code == code
    taken = there.take_over(arriving)
    assert isinstance(taken, CaseLine)
    return taken


def kept(casebook: Casebook, case_id: int) -> Record:
    with casebook._vault.session() as records:
        return records.private.of(case_id).record


def states_to_the_end(casebook: Casebook, sitting: Sitting) -> list[str]:
    """The screens of a run through the list in which everything is skipped."""
    seen: list[str] = []
    view = casebook.private_resume(sitting)
    while view.run.state not in ("SECTION", "END"):
        view = casebook.private_step(sitting, "done" if "done" in view.events else "next")
    view = casebook.private_step(sitting, "q")
    for event in ("start", "ok", "understood"):
        if event in view.events:
            view = casebook.private_step(sitting, event, Said(draft=DRAFT))
            seen.append(view.run.state)
    while view.run.state not in ("CLOSE", "END"):
        view = casebook.private_step(sitting, "skip")
        seen.append(view.run.state)
    return seen


def test_who_told_and_agreed_is_confirmed_there_and_never_asked_again(
    here: Desk, there: Casebook, tmp_path: Path
) -> None:
    """P3, P4, P13: the line arrives, is due in the first sitting there, and CONFIRM takes the place of ASK."""
    told_here(here)
    case = handed(here, there, tmp_path, ITEMS)
    record = kept(there, case.case_id)
    ledger = record.ledger("q1")
    assert (ledger.status, ledger.asks, ledger.source) == ("carried", 1, "self_elsewhere_agreed")
    assert (ledger.source_role, ledger.source_date) == ("Resettlement worker", SATURDAY)
    assert record.line("q1") == kept(here.casebook, here.case_id).line("q1") and record.own_words is None
    sitting = there.begin(case.case_id, "review")
    card = page_of(there.private_enter(sitting, "q")).ledger
    assert "One step at a time" in card[-2] and "Don't ask why" in card[-1] and CANARY not in " ".join(card)
    there.private_step(sitting, "stop")
    states = states_to_the_end(there, sitting)
    assert "CONFIRM" in states and "ASK" not in states
    after = kept(there, case.case_id).ledger("q1")
    assert (after.status, after.asks, after.confirms) == ("carried", 1, 1)


def test_without_agreement_nothing_said_goes_and_nothing_is_asked_again(
    here: Desk, there: Casebook, tmp_path: Path
) -> None:
    told_here(here)
    case = handed(here, there, tmp_path, ())
    record = kept(there, case.case_id)
    assert not record.lines and not record.safety_plan and record.ledger("q1").words == "later(i_will_say)"
    states = states_to_the_end(there, there.begin(case.case_id, "review"))
    assert not {"ASK", "CONFIRM", "OFFER"} & set(states)


@pytest.mark.parametrize("said", [("never", "carry_on"), ("yes", "no", "carry_on"), ("already_told", "leave_it")])
def test_unagreed_every_answer_arrives_alike(
    here: Desk, there: Casebook, tmp_path: Path, said: tuple[str, ...]
) -> None:
    sitting = here.sits()
    here.plays(sitting, *TO_THE_OFFER, *said)
    case = handed(here, there, tmp_path, ())
    first = kept(there, case.case_id).ledger("q1")
    assert (first.words, first.offers, first.asks, first.source_role) == ("later(i_will_say)", 2, 1, "")


def test_of_two_items_only_the_agreed_one_goes(here: Desk, there: Casebook, tmp_path: Path) -> None:
    told_here(here)
    case = handed(here, there, tmp_path, ("q2",))
    record = kept(there, case.case_id)
    assert record.line("q1") is None and record.ledger("q1").words == "later(i_will_say)"


def test_own_words_go_only_by_their_own_agreement(here: Desk, there: Casebook, tmp_path: Path) -> None:
    told_here(here)
    assert CANARY not in repr(handed(here, there, tmp_path, ITEMS))
    case = there.case_by_reference("BC-0001")
    assert case is not None and kept(there, case.case_id).own_words is None
    handed(here, there, tmp_path, ITEMS, own_words=True)
    record = kept(there, case.case_id)
    assert record.own_words is not None and [one.part for one in record.safety_plan] == ["inside", "words_that_help"]


def test_the_interviews_go_along_and_what_was_told_is_confirmed_not_asked(
    here: Desk, there: Casebook, tmp_path: Path
) -> None:
    told_here(here)
    case = handed(here, there, tmp_path, ())
    review = there.begin(case.case_id, "review")
    told = review.interview.told_before("c01_before")
    assert told is not None and told.on == SATURDAY
    assert [one.reference for one in there.cases()] == ["BC-0001"]


def test_somebody_who_has_a_case_there_keeps_it_and_the_word_said_last_stands(
    here: Desk, there: Casebook, tmp_path: Path
) -> None:
    """P3: asked in either is asked in both."""
    told_here(here)
    own = add_case(there)
    sitting = there.begin(own.case_id)
    case = handed(here, there, tmp_path, ITEMS)
    [file] = tmp_path.glob("*.age")
    assert "who is to be told nothing" in " ".join(there.arriving_words(there.arriving(file.read_bytes())))
    assert case.case_id == own.case_id and len(there.cases()) == 1
    assert kept(there, own.case_id).ledger("q1").asks == 1
    assert "CONFIRM" not in states_to_the_end(there, sitting), "due only from the sitting after"
    there.complete(sitting)
    assert "CONFIRM" in states_to_the_end(there, there.begin(own.case_id, "review"))


def test_what_was_agreed_with_agencies_goes_along_and_never_over_a_later_word(
    here: Desk, there: Casebook, tmp_path: Path
) -> None:
    """R85: a yes holds for the same service, but for nobody inside another prison; a no and a list hold everywhere."""
    here.sits()
    for wish in (
        Wish("debt_advice", "given", {"money": 2}, "spoken"),
        Wish("prison_healthcare", "given", {"health": 1}, "spoken"),
        Wish("landlord", "refused", {"housing": 0}),
    ):
        assert not isinstance(here.casebook.decide(here.case_id, wish), Rejection)
    here.casebook.never_tell(here.case_id, "employer")
    here.casebook.set_safe_contact(here.case_id, SafeContact(channel="letter", if_unreachable="do_nothing"))
    case = handed(here, there, tmp_path, ())
    assert there.agency(case.case_id, "debt_advice").depths["money"] == 2
    assert not there.agency(case.case_id, "prison_healthcare").depths
    assert there.told_nothing(case.case_id).agencies == ("employer",)
    contact = there.safe_contact(case.case_id)
    assert contact is not None and contact.channel == "letter" and contact.checked_on == SATURDAY
    there.withdraw(case.case_id, "debt_advice")
    handed(here, there, tmp_path, ())
    assert not there.agency(case.case_id, "debt_advice").depths
    assert len(there.safe_contacts(case.case_id)) == 1


def test_a_file_from_before_agreements_went_along_still_opens(here: Desk, there: Casebook, tmp_path: Path) -> None:
    told_here(here)
    path, _ = here.casebook.hand_over(here.case_id, tmp_path, ITEMS, public=there.hand_over_key)
    older = json.loads(as_bytes(there.arriving(path.read_bytes()).case))
    del older["agreements"], older["private"]["before"]
    case = from_bytes(json.dumps(older).encode())
    assert case.private is not None and case.private.what_helps and case.agreements.consents == ()
    with pytest.raises(UsageError, match="hand-over file"):
        from_bytes(json.dumps(older | {"format": 2}).encode())
    spoilt = from_bytes(json.dumps(older | {"agreements": {"titles": {"police": "The\x1b[2J police"}}}).encode())
    assert spoilt.agreements.titles == {"police": "The[2J police"}


def test_it_opens_for_nobody_else_and_no_flipped_bit_is_taken(here: Desk, there: Casebook, tmp_path: Path) -> None:
    path, _ = here.casebook.hand_over(here.case_id, tmp_path, public=there.hand_over_key)
    file = path.read_bytes()
    assert "Ash" not in path.name and b"Ash" not in file
    with pytest.raises(WrongIdentity):
        here.casebook.arriving(file)
    for place in range(0, len(file), 97):
        flipped = bytearray(file)
        flipped[place] ^= 4
        with pytest.raises((WrongIdentity, UsageError)):
            there.arriving(bytes(flipped))
    assert there.cases() == ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda case: replace(
            case,
            scripts={
                name: {**files, "script.yaml": files["script.yaml"] + "# x\n"} for name, files in case.scripts.items()
            },
        ),
        lambda case: replace(case, scripts={}),
        lambda case: replace(
            case, sittings=(replace(case.sittings[0], moves=(replace(case.sittings[0].moves[0], stored=1.5),)),)
        ),
    ],
)
def test_a_file_that_was_tampered_with_leaves_nothing(
    here: Desk, there: Casebook, tmp_path: Path, spoil: object
) -> None:
    told_here(here)
    path, _ = here.casebook.hand_over(here.case_id, tmp_path, public=there.hand_over_key)
    arriving = there.arriving(path.read_bytes())
    assert callable(spoil)
    with pytest.raises(UsageError, match="nothing was taken over"):
        there.take_over(replace(arriving, case=replace(arriving.case, training=True)))
    with pytest.raises(UsageError, match="hand-over file"):
        there.take_over(replace(arriving, case=spoil(arriving.case)))
    assert there.cases() == ()


@pytest.mark.parametrize("stored", [None, "Fish", 0, 3, [], ["a", 1, ["b"]], {"a": ["b"], "c": {"d": 2}}])
def test_what_answers_hold_is_taken_over_as_it_was(stored: object) -> None:
    assert HandedMove("answer", "q", stored).as_kept() == stored


@pytest.mark.parametrize("stored", [True, False, 1.5, b"a", [1, True], {"a": [None]}, {"a": {"b": 0.0}}])
def test_what_no_answer_holds_is_not_taken_over(stored: object) -> None:
    with pytest.raises(ValueError, match="no answer holds this"):
        HandedMove("answer", "q", stored).as_kept()


def test_what_does_not_fit_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(ValueError, match="literal_error") as refused:
        HandedMove(CANARY, "q")  # type: ignore[arg-type]
    assert CANARY not in str(refused.value)


def test_what_is_no_hand_over_file_is_told_unopened() -> None:
    for file in (b"", b"PK\x03\x04", b"age-encryption.org/v1\n-> scrypt AAAA 30\n"):
        with pytest.raises(UsageError):
            needs_passphrase(file)
    with pytest.raises(UsageError, match="hand-over file"):
        from_bytes(b'{"format": 1, "people": []}')
    with pytest.raises(UsageError, match="key or a passphrase"):
        locked(b"nothing")
    with pytest.raises(UsageError, match="larger than a hand-over file may be"):
        locked(bytes(64 * 1024 * 1024 + 1))


def test_a_passphrase_carried_by_hand_locks_it_too(here: Desk, there: Casebook, tmp_path: Path) -> None:
    path, _ = here.casebook.hand_over(here.case_id, tmp_path, passphrase="five words carried by hand")
    case = there.arriving(path.read_bytes(), "five words carried by hand").case
    assert from_bytes(as_bytes(case)) == case and case.name_used == "Ash Invented"
