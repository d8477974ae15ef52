"""`bcst figures`: by whole quarters that are over, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcst_tui.cli.figures import tell_figures
from bcst_tui.errors import UsageError


@pytest.mark.parametrize("typed", ["2026", "2026-11", "2026-Q5", "last"])
def test_what_is_no_whole_quarter_is_refused_before_the_vault_is_opened(typed: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a quarter"):
        tell_figures({}, tmp_path, None, typed, csv=None, overwrite=False, passphrase_file=None)
