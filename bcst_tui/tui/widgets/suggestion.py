"""What the rules make of the answers so far, beside the question that the worker decides."""

from bcst_tui.plan.suggestion import suggestion_words as suggestion_words
