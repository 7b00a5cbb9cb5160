"""What editors decided in a story, and how any of it is undone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Story
from claims import services
from claims.desk.forms import Reason
from claims.desk.gate import for_editors, problem_of
from claims.models import Decision
from claims.templatetags.desk import words_gone
from claims.timeline import decisions_of_story
from claims.views.keeping import words_sent
from claims.views.parsing import whole_number


@for_editors
@require_safe
def decisions(request: HttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    page = decisions_of_story(story, before=whole_number(request.GET.get("before")))
    return render(request, "claims/desk/decisions.html", {"story": story, "page": page})


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a decision and lead back to where it was asked for."""
    decision, sent = get_object_or_404(Decision, pk=pk), words_sent(request)
    form = Reason(sent)
    if sent is None:
        return redirect(_where(request, decision))
    if not form.is_valid():
        messages.error(request, form.complaints[0])
    elif problem := problem_of(request, lambda: _undo(request, decision, form.cleaned_data["note"])):
        messages.error(request, problem)
    return redirect(_where(request, decision))


def _undo(request: HttpRequest, decision: Decision, note: str) -> None:
    undoing = services.undo(decision=decision, editor=request.user, note=note)
    if gone := undoing.details["gone"]:
        messages.warning(request, f"{_('The decision is undone.')} {words_gone(gone)}")
    else:
        messages.success(request, _("The decision is undone. All is as it was before it."))


def _where(request: HttpRequest, decision: Decision) -> str:
    """The page that the form names when it is one of ours, else the decisions of a story, else the front page.

    When the story itself is gone, for its beginning was undone, the inbox, where its report waits again.
    """
    began = decision.details.get("story") if decision.details.get("begun") else None
    if began and not Story.objects.filter(pk=began).exists():
        return reverse("inbox")
    asked = (words_sent(request) or QueryDict()).get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
        return asked
    story = Story.objects.filter(pk__in=decision.details.get("stories", ())).order_by("pk").first()
    return reverse("decisions", args=[story.slug]) if story else reverse("front")
