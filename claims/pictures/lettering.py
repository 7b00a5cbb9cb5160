"""Text that is drawn: which letters the fonts have, and how a text is broken into lines.

Whoever writes a headline decides nothing here: what cannot be drawn is left out, what is too long is cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import font_source_sans_pro
import font_source_serif_pro
from PIL import ImageFont

LONGEST = 400  # code points of a text that are looked at; more never finds room
SERIF = font_source_serif_pro.font_files_ttf["SourceSerifProSemibold"]
SANS = font_source_sans_pro.font_files_ttf["SourceSansPro"]
SANS_BOLD = font_source_sans_pro.font_files_ttf["SourceSansProSemibold"]
Font = ImageFont.FreeTypeFont


@cache
def font(path: str, size: int) -> Font:
    # Basic layout: what the fonts have is written from left to right, letter by letter.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str:
    """A text as the fonts can write it: one line, no control characters; runs of other letters become an ellipsis."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    kept: list[str] = []
    for letter in text:
        if letter.isspace():
            kept.append(" ")
        elif unicodedata.category(letter)[0] == "C" or unicodedata.combining(letter):
            continue
        elif _has(letter):
            kept.append(letter)
        elif not kept or kept[-1] != "…":
            kept.append("…")
    return " ".join("".join(kept).split())


@cache
def _nothing() -> bytes:
    """What a font draws for a letter that it does not have."""
    return bytes(font(SERIF, 24).getmask("\uffff"))


@cache
def _has(letter: str) -> bool:
    return bytes(font(SERIF, 24).getmask(letter)) != _nothing()


def lines_of(text: str, own: Font, width: float, most: int) -> list[str]:
    """A text in at most so many lines, none wider than `width` pixels; a word that is wider is cut."""
    lines: list[str] = [""]
    for word in _pieces(drawable(text), own, width):
        longer = f"{lines[-1]} {word}".strip()
        if own.getlength(longer) <= width:
            lines[-1] = longer
        elif len(lines) == most:
            return [*lines[:-1], _cut(longer, own, width)]
        else:
            lines.append(word)
    return [line for line in lines if line]


def one_line(text: str, own: Font, width: float) -> str:
    return next(iter(lines_of(text, own, width, 1)), "")


def _pieces(text: str, own: Font, width: float) -> Iterator[str]:
    for word in text.split():
        rest = word
        while own.getlength(rest) > width:
            size = next(n for n in range(len(rest) - 1, 0, -1) if own.getlength(rest[:n]) <= width or n == 1)
            yield rest[:size]
            rest = rest[size:]
        yield rest


def _cut(line: str, own: Font, width: float) -> str:
    while line and own.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,;:–-.')}…"
