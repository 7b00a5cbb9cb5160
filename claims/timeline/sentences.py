"""Where the sentences around a wording begin and end, and which of their words play which part.

A small rule serves here, since it only frames a quotation for the eye; extraction has its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from claims.timeline.values import Fragment, Role

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LINE_END = re.compile(r"\n\s*")
# Code points. Lines that somebody wrapped by hand or by a mail program are shorter; a longer one is a paragraph.
_LONGEST_WRAPPED_LINE = 100
# A full stop, the marks that close with it (French ones after a no-break space), a blank, and what can begin a sentence.
_SENTENCE_BREAK = re.compile(
    r"[.!?…]+(?:[\u00a0\u202f]?[»«”“\"’')\]›])*\s+(?=[\"«»„“‘‚‹(\[¿¡—–-]*\s?[^\W_a-zà-öø-ÿ])"
)
_QUOTATION = re.compile(r"«[^«»]*»|»[^«»]*«|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"")
# Before a full stop that ends no sentence: an initial, a short number (an ordinal in German), a shortened word.
_SHORTENED = re.compile(
    r"(?:^|[\s(«„“\"'’.-])(?:[^\W\d_]|\d{1,2}|M[mr]e?|Mrs|Ms|MM|Mlle|Dr|Prof|St|Ste|Hr|Fr|Nr|Abs|Art|bzw|ca|vgl|evtl|etc|usw|Jr|Sr|Gen|Col|Sen|Rep|Gov|Inc|Ltd|Co|vs|No)\.$"
)
# A quotation longer than this is let break: its marks may be stray ones that have nothing to do with each other.
_LONGEST_QUOTATION = 600
# A cue or source further from the content than this many characters is not worth showing all that lies between.
_REACH = 300
_PRECEDENCE: tuple[Role, ...] = ("cue", "source", "content")


@lru_cache(maxsize=128)  # texts; a story frames many wordings of each of its articles
def paragraphs(text: str) -> tuple[tuple[int, int, int], ...]:
    """Start and end of each paragraph, and the start of the next.

    Blank lines part the paragraphs of a text whose lines are wrapped; in any other, every end of a line does.
    """
    is_wrapped = all(len(line) <= _LONGEST_WRAPPED_LINE for line in text.split("\n"))
    parts = []
    start = 0
    for match in (_BLANK_LINE if is_wrapped else _LINE_END).finditer(text):
        parts.append((start, match.start(), match.end()))
        start = match.end()
    return (*parts, (start, len(text), len(text))) if start < len(text) else tuple(parts)


def surroundings(text: str, content: Sequence[Span], others: Sequence[Span] = ()) -> Span:
    """The whole sentences that hold a content and, of the other spans, those that stand close to it."""
    start, end = min(start for start, _ in content), max(end for _, end in content)
    near = [span for span in others if start - span[1] <= _REACH and span[0] - end <= _REACH]
    own = {_paragraph(text, start), _paragraph(text, end - 1)}
    near = [span for span in near if _paragraph(text, span[0]) in own]
    start, end = min([start, *(span[0] for span in near)]), max([end, *(span[1] for span in near)])
    return _start_of_sentence(text, start), _end_of_sentence(text, end)


def fragments(
    text: str, window: Span, parts: Sequence[tuple[Role, Span]], hedges: Sequence[Span] = ()
) -> tuple[Fragment, ...]:
    """Cut a window of the text by the parts its words play; joined, the fragments are the window."""
    spans = [*(span for _, span in parts), *hedges]
    cuts = {*window, *(min(max(point, window[0]), window[1]) for span in spans for point in span)}
    cut: list[Fragment] = []
    points = sorted(cuts)
    for start, end in zip(points, points[1:], strict=False):
        role, is_hedge = _role_at(start, parts), any(first <= start < last for first, last in hedges)
        if cut and (cut[-1].role, cut[-1].is_hedge) == (role, is_hedge):
            cut[-1] = Fragment(cut[-1].text + text[start:end], role, is_hedge)
        else:
            cut.append(Fragment(text[start:end], role, is_hedge))
    return tuple(cut)


def _role_at(point: int, parts: Sequence[tuple[Role, Span]]) -> Role:
    roles = {role for role, (start, end) in parts if start <= point < end}
    return next((role for role in _PRECEDENCE if role in roles), "")


def _start_of_sentence(text: str, point: int) -> int:
    return max((start for start, _ in _sentences(text, around=point) if start <= point), default=point)


def _end_of_sentence(text: str, point: int) -> int:
    return min((end for _, end in _sentences(text, around=point - 1) if end >= point), default=point)


def _sentences(text: str, around: int) -> Iterator[Span]:
    """The sentences of the paragraph that a point lies in, without the blanks between them."""
    start, end = _paragraph(text, around)
    quotations = [match.span() for match in _QUOTATION.finditer(text, start, end)]
    begin = start
    for match in _SENTENCE_BREAK.finditer(text, start, end):
        if _ends_sentence(text, match, begin, quotations):
            yield begin, match.start() + len(match.group().rstrip())
            begin = match.end()
    yield begin, max(begin, start + len(text[start:end].rstrip()))


def _ends_sentence(text: str, match: re.Match[str], begin: int, quotations: Sequence[Span]) -> bool:
    if any(
        start < match.end() - 1 < end - 1 and end - start < _LONGEST_QUOTATION for start, end in quotations
    ):
        return False
    marks = match.group().rstrip()
    return marks != "." or not _SHORTENED.search(text[max(begin, match.start() - 12) : match.start() + 1])


def _paragraph(text: str, point: int) -> Span:
    """The paragraph that a point lies in, or that ends before it."""
    parts = paragraphs(text)
    start, end, _ = parts[max(0, bisect_right(parts, point, key=itemgetter(0)) - 1)]
    return start, end
