"""Everything that is known before anybody is asked: the reference data, looked up by id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bcst_tui.reference.activity import Activity, Course
from bcst_tui.reference.agency import Agency, PrivateAgency, Whom
from bcst_tui.reference.audience import Matrix
from bcst_tui.reference.guidance import Clock, Cohort, ContactCard
from bcst_tui.reference.labels import OwnCopyShape
from bcst_tui.reference.part_one import PartOneField
from bcst_tui.reference.service import Service
from bcst_tui.reference.vocabulary import Term
from bcst_tui.yaml_text import Written


@dataclass(frozen=True)
class Reference:
    """The reference data of data/, checked as a whole; every mapping keeps the order of its file."""

    matrix: Matrix
    activities: Mapping[str, Activity]
    agencies: Mapping[str, Agency]
    sealed_agencies: Mapping[str, PrivateAgency]
    services: Mapping[str, Service]
    services_are_examples: bool
    courses: Mapping[str, Course]
    cohorts: Mapping[str, Cohort]
    cohort_conditions: Mapping[str, Written] = field(repr=False)
    clocks: Mapping[str, Clock]
    contact_cards: Mapping[str, ContactCard]
    vocabulary: Mapping[str, Mapping[str, Term]]
    neutral_labels: Mapping[str, str]
    group_labels: Mapping[str, str]
    provider_labels: Mapping[str, str]
    own_copy: OwnCopyShape
    part_one: Mapping[str, PartOneField]
    telling: tuple[str, ...] = ()

    @property
    def private_agencies(self) -> Mapping[str, PrivateAgency]:
        """All that may be told something of the private part: its own, then those of other lists that serve a want."""
        shared = {one.id: _in_private(one) for one in self.agencies.values() if one.wants}
        return {**self.sealed_agencies, **shared}

    def tells(self, name: str) -> bool:
        """Whether the name of a service alone gives away what brings people to it."""
        spoken = f" {_spoken(name)}"
        return any(f" {_spoken(one)}" in spoken for one in self.telling)

    def label(self, vocabulary: str, code: str) -> str:
        """The words people read for a status code."""
        return self.vocabulary[vocabulary][code].label

    def provider_of(self, activity_id: str) -> str:
        """Who provides an activity, as it is called here (R29)."""
        return self.provider_labels[self.activities[activity_id].provider]

    def services_of(self, activity_id: str) -> tuple[Service, ...]:
        """The services an activity may point to, without those that are never proposed."""
        named = (self.services[service] for service in self.activities[activity_id].services)
        return tuple(service for service in named if not service.never_proposed)

    def agencies_of(self, activity_id: str) -> tuple[Agency, ...]:
        """The agencies an activity may turn to."""
        named = self.activities[activity_id].services if activity_id in self.activities else ()
        return tuple(
            one
            for one in self.agencies.values()
            if activity_id in one.activities or any(service in one.services for service in named)
        )

    def unlocks_of(self, activity_id: str) -> tuple[tuple[str, str, int], ...]:
        """What must be agreed before an activity may begin: agency, topic and depth, any one of them."""
        return tuple(
            (agency.id, one.topic, one.depth)
            for agency in self.agencies.values()
            for one in agency.unlocks
            if one.activity == activity_id
        )

    def readers_of(self, activity_id: str) -> tuple[str, ...]:
        """All outside that an activity concerns: its services, and the agencies it may turn to."""
        return (*self.activities[activity_id].services, *(one.id for one in self.agencies_of(activity_id)))


def _in_private(agency: Agency) -> PrivateAgency:
    return PrivateAgency(**{name: getattr(agency, name) for name in Whom.model_fields})


def _spoken(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", re.sub("['’]", "", name.casefold())))
