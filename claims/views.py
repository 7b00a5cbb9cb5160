"""The pages: parse the request, ask `claims.timeline` or `claims.services`, render."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article, Story
from claims import services
from claims.forms import FilterForm, VerdictForm
from claims.freshness import fresh
from claims.languages import reader_language
from claims.measured import measured
from claims.models import Claim, Speaker, Verdict
from claims.timeline import (
    ClaimLine,
    Filters,
    Timeline,
    all_speakers,
    arcs_of,
    article_reading,
    article_version,
    chain_of,
    claim_lines,
    compared,
    draw,
    front_page,
    page_of,
    search_stories,
    select,
    site_version,
    speaker_page,
    story_timeline,
    story_version,
)
from claims.timeline.searching import understand

EMBED_WIDTH, EMBED_HEIGHT = 720, 640  # pixels


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
@fresh(story_version)
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The story's chart and list, by the filters of the address; `claim` opens one claim on its page of the list."""
    found = get_object_or_404(Story, slug=slug)
    form = FilterForm(request.GET)
    filters = form.filters() if form.is_valid() else Filters()
    timeline = story_timeline(found, language=reader_language(), brief=True)
    selection = select(timeline.claims, filters)
    open_claim = _whole_number(request.GET.get("claim"))
    page = page_of(selection.claims, _whole_number(request.GET.get("page")), holding=open_claim)
    context = {
        "timeline": timeline,
        "known_days": [day.date for day in timeline.days if day.date],
        "verified": {about: _verified(timeline, about) for about in Verdict.About.values},
        "selection": selection,
        "filters": filters,
        "form": form,
        "chart": draw(selection.claims, arcs_of(selection.claims)),
        "page": page,
        "opened": _opened(found, open_claim),
        "address": request.build_absolute_uri(found.get_absolute_url()),
        "is_editor": services.is_editor(request.user),
    }
    return render(request, "claims/story.html", context, status=400 if form.errors else 200)


@require_safe
@fresh(lambda slug, pk, name="": story_version(slug))
def claim(request: HttpRequest, slug: str, pk: int, name: str = "") -> HttpResponse:
    found = _claim(slug, pk)
    line = _line(found)
    if name != line.name:
        return redirect("claim", slug, pk, line.name, permanent=False)
    return _claim_page(request, found, line)


