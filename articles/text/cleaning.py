"""A text without page furniture and without second copies of its body, every character still at its place.

This module leaves things out and keeps the account; what is furniture and what is a copy is decided in ``judging``
and ``doubles``. Nothing is rewritten: characters are kept in their order or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.text.doubles import doubled_spans
from articles.text.judging import furniture_spans

Span = tuple[int, int]
Runs = tuple[Span, ...]
BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # where str.splitlines splits
BREAK = re.compile(rf"\r\n|[{BREAKS}]")
BLANK_LINES = re.compile(rf"(?:[^\S{BREAKS}]*(?:\r\n|[{BREAKS}]))*")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text and where it comes from: ``"".join(source[start:end] for start, end in runs) == text``.

    ``runs`` are half open, in code points of the source, in order, not empty and not touching each other.
    """

    text: str
    runs: Runs


def clean(source: str) -> Cleaned:
    """The source without furniture, without further copies of its body and without outer blanks.

    Taking something out can bring forth more to take out (a label that now has nothing below it), so the steps are
    repeated until nothing changes; cleaning a clean text therefore changes nothing. Pages take two or three rounds.
    """
    cleaned = _without(Cleaned(source, ((0, len(source)),)), [])
    while True:
        shorter = _without(cleaned, furniture_spans(cleaned.text))
        shorter = _without(shorter, doubled_spans(shorter.text))
        if shorter == cleaned:
            return cleaned
        cleaned = shorter


def to_source(runs: Sequence[Sequence[int]], start: int, end: int) -> Runs:
    """A span of the clean text as pieces of its source, in order; touching pieces are one."""
    return _composed(runs, [(start, end)])


def _without(cleaned: Cleaned, spans: Sequence[Span]) -> Cleaned:
    kept = _stripped(cleaned.text, _gaps(len(cleaned.text), _widened(cleaned.text, spans)))
    text = "".join(cleaned.text[start:end] for start, end in kept)
    return Cleaned(text, _composed(cleaned.runs, kept))


def _composed(runs: Sequence[Sequence[int]], spans: Iterable[Span]) -> Runs:
    """Spans of the text that the runs make up (in order), as pieces of what the runs point into."""
    pieces: list[Span] = []
    index = offset = 0  # offset: where in the text the run at index begins
    for start, end in spans:
        while index < len(runs) and start < end:
            first, last = runs[index]
            length = last - first
            if start < offset + length:
                stop = min(end, offset + length)
                _add(pieces, first + start - offset, first + stop - offset)
                start = stop
            if start >= offset + length:
                offset += length
                index += 1
    return tuple(pieces)


def _add(pieces: list[Span], start: int, end: int) -> None:
    if pieces and pieces[-1][1] == start:
        pieces[-1] = (pieces[-1][0], end)
    elif start < end:
        pieces.append((start, end))


def _gaps(length: int, spans: Iterable[Span]) -> Iterator[Span]:
    """What the spans leave of a text of that length."""
    at = 0
    for start, end in spans:
        if at < start:
            yield at, start
        at = end
    if at < length:
        yield at, length


def _stripped(text: str, kept: Iterable[Span]) -> list[Span]:
    """The pieces without the blanks before the first and after the last letter that is kept."""
    pieces = list(kept)
    filled = [index for index, (start, end) in enumerate(pieces) if not text[start:end].isspace()]
    if not filled:
        return []
    pieces = pieces[filled[0] : filled[-1] + 1]
    start, end = pieces[0]
    pieces[0] = (end - len(text[start:end].lstrip()), end)
    start, end = pieces[-1]
    pieces[-1] = (start, start + len(text[start:end].rstrip()))
    return pieces


def _widened(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans with the blanks that would stand alone without them: whole lines go with their line ends."""
    for block in _blocks(text, spans):
        start, end = block[0][0], block[-1][1]
        before, after = _blanks_before(text, start), _blanks_after(text, end)
        opens = before == 0 or text[before - 1] in BREAKS
        closes = after == len(text) or text[after] in BREAKS
        if opens and closes:
            yield before, _after_lines(text, before, after)
        elif opens:
            yield start, after
        elif closes:
            yield before, after
        else:
            yield from _widened_inside(text, block, before, after)


def _blocks(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Spans that have nothing but blanks between them, together."""
    block: list[Span] = []
    for span in spans:
        if block and text[block[-1][1] : span[0]].strip():
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def _widened_inside(text: str, block: list[Span], before: int, after: int) -> Iterator[Span]:
    """A block with text on both sides: one stretch of blanks stays between them, with a line end if there was one."""
    edges = [
        (before, block[0][0]),
        *((a[1], b[0]) for a, b in zip(block, block[1:], strict=False)),
        (block[-1][1], after),
    ]
    kept = next((edge for edge in edges if BREAK.search(text, *edge)), None)
    kept = kept or max(edges, key=lambda edge: edge[1] - edge[0])
    if before < kept[0]:
        yield before, kept[0]
    if kept[1] < after:
        yield kept[1], after


def _blanks_before(text: str, at: int) -> int:
    while at and text[at - 1].isspace() and text[at - 1] not in BREAKS:
        at -= 1
    return at


def _blanks_after(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace() and text[at] not in BREAKS:
        at += 1
    return at


def _after_lines(text: str, start: int, end: int) -> int:
    """The end of a block of whole lines: its line end, and the blank lines below when blank lines stand above."""
    broken = BREAK.match(text, end)
    end = broken.end() if broken else end
    if not _is_blank_above(text, start):
        return end
    below = BLANK_LINES.match(text, end)
    return below.end() if below else end


def _is_blank_above(text: str, start: int) -> bool:
    """Whether the line above the one that begins here is blank, or there is none."""
    if start == 0:
        return True
    line_end = start - 2 if text[max(0, start - 2) : start] == "\r\n" else start - 1
    before = _blanks_before(text, line_end)
    return before == 0 or text[before - 1] in BREAKS
