"""How the private part was, as somebody leaves it: said or not, and counted with no key to them (section 6)."""

from __future__ import annotations

from typing import Literal, get_args

HowWas = Literal["ok", "so_so", "hard"]
HOW_WAS: tuple[HowWas, ...] = get_args(HowWas)
