"""Which existing claim each group of sayings takes up: plain values in, plain values out, no database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claims.matching.linking import Group


@dataclass(frozen=True, slots=True)
class Known:
    """What stands already: the claim of each saying that has one, and what editors settled about them."""

    claim_of: Mapping[str, int]
    judged: Collection[int]  # claims that have a verdict
    pinned: Collection[str]  # sayings that an editor put where they are


@dataclass(frozen=True, slots=True)
class Seat:
    """The sayings of one claim to be. `claim` None is a new one.

    `group` is None for a claim that only keeps what it had: linking has nothing to say about it.
    """

    claim: int | None
    sayings: tuple[str, ...]
    group: Group | None


def assign(groups: Sequence[Group], known: Known) -> list[Seat]:
    """Seat every saying of the groups in exactly one claim.

    A group takes up the claim that it shares most sayings with, judged claims choosing first. A pinned saying stays
    in its claim whatever its group does, and so do the sayings of a judged claim that found no group: two claims that
    editors judged apart are never merged by a machine. A group that found no claim goes where most of its pinned
    sayings are, so that new wordings follow what an editor merged.
    """
    claim_of_group = _matched(groups, known)
    claim_of_group |= _following(groups, claim_of_group, known)
    unmatched = set(known.judged) - set(claim_of_group.values())
    kept: dict[int, list[str]] = defaultdict(list)
    seats = []
    for index, group in enumerate(groups):
        moving = []
        for key in group.sayings:
            claim = known.claim_of.get(key)
            if claim is not None and (key in known.pinned or claim in unmatched):
                kept[claim].append(key)
            else:
                moving.append(key)
        seats.append(Seat(claim_of_group.get(index), tuple(moving), group))
    return _with_kept(_one_a_claim(seats), kept)


def _following(groups: Sequence[Group], matched: Mapping[int, int], known: Known) -> dict[int, int]:
    """The claim of most pinned sayings for each group that no claim was left for; ties go to the older claim."""
    followed = {}
    for index, group in enumerate(groups):
        pins = Counter(
            known.claim_of[key] for key in group.sayings if key in known.pinned and key in known.claim_of
        )
        if index not in matched and pins:
            followed[index] = min(pins, key=lambda claim: (-pins[claim], claim))
    return followed


def _one_a_claim(seats: Sequence[Seat]) -> list[Seat]:
    """Groups that go to one claim sit there together; the one of most sayings speaks for it."""
    together: dict[int, Seat] = {}
    result: list[Seat] = []
    for seat in seats:
        if seat.claim is None:
            result.append(seat)
        elif seat.claim in together:
            first = together[seat.claim]
            groups = [one for one in (first.group, seat.group) if one]
            speaking = max(groups, key=lambda one: (len(one.sayings), one.sayings), default=None)
            together[seat.claim] = Seat(seat.claim, (*first.sayings, *seat.sayings), speaking)
        else:
            together[seat.claim] = seat
    return result + list(together.values())


def _matched(groups: Sequence[Group], known: Known) -> dict[int, int]:
    """The claim of each group's index, one to one, by greatest overlap; ties go to the older claim.

    Pinned sayings do not count: they stay where they are and must not draw others after them. Groups with one come
    last, for they get to their claim even when another group has taken it.
    """
    shared: Counter[tuple[int, int]] = Counter()
    for index, group in enumerate(groups):
        shared.update(
            (index, known.claim_of[key])
            for key in group.sayings
            if key in known.claim_of and key not in known.pinned
        )

    pinned = {
        (index, known.claim_of[key])
        for index, group in enumerate(groups)
        for key in group.sayings
        if key in known.pinned and key in known.claim_of
    }

    def rank(pair: tuple[int, int]) -> tuple[bool, bool, int, int, str]:
        index, claim = pair
        return claim not in known.judged, pair in pinned, -shared[pair], claim, min(groups[index].sayings)

    matched: dict[int, int] = {}
    for index, claim in sorted(shared, key=rank):
        if index not in matched and claim not in matched.values():
            matched[index] = claim
    return matched


def _with_kept(seats: Sequence[Seat], kept: dict[int, list[str]]) -> list[Seat]:
    seated = [
        Seat(
            seat.claim,
            (*seat.sayings, *(kept.pop(seat.claim, []) if seat.claim is not None else [])),
            seat.group,
        )
        for seat in seats
    ]
    return [seat for seat in seated if seat.sayings] + [
        Seat(claim, tuple(keys), None) for claim, keys in sorted(kept.items())
    ]
