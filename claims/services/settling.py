"""Claims whose wordings an editor moved are brought up to those that they have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils import timezone

from articles.models import Story
from claims.models import Attribution, Claim
from claims.services.joining import forget_where_words_went
from claims.services.linking import link_story, time_most_reports_give


def settle(*claims: Claim) -> None:
    """Bring claims up, and link their story anew: so what an editor sees next is what every later run finds, too."""
    bring_up(*claims)
    link_stories([claims[0].story_id])


def bring_up(*claims: Claim) -> None:
    """Let claims tell of the wordings that they now have, and retire what has none."""
    for claim in claims:
        rows = list(claim.attributions.exclude(state=Attribution.State.RETIRED).select_related("speaker"))
        claim.retired_at = None if rows else claim.retired_at or timezone.now()
        if rows:
            forget_where_words_went([claim.pk])
            claim.merged_into = None
            claim.stance = _most([row.stance for row in rows])
            claim.when = time_most_reports_give(rows)
            speakers = {row.speaker.slug: row.speaker for row in rows if row.speaker}
            slugs = [row.speaker.slug for row in rows if row.speaker]
            claim.speaker = speakers[_most(slugs)] if slugs else None
        claim.save()


def link_stories(ids: Iterable[int]) -> None:
    """Join the claims of some stories anew, always in one order."""
    for story in Story.objects.filter(pk__in=ids).order_by("pk"):
        link_story(story=story)


def _most(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
