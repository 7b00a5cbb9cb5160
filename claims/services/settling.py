"""Claims whose wordings an editor moved are brought up to those that they have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils import timezone

from claims.models import Attribution, Claim
from claims.services.linking import time_most_reports_give
from claims.services.relating import relate_story


def settle(*claims: Claim) -> None:
    """Bring claims up to the wordings that they now have, retire what has none, and relate the story anew."""
    for claim in claims:
        rows = list(claim.attributions.exclude(state=Attribution.State.RETIRED).select_related("speaker"))
        claim.retired_at = None if rows else claim.retired_at or timezone.now()
        if rows:
            claim.merged_into = None
            claim.stance = _most([row.stance for row in rows])
            claim.when = time_most_reports_give(rows)
            speakers = {row.speaker.slug: row.speaker for row in rows if row.speaker}
            slugs = [row.speaker.slug for row in rows if row.speaker]
            claim.speaker = speakers[_most(slugs)] if slugs else None
        claim.save()
    relate_story(story=claims[0].story)


def _most(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
