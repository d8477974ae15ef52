from typing import get_args

from bcst_tui.disclosure.section_q import QState, neutral_line


def test_the_line_in_the_list_says_whether_never_what() -> None:
    for state in get_args(QState):
        assert neutral_line(state).startswith("People and safety: ")
