"""A story's claims to take along: CSV, JSON and ClaimReview, by the same filters as its pages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.models import Story
from claims.api.serializers import ClaimSerializer
from claims.asking import ComparisonForm
from claims.freshness import fresh
from claims.languages import reader_language
from claims.moved import leads_on
from claims.templatetags.citing import in_full
from claims.templatetags.judging import judged_words
from claims.timeline import (
    ClaimLine,
    VerdictLine,
    departures,
    merged_into,
    select,
    story_timeline,
    story_version,
)

COLUMNS = (
    "id",
    "address",
    "speaker",
    "stance",
    "claim",
    "language",
    "said_on",
    "said_on_precision",
    "reports",
    "outlets",
    "hedges",
    "said_verdict",
    "true_verdict",
    "merged",
)
AUTHORS = {"person": "Person"}  # in schema.org; every other kind is an Organization


@require_safe
@fresh(story_version)
@leads_on
def claims_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """A row a claim, UTF-8 with the mark that spreadsheets need to read it as such."""
    story = get_object_or_404(Story, slug=slug)
    form, lines = _asked(request, story, brief=True)
    if form.errors:
        return _refused(form)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{story.slug}.csv"'
    rows = csv.writer(response)
    rows.writerow(COLUMNS)
    merged = merged_into(line.id for line in lines)
    for line in lines:
        rows.writerow([_harmless(value) for value in _row(request, story, line, merged.get(line.id, ()))])
    return response


@require_safe
@fresh(story_version)
@leads_on
def claims_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims with their evidence, shaped as the REST interface shapes them."""
    story = get_object_or_404(Story, slug=slug)
    form, lines = _asked(request, story, brief=False)
    if form.errors:
        return _refused(form)
    context = {
        "request": request,
        "stories": {line.id: story.slug for line in lines},
        "merged": merged_into(line.id for line in lines),
        "joined_into": {},  # a retired claim is exported when somebody judged it, and then stands for itself
    }
    shaped: Any = ClaimSerializer(lines, many=True, context=context).data
    return _attached({"story": story.slug, "title": story.title, "claims": shaped}, f"{story.slug}.json")


@require_safe
@fresh(story_version)
@leads_on
def claim_reviews(request: HttpRequest, slug: str) -> HttpResponse:
    """Schema.org's ClaimReview for each verdict on whether a claim is true; one on whether it was said is none."""
    story = get_object_or_404(Story, slug=slug)
    form, lines = _asked(request, story, brief=True)
    if form.errors:
        return _refused(form)
    reviews = [_review(request, story, line, one) for line in lines if (one := line.verdict_on_content)]
    body = {"@context": "https://schema.org", "@graph": reviews}
    return _attached(body, f"{story.slug}-claimreview.json")


def _asked(request: HttpRequest, story: Story, *, brief: bool) -> tuple[ComparisonForm, list[ClaimLine]]:
    """The claims that the page with this query shows: the story's own, or the comparison of its reports."""
    timeline = story_timeline(story, language=reader_language(), brief=brief)
    form = ComparisonForm(request.GET, timeline)
    claims = [line for line in select(timeline.claims, form.filters()).claims if not line.retired]
    return form, departures(timeline, claims, form.chosen) if form.departures_only else claims


def _refused(form: ComparisonForm) -> JsonResponse:
    return JsonResponse(form.refusals(), status=400, json_dumps_params={"ensure_ascii": False})


def _attached(body: dict[str, Any], name: str) -> JsonResponse:
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _address(request: HttpRequest, story: Story, line: ClaimLine) -> str:
    return request.build_absolute_uri(reverse("claim", args=[story.slug, line.id, line.name]))


def _row(request: HttpRequest, story: Story, line: ClaimLine, merged: Iterable[int]) -> Iterator[object]:
    said, true = line.verdict_on_attribution, line.verdict_on_content
    yield line.id
    yield _address(request, story, line)
    yield line.speaker.name if line.speaker else ""
    yield line.stance
    yield line.headline
    yield line.headline_language
    yield line.said_on or ""
    yield line.said_on_precision or ""
    yield line.reports
    yield "; ".join(sorted({one.outlet for one in line.evidence if one.outlet}))
    yield "; ".join(dict.fromkeys(word for one in line.evidence for word in one.hedges))
    yield said.status if said else "unreviewed"
    yield true.status if true else "unreviewed"
    yield "; ".join(map(str, merged))


def _harmless(value: object) -> object:
    """A spreadsheet takes a text that begins like a formula for one, whoever wrote it."""
    is_formula = isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@"))
    return f"'{value}" if is_formula else value


def _review(request: HttpRequest, story: Story, line: ClaimLine, verdict: VerdictLine) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "appearance": list(_appearances(request, line))}
    if line.speaker:
        kind = AUTHORS.get(line.speaker.kind, "Organization")
        claim["author"] = {"@type": kind, "name": line.speaker.name}
    if line.when:
        claim["datePublished"] = str(line.when)
    with translation.override(
        line.headline_language or reader_language()
    ):  # the review's words are in one language, which it names
        reviewed = in_full(line)
        rating = judged_words(line, verdict.about)
    return {
        "@type": "ClaimReview",
        "url": _address(request, story, line),
        "datePublished": verdict.given_at.date().isoformat(),
        "claimReviewed": reviewed,
        "inLanguage": line.headline_language,
        "author": {"@type": "Person", "name": verdict.editor},
        "reviewRating": {"@type": "Rating", "alternateName": rating},
        "reviewBody": verdict.note,
        "itemReviewed": claim,
    }


def _appearances(request: HttpRequest, line: ClaimLine) -> Iterator[dict[str, Any]]:
    for one in {one.article_id: one for one in line.evidence}.values():
        yield {
            "@type": "NewsArticle",
            "url": request.build_absolute_uri(reverse("article", args=[one.article_id])),
            "headline": one.article_title,
            "inLanguage": one.language,
            "publisher": {"@type": "Organization", "name": one.outlet},
        }
