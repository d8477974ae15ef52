"""What holds for every test of the screens: styles are parsed once, however many apps wear them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet


@pytest.fixture(scope="session", autouse=True)
def styles_parsed_once() -> Iterator[None]:
    """Every app starts with a stylesheet of its own, which would parse the same thousand rules again."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[Any, ...], Any] = {}

    def once(stylesheet: Stylesheet, *given: Any, **named: Any) -> Any:
        of = (*stylesheet._variables.values(), *given, *named.values())
        if of not in parsed:
            parsed[of] = parse(stylesheet, *given, **named)
        return parsed[of]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield
