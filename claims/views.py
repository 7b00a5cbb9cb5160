"""The pages: parse the request, ask `claims.timeline` or `claims.services`, render."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article, Story
from claims import services
from claims.forms import VerdictForm
from claims.languages import reader_language
from claims.models import Claim, Verdict
from claims.timeline import Timeline, article_reading, front_page, story_timeline


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    return render(
        request, "claims/front.html", {"front": front_page(language=reader_language()), "at_front": True}
    )


@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    return _story_page(
        request, get_object_or_404(Story, slug=slug), open_claim=_whole_number(request.GET.get("claim"))
    )


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
    claim = get_object_or_404(Claim.objects.select_related("story"), pk=pk, story__slug=slug)
    if request.method != "POST":
        return redirect(_claim_address(claim))
    if not services.is_editor(request.user):
        raise PermissionDenied
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _story_page(request, claim.story, open_claim=claim.pk, refused=form)
    try:
        services.give_verdict(claim=claim, editor=request.user, **form.cleaned_data)
    except services.ClaimGone:
        messages.error(
            request, _("All wordings of this claim belong to other claims now. Choose one of those.")
        )
        return redirect(claim.story)
    messages.success(request, _("Your verdict is kept, with your name and the time."))
    return redirect(_claim_address(claim))


def _story_page(
    request: HttpRequest, story: Story, *, open_claim: int | None, refused: VerdictForm | None = None
) -> HttpResponse:
    timeline = story_timeline(story, language=reader_language())
    context = {
        "timeline": timeline,
        "known_days": [day.date for day in timeline.days if day.date],
        "verified": {about: _verified(timeline, about) for about in Verdict.About.values},
        "open_claim": open_claim,
        "is_editor": services.is_editor(request.user),
        "refused": refused,
    }
    return render(request, "claims/story.html", context, status=400 if refused else 200)


def _verified(timeline: Timeline, about: str) -> int:
    """How many living claims are verified on one of the two questions."""
    latest = (verdict for claim in timeline.claims if not claim.retired for verdict in claim.verdicts)
    return sum(verdict.about == about and verdict.status == Verdict.Status.VERIFIED for verdict in latest)


def _claim_address(claim: Claim) -> str:
    return f"{claim.story.get_absolute_url()}?claim={claim.pk}#claim-{claim.pk}"


def _whole_number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def _web_address(url: str) -> str:
    """The address when a browser may follow it, else "": a report's own address can be any text, `javascript:` too."""
    return url if url.lower().startswith(("http://", "https://")) else ""
