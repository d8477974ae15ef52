"""A copy as one HTML file: no script, nothing fetched, nothing anybody typed becomes a tag; made to be printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from bcst_tui.export.document import NO_WORDS, Copy, ListLine, words_or_dash

STYLE = """
@page { margin: 18mm; }
html { color-scheme: light; background: #fff; color: #111; }
body { font: 100%/1.5 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; max-width: 42rem;
  margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.6rem 0 .4rem;
  border-bottom: 1px solid #767676; break-after: avoid; }
p { margin: .4rem 0; }
ul { margin: .2rem 0; padding-left: 1.3rem; }
ul ul { font-size: .95em; }
li { margin: .2rem 0; break-inside: avoid; }
.banner { font-weight: bold; border: 2px solid #111; padding: .3rem .6rem; }
body.large { font-size: 150%; max-width: 60rem; }
@media print { body { font-size: 11pt; max-width: none; padding: 0; } body.large { font-size: 18pt; } }
"""
ON_EVERY_PAGE = """
@media print {
  body::before, body::after { content: attr(data-mark); position: fixed; left: 0; right: 0; text-align: center;
    font-size: 9pt; font-weight: bold; }
  body::before { top: -12mm; }
  body::after { bottom: -12mm; }
}
"""
"""Added where there is a banner: paper that falls apart still says on each page what it is."""
BULLET = "• "


def render(copy: Copy) -> str:
    """The whole copy as a page of its own."""
    return "\n".join((*_head(copy), _body_tag(copy), "<main>", *_body(copy), "</main>", "</body>", "</html>")) + "\n"


def seen(copy: Copy) -> str:
    """The words a reader of the page sees, a line for each heading, paragraph and point."""
    lines: list[str] = []
    for words in filter(None, (copy.banner, copy.title or NO_WORDS, *copy.opening)):
        lines += [words_or_dash(words), ""]
    lines += _points(copy.facts)
    for section in copy.sections:
        lines += ["", words_or_dash(section.heading), ""]
        lines += _points(section.lines) if section.lines else [words_or_dash(section.if_empty)]
    if copy.banner:
        lines += ["", words_or_dash(copy.banner)]
    return "\n".join(lines) + "\n"


def _points(lines: Sequence[ListLine]) -> list[str]:
    return [f"{'  ' * line.depth}{BULLET}{words_or_dash(line.text)}" for line in lines]


def _head(copy: Copy) -> Iterator[str]:
    style = STYLE + ON_EVERY_PAGE if copy.banner else STYLE
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    if copy.banner:
        yield '<meta name="training" content="true">'
    yield f"<title>{_words(f'{copy.banner}: {copy.title}' if copy.banner else copy.title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _body_tag(copy: Copy) -> str:
    large = ' class="large"' if copy.is_large else ""
    mark = f' data-mark="{_words(copy.banner)}"' if copy.banner else ""
    return f"<body{large}{mark}>"


def _body(copy: Copy) -> Iterator[str]:
    if copy.banner:
        yield _banner(copy)
    yield f"<h1>{_words(copy.title)}</h1>"
    for paragraph in copy.opening:
        yield f"<p>{_words(paragraph)}</p>"
    yield from _list(copy.facts)
    for section in copy.sections:
        yield f"<h2>{_words(section.heading)}</h2>"
        if section.lines:
            yield from _list(section.lines)
        else:
            yield f"<p>{_words(section.if_empty)}</p>"
    if copy.banner:
        yield _banner(copy)


def _banner(copy: Copy) -> str:
    return f'<p class="banner">{_words(copy.banner)}</p>'


def _list(lines: Sequence[ListLine]) -> Iterator[str]:
    """Points, and the points beneath each as a list within it."""
    if not lines:
        return
    yield "<ul>"
    for point, beneath in _with_what_is_beneath(lines):
        yield f"<li>{_words(point.text)}"
        yield from _list(beneath)
        yield "</li>"
    yield "</ul>"


def _with_what_is_beneath(lines: Sequence[ListLine]) -> Iterator[tuple[ListLine, Sequence[ListLine]]]:
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].depth > lines[start].depth:
            end += 1
        yield lines[start], lines[start + 1 : end]
        start = end


def _words(text: str) -> str:
    return escape(words_or_dash(text))
