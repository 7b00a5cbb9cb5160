"""What of an article's source its text leaves out, and where it stood. Django-free."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from claims.timeline.values import LeftOut, Paragraph

_MARKUP = re.compile(r"<[a-z!/][^>]*>", re.I)


def left_out(
    source: str, runs: Sequence[Sequence[int]], paragraphs: Sequence[Paragraph]
) -> tuple[LeftOut, ...]:
    """The gaps between the runs, each before the paragraph that follows it; code of a web page is no words."""
    starts = [0, *accumulate(len(paragraph.text) + len(paragraph.gap) for paragraph in paragraphs)]
    pieces = [
        LeftOut(before=min(bisect_left(starts, place), len(paragraphs)), text=text.strip())
        for place, text in _gaps(source, runs)
        if text.strip() and not _MARKUP.search(text)
    ]
    return tuple(pieces)


def _gaps(source: str, runs: Sequence[Sequence[int]]) -> Iterator[tuple[int, str]]:
    """Each stretch of the source that is not kept, with the offset in the text where it would stand."""
    place = 0
    for before, after in pairwise([(0, 0), *((run[0], run[1]) for run in runs), (len(source), len(source))]):
        place += before[1] - before[0]
        yield place, source[before[1] : after[0]]
