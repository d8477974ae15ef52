"""Reference files → one checked Reference, or the first mistake with file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

from pydantic import Field

from bcst_tui.errors import ScriptError
from bcst_tui.reference.activity import ActivitiesFile, CoursesFile
from bcst_tui.reference.agency import AgenciesFile
from bcst_tui.reference.audience import Audience, AudienceCode, Matrix, MatrixFile
from bcst_tui.reference.checking import check
from bcst_tui.reference.entry import Entry
from bcst_tui.reference.guidance import ClocksFile, CohortsFile, ContactCardsFile
from bcst_tui.reference.labels import LabelsFile
from bcst_tui.reference.part_one import PartOneFile
from bcst_tui.reference.reference import Reference
from bcst_tui.reference.service import ServicesFile
from bcst_tui.reference.vocabulary import Kind, Term, VocabularyFile
from bcst_tui.yaml_text import Written, YamlText, read_yaml, validated

REFERENCE_FILES = (
    "activities.yaml",
    "agencies.yaml",
    "audiences.yaml",
    "clocks.yaml",
    "cohorts.yaml",
    "contact_cards.yaml",
    "courses.yaml",
    "document_fields.yaml",
    "labels.yaml",
    "part_one.yaml",
    "services.yaml",
    "vocabulary.yaml",
)


class DocumentFieldsFile(Entry):
    """The file document_fields.yaml."""

    fields: dict[str, str] = Field(min_length=1)


def load_reference(files: Mapping[str, str]) -> Reference:
    """The reference data out of its files' texts, by file name.

    Raises ScriptError for a missing file, a mistake inside one, or an id that stands for nothing.
    """
    texts = {name: read_yaml(text_of(name, files), name) for name in REFERENCE_FILES}
    reference = _reference(texts)
    check(reference, texts)
    return reference


def text_of(name: str, files: Mapping[str, str]) -> str:
    """The text of this file; raises ScriptError where it is missing."""
    if name not in files:
        raise ScriptError(f"{name}: the file is missing.", "Put it back; every reference file is needed.")
    return files[name]


def _reference(texts: Mapping[str, YamlText]) -> Reference:
    labels = validated(LabelsFile, texts["labels.yaml"])
    activities = validated(ActivitiesFile, texts["activities.yaml"]).activities
    services = validated(ServicesFile, texts["services.yaml"])
    courses = validated(CoursesFile, texts["courses.yaml"]).courses
    cohorts = validated(CohortsFile, texts["cohorts.yaml"]).cohorts
    agencies = validated(AgenciesFile, texts["agencies.yaml"])
    clocks = validated(ClocksFile, texts["clocks.yaml"]).clocks
    cards = validated(ContactCardsFile, texts["contact_cards.yaml"]).cards
    vocabulary = validated(VocabularyFile, texts["vocabulary.yaml"]).root
    return Reference(
        matrix=_matrix(texts),
        activities=by_id(activities, texts["activities.yaml"], "activities"),
        agencies=by_id(agencies.agencies, texts["agencies.yaml"], "agencies"),
        sealed_agencies=by_id(agencies.private, texts["agencies.yaml"], "private"),
        services=by_id(services.services, texts["services.yaml"], "services"),
        services_are_examples=services.example,
        courses=by_id(courses, texts["courses.yaml"], "courses"),
        cohorts=by_id(cohorts, texts["cohorts.yaml"], "cohorts"),
        cohort_conditions={
            cohort.id: Written(texts["cohorts.yaml"], ("cohorts", index, "when"))
            for index, cohort in enumerate(cohorts)
            if cohort.when is not None
        },
        clocks=by_id(clocks, texts["clocks.yaml"], "clocks"),
        contact_cards=by_id(cards, texts["contact_cards.yaml"], "cards"),
        vocabulary={name: _terms(kind, texts["vocabulary.yaml"], name) for name, kind in vocabulary.items()},
        neutral_labels=_by_code(labels.neutral, texts["labels.yaml"], "neutral"),
        group_labels=_by_code(labels.groups, texts["labels.yaml"], "groups"),
        provider_labels=_by_code(labels.providers, texts["labels.yaml"], "providers"),
        own_copy=labels.own_copy,
        telling=labels.telling,
        part_one=by_id(validated(PartOneFile, texts["part_one.yaml"]).fields, texts["part_one.yaml"], "fields"),
    )


def _matrix(texts: Mapping[str, YamlText]) -> Matrix:
    text = texts["audiences.yaml"]
    file = validated(MatrixFile, text)
    audiences: dict[AudienceCode, Audience] = {}
    for index, audience in enumerate(file.audiences):
        if audience.code in audiences:
            raise text.error(("audiences", index), f"`{audience.code}` stands here twice", "Keep one of them.")
        audiences[audience.code] = audience
    return Matrix(
        rows=by_id(file.rows, text, "rows"),
        audiences=MappingProxyType(audiences),
        fields=MappingProxyType(validated(DocumentFieldsFile, texts["document_fields.yaml"]).fields),
    )


def _terms(kind: Kind, text: YamlText, name: str) -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for index, term in enumerate(kind.terms):
        if term.code in found:
            raise text.error((name, "terms", index), f"`{term.code}` stands here twice", "Keep one of them.")
        found[term.code] = term
    return MappingProxyType(found)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


class _HasCodeAndLabel(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...


Listed = TypeVar("Listed", bound=_HasId)


def by_id(entries: Iterable[Listed], text: YamlText, place: str) -> Mapping[str, Listed]:
    """The entries by their ids, in the order of the file; raises ScriptError for an id that stands twice."""
    found: dict[str, Listed] = {}
    for index, entry in enumerate(entries):
        if entry.id in found:
            raise text.error((place, index), f"`{entry.id}` stands here twice", "Give one of them another id.")
        found[entry.id] = entry
    return MappingProxyType(found)


def _by_code(entries: Iterable[_HasCodeAndLabel], text: YamlText, place: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for index, entry in enumerate(entries):
        if entry.code in found:
            raise text.error((place, index), f"`{entry.code}` stands here twice", "Keep one of them.")
        found[entry.code] = entry.label
    return MappingProxyType(found)
