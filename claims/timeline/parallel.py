"""The wordings of one claim laid side by side, with what each changes marked inside its words. Django-free.

All are measured by one wording, which stands first. What a wording leaves out has no words to be marked: it is told
below them, and so is what cannot be found in them any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.timeline.standing import ConflictLine, ConflictSide, DriftLine
from claims.timeline.values import ClaimLine, Evidence, Selector

GAP = " […] "  # between the pieces of a split wording


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand under the same drifts; ``ended`` are those whose last word this is, to be named behind it."""

    text: str
    drifts: tuple[DriftLine, ...] = ()
    ended: tuple[DriftLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Departing:
    """The side of a conflict that a wording stands on with fewer reports than the other."""

    conflict: ConflictLine
    side: ConflictSide


@dataclass(frozen=True, slots=True)
class Parallel:
    """One wording. ``told_below`` are drifts that have no words here to be marked: above all, what is left out."""

    wording: Evidence
    stretches: tuple[Stretch, ...]
    told_below: tuple[DriftLine, ...]
    departing: tuple[Departing, ...]
    is_measure: bool


def parallel_of(claim: ClaimLine) -> tuple[Parallel, ...]:
    """All wordings of a claim, the measure first, then by the day of publication."""
    references = Counter(drift.reference_id for drift in claim.drifts)
    measure = references.most_common(1)[0][0] if references else 0
    ordered = sorted(
        claim.evidence,
        key=lambda one: (one.attribution_id != measure, str(one.published or "9999"), one.attribution_id),
    )
    return tuple(
        _parallel(one, claim, is_measure=one.attribution_id == measure and len(ordered) > 1)
        for one in ordered
    )


def _parallel(wording: Evidence, claim: ClaimLine, *, is_measure: bool) -> Parallel:
    own = [drift for drift in claim.drifts if drift.attribution_id == wording.attribution_id]
    stretches = tuple(_stretches(wording, own))
    named = {id(drift) for stretch in stretches for drift in stretch.ended}
    return Parallel(
        wording=wording,
        stretches=stretches,
        told_below=tuple(drift for drift in own if id(drift) not in named),
        departing=departing(claim.conflicts, wording.attribution_id),
        is_measure=is_measure,
    )


def _stretches(wording: Evidence, drifts: Sequence[DriftLine]) -> Iterator[Stretch]:
    """The words of a wording, cut where a drift begins or ends; joined, their texts are its content."""
    if not wording.content_pieces:
        yield Stretch(wording.content)
    for number, piece in enumerate(wording.content_pieces):
        if number:
            yield Stretch(GAP)
        yield from _cut(piece, drifts)


def _cut(piece: Selector, drifts: Sequence[DriftLine]) -> Iterator[Stretch]:
    """Places are code points of the article's text; what lies outside the piece is none of its business."""
    inside = [
        (max(start, piece.start), min(end, piece.end), drift)
        for drift in drifts
        for start, end in drift.places
        if start < piece.end and end > piece.start
    ]
    points = sorted({piece.start, piece.end, *(point for start, end, _ in inside for point in (start, end))})
    for start, end in zip(points, points[1:], strict=False):
        yield Stretch(
            text=piece.exact[start - piece.start : end - piece.start],
            drifts=_once(drift for first, last, drift in inside if first <= start < last),
            ended=_once(drift for _, last, drift in inside if last == end == _end_of(drift)),
        )


def _end_of(drift: DriftLine) -> int:
    """Where the last of its words ends: a drift of several places is named once."""
    return max(end for _, end in drift.places)


def _once(drifts: Iterable[DriftLine]) -> tuple[DriftLine, ...]:
    return tuple({id(drift): drift for drift in drifts}.values())


def departing(conflicts: Iterable[ConflictLine], attribution_id: int) -> tuple[Departing, ...]:
    """The conflicts in which a wording stands with the fewer reports; of as many, with the second side."""
    return tuple(_departing(conflicts, attribution_id))


def _departing(conflicts: Iterable[ConflictLine], attribution_id: int) -> Iterator[Departing]:
    for conflict in conflicts:
        most = max((side.reports for side in conflict.sides), default=0)
        for number, side in enumerate(conflict.sides):
            is_lesser = side.reports < most or (number > 0 and side.reports == most)
            if is_lesser and any(one.attribution_id == attribution_id for one in side.wordings):
                yield Departing(conflict, side)
