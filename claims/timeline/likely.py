"""Which other claims of a story an editor may mean: the likeliest first, or those that answer to a search."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.compare import Wording, compare
from claims.timeline.filtering import Filters, select
from claims.timeline.values import ClaimLine

MOST = 20  # offered at once; for others there is the search
COMPARED = 300  # claims whose wordings are read; a story of more offers its nearest by speaker and day
WORDINGS = 3  # of each claim, compared with those of the other
SAME_SPEAKER = 0.25  # likeness that having one speaker is worth: one speaker mostly says several things


def likely(
    claim: ClaimLine, others: Sequence[ClaimLine], *, words: str = "", same_stance: bool = True
) -> tuple[ClaimLine, ...]:
    """At most `MOST` of the other living claims; with `words`, only those that answer to them."""
    possible = [
        one
        for one in others
        if one.id != claim.id and not one.retired and (one.stance == claim.stance or not same_stance)
    ]
    if words.strip():
        possible = list(select(possible, Filters(words=words)).claims)
    near = sorted(possible, key=lambda one: _distance(claim, one))[:COMPARED]
    return tuple(sorted(near, key=lambda one: (-_likeness(claim, one), one.id))[:MOST])


def _distance(claim: ClaimLine, other: ClaimLine) -> tuple[object, ...]:
    return other.speaker != claim.speaker, other.said_on != claim.said_on, -other.reports, other.id


def _likeness(claim: ClaimLine, other: ClaimLine) -> float:
    best = max(
        (
            compare(Wording(one.language, one.content), Wording(two.language, two.content)).score
            for one in claim.evidence[:WORDINGS]
            for two in other.evidence[:WORDINGS]
        ),
        default=0.0,
    )
    return best + SAME_SPEAKER * (claim.speaker is not None and claim.speaker == other.speaker)
