"""A story: chart and list, and the comparison of its reports."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Story
from claims import services
from claims.asking import ComparisonForm, FilterForm
from claims.freshness import fresh
from claims.languages import reader_language
from claims.models import Claim, Verdict
from claims.moved import leads_on
from claims.templatetags.gist import gist_words
from claims.timeline import (
    ClaimLine,
    Timeline,
    arcs_of,
    claim_lines,
    compared,
    draw,
    entries_of,
    gist_of,
    kept_timeline,
    page_of,
    select,
    story_version,
)
from claims.views.parsing import picture_address, whole_number


@require_safe
@fresh(story_version)
@leads_on
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The story's chart and list, by the filters of the address; `claim` opens one claim on its page of the list."""
    found = get_object_or_404(Story, slug=slug)
    timeline = kept_timeline(found, language=reader_language())
    form = FilterForm(request.GET, timeline)
    filters = form.filters()
    selection = select(timeline.claims, filters)
    open_claim = whole_number(request.GET.get("claim"))
    page = page_of(entries_of(selection.claims), whole_number(request.GET.get("page")), holding=open_claim)
    gist = gist_of(timeline.claims)
    context = {
        "timeline": timeline,
        "gist": gist,
        "description": timeline.story.summary or (gist_words(gist) if gist else ""),
        "known_days": timeline.known_days,
        "verified": {about: len(_verified(timeline, about)) for about in Verdict.About.values},
        "verified_denials": sum(
            claim.stance == "denies" for claim in _verified(timeline, Verdict.About.CONTENT)
        ),
        "selection": selection,
        "filters": filters,
        "form": form,
        "chart": draw(selection.claims, arcs_of(selection.claims)),
        "page": page,
        "opened": _opened(found, open_claim),
        "address": request.build_absolute_uri(found.get_absolute_url()),
        "picture": picture_address(request, "story-picture", slug),
        "is_editor": services.is_editor(request.user),
    }
    return render(request, "claims/story.html", context, status=400 if form.errors else 200)


@require_safe
@fresh(story_version)
@leads_on
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as a table: claims down, reports across."""
    found = get_object_or_404(Story, slug=slug)
    timeline = kept_timeline(found, language=reader_language())
    form = ComparisonForm(request.GET, timeline)
    filters = form.filters()
    selection = select(timeline.claims, filters)
    matrix = compared(
        timeline,
        selection.claims,
        page=whole_number(request.GET.get("page")),
        chosen=form.chosen,
        departures_only=form.departures_only,
    )
    context = {
        "timeline": timeline,
        "selection": selection,
        "filters": filters,
        "form": form,
        "matrix": matrix,
        "chosen": form.chosen,
        "departures_only": form.departures_only,
        "page": matrix.page,
    }
    return render(request, "claims/compare.html", context, status=400 if form.errors else 200)


def _opened(story: Story, pk: int | None) -> ClaimLine | None:
    """The claim that the address asks to open, in full; None when the story has none of this number."""
    claims = Claim.objects.filter(pk=pk, story=story).select_related("speaker") if pk else ()
    return next(iter(claim_lines(claims, language=reader_language())), None)


def _verified(timeline: Timeline, about: str) -> list[ClaimLine]:
    """The living claims that are verified on one of the two questions."""
    wanted = (about, Verdict.Status.VERIFIED)
    living = (claim for claim in timeline.claims if not claim.retired)
    return [claim for claim in living if any((one.about, one.status) == wanted for one in claim.verdicts)]
