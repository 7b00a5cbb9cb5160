"""What stands together in a story's list: each denial beside what it denies. Django-free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.extraction.when import NEVER, When
from claims.timeline.standing import LinkLine
from claims.timeline.values import ClaimLine

MOST_TOGETHER = 20  # claims of one entry; more would part the list's pages far too unevenly
MOST_BRIEF = 3  # claims of other days that an entry tells in a line; the claim's own page has them all


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim, or a dispute: what is denied and its denials, side by side.

    A claim whose counterpart stands under another day, or was filtered out, has it in a line: ``denied_elsewhere`` are
    claims that one of ``denials`` denies, ``denied_by_elsewhere`` denials of one of ``said``; ``more`` counts the rest.
    """

    when: When | None
    said: tuple[ClaimLine, ...]
    denials: tuple[ClaimLine, ...] = ()
    denied_elsewhere: tuple[LinkLine, ...] = ()
    denied_by_elsewhere: tuple[LinkLine, ...] = ()
    more: int = 0

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        return (*self.said, *self.denials)

    @property
    def number_denied(self) -> int:
        return len(self.said) + len(self.denied_elsewhere)

    @property
    def stance_denied(self) -> str:
        return self.said[0].stance if self.said else self.denied_elsewhere[0].stance

    @property
    def is_dispute(self) -> bool:
        return len(self.claims) > 1 or bool(self.denied_elsewhere or self.denied_by_elsewhere)

    def denied_wholly_by(self, claim: ClaimLine) -> int:
        """How many claims stand on the side of what is denied, when this one denies several, each of them and no other; else 0."""
        said = {one.id for one in self.said} | {link.claim_id for link in self.denied_elsewhere}
        return len(said) if len(said) > 1 and said == {link.claim_id for link in claim.denies} else 0

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(claim.id for claim in self.claims)


def one_by_one(claims: Iterable[ClaimLine]) -> list[Entry]:
    """Each claim an entry of its own, whatever it denies."""
    return [Entry(claim.when, (claim,)) for claim in claims]


def entries_of(claims: Sequence[ClaimLine]) -> list[Entry]:
    """The list of these claims by time, disputes first in each; claims keep their order otherwise.

    A claim whose day is unknown stands under the day of the dispute that it belongs to: there a reader looks for it.
    Those of different known times stay apart, and name one another: a month is none of its days.
    """
    listed_under = _listed_under(claims)
    times: dict[When | None, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        times[listed_under.get(claim.id)].append(claim)
    return [
        entry
        for when in sorted(times, key=lambda when: when or NEVER)
        for entry in sorted(_of_time(when, times[when]), key=lambda entry: not entry.is_dispute)
    ]


def _listed_under(claims: Sequence[ClaimLine]) -> dict[int, When]:
    """The time of each claim by its id, handed on from claim to claim along denials to those of no known day."""
    by_id = {claim.id: claim for claim in claims}
    dated = sorted((claim.when, claim.id) for claim in claims if claim.when)
    found = {pk: when for when, pk in dated}
    reached = [pk for _, pk in dated]
    for pk in reached:  # it grows while we walk
        for link in _disputing(by_id[pk]):
            if link.claim_id in by_id and link.claim_id not in found:
                found[link.claim_id] = found[pk]
                reached.append(link.claim_id)
    return found


def _disputing(claim: ClaimLine) -> Iterable[LinkLine]:
    return (link for link in claim.links if link.how in ("denies", "denied-by"))


def _of_time(when: When | None, claims: Sequence[ClaimLine]) -> list[Entry]:
    """The entries of one time, in the order of their first claims."""
    left = {claim.id: claim for claim in claims}
    order = {claim.id: place for place, claim in enumerate(claims)}
    entries = []
    for claim in claims:
        if claim.id in left:
            together = sorted(_taken_together(claim, left), key=lambda one: order[one.id])
            entries.append(_entry(when, together))
    return entries


def _taken_together(first: ClaimLine, left: dict[int, ClaimLine]) -> list[ClaimLine]:
    """Take out of those left a claim and all that is tied to it by denials, nearest first, as many as find room."""
    found = [left.pop(first.id)]
    for claim in found:  # it grows while we walk
        for link in _disputing(claim):
            if link.claim_id in left and len(found) < MOST_TOGETHER:
                found.append(left.pop(link.claim_id))
    return found


def _entry(when: When | None, claims: Sequence[ClaimLine]) -> Entry:
    denials = [claim for claim in claims if claim.denies]
    said = [claim for claim in claims if not claim.denies]
    if (
        denials and not said and len(denials) > 1
    ):  # they deny one another: the first stands for what is denied
        said, denials = denials[:1], denials[1:]
    here = {claim.id for claim in claims}
    denied = _elsewhere(denials, "denies", here)
    denied_by = _elsewhere(said, "denied-by", here)
    return Entry(
        when=when,
        said=tuple(said),
        denials=tuple(denials),
        denied_elsewhere=denied[:MOST_BRIEF],
        denied_by_elsewhere=denied_by[:MOST_BRIEF],
        more=max(0, len(denied) - MOST_BRIEF) + max(0, len(denied_by) - MOST_BRIEF),
    )


def _elsewhere(claims: Iterable[ClaimLine], how: str, here: set[int]) -> tuple[LinkLine, ...]:
    links = (link for claim in claims for link in claim.links if link.how == how)
    return tuple({link.claim_id: link for link in links if link.claim_id not in here}.values())
