"""What the private part comes to on paper, line by line: what stands beneath what, and whose each line is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import Ledger, LedgerEvent
from bcst_tui.disclosure.levels import Around
from bcst_tui.disclosure.record import NOTHING_KEPT, CategoryLine, Draft, HelpLogged, Record
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, PrivateReferral, SafetyPart, TakenUp
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, Liaison, RiskRoute
from bcst_tui.disclosure.shares import Share
from bcst_tui.export.case import ContactTerm
from bcst_tui.export.document import Line
from bcst_tui.export.private_case import PrivateCase
from bcst_tui.export.private_lines import private_sections
from bcst_tui.reference.audience import Layout
from tests.export.private_cases import DAY, full_private, words
from tests.reference.shipped import shipped_reference

LATER = date(2026, 5, 4)
WHO, OTHER = "safety_specialist", "drug_service"
ALONE = Around()
Q1 = NOTHING_KEPT.with_ledger(Ledger("q1", "disclosed", asks=1))


def lines(record: Record, section: int, layout: Layout = "record", around: Around = ALONE) -> tuple[Line, ...]:
    terms = ((ContactTerm("By phone"), ContactTerm("Ask for Kim", names_others=True)),)
    case = PrivateCase(record, words(), around, terms)
    return private_sections(case, shipped_reference(), DAY, layout)[section].lines


def said(record: Record, section: int, layout: Layout = "record", around: Around = ALONE) -> list[str]:
    return [f"{'  ' * one.depth}{one.text}" for one in lines(record, section, layout, around)]


def test_what_each_line_is_about_and_of_which_service_holds_for_all_that_stands_beneath_it() -> None:
    """P14: whoever may read a line by what it is about may read no more beneath it."""
    for section in private_sections(full_private(), shipped_reference(), DAY, "outside"):
        head = Line("")
        for line in section.lines:
            if line.depth == 0:
                head = line
            elif line.row != "ledger" or "support_wanted" in line.derived_from:
                assert (line.about, line.services) == (head.about, head.services), line.text


def test_how_each_item_stands_with_what_was_noted_of_it_beneath_it() -> None:
    events = (
        LedgerEvent(date(2026, 1, 2), 1, "q1", "OFFER.never", "closed", 1, 0, 0),
        LedgerEvent(date(2026, 1, 2), 1, "q1", "OFFER.not_now", "later(next_time)", 1, 0, 0),
    )
    ledger = Ledger("q1", "later", "next_time", offers=1, asks=0, confirms=3, source_date=date(2025, 11, 5))
    held = replace(NOTHING_KEPT.with_ledger(ledger), events=events, level1="held", cover_worker="Kim")
    standing = words().common.kept.standing
    assert said(held, 0)[2:7] == [
        "What everybody hears: to be said when there is a chance",
        "Covered by: Kim",
        f"People around: {standing['later']}, 5 November 2025",
        "People around: offered once, confirmed 3 times",
        f"  2 January 2026: {standing['later']}",
    ]


def test_what_is_offered_stands_beneath_its_own_item_with_what_was_answered() -> None:
    told = replace(
        Q1,
        lines=(CategoryLine("q1", Draft("past", ("ex",), "no", ("safety_plan", "specialist", "housing")), DAY),),
        taken_up=(TakenUp("DVA-2-01", "agreed", DAY), TakenUp("ACC-3-06", "declined", DAY)),
    )
    for around, level, rows in (
        (ALONE, 2, ("support_wanted",)),
        (Around(pregnant=True), 3, ("support_wanted", "health")),
    ):
        found = lines(told, 0, around=around)
        [own] = [one for one in found if one.text == f"People around: level {level}"]
        assert (own.derived_from, own.about) == (rows, ("q1",))
        beneath = [one for one in found if "(DVA-" in one.text]
        for one in beneath:
            rests_on = () if "(DVA-1-" in one.text else rows
            assert (one.depth, one.derived_from, one.about) == (1, ("q_levels", *rests_on), ("q1",))
        ends = [one.text.rpartition(" (")[2] for one in beneath]
        wanted = ["DVA-2-01): agreed", "DVA-2-03): offered", *(["DVA-3-02): offered"] if level == 3 else [])]
        assert ends == ["DVA-1-01): delivered", "DVA-1-02): held", "DVA-1-03): held", *wanted]
        [other] = [one for one in found if one.text.startswith("Other work and money: level")]
        assert (other.text, other.derived_from) == ("Other work and money: level 1", ())
        assert (found[-1].row, found[-1].derived_from, found[-1].about) == ("ledger", ("support_wanted",), ("q1",))
        assert found[-1].text.endswith(" In the other plan: declined")
    titles = {one.id: one for one in shipped_reference().activities.values()}
    assert f"  {titles['DVA-2-01'].said}: agreed" in said(told, 0, "person")
    assert f"  {titles['DVA-2-01'].title} (DVA-2-01): agreed" in said(told, 0)


def test_the_plan_for_keeping_safe_has_what_matters_most_first_and_their_words_after_what_they_chose() -> None:
    chosen = words().common.safety_parts[0]
    code, text = next(iter(chosen.chosen.items()))
    parts = (SafetyPart("where", ""), SafetyPart("contact", "Ring first", 2), SafetyPart("inside", "", 1))
    plan = replace(Q1, safety_plan=(*parts, SafetyPart(chosen.id, "my own", 3, (code,))))
    assert said(plan, 1) == [
        "In here: To be thought about",
        "Phone and accounts: Ring first",
        f"{chosen.said}: {text[0].upper()}{text[1:]}; my own",
        "Where to be: To be thought about",
    ]


def test_meetings_and_referrals_say_who_sees_to_them_how_they_went_and_how_to_get_in_touch() -> None:
    arranged = replace(
        Q1,
        follow_ups=(
            PrivateFollowUp("plan_review", "home_team", LATER, "not_yet", agency=OTHER),
            PrivateFollowUp("look_again", "worker", LATER, agency=WHO, may_deliver="chaplaincy"),
        ),
        referrals=(
            PrivateReferral(WHO, "sent", LATER, "DVA-2-03", "asked"),
            PrivateReferral(OTHER, "waiting", LATER, "ACC-3-06", why="full"),
        ),
    )
    assert said(arranged, 2) == [
        "Resettlement appointment, 4 May 2026",
        "  go through the plan; with: A drug or alcohol service; seen to by home team; not yet",
        "  By phone",
        "  Ask for Kim",
        "Resettlement appointment, 4 May 2026",
        "  look again; with: Somebody who knows about keeping safe at home; seen to by worker; open;"
        " word brought by chaplaincy",
        "Somebody who knows about keeping safe at home: sent, 4 May 2026",
        "  whether they know the person: asked",
        "A drug or alcohol service: waiting, 4 May 2026",
        "  whether they know the person: not needed; full",
    ]
    found = lines(arranged, 2)
    assert [one.names_others for one in found[:4]] == [False, False, False, True]
    assert [one.services for one in found[:5]] == [*[(OTHER,)] * 4, (WHO,)]
    assert {one.derived_from for one in found if one.row == "ledger"} == {("support_wanted",)}


def test_what_was_agreed_names_its_topic_from_where_a_paper_may_and_what_lets_something_out_comes_first() -> None:
    agreed = replace(
        Q1,
        consents=(
            Consent(OTHER, "q1", "refused", DAY),
            Consent(WHO, "q1", "given", DAY, 2, which="The Lane", until=LATER),
            Consent("police", "q1", "given", DAY, 1),
            Consent("warning_scheme", "q2", "given", DAY, anonymous=True),
            Consent("advocacy", "q1", "withdrawn", DAY, withdrawn_on=LATER),
        ),
        shares=(Share(DAY, "SPEC", WHO, "consent", {"q1": 2}, "x.md", "abc"),),
    )
    assert said(agreed, 3) == [
        "Somebody who knows about keeping safe at home: The Lane, people around: The main lines, agreed 3 March 2026,"
        " until 4 May 2026",
        "The police: Please contact me, agreed 3 March 2026",
        "A scheme that warns others about people who are dangerous: Without a name, agreed 3 March 2026",
        "A drug or alcohol service: Refused, 3 March 2026",
        "An advocate or mentor: Withdrawn, 4 May 2026",
        "Went to: Somebody who knows about keeping safe at home, 3 March 2026",
    ]
    live, refused = lines(agreed, 3)[0], lines(agreed, 3)[3]
    assert (live.row, live.about, live.services) == ("consents_own", ("q1",), (WHO,))
    assert (refused.row, refused.about, refused.services) == ("consents_others", ("q1",), None)


def test_what_was_passed_on_says_by_whose_decision_and_whether_the_person_knows() -> None:
    lead, not_told = "the lead", "not safe"
    passed = replace(
        Q1,
        help_log=(
            HelpLogged("child", DAY, "10:00", "the police", lead, False, basis="consent", why_not_told=not_told),
            HelpLogged("child", DAY, "10:00", "the police", lead, True),
        ),
        gateways=(GatewayRecord("court_order", "a court", (), lead, DAY, False, LATER, not_told, DAY),),
        liaisons=(
            Liaison(
                *("marac", "consent", lead, DAY, "trained_worker", False, LATER),
                outcome="accepted",
                our_action="papers_sent",
                why_not_told=not_told,
                wishes=("Wish",),
                area="Area",
            ),
            Liaison("exploitation", "gateway", lead, DAY, "worker", True, agreed=True),
            Liaison("exploitation", "gateway", lead, DAY, "worker", True, agreed=False),
        ),
        risk_routes=(
            RiskRoute("trained_worker", DAY, "to_the_meeting", "plan_changed"),
            RiskRoute("police", DAY, "not_known"),
        ),
        dual_role=True,
    )
    unknown = "the person was not told: not safe"
    work = "Made to work, or to break the law: raised 3 March 2026 by worker; nothing yet. Decided: the lead,"
    assert said(passed, 4) == [
        f"3 March 2026, 10:00: A child at risk. Told: the police. Decided: the lead, with their yes; {unknown}",
        "3 March 2026, 10:00: A child at risk. Told: the police. Decided: the lead, without asking for a yes; the"
        " person knows",
        "3 March 2026: A court orders it. For a court: all of it, opened with a key of their own. Decided: the lead;"
        f" {unknown}; looked at again 4 May 2026, went 3 March 2026",
        "A meeting of services: raised 3 March 2026 by trained worker; taken on; sent what was agreed. Decided:"
        f" the lead, with their yes; {unknown}; looked at again 4 May 2026",
        "  Area",
        "  Wish",
        f"{work} without asking for a yes; the person knows; the person agreed",
        f"{work} without asking for a yes; the person knows; the person did not agree",
        "Risk looked at by trained worker, 3 March 2026: to the meeting; changed the plan",
        "Risk looked at by police, 3 March 2026: not known",
        "A risk to others was handed to the lead as well",
    ]
    assert {one.about for one in lines(passed, 4)[:-1]} == {("q1",)}


def test_beneath_what_was_told_stands_whether_children_are_around_and_what_would_help() -> None:
    told = replace(Q1, lines=(CategoryLine("q1", Draft("past", ("ex",), "no", ("housing",)), DAY),))
    found = [one for one in lines(told, 0) if one.row in ("category_when_who", "category_children", "support_wanted")]
    assert [(one.row, one.depth) for one in found] == [
        ("category_when_who", 0),
        ("category_children", 1),
        ("support_wanted", 1),
    ]
