"""The scripts in use: today's for new sittings, and for an open one the very script it began on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bcst_tui.plan.checking import check_script
from bcst_tui.plan.worked_out import with_worked_out
from bcst_tui.reference.reference import Reference
from bcst_tui.script.loading import load_script
from bcst_tui.script.script import Script
from bcst_tui.vault.values import ScriptTexts


class Scripts:
    """Loaded scripts by the hash of their texts, each loaded once."""

    def __init__(self, files: Mapping[str, str], reference: Reference) -> None:
        self._files = files
        self._reference = reference
        self._loaded: dict[str, Script] = {}

    def today(self) -> ScriptTexts:
        """The script new sittings begin on. Raises ScriptError if it has a mistake in it."""
        script = self._load(self._files)
        check_script(script, self._reference)
        self._loaded[script.digest] = script
        return ScriptTexts(script.digest, script.id, script.version, script.files)

    def of(self, script_hash: str, texts: Callable[[str], ScriptTexts]) -> Script:
        """The script of this hash, as the vault kept it."""
        if script_hash not in self._loaded:
            self._loaded[script_hash] = self._load(texts(script_hash).files)
        return self._loaded[script_hash]

    def read(self, files: Mapping[str, str]) -> Script:
        """A script that came from elsewhere. Raises ScriptError."""
        return self._load(files)

    def _load(self, files: Mapping[str, str]) -> Script:
        return with_worked_out(load_script(files), self._reference.clocks)
