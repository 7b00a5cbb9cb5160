"""Who has a lane of the chart, and which claims sit where in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.timeline.chart.labels import wrapped
from claims.timeline.chart.periods import Period
from claims.timeline.chart.values import Lane
from claims.timeline.values import ClaimLine, SpeakerLine

MOST_LANES = 20  # beyond, those who said least share one lane
NAME = 19  # letters of a line of a name

Seat = tuple[int, int]  # lane, column


def lanes_of(claims: Sequence[ClaimLine]) -> tuple[list[SpeakerLine | None], int]:
    """The speakers in the order of first speaking, and how many beyond the last lane share one more."""
    counts = Counter(claim.speaker for claim in claims)
    order = list(dict.fromkeys(claim.speaker for claim in claims))
    if len(order) <= MOST_LANES:
        return order, 0
    kept = {speaker for speaker, _ in counts.most_common(MOST_LANES - 1)}
    return [speaker for speaker in order if speaker in kept], len(order) - len(kept)


def seats_of(
    claims: Iterable[ClaimLine], speakers: Sequence[SpeakerLine | None], spans: Sequence[Period]
) -> dict[Seat, list[ClaimLine]]:
    """The claims of each lane in each column; those without a lane of their own stand in the one after the last."""
    lanes = {speaker: index for index, speaker in enumerate(speakers)}
    seats: dict[Seat, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        column = next(index for index, span in enumerate(spans) if span.holds(claim.when))
        seats[lanes.get(claim.speaker, len(speakers)), column].append(claim)
    return dict(seats)


def lane_rows(
    speakers: Sequence[SpeakerLine | None],
    others: int,
    tops: Sequence[float],
    heights: Sequence[float],
    seats: Mapping[Seat, Sequence[ClaimLine]],
) -> tuple[Lane, ...]:
    counts = Counter(dict.fromkeys(range(len(tops)), 0))
    for (lane, _), own in seats.items():
        counts[lane] += len(own)
    rows = [*((speaker, 0) for speaker in speakers), *([(None, others)] if others else [])]
    return tuple(
        Lane(
            speaker,
            shared,
            wrapped(speaker.name, NAME) if speaker else (),
            tops[lane],
            heights[lane],
            counts[lane],
        )
        for lane, (speaker, shared) in enumerate(rows)
    )
