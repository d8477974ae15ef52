"""Three themes: dark, light, and one of the highest contrast. No meaning rests on their colours."""

from __future__ import annotations

from textual.theme import Theme

_SHARED = {"block-cursor-text-style": "bold"}

DARK = Theme(
    name="bcst-dark",
    dark=True,
    primary="#8fb8de",
    secondary="#7fa7a0",
    accent="#e3b877",
    foreground="#dfe3e8",
    background="#14181e",
    surface="#1a2028",
    panel="#232b35",
    success="#98c39a",
    warning="#e3b877",
    error="#e8a598",
    variables={
        **_SHARED,
        "border": "#8fb8de",
        "border-blurred": "#3b4653",
        "block-cursor-background": "#2d4a66",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#26313d",
        "block-cursor-blurred-foreground": "#dfe3e8",
        "quiet": "#98a3b0",
        "field": "#232b35",
        "field-focus": "#2d3b4a",
        "rule": "#313b47",
        "scrollbar": "#46525f",
        "scrollbar-hover": "#5b6978",
        "scrollbar-active": "#8fb8de",
        "scrollbar-background": "#1a2028",
        "scrollbar-background-hover": "#1a2028",
        "scrollbar-background-active": "#1a2028",
    },
)

LIGHT = Theme(
    name="bcst-light",
    dark=False,
    primary="#1f5380",
    secondary="#2f6a60",
    accent="#8a5500",
    foreground="#1d2329",
    background="#f7f5f0",
    surface="#fffdf9",
    panel="#e9e5dc",
    success="#2c6b35",
    warning="#8a5500",
    error="#9c2f1f",
    variables={
        **_SHARED,
        "border": "#1f5380",
        "border-blurred": "#b9b2a3",
        "block-cursor-background": "#cfe0ef",
        "block-cursor-foreground": "#10181f",
        "block-cursor-blurred-background": "#e3e6e6",
        "block-cursor-blurred-foreground": "#1d2329",
        "quiet": "#5b626a",
        "field": "#e9e5dc",
        "field-focus": "#dce7f1",
        "rule": "#d5cfc2",
        "scrollbar": "#b9b2a3",
        "scrollbar-hover": "#9c9484",
        "scrollbar-active": "#1f5380",
        "scrollbar-background": "#efebe3",
        "scrollbar-background-hover": "#efebe3",
        "scrollbar-background-active": "#efebe3",
    },
)

HIGH_CONTRAST = Theme(
    name="bcst-high-contrast",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#ffffff",
    warning="#ffff00",
    error="#ffff00",
    variables={
        **_SHARED,
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#ffffff",
        "block-cursor-blurred-foreground": "#000000",
        "quiet": "#ffffff",
        "field": "#333333",
        "field-focus": "#00417a",
        "rule": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffff00",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

THEMES = {"dark": DARK, "light": LIGHT, "high-contrast": HIGH_CONTRAST}
"""By the name a worker writes in settings.toml."""
