"""An invented script that uses every word of the language, for tests to break."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from bcst_tui.script.checking import Elsewhere, findings

MAIN = """\
id: invented
version: "1"
title: Invented for a test
sections: [home.yaml, sums.yaml]
facts:
  age: {means: Whole years since birth}
  weeks_left: {means: Weeks to release, weeks_until: release_on}
not_private_when: {question: heard, equals: "yes"}
"""

HOME = """\
section: home
title: Home
rail: Home
pages:
  dates: {title: Dates}
questions:
  - id: heard
    kind: yes_no
    said: {standard: Can anyone hear us?}
    told_by: worker
    audience: names
  - id: release_on
    kind: date
    page: dates
    said: {standard: When do you go home?, easy: [When do you go home?]}
    why: So we know how long there is.
    audience: names
    covers: [A06]
    check: {at_least: {fact: today}, message: That day has gone.}
  - id: came_on
    kind: partial_date
    page: dates
    said: {standard: When did you come in?, easy: [When did you come in?]}
    why: So we know how long it has been.
    audience: names
    check: {at_most: {question: release_on}}
  - id: tenure
    kind: choice
    when: {any: [{fact: weeks_left, at_most: "12"}, {fact: age, at_least: "18"}]}
    said: {standard: Where did you live?, easy: [Where did you live?]}
    why: So we know if there is a home to keep.
    notice: "{worker_name} writes the kind of place."
    audience: names
    options:
      - {id: owner, said: My own, tags: [paper]}
      - id: rented
        said: I rented
        tags: [paper]
        questions:
          - id: arrears
            kind: yes_no
            needs_privacy: "true"
            said: {standard: Is rent owed?, easy: [Do you owe rent?]}
            why: So it can be sorted early.
            audience: names
      - {id: other, said: Somewhere else, other: "yes"}
  - id: settled
    kind: choice
    told_by: worker
    said: {standard: Settled?}
    suggest: settled_test
    audience: names
    options: [{id: settled, said: Settled}, {id: not_settled, said: Not settled}, {id: unknown, said: Unknown}]
decisions:
  - id: settled_test
    source: R40
    unknown: unknown
    steps:
      - {when: {question: tenure, tagged: paper}, then: settled, limb: i, because: There are papers.}
    otherwise: {then: not_settled, because: There are none.}
needs:
  - id: rent_owed
    group: ACC
    title: Rent owed
    said: You owe rent.
    when: {question: arrears, equals: "yes"}
    source: R42
    audience: names
markers:
  - {id: young, title: Young, when: {fact: age, at_most: "25"}, counts_for: [ACC], source: R22, audience: names}
actions:
  - {activity: ACC-2-01, need: rent_owed, source: R42}
  - activity: ACC-2-02
    when: {question: tenure, includes: other}
    locked_unless: {question: arrears, answered: not_known}
    locked_because: Ask first.
    source: R42
closings:
  - {activity: ACC-1-01, when: {question: tenure, answered: "true"}}
signposts:
  - {question: tenure, option: owner, service: shelter, activity: ACC-1-01}
"""

SUMS = """\
section: sums
title: Money
rail: Money
sittings: [first_screening, review]
when: {need: rent_owed}
questions:
  - id: debts
    kind: group
    row_named: debt
    said: {standard: What do you owe?, easy: [What do you owe?]}
    why: So we can sort it.
    audience: names
    questions:
      - id: to_whom
        kind: short_text
        said: {standard: To whom?, easy: [To whom?]}
        why: So we know who to ring.
        audience: names
      - id: how_much
        kind: money
        when: {question: to_whom, answered: "true"}
        said: {standard: How much?, easy: [How much?]}
        why: So we can share it out.
        audience: names
  - id: kinds
    kind: choices
    when: {count: debts, at_least: "2", where: {question: how_much, at_least: "£50"}}
    said: {standard: Which kinds?, easy: [Which kinds?]}
    why: So the right people help.
    audience: names
    options: [{id: fuel, said: Gas}, {id: shop, said: A shop}, {id: nothing, said: Nothing, exclusive: "yes"}]
  - id: sure
    kind: scale
    when: {none: [{question: kinds, includes: nothing}]}
    said: {standard: How sure do you feel?, easy: [How sure are you?]}
    why: So we know how much help to give.
    audience: names
    scale: [Not at all, A little, Half and half, Quite, Very]
  - id: bills
    kind: each
    said: {standard: How do you manage these?, easy: [How do you do with these?]}
    why: So help fits.
    audience: names
    each: [{id: rent, said: Rent}, {id: power, said: Power}]
    options: [{id: well, said: Well}, {id: badly, said: Badly}]
  - id: how_long
    kind: length_of_time
    when: {question: bills, row: rent, equals: badly}
    said: {standard: For how long?, easy: [How long?]}
    why: So we know how far back to look.
    audience: names
    check: {at_most: 10 years}
"""

FILES = {"script.yaml": MAIN, "home.yaml": HOME, "sums.yaml": SUMS}


def with_home(questions: str, main: str = "", rules: str = "") -> dict[str, str]:
    """A script of one section with these questions, and perhaps more in script.yaml and among the rules."""
    head = 'id: invented\nversion: "1"\ntitle: Invented\nsections: [home.yaml]\n'
    section = "section: home\ntitle: Home\nrail: Home\nquestions:\n"
    return {"script.yaml": head + dedent(main), "home.yaml": section + dedent(questions) + dedent(rules)}


YES_NO = "kind: yes_no, told_by: worker, audience: names, said: {standard: Really}"
FIRST = f"- {{id: first, {YES_NO}}}\n"
CHOICE = """\
- id: first
  kind: choice
  told_by: worker
  audience: names
  said: {standard: Which}
  options: [{id: a, said: A, tags: [early]}, {id: b, said: B}, {id: c, said: C, tags: [late]}]
"""
CHOICES = CHOICE.replace("kind: choice", "kind: choices").replace("said: C", "said: C, exclusive: 'yes'")


def then(when: str, more: str = "") -> str:
    return f"- {{id: then, when: {when}, {YES_NO}{more}}}\n"


def found(files: Mapping[str, str], elsewhere: Elsewhere | None = None) -> list[str]:
    """What the checks find in these files."""
    return [finding.what for finding in findings(files, elsewhere or Elsewhere())]
