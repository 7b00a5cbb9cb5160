"""The small story at the editors' desk, with a linker that leaves its claims as they are told, and the desk's addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.test import Client

from articles.models import Story
from claims import services
from claims.extraction import records
from claims.matching.linking import Group, Saying
from claims.models import Attribution, Claim, Conflict
from tests.claims.telling import Told

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


def at(claim: Claim, *steps: object) -> str:
    """The address of a claim's desk, or of a form there."""
    return "/".join([f"/s/{claim.story.slug}/claims/{claim.pk}/edit", *map(str, steps), ""])


def post(client: Client, address: str, **data: Any) -> HttpResponse:
    return client.post(address, data)  # type: ignore[return-value]


def relink(story: Story) -> None:
    services.link_story(story=story)


def rows(claim: Claim) -> list[int]:
    """The ids of a claim's wordings."""
    return sorted(claim.attributions.values_list("pk", flat=True))


def make_conflict(told: Told) -> Conflict:
    return Conflict.objects.create(claim=told.denial, kind="when", score=0.5, reason="Two days are named.")
