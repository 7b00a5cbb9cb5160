"""A text cut into pieces under the marks that lie over them, whatever way these nest, touch or cross. Django-free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.timeline.sentences import paragraphs
from claims.timeline.values import Mark, Paragraph, Piece


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark over `[start, end)`; a mark in several stretches is several of these."""

    start: int
    end: int
    mark: Mark


def cut(text: str, marked: Sequence[Marked]) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs of pieces; their texts and gaps joined are the text, and every mark is nested."""
    once: set[tuple[int, str]] = set()
    return tuple(
        Paragraph(pieces=tuple(_pieces(text, start, end, marked, once)), gap=text[end:following])
        for start, end, following in paragraphs(text)
    )


def _pieces(
    text: str, start: int, end: int, marked: Sequence[Marked], once: set[tuple[int, str]]
) -> Iterator[Piece]:
    inside = [one for one in marked if one.start < end and one.end > start]
    points = sorted(
        {start, end, *(min(max(point, start), end) for one in inside for point in (one.start, one.end))}
    )
    spans = list(zip(points, points[1:], strict=False))
    stack: list[Marked] = []
    for index, (begin, until) in enumerate(spans):
        active = [one for one in inside if one.start <= begin < one.end]
        kept = _still_open(stack, active)
        opened = sorted((one for one in active if one not in kept), key=_outermost_first)
        stack = kept + opened
        following = spans[index + 1][0] if index + 1 < len(spans) else end
        remaining = [one for one in inside if one.start <= following < one.end] if following < end else []
        closed = stack[len(_still_open(stack, remaining)) :]
        yield Piece(
            text=text[begin:until],
            marks=tuple(one.mark for one in stack),
            opens=tuple(_first_once(one.mark, once) for one in opened),
            closes=tuple(one.mark for one in reversed(closed)),
        )


def _still_open(stack: Sequence[Marked], active: Sequence[Marked]) -> list[Marked]:
    """The outer marks that stay open: those below the first one that has to be closed."""
    for depth, one in enumerate(stack):
        if one not in active:
            return list(stack[:depth])
    return list(stack)


def _outermost_first(one: Marked) -> tuple[int, int, bool, int]:
    """What ends last stands outermost, so that as little as possible is closed and opened again."""
    return -one.end, one.start, one.mark.role != "content", one.mark.attribution_id


def _first_once(mark: Mark, once: set[tuple[int, str]]) -> Mark:
    name = (mark.attribution_id, mark.role)
    is_first = name not in once
    once.add(name)
    return replace(mark, is_first=is_first)
