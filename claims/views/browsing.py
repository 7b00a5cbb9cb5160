"""Around the stories: front page and search, speakers, articles, and how all this is made."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles.models import Article
from claims import services
from claims.freshness import fresh
from claims.languages import reader_language
from claims.measured import measured
from claims.models import Speaker
from claims.timeline import (
    all_speakers,
    article_reading,
    article_version,
    decisions_of_speaker,
    front_page,
    search_stories,
    site_version,
    speaker_page,
)
from claims.timeline.searching import understand
from claims.views.inbox import choice_of, stories_to_choose
from claims.views.parsing import web_address, whole_number


@require_safe
@fresh(site_version)
def front(request: HttpRequest) -> HttpResponse:
    """The stories and what was last said; with `q`, the claims of all stories that answer to it instead."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    if words:
        found = search_stories(words, language=reader_language())
        context: dict[str, Any] = {"words": words, "found": found, "query": understand(words)}
    else:
        context = {"front": front_page(language=reader_language())}
    return render(request, "claims/front.html", {**context, "at_front": True})


@require_safe
@fresh(site_version)
def speakers(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/speakers.html", {"speakers": all_speakers(), "at_speakers": True})


@require_safe
@fresh(lambda pk, slug="": site_version())
def speaker(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = get_object_or_404(
        Speaker.objects.select_related("merged_into").prefetch_related("aliases"), pk=pk
    )
    if found.merged_into:
        return redirect("speaker", found.merged_into.pk, found.merged_into.slug, permanent=True)
    if slug != found.slug:
        return redirect("speaker", pk, found.slug)
    page = whole_number(request.GET.get("page"))
    holding = whole_number(request.GET.get("claim"))
    told = speaker_page(found, page, language=reader_language(), holding=holding)
    context = {
        "speaker": found,
        "chart": told.chart,
        "by_story": True,
        "told": told,
        "page": told.page,
        "is_editor": services.is_editor(request.user),
        "decisions": decisions_of_speaker(found),
    }
    return render(request, "claims/speaker.html", context)


@require_safe
@fresh(lambda: "")
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/about.html", {"measured": measured(), "at_about": True})


@require_safe
@fresh(article_version)
def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("story", "outlet"), pk=pk)
    context: dict[str, Any] = {"reading": article_reading(found), "original": web_address(found.url)}
    if found.story is None and services.is_editor(request.user):
        context["choice"] = choice_of(found, stories_to_choose())
    return render(request, "claims/article.html", context)
