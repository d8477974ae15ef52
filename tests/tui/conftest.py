"""What holds for every test of the screens: styles are parsed once, and no frame is drawn for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tui import sparing


@pytest.fixture(scope="session", autouse=True)
def apps_spared() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        sparing.styles_parsed_once(patch)
        sparing.frames_left_out(patch)
        yield
