"""Stories and claims on other sites: what stands in their frames, and the pictures beside links."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from csp.decorators import csp_replace
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from articles.models import Story
from claims import pictures
from claims.freshness import fresh
from claims.languages import reader_language
from claims.models import Claim
from claims.timeline import arcs_of, claim_lines, draw, kept_timeline, story_version, successor_of


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@fresh(story_version)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """A story's chart for the frame of another site; this and the card of a claim alone may stand in one."""
    found = get_object_or_404(Story, slug=slug)
    timeline = kept_timeline(found, language=reader_language())
    context = {
        "timeline": timeline,
        "chart": draw(timeline.claims, arcs_of(timeline.claims)),
        "address": request.build_absolute_uri(found.get_absolute_url()),
        "is_embed": True,
    }
    return render(request, "claims/embed.html", context)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@fresh(lambda slug, pk: story_version(slug))
def embed_claim(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A claim as a card for the frame of another site; of one that was merged, the claim that it goes on as."""
    claims = Claim.objects.select_related("story", "speaker")
    found = get_object_or_404(claims, pk=pk, story__slug=slug)
    if new := successor_of(found):
        return redirect("embed-claim", new.story.slug, new.pk, permanent=True)
    line = claim_lines([found], language=reader_language(), brief=True)[0]
    path = reverse("claim", args=[slug, pk, line.name])
    context = {"claim": line, "story": found.story, "address": request.build_absolute_uri(path)}
    return render(request, "claims/embed_claim.html", context)


@require_safe
@fresh(story_version)
def story_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that other apps show beside a link to the story."""
    story = get_object_or_404(Story, slug=slug)
    return _picture(
        slug,
        "",
        lambda: pictures.story_picture(kept_timeline(story, language=reader_language())),
    )


@require_safe
@fresh(lambda slug, pk: story_version(slug))
def claim_picture(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The picture beside a link to a claim; one that was merged leads on, one that the story shows no more has its story's."""
    story = get_object_or_404(Story, slug=slug)
    found = get_object_or_404(story.claims, pk=pk)
    if new := successor_of(found):
        return redirect("claim-picture", new.story.slug, new.pk, permanent=True)

    def drawn() -> bytes:
        timeline = kept_timeline(story, language=reader_language())
        line = next((claim for claim in timeline.claims if claim.id == pk), None)
        return pictures.claim_picture(line, timeline) if line else pictures.story_picture(timeline)

    return _picture(slug, str(pk), drawn)


def _picture(slug: str, of: str, drawn: Callable[[], bytes]) -> HttpResponse:
    """Drawn once for each state of the story and each language."""
    state = hashlib.sha256(f"{story_version(slug)} {reader_language()} {of}".encode()).hexdigest()
    png = caches["pictures"].get_or_set(state, drawn, timeout=24 * 3600)
    return HttpResponse(png, content_type="image/png")
