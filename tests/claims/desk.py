"""The small story at the editors' desk, with a linker that leaves its claims as they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from articles.models import Story
from claims.extraction import records
from claims.matching.linking import Group, Saying
from claims.models import Attribution, Claim

Linker = Callable[..., tuple[Group, ...]]


def as_told(story: Story) -> Linker:
    """A linker that finds the claims which the story has now, whatever editors make of them later."""
    rows = Attribution.objects.filter(article__story=story).select_related("article", "claim__speaker")
    claim_of = {f"{row.article.text_hash}:{row.key}": row.claim for row in rows}

    def link(sayings: Sequence[Saying], *args: Any) -> tuple[Group, ...]:
        together: dict[Claim | None, list[str]] = defaultdict(list)
        for saying in sayings:
            together[claim_of.get(saying.key)].append(saying.key)
        return tuple(Group(_speaker(claim), tuple(sorted(keys))) for claim, keys in together.items())

    return link


def _speaker(claim: Claim | None) -> records.Speaker | None:
    speaker = claim.speaker if claim else None
    return records.Speaker(speaker.slug, speaker.name, "unknown") if speaker else None