@require_safe
@fresh(lambda slug, pk: story_version(slug))
def wordings(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A claim's wordings as htmx puts them into the story's page; anybody else is led to the claim's own page."""
    found = _claim(slug, pk)
    if not getattr(request, "htmx", False):
        return redirect("claim-by-number", slug, pk)
    context = {
        "claim": _line(found),
        "story": found.story,
        "is_editor": services.is_editor(request.user),
        "just_opened": True,
    }
    return render(request, "claims/story_opened.html", context)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@fresh(story_version)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """A story's chart for the frame of another site: the one page that may stand in one."""
    found = get_object_or_404(Story, slug=slug)
    timeline = story_timeline(found, language=reader_language(), brief=True)
    context = {
        "timeline": timeline,
        "chart": draw(timeline.claims, arcs_of(timeline.claims)),
        "address": request.build_absolute_uri(found.get_absolute_url()),
        "is_embed": True,
    }
    return render(request, "claims/embed.html", context)


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """How to embed the story whose address is given (oEmbed 1.0, JSON only)."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "Only format=json is answered."}, status=501)
    story = _story_at(request, request.GET.get("url", ""))
    if story is None:
        return JsonResponse({"error": "Give the address of a story's page as url=."}, status=404)
    width = min(max(_whole_number(request.GET.get("maxwidth")) or EMBED_WIDTH, 280), 1200)
    height = min(max(_whole_number(request.GET.get("maxheight")) or EMBED_HEIGHT, 200), 2000)
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


@require_safe
@fresh(site_version)
def speakers(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/speakers.html", {"speakers": all_speakers(), "at_speakers": True})


@require_safe
@fresh(lambda pk, slug="": site_version())
def speaker(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = get_object_or_404(Speaker.objects.prefetch_related("aliases"), pk=pk)
    if slug != found.slug:
        return redirect("speaker", pk, found.slug)
    page = _whole_number(request.GET.get("page"))
    told = speaker_page(found, page, language=reader_language())
    return render(request, "claims/speaker.html", {"speaker": found, "told": told, "page": told.page})


@require_safe
@fresh(story_version)
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as a table: claims down, reports across."""
    found = get_object_or_404(Story, slug=slug)
    form = FilterForm(request.GET)
    filters = form.filters() if form.is_valid() else Filters()
    timeline = story_timeline(found, language=reader_language(), brief=True)
    selection = select(timeline.claims, filters)
    matrix = compared(timeline, selection.claims, page=_whole_number(request.GET.get("page")))
    context = {
        "timeline": timeline,
        "selection": selection,
        "filters": filters,
        "form": form,
        "matrix": matrix,
        "page": matrix.page,
    }
    return render(request, "claims/compare.html", context, status=400 if form.errors else 200)


@require_safe
@fresh(lambda: "")
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/about.html", {"measured": measured(), "at_about": True})


@require_safe
@fresh(article_version)
def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("story", "outlet"), pk=pk)
    return render(
        request,
        "claims/article.html",
        {"reading": article_reading(found), "original": _web_address(found.url)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def verdict(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an editor's verdict and lead back to the claim; a GET (a reload, a sign-in in between) only leads back."""
    found = _claim(slug, pk)
    if request.method != "POST":
        return redirect("claim-by-number", slug, pk)
    if not services.is_editor(request.user):
        raise PermissionDenied
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _claim_page(request, found, _line(found), refused=form)
    try:
        services.give_verdict(claim=found, editor=request.user, **form.cleaned_data)
    except services.ClaimGone:
        messages.error(
            request, _("All wordings of this claim belong to other claims now. Choose one of those.")
        )
        return redirect(found.story)
    messages.success(request, _("Your verdict is kept, with your name and the time."))
    return redirect("claim", slug, pk, _line(found).name)


def _claim(slug: str, pk: int) -> Claim:
    """A claim of this story, retired or not: its address stays good."""
    return get_object_or_404(Claim.objects.select_related("story", "speaker"), pk=pk, story__slug=slug)


def _line(claim: Claim) -> ClaimLine:
    return claim_lines([claim], language=reader_language())[0]


def _opened(story: Story, pk: int | None) -> ClaimLine | None:
    """The claim that the address asks to open, in full; None when the story has none of this number."""
    claims = Claim.objects.filter(pk=pk, story=story).select_related("speaker") if pk else ()
    return next(iter(claim_lines(claims, language=reader_language())), None)


def _claim_page(
    request: HttpRequest, found: Claim, line: ClaimLine, *, refused: VerdictForm | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "claim": line,
        "story": found.story,
        "is_editor": services.is_editor(request.user),
        "refused": refused,
        "chain": chain_of(line),
        "parallel": sorted(line.evidence, key=lambda one: (str(one.published or "9999"), one.attribution_id)),
        "outlets": list(dict.fromkeys(one.outlet for one in line.evidence if one.outlet)),
        "address": request.build_absolute_uri(reverse("claim", args=[found.story.slug, line.id, line.name])),
    }
    return render(request, "claims/claim.html", context, status=400 if refused else 200)


def _verified(timeline: Timeline, about: str) -> int:
    """How many living claims are verified on one of the two questions."""
    latest = (verdict for claim in timeline.claims if not claim.retired for verdict in claim.verdicts)
    return sum(verdict.about == about and verdict.status == Verdict.Status.VERIFIED for verdict in latest)


def _whole_number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def _web_address(url: str) -> str:
    """The address when a browser may follow it, else "": a report's own address can be any text, `javascript:` too."""
    return url if url.lower().startswith(("http://", "https://")) else ""
