"""Every screen of training is marked, and none of real cases."""

from __future__ import annotations

import importlib
import pkgutil

from textual.screen import Screen

import bcst_tui.tui
from bcst_tui.tui.widgets.watermark import Marked

BASE = "bcst_tui.tui.widgets.watermark"


def screens(of: type[Screen[object]] = Screen) -> set[type[Screen[object]]]:
    return {of} | {one for below in of.__subclasses__() for one in screens(below)}


def test_every_screen_and_window_there_is_comes_from_the_marked_ones() -> None:
    for module in pkgutil.walk_packages(bcst_tui.tui.__path__, "bcst_tui.tui."):
        importlib.import_module(module.name)
    ours = {one for one in screens() if one.__module__.startswith("bcst_tui.tui.") and one.__module__ != BASE}
    assert len(ours) > 40
    assert [one.__name__ for one in ours if not issubclass(one, Marked)] == []
