"""The private part as lines, each with its audience row and the items it is about; the matrix decides on every one.

Nothing here knows a reader: what somebody gets is `audience.copy_for`'s business, as for everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bcst_tui.disclosure.consent import Consent
from bcst_tui.disclosure.ledger import ITEMS, Item, Ledger
from bcst_tui.disclosure.levels import GROUP, level_of, offers
from bcst_tui.disclosure.record import Draft, HelpLogged
from bcst_tui.disclosure.record_of_plan import PrivateFollowUp, SafetyPart
from bcst_tui.disclosure.record_of_sharing import GatewayRecord, Liaison, RiskRoute
from bcst_tui.disclosure.section_q import neutral_line
from bcst_tui.export.case import ContactTerm
from bcst_tui.export.dates import in_words
from bcst_tui.export.document import Line, Section
from bcst_tui.export.private_case import ABOUT, PrivateCase, standing_consents
from bcst_tui.interview.showing import with_answer
from bcst_tui.reference.audience import Layout
from bcst_tui.reference.reference import Reference

DONE = "What was talked about is with the named worker; please don't ask to hear it again."
"""The same for every answer; the responsible officer's copy opens with words of its own."""
HEARD = {"": "to be said", "held": "to be said when there is a chance", "delivered": "said"}
TOPICAL_DEPTH = 2
"""From here on a paper may name what it is about; "please contact me" names no topic."""
HEADINGS: Mapping[str, tuple[str, str, str, str, str]] = {
    "record": (
        "People and safety",
        "Plan for keeping safe",
        "People and safety: what is arranged",
        "People and safety: who may know, and what went",
        "People and safety: passed on",
    ),
    "person": (
        "People and safety",
        "Your plan for keeping safe",
        "What we arranged for that",
        "Who may know of it, and what went",
        "Passed on for safety",
    ),
    "outside": (
        "What the person would like you to know",
        "Plan for keeping safe",
        "Arranged",
        "What the person agreed to here",
        "Passed on for safety",
    ),
}
BY_DECISION = "What the decision shares of what was told"
"""Instead of the first heading outside, where nobody asked the person what they would like known."""


def private_sections(
    case: PrivateCase, reference: Reference, today: date, layout: Layout, by_decision: bool = False
) -> tuple[Section, ...]:
    """The sections of the private part; one stands only where its reader gets something in it."""
    lines = PrivateLines(case, reference, today, layout)
    named = HEADINGS.get(layout, HEADINGS["outside"])
    if by_decision:
        named = (BY_DECISION, *named[1:])
    parts = (
        ("support_wanted", [*lines.standing(), *lines.told(), *lines.levels()]),
        ("safety_plan", list(lines.safety_plan())),
        ("follow_ups", list(lines.arranged())),
        ("consents_own", list(lines.agreed())),
        ("liaison", list(lines.passed_on())),
    )
    return tuple(
        Section(heading, row, tuple(found), if_empty="", is_private=True)
        for heading, (row, found) in zip(named, parts, strict=True)
    )


OPENED_BY_LEAD = "all of it, opened with a key of their own"
"""A decision that names no rows."""
TIMES = {1: "once", 2: "twice"}


