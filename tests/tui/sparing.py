"""What every app of the tests would do again and again, done once or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

_parsed: dict[tuple[Any, ...], Any] = {}


def styles_parsed_once(patch: pytest.MonkeyPatch) -> None:
    """Every app starts with a stylesheet of its own, which would parse the same thousand rules again."""
    parse = Stylesheet._parse_rules

    def once(stylesheet: Stylesheet, *given: Any, **named: Any) -> Any:
        of = (*stylesheet._variables.values(), *given, *named.values())
        if of not in _parsed:
            _parsed[of] = parse(stylesheet, *given, **named)
        return _parsed[of]

    patch.setattr(Stylesheet, "_parse_rules", once)


def frames_left_out(patch: pytest.MonkeyPatch) -> None:
    """No frame is drawn for a terminal, so long as nobody looks; what a test looks at is drawn as it looks."""

    def frame_for_nobody(compositor: Compositor, *given: Any, **named: Any) -> None:
        compositor._dirty_regions.clear()

    patch.setattr(Compositor, "render_update", frame_for_nobody)
