"""A story on other sites: the frame, how to embed it, and the pictures beside links."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from articles.models import Story
from claims import pictures
from claims.freshness import fresh
from claims.languages import reader_language
from claims.timeline import arcs_of, draw, kept_timeline, story_version, successor_of
from claims.views.parsing import whole_number

EMBED_WIDTH, EMBED_HEIGHT = 720, 640  # pixels


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@fresh(story_version)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """A story's chart for the frame of another site: the one page that may stand in one."""
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


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the story whose address is given (oEmbed 1.0, JSON only)."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "Only format=json is answered."}, status=501)
    story = _story_at(request, request.GET.get("url", ""))
    if story is None:
        return JsonResponse({"error": "Give the address of a story's page as url=."}, status=404)
    width = min(max(whole_number(request.GET.get("maxwidth")) or EMBED_WIDTH, 280), 1200)
    height = min(max(whole_number(request.GET.get("maxheight")) or EMBED_HEIGHT, 200), 2000)
    source = request.build_absolute_uri(reverse("embed", args=[story.slug]))
    frame = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        source,
        width,
        height,
        story.title,
    )
    return JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": story.title,
            "provider_name": "Newsclaims",
            "provider_url": request.build_absolute_uri("/"),
            "width": width,
            "height": height,
            "html": frame,
        },
        headers={"Access-Control-Allow-Origin": "*"},
    )


def _story_at(request: HttpRequest, address: str) -> Story | None:
    """The story whose page, or whose claim's page, has this address on this site."""
    try:
        parts = urlsplit(address[:2000])
    except ValueError:
        return None
    if parts.netloc not in ("", request.get_host()) or not parts.path:
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    if match.url_name not in ("story", "claim", "compare", "embed"):
        return None
    return Story.objects.filter(slug=match.kwargs["slug"]).first()
