"""The pages: parse the request, ask `claims.timeline` or `claims.services`, render."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article, Story
from claims import services
from claims.forms import FilterForm, VerdictForm
from claims.languages import reader_language
from claims.measured import measured
from claims.models import Claim, Speaker, Verdict
from claims.timeline import (
    ClaimLine,
    Filters,
    Timeline,
    all_speakers,
    article_reading,
    chain_of,
    claim_lines,
    compared,
    draw,
    front_page,
    page_of,
    select,
    speaker_page,
    story_timeline,
)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    return render(
        request, "claims/front.html", {"front": front_page(language=reader_language()), "at_front": True}
    )


@require_safe
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
        "chart": draw(selection.claims),
        "page": page,
        "opened": _opened(found, open_claim),
        "is_editor": services.is_editor(request.user),
    }
    return render(request, "claims/story.html", context, status=400 if form.errors else 200)


@require_safe
def claim(request: HttpRequest, slug: str, pk: int, name: str = "") -> HttpResponse:
    found = _claim(slug, pk)
    line = _line(found)
    if name != line.name:
        return redirect("claim", slug, pk, line.name, permanent=False)
    return _claim_page(request, found, line)


@require_safe
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
def speakers(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/speakers.html", {"speakers": all_speakers(), "at_speakers": True})


@require_safe
def speaker(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = get_object_or_404(Speaker.objects.prefetch_related("aliases"), pk=pk)
    if slug != found.slug:
        return redirect("speaker", pk, found.slug)
    page = _whole_number(request.GET.get("page"))
    told = speaker_page(found, page, language=reader_language())
    return render(request, "claims/speaker.html", {"speaker": found, "told": told, "page": told.page})


@require_safe
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
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/about.html", {"measured": measured(), "at_about": True})


@require_safe
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
