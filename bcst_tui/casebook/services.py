"""The directory of services: what came with bcst, what stands in the local folder, and what is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bcst_tui.casebook.plans import Plans
from bcst_tui.casebook.values import Sitting
from bcst_tui.interview.answer import Rejection
from bcst_tui.plan import service_fields
from bcst_tui.plan.directory import Suggestion, found_by, out_of_date, suggestions, who_is
from bcst_tui.reference.service import Layer, Service, ServicesFile
from bcst_tui.vault.records_services import WRITTEN_HERE
from bcst_tui.yaml_text import read_yaml, validated

LAYERS: Mapping[Layer, str] = {
    "shipped": "came with bcst, as an example",
    "local": "from your local folder",
    "app": WRITTEN_HERE,
}


@dataclass(frozen=True)
class ServiceLine:
    """One service as the directory shows it; `warning` says that it has to be checked before use."""

    service: Service
    layer: Layer
    warning: str = ""


class Services(Plans):
    """The part of the casebook that keeps the directory."""

    _given_services: Mapping[str, Service]
    """Those of the files, by id."""

    def services(self, words: str = "") -> tuple[ServiceLine, ...]:
        """All that may stand in an ordinary plan and hold these words, by name; retired ones last."""
        ours = [one for one in self._surroundings.reference.services.values() if one.may_be_named]
        found = sorted(found_by(ours, words), key=lambda one: (one.retired, one.name.casefold()))
        return tuple(ServiceLine(one, self._layer(one), out_of_date(one, self.today())) for one in found)

    def service(self, service_id: str) -> Service:
        """One of them, as it stands now."""
        return self._surroundings.reference.services[service_id]

    def add_service(self, name: str, does: str, reach: str) -> Service | Rejection:
        """Write a new one; everything else of it is not known yet."""
        with self._vault.session() as records:
            new_id = records.services.next_id()
        new: Service | Rejection = Service(
            id=new_id,
            name="?",
            does="?",
            for_whom="Ask",
            where="release_area",
            reach="?",
            checked_on=self.today(),
            source=WRITTEN_HERE,
        )
        for field_id, typed in (("name", name), ("does", does), ("reach", reach)):
            if isinstance(new, Rejection):
                return new
            new = self._written(new, field_id, typed)
        return new if isinstance(new, Rejection) else self._keep_services(new)[0]

    def change_service(self, service_id: str, field_id: str, typed: str) -> Service | Rejection:
        """Write one field anew; one that came in a file is from now on written here."""
        changed = self._written(self.service(service_id), field_id, typed)
        return changed if isinstance(changed, Rejection) else self._keep_services(changed)[0]

    def retire_service(self, service_id: str, retired: bool = True) -> Service:
        """Offer it to nobody from now on, or again; plans that name it stay as they are."""
        return self._keep_services(self.service(service_id).model_copy(update={"retired": retired}))[0]

    def read_services(self, text: str, source: str) -> tuple[Service, ...]:
        """Take over a file in the form of services.yaml, all of it or nothing. Raises ScriptError."""
        written = read_yaml(text, source)
        file = validated(ServicesFile, written)
        kept = []
        for index, one in enumerate(file.services):
            checked = self._as_read(one)
            if isinstance(checked, Rejection):
                raise written.error(("services", index), checked.reason.rstrip("."), "Mend it; nothing was taken over.")
            kept.append(checked)
        return self._keep_services(*kept)

    def services_for(self, activity: str, sitting: Sitting | None = None) -> tuple[tuple[str, str], ...]:
        """Id and name of all that may be named, those meant for this first; in a sitting, with what to check."""
        if sitting is not None:
            return tuple((one.service.id, one.line) for one in self.suggested(sitting, activity))
        return tuple((each, name) for each, name in super().services_for(activity) if not self.service(each).retired)

    def suggested(self, sitting: Sitting, activity: str) -> tuple[Suggestion, ...]:
        """Every service that may be named for an action of this plan: those that fit first, each with what to check."""
        reference = self._surroundings.reference
        who = who_is(sitting.whole.known)
        return suggestions(reference.services.values(), reference.activities.get(activity), who, self.today())

    def _written(self, service: Service, field_id: str, typed: str) -> Service | Rejection:
        return service_fields.written(service, field_id, typed, self._surroundings.reference, self.today())

    def _as_read(self, service: Service) -> Service | Rejection:
        """A service of a file, each of its words cleaned and held to what may be typed."""
        given = self._given_services.get(service.id)
        if not service.may_be_named or (given is not None and not given.may_be_named):
            return Rejection(f"`{service.id}` is of the private part, or is proposed to nobody")
        for field_id in service_fields.TYPED:
            value = getattr(service.takes if field_id == "languages" else service, field_id)
            written = self._written(service, field_id, value if isinstance(value, str) else " ".join(value))
            if isinstance(written, Rejection):
                return written
            service = written
        return service

    def _keep_services(self, *services: Service) -> tuple[Service, ...]:
        now = self._surroundings.now()
        with self._vault.session() as records:
            for one in services:
                records.services.keep(one, now)
                records.log("service_changed", one.id, now)
            written = records.services.all()
        self._learn_services(written)
        return services

    def _learn_services(self, written: list[Service]) -> None:
        """From now on, what is written here stands over what came in files."""
        services = {**self._given_services, **{one.id: one for one in written}}
        reference = replace(self._surroundings.reference, services=services)
        self._surroundings = replace(self._surroundings, reference=reference)

    def _layer(self, service: Service) -> Layer:
        if self._given_services.get(service.id) != service:
            return "app"
        return "shipped" if self._surroundings.reference.services_are_examples else "local"