class PrivateLines:
    """Knows the row of everything that is kept, and what it is about."""

    def __init__(self, case: PrivateCase, reference: Reference, today: date, layout: Layout) -> None:
        self.case = case
        self.record = case.record
        self.reference = reference
        self.today = today
        self.layout = layout

    def standing(self) -> Iterator[Line]:
        """That it was gone through, the same for everybody; for those who hold it, how each item stands."""
        everyone = tuple(ITEMS) if self.layout == "record" else self.case.told
        if self.layout != "officer":
            yield Line("q_done", text=DONE, about=everyone)
        yield Line("q_done", ("ledger",), neutral_line(self.record.q), about=everyone)
        yield Line("offer_made", text=f"What everybody hears: {HEARD[self.record.level1]}")
        for who, name in (("Held by", self.record.lead_worker), ("Covered by", self.record.cover_worker)):
            if name:
                yield Line("ledger", text=f"{who}: {name}")
        for ledger in self.record.ledgers:
            yield from self._ledger(ledger)

    def _ledger(self, ledger: Ledger) -> Iterator[Line]:
        """What comes from a record the person may not know of stays off their own copies."""
        kept, anothers = self.case.words.common.kept, ledger.source == "record_only"
        month = in_words(ledger.source_date, "") if ledger.source_date else ""
        said = ", ".join(one for one in (kept.standing[ledger.status], ledger.source_role, month) if one)
        yield Line("ledger", text=f"{ABOUT[ledger.item]}: {said}", names_others=anothers, about=(ledger.item,))
        yield Line("offer_made", text=f"{ABOUT[ledger.item]}: {_counted(ledger)}", about=(ledger.item,))
        stood_at = {one.on: one for one in self.record.events if one.item == ledger.item and one.status != "none"}
        for event in stood_at.values():
            stood = kept.standing[event.status.partition("(")[0]]  # type: ignore[index]
            yield Line("ledger", text=f"{in_words(event.on)}: {stood}", depth=1, names_others=anothers)

    def told(self) -> Iterator[Line]:
        """The category lines in the words they were read out in, and own words where the person wanted them kept."""
        for line in self.record.lines:
            yield from self._codes(line.item, line.codes, line.agreed_on)
        if self.record.own_words is not None:
            yield Line("own_words", text=f"In their own words: {self.record.own_words.words}", about=self.case.told)

    def _codes(self, item: Item, codes: Draft, agreed_on: date) -> Iterator[Line]:
        kept, about = self.case.words.common.kept, (item,)
        menu = {one.id: one.said for one in self.case.words.of("NEEDS").wants}
        who = "; ".join(kept.who[one] for one in codes.who or ("not_said",))
        when = f"{kept.headings['when']}: {kept.when[codes.when]}. {kept.headings['who']}: {who}"
        yield Line("category_when_who", text=f"{ABOUT[item]}. {when}. Agreed {in_words(agreed_on)}", about=about)
        children = kept.children_around[codes.children_around]
        yield Line("category_children", text=f"{kept.headings['children_around']}: {children}", depth=1, about=about)
        if codes.wants:
            wants = "; ".join(menu[one] for one in codes.wants)
            yield Line("support_wanted", text=f"{kept.headings['wants']}: {wants}", depth=1, about=about)

    def levels(self) -> Iterator[Line]:
        """The level of each item and what is offered at it; a level tells what it rests on, ordinary facts too."""
        answers = {one.activity: one for one in self.record.taken_up}
        for item in ITEMS:
            level, about = level_of(self.record, item, self.case.around), (item,)
            rests_on = ("support_wanted", *self.case.around_rows) if level > 1 else ()
            yield Line("q_levels", rests_on, f"{ABOUT[item]}: level {level}", about=about)
            for offer in (one for one in offers(self.record, self.case.around) if one.item == item):
                activity, answer = self.reference.activities[offer.activity], answers.get(offer.activity)
                stands = answer.answer if answer else offer.standing
                code = f" ({offer.activity})" if self.layout == "record" else ""
                title = activity.title if self.layout == "record" else activity.said
                rows = ("q_levels", *(rests_on if offer.level > 1 else ()))
                yield Line(activity.row, rows, f"{title}{code}: {stands}", depth=1, about=about)

        for one in self.record.taken_up:
            if not self.reference.activities[one.activity].is_sealed:
                went = f"{self.reference.activities[one.activity].said} In the other plan: {one.answer}"
                yield Line("ledger", ("support_wanted",), went, about=self.case.told)

    def safety_plan(self) -> Iterator[Line]:
        ranked = sorted(self.record.safety_plan, key=lambda one: (one.rank is None, one.rank or 0))
        for part in ranked:
            yield Line("safety_plan", text=self._part(part), about=self.case.told, part=part.part)

    def arranged(self) -> Iterator[Line]:
        """Meetings under the label every meeting has, then referrals: each agency reads of its own alone."""
        for number, one in enumerate(self.record.follow_ups):
            yield from self._follow_up(one, self.case.contacts[number] if number < len(self.case.contacts) else ())
        if self.record.booked:
            text = f"{self._label('')}, {in_words(self.record.booked)}"
            yield Line("follow_ups", text=text, about=self.case.told, services=())
        for referral in self.record.referrals:
            about, services = self._about_activity(referral.activity), (referral.agency,)
            status = self.reference.label("referral_status", referral.status).lower()
            text = f"{self._agency(referral.agency)}: {status}, {in_words(referral.on)}"
            yield Line("support_wanted", ("consents_own",), text, about=about, services=services)
            check = self.reference.label("caseload_check", referral.check).lower()
            why = f"; {referral.why}" if referral.why else ""
            known = f"whether they know the person: {check}{why}"
            yield Line("ledger", ("support_wanted",), known, depth=1, about=about, services=services)

    def _follow_up(self, one: PrivateFollowUp, terms: tuple[ContactTerm, ...]) -> Iterator[Line]:
        about, services = self.case.told, (one.agency,) if one.agency else ()
        text = f"{self._label(one.label)}, {in_words(one.due)}"
        yield Line("follow_ups", text=text, about=about, services=services)
        outcome = self.reference.label("sealed_follow_up_outcome", one.outcome).lower() if one.outcome else "open"
        named = [self._form("meeting", "purpose", one.purpose)]
        named += [f"with: {self._agency(one.agency)}"] if one.agency else []
        named += [f"seen to by {one.owner.replace('_', ' ')}", outcome]
        named += [f"word brought by {one.may_deliver}"] if one.may_deliver else []
        yield Line("follow_ups", ("ledger",), "; ".join(named), depth=1, about=about, services=services)
        for term in terms:
            told = Line("safe_contact", ("follow_ups",), term.words, depth=1, about=about, services=services)
            yield replace(told, names_others=term.names_others)

    def agreed(self) -> Iterator[Line]:
        """What each agency may be told, what was refused or taken back, and what has gone already."""
        for one in standing_consents(self.record.consents, self.today):
            row = "consents_own" if one.is_live(self.today) else "consents_others"
            services = (one.agency,) if row == "consents_own" else None
            yield Line(row, text=self._consent(one), about=(one.topic,), services=services)
        for share in self.record.shares:
            which = f" ({share.which})" if share.which else ""
            went = f"Went to: {self._agency(share.sent_to)}{which}, {in_words(share.on)}"
            yield Line("consents_others", text=went)

    def _consent(self, one: Consent) -> str:
        topic = f", {ABOUT[one.topic].lower()}" if one.topic in ABOUT and one.depth >= TOPICAL_DEPTH else ""
        title = f"{self._agency(one.agency)}{f': {one.which}' if one.which else ''}{topic}"
        if not one.is_live(self.today):
            status = self.reference.label("consent_status", one.standing(self.today))
            return with_answer(title, f"{status}, {in_words(one.withdrawn_on or one.given_on)}")
        depth = "without a name" if one.anonymous else self.reference.label("consent_depth", f"depth_{one.depth}")
        until = f", until {in_words(one.until)}" if one.until else ""
        return with_answer(title, f"{depth}, agreed {in_words(one.given_on)}{until}")

    def passed_on(self) -> Iterator[Line]:
        """Cards acted on, decisions without a yes, liaison; who keeps what from whom."""
        about = self.case.told
        for one in self.record.help_log:
            yield Line("help_now_log", text=self._card(one), about=about)
        for decision in self.record.gateways:
            yield Line("help_now_log", text=self._gateway(decision), about=about)
        for liaison in self.record.liaisons:
            yield Line("liaison", text=self._liaison(liaison), about=about)
            for words in (liaison.area, *liaison.wishes, liaison.where_child, liaison.reference, liaison.responder):
                if words:
                    yield Line("liaison", text=words, depth=1, about=about, names_others=words not in liaison.wishes)
        for route in self.record.risk_routes:
            yield Line("liaison", text=self._route(route), about=about)
        if self.record.consult_requested:
            yield Line("consult_requested", text="Advice was asked for")
        if self.record.dual_role:
            yield Line("consult_requested", text="A risk to others was handed to the lead as well")
        for kept in self.record.kept_back:
            title = self.reference.matrix.rows[kept.row].title
            yield Line(
                "cautions", text=f"Kept from the person's own copy: {title}. {kept.decided_by}, {in_words(kept.on)}"
            )

    def _card(self, one: HelpLogged) -> str:
        card = self.reference.contact_cards[one.card].title
        basis = "with their yes" if one.basis == "consent" else "without asking for a yes"
        knows = "the person knows" if one.person_told else f"the person was not told: {one.why_not_told}"
        return (
            f"{in_words(one.on)}, {one.at}: {card}. Told: {one.told_role}. Decided: {one.decided_by}, {basis}; {knows}"
        )

    def _gateway(self, one: GatewayRecord) -> str:
        rows = "; ".join(self.reference.matrix.rows[row].title for row in one.rows) or OPENED_BY_LEAD
        knows = "the person knows" if one.person_told else f"the person was not told: {one.why_not_told}"
        reason = self.reference.label("limit", one.reason)
        went = f", went {in_words(one.used_on)}" if one.used_on else ""
        return (
            f"{in_words(one.decided_on)}: {reason}. For {one.told_to}: {rows}. Decided: {one.decided_by}; {knows};"
            f" looked at again {in_words(one.review_on)}{went}"
        )

    def _about_activity(self, activity: str) -> tuple[str, ...]:
        return tuple(item for item, group in GROUP.items() if activity.startswith(group)) or self.case.told

    def _agency(self, agency: str) -> str:
        named = self.reference.private_agencies.get(agency) or self.reference.agencies.get(agency)
        return named.title if named is not None else agency.replace("_", " ").capitalize()

    def _label(self, label: str) -> str:
        return self.reference.neutral_labels[label or "resettlement_appointment"]

    def _part(self, part: SafetyPart) -> str:
        words = next(one for one in self.case.words.common.safety_parts if one.id == part.part)
        said = "; ".join(one for one in (*(words.chosen.get(code, code) for code in part.chosen), part.words) if one)
        return with_answer(words.said, said or "to be thought about")

    def _liaison(self, one: Liaison) -> str:
        by = "with their yes" if one.basis == "consent" else "without asking for a yes"
        knows = "the person knows" if one.person_told else f"the person was not told: {one.why_not_told}"
        ours = f"; {self._form('marac', 'our_action', one.our_action)}" if one.our_action else ""
        again = f"; looked at again {in_words(one.review)}" if one.review else ""
        agreed = {None: "", True: "; the person agreed", False: "; the person did not agree"}[one.agreed]
        outcome, who = self._form("marac", "outcome", one.outcome), one.raised_by_role.replace("_", " ")
        kind = next((form.title for form in self.case.words.common.forms if form.id == one.kind), one.kind)
        return (
            f"{kind}: raised {in_words(one.raised_on)} by {who}; {outcome}{ours}. Decided: {one.decided_by}, {by};"
            f" {knows}{agreed}{again}"
        )

    def _route(self, one: RiskRoute) -> str:
        ours = f"; {self._form('marac', 'our_action', one.our_action)}" if one.our_action else ""
        led = one.outcome.replace("_", " ")
        return f"Risk looked at by {one.done_by.replace('_', ' ')}, {in_words(one.on)}: {led}{ours}"

    def _form(self, form: str, line: str, code: str) -> str:
        """The words of a choice of a form."""
        lines = (line for one in self.case.words.common.forms if one.id == form for line in one.lines)
        choices = next((one.choices for one in lines if one.id == line), {})
        return choices.get(code, code.replace("_", " "))


def _counted(ledger: Ledger) -> str:
    """How often it came up, in words."""
    counts = (("offered", ledger.offers), ("asked", ledger.asks), ("confirmed", ledger.confirms))
    return ", ".join(f"{what} {TIMES.get(count, f'{count} times')}" for what, count in counts if count) or "not offered"
