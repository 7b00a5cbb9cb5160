"""One claim: its page, its wordings for the story's page, and the verdict an editor gives there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from claims import services
from claims.forms import TakeBackForm, VerdictForm
from claims.freshness import fresh
from claims.languages import reader_language
from claims.models import Claim, Decision
from claims.timeline import (
    ClaimLine,
    DecisionLine,
    chain_of,
    claim_lines,
    decisions_of_claim,
    parallel_of,
    story_version,
    successor_of,
    successors_of,
)
from claims.views.frames import frame_of_claim
from claims.views.keeping import is_to_be_done, takes_words, words_sent
from claims.views.parsing import picture_address


@require_safe
@fresh(lambda slug, pk, name="": story_version(slug))
def claim(request: HttpRequest, slug: str, pk: int, name: str = "") -> HttpResponse:
    found = _claim(slug, pk)
    if new := successor_of(found):
        return redirect(_address(new), permanent=True)
    line = _line(found)
    if name != line.name:
        return redirect("claim", slug, pk, line.name, permanent=False)
    return _claim_page(request, found, line)


@require_safe
@fresh(lambda slug, pk: story_version(slug))
def wordings(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A claim's wordings as htmx puts them into the story's page; anybody else is led to the claim's own page."""
    found = _claim(slug, pk)
    if new := successor_of(found):
        return redirect("wordings", new.story.slug, new.pk, permanent=True)
    if not getattr(request, "htmx", False):
        return redirect("claim-by-number", slug, pk)
    context = {
        "claim": _line(found),
        "story": found.story,
        "is_editor": services.is_editor(request.user),
        "just_opened": True,
    }
    return render(request, "claims/story_opened.html", context)


@takes_words
@require_http_methods(["GET", "HEAD", "POST"])
def verdict(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an editor's verdict and lead back to the claim; a GET (a reload, a sign-in in between) only leads back."""
    found, sent = _claim(slug, pk), words_sent(request)
    if sent is None:
        return redirect("claim-by-number", slug, pk)
    form = VerdictForm(sent)
    if not is_to_be_done(request, form):
        return _claim_page(request, found, _line(found), refused=form)
    try:
        services.give_verdict(claim=found, editor=request.user, **form.cleaned_data)
    except services.ClaimGone:
        messages.error(
            request, _("All wordings of this claim belong to other claims now. Choose one of those.")
        )
        return redirect(found.story)
    messages.success(request, _("Your verdict is kept, with your name and the time."))
    return _told_at(found)


@takes_words
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, pk: int, verdict_pk: int) -> HttpResponse:
    """Take a verdict back, which stays to be read, and lead back to the claim."""
    found = _claim(slug, pk)
    verdict = get_object_or_404(found.verdicts, pk=verdict_pk)
    sent = words_sent(request)
    if sent is None:
        return redirect("claim-by-number", slug, pk)
    form = TakeBackForm(sent)
    if not is_to_be_done(request, form):
        return _claim_page(request, found, _line(found), kept=(verdict_pk, form))
    try:
        services.withdraw_verdict(verdict=verdict, editor=request.user, note=form.cleaned_data["note"])
    except services.InvalidVerdict as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The verdict is taken back. It stays to be read here, and counts no more.")
        )
    return _told_at(found)


def _told_at(claim: Claim) -> HttpResponse:
    """The claim’s page at what was done: without a fragment of its own a browser would keep that of the form."""
    return redirect(f"{_address(claim)}#done")


def _claim(slug: str, pk: int) -> Claim:
    """A claim of this story, retired or not: its address stays good."""
    return get_object_or_404(
        Claim.objects.select_related("story", "speaker", "merged_into"), pk=pk, story__slug=slug
    )


def _address(claim: Claim) -> str:
    return reverse("claim", args=[claim.story.slug, claim.pk, _line(claim).name])


def _line(claim: Claim) -> ClaimLine:
    return claim_lines([claim], language=reader_language())[0]


def _claim_page(
    request: HttpRequest,
    found: Claim,
    line: ClaimLine,
    *,
    refused: VerdictForm | None = None,
    kept: tuple[int, TakeBackForm] | None = None,
) -> HttpResponse:
    """`kept`: the verdict that was not taken back, and the form that says why."""
    decisions = decisions_of_claim(found)
    context: dict[str, Any] = {
        "claim": line,
        "story": found.story,
        "is_editor": services.is_editor(request.user),
        "refused": refused,
        "kept_verdict": kept[0] if kept else None,
        "taking_back": kept[1] if kept else None,
        "decisions": decisions,
        "is_taken_out": not line.evidence and any(_takes_out(one) for one in decisions),
        "parted": _parted(found),
        "chain": chain_of(line),
        "parallel": parallel_of(line),
        "address": request.build_absolute_uri(reverse("claim", args=[found.story.slug, line.id, line.name])),
        "frame": frame_of_claim(request, found.story, line),
        "picture": picture_address(request, "claim-picture", found.story.slug, line.id),
    }
    return render(request, "claims/claim.html", context, status=400 if request.method == "POST" else 200)


def _parted(claim: Claim) -> list[ClaimLine]:
    """The claims that have its words now, where these are several."""
    others = [one for one in successors_of(claim) if one != claim]
    return claim_lines(others, language=reader_language(), brief=True) if others else []


def _takes_out(decision: DecisionLine) -> bool:
    """Whether it holds words to be no statement, and stands."""
    return decision.verb == Decision.Verb.REJECT_WORDING and not decision.is_undone
