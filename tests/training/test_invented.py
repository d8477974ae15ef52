from bcst_tui.training.invented import WATERMARK, is_invented_number, marked


def test_a_document_about_nobody_says_so_first_and_last() -> None:
    lines = marked("# Plan\n\nWords\n").splitlines()
    assert lines[0] == lines[-1] == WATERMARK


def test_a_number_that_a_prison_gives_is_never_taken_for_invented() -> None:
    assert is_invented_number("TRN-001")
    assert not is_invented_number("A1234BC")
    assert not is_invented_number("TRN-0011")
