"""Who has a lane of the chart, and which claims sit where in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.timeline.chart.labels import wrapped
from claims.timeline.chart.periods import Period
from claims.timeline.chart.values import Lane, Owner
from claims.timeline.values import ClaimLine

MOST_LANES = 20  # beyond, those with the fewest claims share one lane
NAME = 19  # letters of a line of a name

Seat = tuple[int, int]  # lane, column
OwnerOf = Callable[[ClaimLine], Owner | None]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Whose lanes there are, in the order of first speaking; `others` share one more below them."""

    owners: tuple[Owner | None, ...]
    others: int
    owner_of: OwnerOf

    @property
    def number(self) -> int:
        return len(self.owners) + bool(self.others)

    def place(self, claim: ClaimLine) -> int:
        """The index of the claim's lane; those without a lane of their own stand in the one after the last."""
        owner = self.owner_of(claim)
        return self.owners.index(owner) if owner in self.owners else len(self.owners)


def lanes_of(claims: Sequence[ClaimLine], owner_of: OwnerOf) -> Lanes:
    counts = Counter(map(owner_of, claims))
    order = tuple(counts)
    if len(order) <= MOST_LANES:
        return Lanes(order, 0, owner_of)
    kept = {owner for owner, _ in counts.most_common(MOST_LANES - 1)}
    return Lanes(tuple(owner for owner in order if owner in kept), len(order) - len(kept), owner_of)


def seats_of(
    claims: Iterable[ClaimLine], lanes: Lanes, spans: Sequence[Period]
) -> dict[Seat, list[ClaimLine]]:
    """The claims of each lane in each column."""
    seats: dict[Seat, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        column = next(index for index, span in enumerate(spans) if span.holds(claim.when))
        seats[lanes.place(claim), column].append(claim)
    return dict(seats)


def lane_rows(
    lanes: Lanes, tops: Sequence[float], heights: Sequence[float], seats: Mapping[Seat, Sequence[ClaimLine]]
) -> tuple[Lane, ...]:
    counts = Counter(dict.fromkeys(range(len(tops)), 0))
    for (lane, _), own in seats.items():
        counts[lane] += len(own)
    rows = [*((owner, 0) for owner in lanes.owners), *([(None, lanes.others)] if lanes.others else [])]
    return tuple(
        Lane(
            owner,
            shared,
            wrapped(owner.name, NAME) if owner else (),
            tops[lane],
            heights[lane],
            counts[lane],
        )
        for lane, (owner, shared) in enumerate(rows)
    )
