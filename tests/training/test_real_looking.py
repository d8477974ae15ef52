"""Nothing that could be somebody's comes into training: by shape, and by name."""

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.training.real_looking import looks_real


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("His number is A1234BC.", "a prison number"),
        ("a1234bc", "a prison number"),
        ("old style AB1234", "a prison number"),
        ("AB 12 34 56 C", "a National Insurance number"),
        ("flat 2, LS1 4AP", "a postcode"),
        ("m11ae", "a postcode"),
        ("ring 0113 496 0000", "a telephone number"),
        ("HMP Leeds", "the name of a prison"),
        ("moved from HM Prison Bristol", "the name of a prison"),
        ("back from Feltham nick", "the name of a prison"),
    ],
)
def test_what_could_be_somebodys_is_known_by_its_shape(text: str, kind: str) -> None:
    assert looks_real(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "TRN-007",
        "TRAINING-0001",
        "QQ 12 34 56 C",
        "07700 900123",
        "Ext. 0000",
        "ZZ99 9ZZ",
        "HMP Nowhere",
        "the HMP staff said so",
        "12/3/2027 14:30",
        "£85.50 a week since 2019",
        "2027-03-12",
        "I want to move forward with 2 friends",
    ],
)
def test_what_is_set_aside_for_stories_and_ordinary_words_pass(text: str) -> None:
    assert looks_real(text) == ""


def test_no_persona_holds_anything_that_could_be_somebodys() -> None:
    personas = read_folder(shipped("interview_scripts").joinpath("mock"))
    assert {name: kind for name, text in personas.items() if (kind := looks_real(text))} == {}
