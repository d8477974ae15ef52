from bcst_tui.training.invented import WATERMARK, is_invented_number, marked, marked_name


def test_a_document_about_nobody_says_so_first_and_last() -> None:
    lines = marked("# Plan\n\nWords\n").splitlines()
    assert lines[:3] == ["---", "training: true", "---"]
    assert lines[4] == lines[-1] == f"**{WATERMARK}**"


def test_the_name_of_a_file_about_nobody_says_so_once() -> None:
    assert marked_name("plan.md") == marked_name(marked_name("plan.md")) == "TRAINING-plan.md"


def test_a_number_that_a_prison_gives_is_never_taken_for_invented() -> None:
    assert is_invented_number("TRN-001")
    assert not is_invented_number("A1234BC")
    assert not is_invented_number("TRN-0011")
