"""What a trainer is told about a persona before anybody meets it."""

from __future__ import annotations

from functools import cache

import pytest

from bcst_tui.config import read_folder, shipped
from bcst_tui.disclosure.loading_words import load_words
from bcst_tui.errors import ScriptError
from bcst_tui.reference.loading import load_reference
from bcst_tui.script.loading import load_script
from bcst_tui.training.attempt import begin
from bcst_tui.training.card import HANDED_OVER, card
from bcst_tui.training.finding import Around
from bcst_tui.training.lint import lint
from bcst_tui.training.lint_set import lint_set
from bcst_tui.training.new_persona import Begun, persona_text
from bcst_tui.training.persona import PersonaFile, load_persona, load_personas
from bcst_tui.training.seeing import Moment, may_be_told
from bcst_tui.training.wordings import load_wordings
from tests.training.attempts import people, someone

AT_50 = "{all: [{fact: private, equals: true}, {fact: limits, equals: true}, {fact: trust, at_least: 50}]}"


@cache
def texts() -> dict[str, str]:
    return read_folder(shipped("interview_scripts") / "mock")


@cache
def files() -> dict[str, PersonaFile]:
    return load_personas(texts())


@cache
def around() -> Around:
    script = read_folder(shipped("interview_scripts") / "bcst2")
    reference = load_reference(read_folder(shipped("data")))
    wordings = load_wordings(texts()["wordings.yaml"])
    return Around(load_script(script), load_words(script["q.yaml"]), reference.activities, wordings)


def callum(before: str = "", after: str = "") -> PersonaFile:
    text = texts()["TRN-007.yaml"]
    assert before in text
    return load_persona(text.replace(before, after, 1), "TRN-007.yaml")


def errors(file: PersonaFile) -> list[str]:
    return [str(one) for one in lint(file, around()) if one.is_error]


@pytest.mark.parametrize("persona_id", sorted(people()))
def test_the_people_shipped_have_nothing_to_mend_and_nothing_to_think_about(persona_id: str) -> None:
    assert lint(files()[persona_id], around()) == ()


def test_the_people_shipped_have_nothing_to_mend_as_a_set() -> None:
    assert lint_set(files()) == ()


MISTAKES = {
    "no content note": ("Control by somebody close, money taken, selling sex, a child nearby. Nothing graphic.", ""),
    "looks like a prison number": ("Just us? OK.", "Just us? I am A1234BC."),
    "looks like a postcode": ("29. Twenty weeks", "29. LS1 4AP. Twenty weeks"),
    "list of graphic words": ("I said I'm fine.", "I got stabbed."),
    "`c02z_nowhere` is no step": ("  c02b_where_on_release:", "  c02z_nowhere:"),
    "can't be answered with `mates_place`": ("answer: friend", "answer: mates_place"),
    "`trsut` is no fact": ("{fact: trust, at_least: 32}", "{fact: trsut, at_least: 32}"),
    "`style` is one of": ("equals: leading}]}]}", "equals: kind}]}]}"),
    "`trust` is a number": ("{fact: trust, at_least: 45}", '{fact: trust, equals: "45"}'),
    "reads facts and answers alone": ("{fact: trust, at_least: 45}", "{need: rent_owed}"),
    "`q1.aks` has no replies here": ("{fact: trust, at_least: 45}", '{question: q1.aks, equals: "yes"}'),
    "no reply to `q.privacy` answers `alone`": (
        "{fact: trust, at_least: 45}",
        "{question: q.privacy, equals: alone}",
    ),
    "and no other, is the one for `otherwise: true`": (
        '    - otherwise: true\n      say: "Nah."\n      easy: "No."\n      cue: shrugs\n      answer: "no"\n',
        "",
    ),
    "more than 20 either way": ("pressing: [-12, 18]", "pressing: [-22, 18]"),
    "`afraid` may be told before": (f"- when: {AT_50}", "- when: {fact: trust, at_least: 50}"),
    "the best interview doesn't come to it": ("at_least: 38}, {none", "at_least: 99}, {none"),
    "nothing is expected of the trainee": ("do: [unlock, privacy_recheck, no_reask]", "do: []"),
    "there is no such activity": ("ACC-3-06, FIN-2-06", "ACC-3-99, FIN-2-06"),
    "this activity is never proposed": ("ACC-3-06, FIN-2-06", "SUP-3-03, FIN-2-06"),
    "no such reason to share without consent": ("gateway.child", "gateway.curiosity"),
    "`vanish` is nothing known to go wrong": ("[exit_service_unasked", "[vanish"),
    "has no words in `easy`": ('      easy: "Only us? OK."\n', ""),
    "has no words in `cy`": ("speaks: [easy]", "speaks: [cy]"),
    "`secret` is none of the facts": ("reveals: work", "reveals: secret"),
    "belongs in the plan and has no code": ("    code: q2.ask=applies_support\n", ""),
    "would ask to stop at once": ("strain: 20, stop_at: 75", "strain: 80, stop_at: 75"),
    "`q1.told` has no replies here": ("weightless: [", "weightless: [q1.told, "),
    "TRN-008 stands in another file": ("id: TRN-007", "id: TRN-008"),
}


