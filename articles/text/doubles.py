"""A body that a page prints twice: where the further copies stand. The first copy is the one to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.text.judging import is_byline

Span = tuple[int, int]
WORD = re.compile(r"\w+")
# Between the last word of a sentence and the first of the next; a copy may be glued to what stands before it.
# Not between the letters of "p.m.".
BOUNDARY = re.compile(r"[\n\r\u2028\u2029]|[.!?…:»”“\"]\W*(?:\s|[A-ZÀ-ÖØ-Þ])")
LONGEST_TITLE = 300  # characters of a line above a copy that can be its title or byline
OPENING = re.compile(r"(?:«[^\S\n]*|[„“‚‘(\"\['])+$")
CLOSING = re.compile(r"(?:[^\S\n]?[.!?…:;»”\"’“‘)\]])*")

# A copy is found by any twelve words that stand in the same order twice, and counts from fifty words on:
# in 1,800 news articles the longest sentences quoted twice had 36 words, and what was printed twice by mistake 107.
# In a short report two fifths of its words are enough: half would miss a second copy beside a title or a byline.
WORDS_THAT_FIND = 12
WORDS_THAT_COUNT = 50
SHARE_THAT_COUNTS = 0.4


def doubled_spans(text: str) -> list[Span]:
    """The places of second and further copies, with the bylines and repeated titles that introduce them."""
    words = [match.span() for match in WORD.finditer(text)]
    copies = list(_copies(text, words))
    lines = _first_places_of_lines(text) if copies else {}
    return [
        (
            _start_of_introduction(text, _start_of_copy(text, words[first][0]), lines),
            _end_of_copy(text, words[last - 1][1]),
        )
        for first, last in copies
    ]


def _copies(text: str, words: list[Span]) -> Iterator[tuple[int, int]]:
    """Whole sentences that repeat earlier ones: from the number of their first word to that after their last."""
    spelled = _numbered(text, words)
    next_boundary, last_boundary = _boundaries(text, words)
    needed = max(WORDS_THAT_FIND, min(WORDS_THAT_COUNT, int(len(words) * SHARE_THAT_COUNTS)))
    seen: dict[tuple[int, ...], int] = {}
    at = 0
    while at + WORDS_THAT_FIND <= len(words):
        earlier = seen.setdefault(tuple(spelled[at : at + WORDS_THAT_FIND]), at)
        length = _common(spelled, earlier, at)
        first, last = next_boundary[at], last_boundary[at + length]
        if last - first >= needed:
            yield first, last
            at = last
        else:  # onwards past what is known now: a step for each word looked at, so the time stays linear
            at += max(1, length - WORDS_THAT_FIND)


def _numbered(text: str, words: list[Span]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(text[start:end].casefold(), len(numbers)) for start, end in words]


def _common(spelled: list[int], earlier: int, later: int) -> int:
    """How many words the two places have in common, without running into each other."""
    length = 0
    most = min(later - earlier, len(spelled) - later)
    while length < most and spelled[earlier + length] == spelled[later + length]:
        length += 1
    return length


def _boundaries(text: str, words: list[Span]) -> tuple[list[int], list[int]]:
    """For each word (and the end) the nearest number at or after it, and at or before it, where a sentence begins."""
    count = len(words)
    begins = [
        index in (0, count) or BOUNDARY.search(text[words[index - 1][1] : words[index][0] + 1]) is not None
        for index in range(count + 1)
    ]
    after = [count] * (count + 1)
    for index in range(count - 1, -1, -1):
        after[index] = index if begins[index] else after[index + 1]
    before = [0] * (count + 1)
    for index in range(1, count + 1):
        before[index] = index if begins[index] else before[index - 1]
    return after, before


def _first_places_of_lines(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        places.setdefault(line.strip(), offset)
        offset += len(line)
    return places


def _start_of_copy(text: str, word: int) -> int:
    """Back to the start of the line, or over the opening marks of a sentence inside a line."""
    line = text.rfind("\n", 0, word) + 1
    if not WORD.search(text, line, word):
        return line
    opening = OPENING.search(text[max(line, word - 4) : word])
    return word - len(opening[0]) if opening else word


def _start_of_introduction(text: str, start: int, lines: dict[str, int]) -> int:
    """Back over the lines above that are a byline, or that stand further up in the same words."""
    while text[start - 1 : start] == "\n":
        floor = max(0, start - LONGEST_TITLE)
        above = text[floor:start].rstrip()
        line = above[above.rfind("\n") + 1 :]
        place = floor + len(above) - len(line)
        if not (is_byline(line) or lines.get(line.strip(), place) < place):
            break
        start = place
    return start


def _end_of_copy(text: str, end: int) -> int:
    closing = CLOSING.match(text, end)
    return closing.end() if closing else end
