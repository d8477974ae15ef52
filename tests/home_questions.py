"""The question about the last home, and the need that follows from having had none, in scripts that tests write."""

from __future__ import annotations

WHERE_LIVED = """\
  - id: c01_before
    kind: choice
    said: {standard: Where did you live?}
    audience: housing_plan
    options:
      - {id: rented, said: I rented}
      - {id: street, said: Outdoors}
"""
SOMEWHERE_TO_LIVE = """\
needs:
  - id: somewhere
    group: ACC
    title: Somewhere to live
    said: A home
    when: {question: c01_before, equals: street}
    source: R40
    audience: housing_plan
actions:
  - {activity: ACC-2-01, need: somewhere, source: "level table"}
"""