@pytest.mark.parametrize("told", MISTAKES)
def test_each_mistake_is_told_with_file_and_line(told: str) -> None:
    found = errors(callum(*MISTAKES[told]))
    assert any(told in one and one.startswith("TRN-007.yaml:") for one in found), found


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ("answer: not_now\n      strain: 8", "answer: already_told", "q1.told"),
        ("  q2.leaflet:", "  q2.dispute:", "q2.leaflet"),
        ("  q1.share:", "  q1.dispute:", "q1.share"),
    ],
)
def test_where_a_trainee_would_meet_silence_is_told(before: str, after: str, step: str) -> None:
    found = [str(one) for one in lint(callum(before, after), around()) if not one.is_error]
    assert [one for one in found if f"a rehearsal comes to `{step}`" in one and "nobody answers there" in one]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{fact: trust, at_least: 45}", '"trust >= 45"', "a condition is no line of text"),
        ("pressing: [-12, 18]", "pressing: -12", "an effect is two numbers"),
        ("  flat: [-3, 5]\n", "", "`style`: it says nothing of flat"),
        ("id: TRN-007", "id: TRN-7", "an id is TRN- and three figures"),
        ("cue: shrugs", "ceu: shrugs", "`replies.c04b_rather_not_near.1.ceu` is not a word this file knows"),
    ],
)
def test_a_slip_in_how_it_is_written_is_told_with_its_line_and_what_it_should_be(
    before: str, after: str, told: str
) -> None:
    with pytest.raises(ScriptError, match=r"TRN-007\.yaml:\d+:") as refused:
        callum(before, after)
    assert told in str(refused.value)


def test_a_question_the_interview_never_comes_to_is_told_and_what_it_rests_on() -> None:
    text = texts()["TRN-012.yaml"]
    elsewhere = load_persona(text.replace("answer: self_employed", "answer: employed"), "TRN-012.yaml")
    (told,) = errors(elsewhere)
    assert "the interview never comes to `d03_business`" in told and "It rests on d01_work_before" in told


def test_questions_in_another_order_than_the_interviews_are_told() -> None:
    text = texts()["TRN-012.yaml"]
    first, second = (text.index(f"  {step}:\n") for step in ("c05_whose_name", "c09_keep_or_end"))
    until = text.index("  d01_work_before:\n")
    swapped = text[:first] + text[second:until] + text[first:second] + text[until:]
    assert any("stands out of order" in one for one in errors(load_persona(swapped, "TRN-012.yaml")))


@pytest.mark.parametrize(
    "written",
    [
        '"trust >= 50 and private"',
        "\"__import__('os').system('true')\"",
        "{fact: trust, at_least: lots}",
        "{fact: trust, at_least: 45, at_most: 50}",
        "{lambda: x}",
        "[]",
    ],
)
def test_what_is_outside_the_grammar_is_refused_on_reading_and_never_evaluated(written: str) -> None:
    with pytest.raises(ScriptError, match=r"TRN-007\.yaml:\d+:"):
        callum("{fact: trust, at_least: 45}", written)


@pytest.mark.parametrize("persona_id", sorted(people()))
def test_the_actors_card_holds_no_line_that_tells_something_before_it_may_be_told(persona_id: str) -> None:
    persona = someone(persona_id)
    printed, start = card(persona, 41), Moment(begin(persona, 41).hidden)
    for rows in persona.replies.values():
        for row in rows:
            if not all(may_be_told(persona.facts[name], start) for name in row.reveals):
                assert not any(f"“{line}”" in printed for line in row.say)
    assert all(fact.text not in printed for fact in persona.facts.values())


def test_the_card_of_somebody_with_something_to_tell_names_lines_that_come_later() -> None:
    printed = card(someone(), 41)
    assert printed.count(HANDED_OVER) == 5
    line = "- a: “Just a mate's. It's fine.” / easy: “Only a friend's place. It is fine.” [looks at the door]"
    assert line in printed


def test_a_set_of_one_kind_of_people_is_told_so() -> None:
    alike = {str(number): callum() for number in range(6)}
    told = lint_set(alike)
    assert "Only 0 of 6 have nothing to tell or don't tell; a third is the least." in told
    assert {"There are no women.", "Nobody is trans.", "Nobody has an interpreter."} <= set(told)
    assert "All who are harmed are women." not in told


def test_a_new_person_out_of_a_few_answers_has_nothing_to_mend() -> None:
    begun = Begun(
        *("TRN-900", "A start: new", "on-its-own", "Nothing to tell.", "Mira Larkspur", "she/her", "31. Ten weeks."),
        gender="woman",
        age=31,
        skills=("privacy", "limits"),
        replies={
            "q1.when": ("Next time.", "next_time"),
            "c02b_where_on_release": ('My "sister" lets me: for now', "family"),
            "q1.offer": ("Not now.", "not_now"),
        },
    )
    file = load_persona(persona_text(begun), "TRN-900.yaml")
    assert lint(file, around()) == ()
    steps = [one for one in file.persona.replies if one.startswith(("c", "q1"))]
    assert steps == ["c02b_where_on_release", "q1.offer", "q1.when", "q1.ask", "q1.leaflet"]
    assert file.persona.replies["c02b_where_on_release"][0].say == ('My "sister" lets me: for now',)
