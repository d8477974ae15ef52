"""Which field goes with which kind of question: one line a kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bcst_tui.script.model import Question
from bcst_tui.tui.widgets.answer_field import AnswerField, Earlier
from bcst_tui.tui.widgets.each_rows import EachRows
from bcst_tui.tui.widgets.group_rows import GroupRows, Row
from bcst_tui.tui.widgets.pickers import ManyPicker, OnePicker, Ranking, Scale, YesNo
from bcst_tui.tui.widgets.saying import Done
from bcst_tui.tui.widgets.text_entries import LongEntry, MoneyEntry, TextEntry
from bcst_tui.tui.widgets.wording import Wording


def answer_field(question: Question, earlier: Earlier, wording: Wording, rows: Sequence[Row] = ()) -> AnswerField:
    """The field to answer this question in, with the earlier answer in it where that may be shown."""
    match question.kind:
        case "choice":
            return OnePicker(question, earlier, wording)
        case "choices":
            return ManyPicker(question, earlier, wording)
        case "yes_no":
            return YesNo(question, earlier, wording)
        case "scale":
            return Scale(question, earlier, wording)
        case "ranking":
            return Ranking(question, earlier, wording)
        case "each":
            return EachRows(question, earlier, wording)
        case "group":
            return GroupRows(question, rows)
        case "money":
            return MoneyEntry(question, earlier, wording)
        case "long_text" | "address":
            return LongEntry(question, earlier, wording)
        case "short_text" | "whole_number" | "phone" | "length_of_time" | "date" | "partial_date" | "date_time":
            return TextEntry(question, earlier, wording)
        case "note" | "acknowledgement":
            return Done(question, earlier, wording)
        case other:
            assert_never(other)
