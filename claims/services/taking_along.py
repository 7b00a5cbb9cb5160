"""What editors decided about the links and conflicts of a claim goes along to the one that has its words now."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from claims.models import Claim, Conflict, Link, Origin


def take_word_along(emptied: Iterable[Claim]) -> None:
    """Of claims that a machine emptied, to the one that took all their words.

    Where the words are in several claims, nobody can say whose it is. What has no place at the other claim stays where
    it is, for the words may come back.
    """
    for claim in emptied:
        successors = list(claim.joined_into.all()[:2])
        if len(successors) == 1:
            take_links_along(claim, successors[0], for_good=False)
            take_conflicts_along(claim, successors[0], for_good=False)


def take_links_along(claim: Claim, into: Claim, *, for_good: bool = True) -> None:
    """Links that an editor made or rejected go to the claim that goes on, unless it has one of that kind.

    With ``for_good`` what has no place there is deleted.
    """
    for link in Link.objects.filter(Q(claim=claim) | Q(target=claim)):
        if link.origin == Origin.MACHINE and link.rejected_at is None:
            continue
        ends = link_ends(
            link.kind, *(into.pk if pk == claim.pk else pk for pk in (link.claim_id, link.target_id))
        )
        there = Link.objects.filter(claim_id=ends[0], target_id=ends[1], kind=link.kind)
        if ends[0] == ends[1] or there.exclude(origin=Origin.MACHINE, rejected_at=None).exists():
            if for_good:
                link.delete()
            continue
        there.delete()
        link.claim_id, link.target_id = ends
        link.save(update_fields=["claim", "target"])


def link_ends(kind: str, claim: int, target: int) -> tuple[int, int]:
    """The two claims in the order in which such a link is kept."""
    return (min(claim, target), max(claim, target)) if kind in Link.SYMMETRIC else (claim, target)


def take_conflicts_along(claim: Claim, into: Claim, *, for_good: bool = True) -> None:
    """Conflicts that an editor settled or rejected go along, unless one is decided there; sides follow their ends."""
    decided = Q(rejected_at__isnull=False) | Q(settled_at__isnull=False)
    for conflict in Conflict.objects.filter(Q(claim=claim) | Q(other=claim), decided):
        one, other = (into.pk if pk == claim.pk else pk for pk in (conflict.claim_id, conflict.other_id))
        if one is not None and other is not None and one > other:
            one, other = other, one
            conflict.sides.reverse()
        there = Conflict.objects.filter(claim=one, other=other, kind=conflict.kind)
        if one == other or there.filter(decided).exists():
            if for_good:
                conflict.delete()
            continue
        there.delete()
        conflict.claim_id, conflict.other_id = one, other  # type: ignore[assignment]  # the first is never None
        conflict.save(update_fields=["claim", "other", "sides"])
