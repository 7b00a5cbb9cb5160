"""A story at the desk: its title, and the sentence that tells a reader what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.models import Story
from claims import services
from claims.desk.forms import StoryForm
from claims.desk.gate import for_editors, problem_of, refused_status
from claims.languages import reader_language
from claims.timeline import gist_of, kept_timeline
from claims.views.keeping import words_sent


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    story, sent = get_object_or_404(Story, slug=slug), words_sent(request)
    if sent is None:
        return _page(request, story)
    form = StoryForm(sent)
    if not form.is_valid():
        return _page(request, story, problems=form.complaints)
    problem = problem_of(
        request, lambda: services.describe_story(story=story, editor=request.user, **form.cleaned_data)
    )
    if problem:
        return _page(request, story, problems=[problem])
    messages.success(request, _("The story says so from now on."))
    return redirect(story)


def _page(request: HttpRequest, story: Story, problems: Sequence[str] = ()) -> HttpResponse:
    """The form: with what was typed when that was refused, else with what the story has."""
    given = words_sent(request) if problems else {"title": story.title, "summary": story.summary}
    context = {
        "story": story,
        "given": given,
        "problems": problems,
        "gist": gist_of(kept_timeline(story, language=reader_language()).claims),
        "longest_title": services.LONGEST_TITLE,
        "longest_summary": services.LONGEST_SUMMARY,
    }
    return render(request, "claims/desk/story.html", context, status=refused_status(request, problems))
