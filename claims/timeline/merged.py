"""Which claims go on as which since editors merged them, or a machine joined their words with others'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import F, Q, QuerySet

from claims.models import Claim

# Claims that stand for themselves no more, each with those that it went into: none when nobody finds its words.
Ways = Mapping[int, list[int]]


def successors_of(claim: Claim) -> list[Claim]:
    """The claims that have its words now: mostly one, itself when nothing became of it; several when they were parted.

    A claim that somebody judged is shown on though its words are gone, and so stands for itself.
    """
    if claim.merged_into_id is None and claim.retired_at is None:
        return [claim]
    ends = _ends(claim.pk, _ways(Claim.objects.filter(story=claim.story_id)))
    found = Claim.objects.select_related("story", "speaker").in_bulk(ends)
    return [found[pk] for pk in ends] or [claim]


def successor_of(claim: Claim) -> Claim | None:
    """The one other claim that this one goes on as; None when it stands for itself or its words are in several."""
    found = successors_of(claim)
    return found[0] if len(found) == 1 and found[0] != claim else None


def merged_into(claims: Iterable[int]) -> dict[int, list[int]]:
    """For each claim that has any, the ids of the claims that it alone goes on for; those of several steps, too."""
    wanted = set(claims)
    ways = _ways(Claim.objects.filter(story__in=Claim.objects.filter(pk__in=wanted).values("story")))
    found: dict[int, list[int]] = defaultdict(list)
    for pk in sorted(ways):
        ends = _ends(pk, ways)
        if len(ends) == 1 and ends[0] in wanted:
            found[ends[0]].append(pk)
    return found


def _ways(claims: QuerySet[Claim]) -> Ways:
    is_emptied = Q(retired_at__isnull=False, verdicts=None)
    rows = claims.filter(Q(merged_into__isnull=False) | is_emptied).annotate(went_to=F("joined_into"))
    ways: dict[int, list[int]] = defaultdict(list)
    for pk, merged, went_to in rows.order_by("pk", "went_to").values_list("pk", "merged_into", "went_to"):
        into = merged or went_to
        ways[pk] += [into] if into and into not in ways[pk] else []
    return ways


def _ends(pk: int, ways: Ways) -> list[int]:
    """Where the ways from a claim end: at claims that stand for themselves; nowhere when nobody finds its words."""
    reached = {pk: None}  # in order
    waiting = [pk]
    while waiting:
        steps = [into for into in ways.get(waiting.pop(), ()) if into not in reached]
        reached |= dict.fromkeys(steps)
        waiting += reversed(steps)
    return [one for one in reached if one not in ways]
