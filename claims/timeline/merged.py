"""Which claims were merged into those that are shown, so that who knows an old number finds the new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.models import Claim


def merged_into(claims: Iterable[int]) -> dict[int, list[int]]:
    """For each claim that has any, the ids of the claims that it goes on for; those of several steps, too."""
    wanted = set(claims)
    stories = Claim.objects.filter(pk__in=wanted).values("story")
    rows = Claim.objects.filter(story__in=stories, merged_into__isnull=False)
    next_of = dict(rows.order_by("pk").values_list("pk", "merged_into"))
    found: dict[int, list[int]] = defaultdict(list)
    for pk in next_of:
        end: int | None = pk
        while end in next_of:
            end = next_of[end]
        if end is not None and end in wanted:
            found[end].append(pk)
    return found
