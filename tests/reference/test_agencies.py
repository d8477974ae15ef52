"""Agencies as data: no immigration authority, nothing of the private part, and nothing that stands for nothing."""

from __future__ import annotations

from typing import get_args

import pytest

from bcst_tui.errors import ScriptError
from bcst_tui.reference.agency import Want
from bcst_tui.reference.loading import load_reference
from tests.reference.shipped import files_with, shipped_reference


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("services: [council]", "services: [border_agency]", "proposed to nobody"),
        ("services: [council]", "services: [domestic_abuse_specialist]", "proposed to nobody"),
        ("activities: [SUP-3-06]", "activities: [DVA-2-03]", "private part"),
        ("topics: [identity, work, contacts]", "topics: [identity, work, q]", "not an ordinary topic"),
        ("{activity: ETE-2-01, topic: work", "{activity: ETE-2-01, topic: health", "a topic of this agency"),
        ("activities: [SUP-3-07]", "activities: [SUP-3-99]", "not an activity"),
    ],
)
def test_an_agency_that_must_not_be_or_cannot_be_is_refused(old: str, new: str, why: str) -> None:
    with pytest.raises(ScriptError, match=why):
        load_reference(files_with("agencies.yaml", old, new))


def test_everything_that_waits_for_a_yes_has_somebody_to_ask_about() -> None:
    reference = shipped_reference()
    waits = [
        one.id
        for one in reference.activities.values()
        if one.consent != "none" and not one.is_sealed and not one.never_proposed
    ]
    assert [one for one in waits if not reference.agencies_of(one)] == []


def test_those_of_the_private_part_stand_on_no_other_list_and_serve_a_want_or_what_is_neither() -> None:
    reference = shipped_reference()
    assert not set(reference.sealed_agencies) & set(reference.agencies)
    for agency in reference.sealed_agencies.values():
        assert agency.wants or agency.about == ("none",)
    served = {want for one in reference.private_agencies.values() for want in one.wants}
    assert served == set(get_args(Want))


def test_one_id_on_both_lists_is_refused() -> None:
    with pytest.raises(ScriptError, match="stands under `private` too"):
        load_reference(files_with("agencies.yaml", "- id: police", "- id: landlord"))
