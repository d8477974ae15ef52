"""Answers glued together from everything a markup language gives a meaning to; the same every time."""

from __future__ import annotations

import random
from functools import cache

HOSTILE = (
    *("`", "```", "~~~", "~~", "*", "**", "_", "__", "\\", "\\\\", "|", "|---|", ":--", "--:", "<", ">", "> q"),
    *("[a](http://x.y)", "![i](http://x.y/z)", "[ref]", "[ref]: http://x.y", "[ ]", "[x]", "[^1]", "[^1]: n"),
    *("<b>", "<script>alert(1)</script>", "<!-- ", "-->", "<http://x.y>", "&lt;", "&#60;", "&amp;", "&"),
    *("#", "##", "# h", "h #", "+ a", "- a", "* a", "= =", "===", "---", "***", "1.", "1)", "999999999.", "1986. x"),
    *("www.example.com", "WWW.a.b", "example.com", "http://e.com", "hTTps://a.b/c?d=e", "ftp://e.com", "//e.com"),
    *("mailto:a@b.co", "a@b.com", "xmpp:a@b.c", "tel:123", "javascript:alert(1)", "data:text/html,x", "1.2.3.4:80"),
    *("localhost:80", "//localhost", "test.uk/path", "a.b.c.uk", "_e.com", "é.com", "x.io", "//", "/", "!", "("),
    *(":smile:", "$x$", "$$", "{.c}", "\t", "    ", "  ", " ", "\n", "\n\n", "\r\n", "\x85", "\xa0", "\u2028"),
    *(
        "</li>",
        "</ul><h1>",
        "<li",
        "<style>",
        "]]>",
        "<?php",
        "<img src=x onerror=y>",
        "&#x3c;",
        "&quot;",
        '"',
        "'",
        "\x0c",
    ),
    *("\u200b", "\u202e", "\x1b[31m", "\x07", "\x00", "\ud800", "a", "b", "é", "名前", "St. Mary's", "10:00", "£40"),
)


@cache
def hostile_answers(count: int) -> list[str]:
    dice = random.Random(20260303)
    return ["".join(dice.choice(HOSTILE) for _ in range(dice.randint(1, 6))) for _ in range(count)]
